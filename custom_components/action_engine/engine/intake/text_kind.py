"""What a text is, by what is in it."""

from collections.abc import Mapping
import re
from typing import Any, Final

from ..errors import ActionParseError
from ..model.trial import TextKind
from .responses.read import read_response
from .yaml_text import load_yaml

_BY_HAND: Final = re.compile(
    r"(?:\s*(?:#.*)?\n)*(?:- |(?P<key>[a-z_]+):)", re.IGNORECASE
)
"""How YAML of Home Assistant begins, after empty lines and comments."""

_KEYS: Final = frozenset(
    {"alias", "description", "id", "mode", "variables", "sequence", "triggers"}
    | {"trigger", "conditions", "condition", "actions", "action", "max"}
)
_PLAN_KEYS: Final = frozenset({"query", "strategy", "tool_calls", "max_parallel"})
_WHOLE: Final = frozenset({"json", "tool_calls"})
"""Formats of an answer that is data from its first character to its last."""


def kind_of(text: str) -> TextKind:
    """Return how a text is read best; it need not be in order.

    What could be two things is what people write by hand, so that an error in it is
    told in the words of that.
    """
    try:
        data = load_yaml(text)
    except ActionParseError:
        return _broken(text)
    if not isinstance(data, (Mapping, list)):
        return TextKind.RESPONSE
    if (kind := _by_parts(data)) is not None:
        return kind
    formats = {one.format for one in read_response(text).wishes}
    return TextKind.ACTIONS if _WHOLE.isdisjoint(formats) else TextKind.RESPONSE


def _broken(text: str) -> TextKind:
    """Judge what is no YAML by how it begins, then by what a model might have meant."""
    if (found := _BY_HAND.match(text)) is not None:
        key = (found["key"] or "sequence").lower()
        if key in _PLAN_KEYS:
            return TextKind.PLAN
        if key in _KEYS:
            return TextKind.ACTIONS
    reading = read_response(text)
    if reading.wishes or reading.losses or not text.lstrip().startswith(("{", "[")):
        return TextKind.RESPONSE
    return TextKind.ACTIONS


def _by_parts(data: Mapping[Any, Any] | list[Any]) -> TextKind | None:
    """Know plans and answers by what nothing else has."""
    held = data if isinstance(data, list) else data.get("actions", data)
    actions = held if isinstance(held, list) else [held]
    if any(isinstance(one, Mapping) and "action_type" in one for one in actions):
        return TextKind.RESPONSE
    if isinstance(data, list):
        return None
    calls = data.get("tool_calls")
    if isinstance(calls, list) and any(
        # Of the calls that an interface gives, the names stand elsewhere.
        isinstance(one, Mapping) and "function" in one
        for one in calls
    ):
        return TextKind.RESPONSE
    return TextKind.PLAN if "tool_calls" in data or "strategy" in data else None
