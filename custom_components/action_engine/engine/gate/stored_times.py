"""What comes back from where it was kept: as it was exported, or it is an error.

Whoever can write into the journal could otherwise open a window with a time that is none.
"""

from collections.abc import Mapping
from math import isfinite
from typing import Any


class StrangeStateError(ValueError):
    """What is to be taken in was never exported."""


def time_of(state: Mapping[str, Any], name: str) -> float:
    """Return a time; ``StrangeStateError`` if there is none."""
    return as_time(state.get(name))


def optional_time(state: Mapping[str, Any], name: str) -> float | None:
    """Return a time or None; ``StrangeStateError`` if it is something else."""
    return None if state.get(name) is None else time_of(state, name)


def times_of(state: Mapping[str, Any], name: str) -> list[float]:
    """Return times in their order; ``StrangeStateError`` if one of them is none."""
    found = state.get(name)
    if not isinstance(found, list | tuple):
        raise StrangeStateError(f"{name} is no list")
    return sorted(map(as_time, found))


def as_time(value: Any) -> float:
    """Return a time; ``StrangeStateError`` if it is something else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise StrangeStateError(f"not a time: {type(value).__name__}")
    if not isfinite(value):
        raise StrangeStateError("not a time: not finite")
    return float(value)
