"""Whether a value that was reported is the value that was wanted.

Devices, YAML and templates write the same value in many ways: ``21`` and ``21.0``,
``on`` and ``true``, a tuple and a list. What a person would call the same is alike.
"""

from math import isclose, isfinite
import re
from typing import Any, Final

_NUMBER: Final = re.compile(
    r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII
)
_SWITCHED: Final = {"on": True, "true": True, "off": False, "false": False}
_GRAIN: Final = 1e-9
"""Floats that differ by less are one number: 21.3 - 21.0 is a little more than 0.3."""


def as_number(value: Any) -> float | None:
    """Return the finite number that the value is or reads as, None if it is none.

    Text counts in its usual form only: ``007`` may be a code, and is no number.
    Booleans are no numbers.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        return None
    if not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if isfinite(number) else None


def alike(wanted: Any, actual: Any, tolerance: float = 0.0) -> bool:
    """Tell whether both are the same value.

    Numbers may differ by ``tolerance``, lists and tuples are compared element by
    element, and a boolean is the same as ``on``, ``off``, ``true`` and ``false``.
    """
    if isinstance(wanted, bool) or isinstance(actual, bool):
        switched = _switched(wanted)
        return switched is not None and switched is _switched(actual)
    if isinstance(wanted, (list, tuple)):
        return (
            isinstance(actual, (list, tuple))
            and len(wanted) == len(actual)
            and all(
                alike(*pair, tolerance) for pair in zip(wanted, actual, strict=True)
            )
        )
    number = as_number(wanted)
    if number is not None and (other := as_number(actual)) is not None:
        return isclose(number, other, rel_tol=_GRAIN, abs_tol=tolerance + _GRAIN)
    return bool(wanted == actual)


def _switched(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    return _SWITCHED.get(value.lower()) if isinstance(value, str) else None
