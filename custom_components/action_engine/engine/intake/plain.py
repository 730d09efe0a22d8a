"""Data that somebody else holds becomes data of our own."""

from collections.abc import Mapping
import datetime as dt
from typing import Any, Final

from homeassistant.helpers.template import Template

from ..errors import InvalidActionError
from .wording import in_words, joined

_LEAVES: Final = frozenset(
    {
        str,
        int,
        float,
        bool,
        type(None),
        bytes,
        dt.date,
        dt.datetime,
        dt.time,
        dt.timedelta,
    }
)


def to_plain(value: Any, *path: object) -> Any:
    """Copy ``value`` deeply, without the classes that Home Assistant's YAML adds.

    Raises ``InvalidActionError`` for an object that is not data, such as the input of
    a blueprint that nobody filled in. The depth must have been checked before.
    """
    kind = value.__class__
    if kind in _LEAVES:
        return value
    if isinstance(value, Mapping):
        return {
            _leaf(key, path): child
            if child.__class__ in _LEAVES
            else to_plain(child, *path, key)
            for key, child in value.items()
        }
    if isinstance(value, list):
        return [to_plain(child, *path, at) for at, child in enumerate(value)]
    if isinstance(value, tuple):
        return tuple(to_plain(child, *path, at) for at, child in enumerate(value))
    if isinstance(value, (set, frozenset)):
        return {_leaf(child, path) for child in value}
    return _leaf(value, path)


def _leaf(value: Any, path: tuple[object, ...]) -> Any:
    if value.__class__ in _LEAVES:
        return value
    match value:
        # Explicit methods, since enumerations overwrite what str() and int() give.
        case str():
            return str.__str__(value)
        case int():
            return int.__int__(value)
        case float():
            return float.__float__(value)
        case Template():
            return value.template
    root = () if path and isinstance(path[0], str) else ("actions",)
    raise InvalidActionError(
        joined(*root, *path), in_words(value), "text, numbers, lists and mappings"
    )
