"""Readers of single values: each returns what it read, or says why it cannot.

All take the value and the place where it stood, and raise ``InvalidActionError``.
They accept what a template, a form or a JSON client may make of the same thing, so
``"5"`` is a number and ``"off"`` is no.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from enum import Enum, StrEnum
from math import inf
import re
from reprlib import Repr
from typing import Any, Final

import voluptuous as vol

from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util

from .engine.errors import InvalidActionError

type Reader[T] = Callable[[Any, str], T]

LONGEST_TEXT: Final = 255
LONGEST_PROSE: Final = 10_000
LONGEST_TIME: Final = 30 * 86_400
"""Seconds; nothing that an engine does takes a month."""

_LARGEST: Final = 10**18
"""Whole numbers beyond some thousands of digits cannot be written at all."""

_SLUG: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")

_YES: Final = frozenset({"true", "on", "yes"})
_NO: Final = frozenset({"false", "off", "no"})

_repr: Final = Repr(maxlevel=2, maxdict=3, maxlist=3, maxstring=60, maxother=60).repr


def shown(value: Any) -> str:
    """Return a value of any size as a few words for people."""
    return "nothing" if value is None else _repr(value)


def yes_or_no(value: Any, place: str) -> bool:
    """Read a truth value."""
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    if word in _YES or word in _NO:
        return word in _YES
    raise InvalidActionError(place, shown(value), "true or false")


def text(value: Any, place: str) -> str:
    """Read a text of 1 to 255 characters; a template may have made a number of it."""
    if type(value) in (int, float) and -_LARGEST < value < _LARGEST:
        value = str(value)
    if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST_TEXT:
        expected = f"a text of 1 to {LONGEST_TEXT} characters"
        raise InvalidActionError(place, shown(value), expected)
    return value.strip()


def prose(value: Any, place: str) -> str:
    """Read what somebody has to say, at some length."""
    if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST_PROSE:
        expected = f"a text of 1 to {LONGEST_PROSE} characters"
        raise InvalidActionError(place, shown(value), expected)
    return value.strip()


def slug(value: Any, place: str) -> str:
    """Read a name as programs give it: there is no room for a sentence in it."""
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        expected = "a name of letters, digits, _ and -"
        raise InvalidActionError(place, shown(value), expected)
    return value


def share(value: Any, place: str) -> float:
    """Read a number from 0 to 1."""
    number = -1.0
    with suppress(TypeError, ValueError, OverflowError):
        number = float(value)
    # To Python a truth value is a number, too.
    if isinstance(value, bool) or not 0 <= number <= 1:
        raise InvalidActionError(place, shown(value), "a number from 0 to 1")
    return number


def mapping(value: Any, place: str) -> Mapping[str, Any]:
    """Read names with their values, whatever the values are."""
    if not isinstance(value, Mapping):
        raise InvalidActionError(place, shown(value), "a mapping of names to values")
    for key in value:
        if not isinstance(key, str):
            raise InvalidActionError(place, shown(key), "names that are texts")
    return value


def seconds(value: Any, place: str) -> float:
    """Read a time span: seconds, ``HH:MM:SS``, or a mapping of its parts."""
    span = -1.0
    with suppress(vol.Invalid, ValueError, OverflowError):
        span = cv.positive_time_period(value).total_seconds()
    # To Python a truth value is a number, too.
    if isinstance(value, bool) or not 0 <= span <= LONGEST_TIME:
        raise InvalidActionError(
            place, shown(value), "seconds, HH:MM:SS or hours, minutes, seconds"
        )
    return span


def time_limit(value: Any, place: str) -> float:
    """Read a time span in which something has to be done; 0 stands for no limit."""
    return seconds(value, place) or inf


def one_of[E: Enum](kind: type[E]) -> Reader[E]:
    """Return a reader for the words of an enumeration: its texts, else its names."""
    words = issubclass(kind, StrEnum)
    members = {str(m.value) if words else m.name.lower(): m for m in kind}

    def read(value: Any, place: str) -> E:
        name = value.lower() if isinstance(value, str) else None
        if name not in members:
            expected = f"one of {', '.join(members)}"
            raise InvalidActionError(place, shown(value), expected)
        return members[name]

    return read


def several[T](read: Reader[T]) -> Reader[frozenset[T]]:
    """Return a reader for a list of values, or for one of them by itself."""

    def read_all(value: Any, place: str) -> frozenset[T]:
        values = value if isinstance(value, list | tuple | set) else [value]
        return frozenset(read(one, place) for one in values)

    return read_all


def whole(lowest: int, highest: int) -> Reader[int]:
    """Return a reader for a whole number between two others."""

    def read(value: Any, place: str) -> int:
        number = None
        with suppress(TypeError, ValueError, OverflowError):
            number = float(value)
        # To Python a truth value is a number, too.
        if (
            isinstance(value, bool)
            or number is None
            or not lowest <= number <= highest
            or number % 1
        ):
            expected = f"a whole number from {lowest} to {highest}"
            raise InvalidActionError(place, shown(value), expected)
        return int(number)

    return read


def moment(value: Any, place: str) -> datetime:
    """Read a point in time: a text, or what a template made of one; UTC comes back.

    Without an offset it is meant as the clock of the home shows it.
    """
    found = value if isinstance(value, datetime) else None
    with suppress(ValueError, OverflowError):
        if isinstance(value, str):
            found = dt_util.parse_datetime(value)
        if found is not None:
            return dt_util.as_utc(found)
    expected = "a time such as 2026-11-20 18:30:00"
    raise InvalidActionError(place, shown(value), expected)
