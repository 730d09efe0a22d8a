"""Patterns of actions: ``light.*``, ``*.turn_off``, ``*``; of tools: ``mcp-01kab/*``."""

import re
from typing import Final

NO_CALLS: Final = frozenset({"event", "device", "trigger", "native", "template"})
"""What a plan may hold that is no call of an action, as ``Asked.action`` names it."""

_PATTERN: Final = re.compile(
    r"\*|[a-z0-9_*]+\.[a-z0-9_*]+|[A-Za-z0-9_*-]+/[A-Za-z0-9_*./:-]+"
)


def is_pattern(text: str) -> bool:
    """Tell whether it can match anything.

    A domain alone (``light``) never would, and a refusal that matches nothing lets in
    what it was to keep out.
    """
    return text in NO_CALLS or _PATTERN.fullmatch(text) is not None
