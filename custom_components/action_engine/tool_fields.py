"""From the data of ``call_tool`` to what the engine is asked."""

from collections.abc import Mapping
from typing import Any, Final

from .engine.errors import InvalidActionError
from .engine.model.tool import ToolCall
from .request_fields import given_fields
from .request_values import Reader, mapping, seconds, shown, text

_LONGEST: Final = 3600.0
"""Seconds that a tool may take, or its answer may be kept."""


def _limit(value: Any, place: str) -> float:
    span = seconds(value, place)
    if not 0 < span <= _LONGEST:
        raise InvalidActionError(place, shown(value), "up to an hour, and more than 0")
    return span


def _age(value: Any, place: str) -> float:
    if (span := seconds(value, place)) > _LONGEST:
        raise InvalidActionError(place, shown(value), "an hour at most")
    return span


_CALL: Final[Mapping[str, Reader[Any]]] = {
    "api": text,
    "tool": text,
    "arguments": mapping,
    "timeout": _limit,
    "cache_seconds": _age,
}

CALL_TOOL_FIELDS: Final = tuple(_CALL)


def parse_call_tool(data: Mapping[str, Any]) -> ToolCall:
    """Return which tool the data of ``call_tool`` asks for, and with what."""
    given = given_fields(data, CALL_TOOL_FIELDS)
    if "tool" not in given:
        raise InvalidActionError("tool", "nothing", "the name of a tool")
    return ToolCall(**{key: _CALL[key](one, key) for key, one in given.items()})
