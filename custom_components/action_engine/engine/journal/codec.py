"""Values with their types, as plain data that JSON can hold.

Text, numbers, booleans, None, lists, and dicts with text for keys stand for themselves.
Everything else is a dict with two keys: ``{"!": "tuple", "=": [1, 2]}``. A dict that
has the key ``!`` itself is written as pairs, so that nothing can pretend to be a type.

``encode`` runs on the event loop and copies: later changes of the value cannot reach
what was encoded. What JSON has no form for (``nan``, integers of more than 64 bits,
broken text) is left to ``json_text``, which runs elsewhere.
"""

import base64
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum
from typing import Any, Final
from zoneinfo import ZoneInfo

from homeassistant.core import Context, Event, State
from homeassistant.helpers.template import RESULT_WRAPPERS
from homeassistant.util.read_only_dict import ReadOnlyDict

TAG: Final = "!"
BODY: Final = "="
LOST: Final = "lost"
"""The tag of what had no form; its body says what it was."""

MAX_DEPTH: Final = 50
MAX_SIZE: Final = 100_000
"""Members of all containers of one value together. Beyond it the copy would hold the
event loop up, and a value that contains itself would never end."""

AS_IS: Final = frozenset({str, int, float, bool, type(None)})


class Copying:
    """One value that is being encoded: what is left of its budget, what was lost."""

    __slots__ = ("left", "lost")

    def __init__(self) -> None:
        """Begin with the whole budget."""
        self.left = MAX_SIZE
        self.lost: str | None = None

    def has_room(self, size: int, depth: int) -> bool:
        """Take a container of this size, or note that it is too much."""
        self.left -= size
        if self.left < 0 or depth > MAX_DEPTH:
            self.lost = "too large" if self.left < 0 else "nested too deep"
            return False
        return True


_EMPTY: Final[dict[type, Callable[[], Any]]] = {
    dict: dict,
    list: list,
    tuple: lambda: {TAG: "tuple", BODY: []},
}

type _Encoder = Callable[[Any, Copying, int], Any]


def encode(value: Any) -> tuple[Any, str | None]:
    """Return the value as plain data, and what of it was lost.

    The second is None if ``decode`` gives an equal value of the same types. Annotated
    and other subclasses of plain types count as these types, enumerations as themselves.
    """
    if type(value) in AS_IS:
        return value, None
    copying = Copying()
    return _encode(value, copying, 0), copying.lost


def tagged(tag: str, body: Any) -> dict[str, Any]:
    """Return plain data that stands for a value of another type."""
    return {TAG: tag, BODY: body}


def _encode(value: Any, copying: Copying, depth: int) -> Any:
    encoder = _ENCODERS.get(type(value)) or _encoder_of_base(value)
    return encoder(value, copying, depth)


def _members(values: Any, copying: Copying, depth: int) -> Any:
    if not copying.has_room(len(values), depth):
        return tagged(LOST, copying.lost)
    depth += 1
    return [
        one if type(one) in AS_IS else _encode(one, copying, depth) for one in values
    ]


def _mapping(value: Any, copying: Copying, depth: int) -> Any:
    if not copying.has_room(len(value), depth):
        return tagged(LOST, copying.lost)
    depth += 1
    result: dict[str, Any] = {}
    for key, one in value.items():
        if type(key) is not str or key == TAG:
            return _pairs(value, copying, depth)
        kind = type(one)
        if kind in AS_IS:
            result[key] = one
        elif not one and kind in _EMPTY:
            # Most notes have room for more than they say.
            result[key] = _EMPTY[kind]()
        else:
            result[key] = _encode(one, copying, depth)
    return result


def _pairs(value: Any, copying: Copying, depth: int) -> Any:
    def side(one: Any) -> Any:
        return _encode(one, copying, depth + 2)

    if all(_is_text(key) and key != TAG for key in value):
        return {str.__str__(key): side(one) for key, one in value.items()}
    return tagged("dict", [[side(key), side(one)] for key, one in value.items()])


