"""Texts, numbers and literals of JSON, and what models write in their place."""

import json
import math
import re
from typing import Any, Final

from ..yaml_scalars import MAX_NUMBER

_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?", re.ASCII)
_BARE_KEY: Final = re.compile(r"[^\W\d][\w-]*+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ESCAPED_QUOTE: Final = re.compile(r'\\.|"', re.DOTALL)
_LITERALS: Final[dict[str, Any]] = {
    "true": True,
    "false": False,
    "null": None,
    "True": True,
    "False": False,
    "None": None,
}


def check_text(raw: str) -> str | None:
    """Return what is expected in place of a text in quotes, None if it is fine."""
    try:
        text = text_of(raw)
    except ValueError:
        return "a text whose backslashes are those of JSON"
    if _SURROGATE.search(text) is not None:
        return "a text of whole characters"
    return None


def check_word(raw: str) -> str | None:
    """Return what is expected in place of a word, None for numbers and literals."""
    if raw in _LITERALS:
        return None
    if _NUMBER.fullmatch(raw) is None:
        return "a number, true, false, null, or a text in quotes"
    if len(raw) > MAX_NUMBER or math.isinf(float(raw)):
        return "a smaller number"
    return None


def check_bare_key(raw: str) -> str | None:
    """Return what is expected in place of a key without quotes, None if it may be one."""
    return None if _BARE_KEY.fullmatch(raw) else "a key in quotes"


def text_of(raw: str) -> str:
    """Return the text between quotes of any kind; ValueError for wrong escapes.

    Line breaks may stand in it as they are, which JSON does not allow.
    """
    if not raw.startswith('"'):
        raw = f'"{_ESCAPED_QUOTE.sub(_requoted, raw[1:-1])}"'
    value: str = json.loads(raw, strict=False)
    return value


def word_of(raw: str) -> Any:
    """Return the value of a word that ``check_word`` has nothing against."""
    return _LITERALS[raw] if raw in _LITERALS else json.loads(raw)


def _requoted(found: re.Match[str]) -> str:
    """Write a quote, or what follows a backslash, as JSON does within double quotes."""
    piece = found.group()
    if piece == '"':
        return '\\"'
    return "'" if piece == "\\'" else piece
