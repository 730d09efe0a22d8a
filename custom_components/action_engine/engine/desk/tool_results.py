"""What a tool has answered, as plain data that a run can go on with.

Pure functions. MCP has its own forms: ``structuredContent`` where the server declares
one, else a list of contents, of which the texts may be JSON.
"""

from collections.abc import Mapping
from typing import Any, Final

import orjson

LARGEST: Final = 256 * 1024
"""Bytes of JSON."""


def as_json(data: Any) -> bytes:
    """Return an answer as JSON; addresses and the like become texts.

    Raises ``ValueError`` for what has no such form, or is too large.
    """
    try:
        written = orjson.dumps(data, default=_in_words, option=orjson.OPT_NON_STR_KEYS)
    except TypeError as error:
        message = "its answer is no plain data"
        raise ValueError(message) from error
    if len(written) > LARGEST:
        message = (
            f"its answer has {len(written)} bytes, and no more than {LARGEST} are taken"
        )
        raise ValueError(message)
    return written


def value_of(raw: Any, *, mcp: bool) -> Any:
    """Return what a run is interested in: of MCP the content, else all of it."""
    if not mcp or not isinstance(raw, Mapping):
        return raw
    structured = raw.get("structuredContent")
    if isinstance(structured, Mapping):
        return structured["result"] if structured.keys() == {"result"} else structured
    contents = raw.get("content")
    if not isinstance(contents, list):
        return raw
    values = [_content(one) for one in contents]
    return values[0] if len(values) == 1 else values or None


def words_of(raw: Any) -> str:
    """Return what a tool says that went wrong."""
    if isinstance(raw, Mapping):
        for key in ("error_text", "error", "message"):
            if isinstance(raw.get(key), str):
                return str(raw[key])
        contents = raw.get("content")
        if isinstance(contents, list):
            texts = [_text(one) for one in contents]
            if said := " ".join(text for text in texts if text):
                return said
    return orjson.dumps(raw).decode()[:1000]


def _content(one: Any) -> Any:
    if (text := _text(one)) is None:
        return one
    try:
        parsed = orjson.loads(text)
    except orjson.JSONDecodeError:
        return text
    # A text in quotes is still a text, quotes and all.
    return text if isinstance(parsed, str) else parsed


def _text(one: Any) -> str | None:
    if isinstance(one, Mapping) and one.get("type") == "text":
        text = one.get("text")
        return text if isinstance(text, str) else None
    return None


def _in_words(value: Any) -> Any:
    if isinstance(value, (set, frozenset, tuple)):
        return list(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        raise TypeError
    return str(value)
