"""The way back from plain data to values with their types; see ``codec``."""

import base64
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import Enum
from importlib import import_module
from typing import Any, Final
from zoneinfo import ZoneInfo

from homeassistant.core import Context, Event, EventOrigin, State
from homeassistant.helpers.template import RESULT_WRAPPERS
from homeassistant.util.read_only_dict import ReadOnlyDict

from .codec import BODY, LOST, TAG

_IMPORTABLE: Final = ("homeassistant.", "custom_components.", "enum.", "http.")
"""Where enumerations are looked for; a journal must not choose what is imported."""


class NotReadableError(Exception):
    """What was written is not what was handed in, or not known here any more."""


def decode(plain: Any) -> Any:
    """Return the value that was encoded; blocks where a class or a zone is loaded.

    Raises ``NotReadableError`` if it cannot be had with its types.
    """
    try:
        return _decode(plain)
    except NotReadableError:
        raise
    except (
        *(ArithmeticError, AttributeError, ImportError, LookupError),
        *(RecursionError, TypeError, ValueError),
    ) as error:
        raise NotReadableError(f"{type(error).__name__}: {error}") from error


def _decode(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_decode(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    if TAG in plain:
        return _DECODERS[plain[TAG]](plain[BODY])
    return {key: _decode(one) for key, one in plain.items()}


def _lost(body: Any) -> Any:
    raise NotReadableError(str(body))


def _datetime(body: list[Any]) -> datetime:
    moment = datetime.fromisoformat(body[0]).replace(fold=body[2])
    return moment if body[1] is None else moment.replace(tzinfo=ZoneInfo(body[1]))


def _time(body: list[Any]) -> time:
    clock = time.fromisoformat(body[0]).replace(fold=body[2])
    return clock if body[1] is None else clock.replace(tzinfo=ZoneInfo(body[1]))


def _context(body: list[Any]) -> Context:
    identity, parent_id, user_id = body
    return Context(id=identity, parent_id=parent_id, user_id=user_id)


def _state(body: list[Any]) -> State:
    entity_id, state, attributes, changed, updated, reported, context = body
    return State(
        entity_id,
        state,
        ReadOnlyDict(_decode(attributes)),
        last_changed=_datetime(changed),
        last_updated=_datetime(updated),
        last_reported=_datetime(reported),
        context=_context(context),
        validate_entity_id=False,
    )


def _event(body: list[Any]) -> Event[Any]:
    event_type, data, origin, fired, context = body
    return Event(
        event_type,
        _decode(data),
        EventOrigin(origin),
        time_fired_timestamp=fired,
        context=_context(context),
    )


def _enum(body: list[Any]) -> Enum:
    module, qualname, value = body
    if not f"{module}.".startswith(_IMPORTABLE):
        raise NotReadableError(f"{module}.{qualname}")
    found: Any = import_module(module)
    for name in qualname.split("."):
        found = getattr(found, name)
    if not (isinstance(found, type) and issubclass(found, Enum)):
        raise NotReadableError(f"{module}.{qualname}")
    return found(_decode(value))


def _rendered(body: list[Any]) -> Any:
    text, inner = body
    value = _decode(inner)
    return RESULT_WRAPPERS[type(value)](value, render_result=text)


_DECODERS: Final[dict[str, Callable[[Any], Any]]] = {
    LOST: _lost,
    "dict": lambda body: {_decode(key): _decode(one) for key, one in body},
    "tuple": lambda body: tuple(_decode(body)),
    "set": lambda body: set(_decode(body)),
    "frozenset": lambda body: frozenset(_decode(body)),
    "readonly": lambda body: ReadOnlyDict(_decode(body)),
    "bytes": lambda body: base64.b64decode(body, validate=True),
    "datetime": _datetime,
    "date": date.fromisoformat,
    "time": _time,
    "timedelta": lambda body: timedelta(*body),
    "state": _state,
    "context": _context,
    "event": _event,
    "enum": _enum,
    "rendered": _rendered,
    "int": int,
    "float": float,
    "str": lambda body: base64.b64decode(body).decode("utf-8", "surrogatepass"),
}
