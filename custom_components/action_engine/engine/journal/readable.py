"""Encoded values as people read them: the tags of ``codec`` taken out again."""

from collections.abc import Callable
from typing import Any, Final

from .codec import BODY, TAG


def readable(plain: Any) -> Any:
    """Return plain data without tags, in which every value has its usual text.

    Never fails: what does not look as expected, because a mask took its place, is shown
    as it is.
    """
    if isinstance(plain, list):
        return [readable(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    if TAG not in plain:
        return {key: readable(one) for key, one in plain.items()}
    body = plain.get(BODY)
    try:
        return _FORMS.get(plain[TAG], readable)(body)
    except AttributeError, IndexError, KeyError, TypeError, ValueError:
        return readable(body)


def _first(body: list[Any]) -> Any:
    return body[0]


def _datetime(body: list[Any]) -> str:
    return body[0] if body[1] is None else f"{body[0]} {body[1]}"


def _timedelta(body: list[Any]) -> float:
    days, seconds, microseconds = body
    return float(days * 86400 + seconds + microseconds / 1e6)


def _context(body: list[Any]) -> dict[str, Any]:
    return dict(zip(("id", "parent_id", "user_id"), body, strict=True))


def _state(body: list[Any]) -> dict[str, Any]:
    entity_id, state, attributes, changed, updated, reported, context = body
    return {
        "entity_id": entity_id,
        "state": state,
        "attributes": readable(attributes),
        "last_changed": _datetime(changed),
        "last_updated": _datetime(updated),
        "last_reported": _datetime(reported),
        "context": _context(context),
    }


def _event(body: list[Any]) -> dict[str, Any]:
    event_type, data, _origin, _fired, context = body
    return {
        "event_type": event_type,
        "data": readable(data),
        "context": _context(context),
    }


_FORMS: Final[dict[Any, Callable[[Any], Any]]] = {
    "lost": lambda body: f"<{body}>",
    "dict": lambda body: {str(readable(key)): readable(one) for key, one in body},
    "datetime": _datetime,
    "time": _first,
    "timedelta": _timedelta,
    "state": _state,
    "context": _context,
    "event": _event,
    "enum": lambda body: readable(body[2]),
    "rendered": lambda body: readable(body[1]),
}