def _is_text(key: Any) -> bool:
    # Keys of annotated YAML are text with a note of where it stood.
    return isinstance(key, str) and not isinstance(key, Enum)


def _under(tag: str, convert: Callable[[Any], Any]) -> _Encoder:
    return lambda value, _copying, _depth: tagged(tag, convert(value))


def _container(tag: str, inner: _Encoder = _members) -> _Encoder:
    return lambda value, copying, depth: tagged(tag, inner(value, copying, depth))


def zone_of(zone: tzinfo | None) -> str | None:
    """Return the name of a time zone; None if only its offset at that time is known."""
    return zone.key if isinstance(zone, ZoneInfo) else None


def _clock(value: datetime | time) -> list[Any]:
    """Return the time, its zone if that has a name, and which of two it is."""
    zone = zone_of(value.tzinfo)
    bare = value if zone is None else value.replace(tzinfo=None)
    return [bare.isoformat(), zone, value.fold]


def _context(value: Context) -> list[Any]:
    return [value.id, value.parent_id, value.user_id]


def _state(value: State, copying: Copying, depth: int) -> Any:
    return tagged(
        "state",
        [
            value.entity_id,
            value.state,
            _encode(dict(value.attributes), copying, depth + 2),
            _clock(value.last_changed),
            _clock(value.last_updated),
            _clock(value.last_reported),
            _context(value.context),
        ],
    )


def _event(value: Event[Any], copying: Copying, depth: int) -> Any:
    return tagged(
        "event",
        [
            value.event_type,
            _encode(value.data, copying, depth + 2),
            value.origin.value,
            value.time_fired_timestamp,
            _context(value.context),
        ],
    )


def _enum(value: Enum, copying: Copying, depth: int) -> Any:
    kind = type(value)
    inner = _encode(value.value, copying, depth + 1)
    return tagged("enum", [kind.__module__, kind.__qualname__, inner])


def _rendered(base: type) -> _Encoder:
    """Encode a result of a template: it still knows the text that it was made from."""

    def encoder(value: Any, copying: Copying, depth: int) -> Any:
        inner = _TYPES[base](value, copying, depth + 2)
        return tagged("rendered", [value.render_result, inner])

    return encoder


def _unknown(value: Any, copying: Copying, _depth: int) -> Any:
    kind = type(value)
    copying.lost = f"{kind.__module__}.{kind.__qualname__}"
    return tagged(LOST, copying.lost)


def _itself(kind: type) -> _Encoder:
    # Methods of the plain type: what a subclass made of them is not asked.
    convert: Callable[[Any], Any] = _PLAIN_FORM[kind]
    return lambda value, _copying, _depth: convert(value)


_PLAIN_FORM: Final[dict[type, Callable[[Any], Any]]] = {
    str: str.__str__,
    int: int.__int__,
    float: float.__float__,
    bool: bool,
    type(None): lambda value: value,
}

_TYPES: Final[dict[type, _Encoder]] = {
    **{kind: _itself(kind) for kind in _PLAIN_FORM},
    dict: _mapping,
    list: _members,
    tuple: _container("tuple"),
    set: _container("set"),
    frozenset: _container("frozenset"),
    ReadOnlyDict: _container("readonly", _mapping),
    bytes: _under("bytes", lambda value: base64.b64encode(value).decode()),
    datetime: _under("datetime", _clock),
    date: _under("date", date.isoformat),
    time: _under("time", _clock),
    timedelta: _under(
        "timedelta", lambda value: [value.days, value.seconds, value.microseconds]
    ),
    State: _state,
    Context: _under("context", _context),
    Event: _event,
}
_ENCODERS: Final = {
    **_TYPES,
    **{wrapper: _rendered(base) for base, wrapper in RESULT_WRAPPERS.items()},
}

_BASES: Final = (
    *(Enum, str, int, float, dict, list, tuple, set, frozenset, bytes),
    *(datetime, date, time, timedelta),
)


def _encoder_of_base(value: Any) -> _Encoder:
    for base in _BASES:
        if isinstance(value, base):
            return _enum if base is Enum else _ENCODERS[base]
    return _unknown
