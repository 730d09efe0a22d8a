"""Patterns of actions: ``light.*``, ``*.turn_off``, ``*``; names of the catalog; of tools: ``mcp-01kab/*``."""

import re
from typing import Final

from homeassistant.const import Platform

NO_CALLS: Final = frozenset({"event", "device", "trigger", "native", "template"})
"""What a plan may hold that is no call of an action, as ``Asked.action`` names it."""

_OTHERS: Final = frozenset(
    {
        *("automation", "counter", "group", "hassio", "homeassistant", "input_boolean"),
        *("input_button", "input_datetime", "input_number", "input_select"),
        *("input_text", "mqtt", "python_script", "recorder", "rest_command", "script"),
        *("schedule", "shell_command", "system_log", "timer", "zone", "action_engine"),
    }
)
_DOMAINS: Final = frozenset(map(str, Platform)) | _OTHERS

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
"""Of an action of the catalog."""

_PATTERN: Final = re.compile(
    r"\*|[a-z0-9_*]+\.[a-z0-9_*]+|[A-Za-z0-9_*-]+/[A-Za-z0-9_*./:-]+"
)


def is_pattern(text: str) -> bool:
    """Tell whether it can match anything.

    A domain alone (``light``) never would, and a refusal that matches nothing lets in
    what it was to keep out. Every other word may be the name of an action.
    """
    if _NAME.fullmatch(text) is not None and text not in _DOMAINS:
        return True
    return text in NO_CALLS or _PATTERN.fullmatch(text) is not None
