"""Values as they can be written as JSON."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from math import isfinite
from typing import Any, Final

from homeassistant.core import Context, State

_SIMPLE: Final = (str, bool, type(None))
_WIDEST: Final = 64
"""Bits of the widest number that Home Assistant's JSON can hold."""


def plain(value: Any) -> Any:
    """Return the value as plain data; what has no plain form becomes its text."""
    if type(value) in _SIMPLE:
        return value
    for kind, convert in _FORMS:
        if isinstance(value, kind):
            return convert(value)
    return str(value)


def _number(value: float) -> int | float | str:
    # A signed number needs one bit more than its digits.
    fits = value.bit_length() < _WIDEST if isinstance(value, int) else isfinite(value)
    return value if fits else str(value)


_FORMS: Final[tuple[tuple[Any, Callable[[Any], Any]], ...]] = (
    (Enum, lambda value: plain(value.value)),
    (_SIMPLE, lambda value: value),
    ((int, float), _number),
    (Mapping, lambda value: {str(key): plain(one) for key, one in value.items()}),
    ((list, tuple), lambda value: [plain(one) for one in value]),
    ((set, frozenset), lambda value: sorted(map(plain, value), key=str)),
    ((State, Context), lambda value: plain(value.as_dict())),
    ((datetime, date, time), lambda value: value.isoformat()),
    (timedelta, lambda value: value.total_seconds()),
)
