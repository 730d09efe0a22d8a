"""Values as they can be written as JSON."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, Final

from homeassistant.core import Context, State

_SIMPLE: Final = (str, int, float, bool, type(None))


def plain(value: Any) -> Any:
    """Return the value as plain data; what has no plain form becomes its text."""
    if type(value) in _SIMPLE:
        return value
    for kind, convert in _FORMS:
        if isinstance(value, kind):
            return convert(value)
    return str(value)


_FORMS: Final[tuple[tuple[Any, Callable[[Any], Any]], ...]] = (
    (Enum, lambda value: plain(value.value)),
    (_SIMPLE, lambda value: value),
    (Mapping, lambda value: {str(key): plain(one) for key, one in value.items()}),
    ((list, tuple), lambda value: [plain(one) for one in value]),
    ((set, frozenset), lambda value: sorted(map(plain, value), key=str)),
    ((State, Context), lambda value: plain(value.as_dict())),
    ((datetime, date, time), lambda value: value.isoformat()),
    (timedelta, lambda value: value.total_seconds()),
)
