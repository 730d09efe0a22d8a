"""How intake speaks about a value that it refuses: short, and never the whole of it."""

from collections.abc import Mapping, Set as AbstractSet
from itertools import islice
from typing import Any, Final

MAX_CAME: Final = 80
"""Characters of an error's ``came``; a log line or a dialog shows it whole."""

_MAX_PLACE: Final = 200
_MAX_KEY: Final = 40
_WORDS: Final = {None: "nothing", True: "true", False: "false"}


def shortened(text: str, limit: int = MAX_CAME) -> str:
    """Cut ``text`` to at most ``limit`` characters, the last one telling that it was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def in_words(value: Any) -> str:
    """Describe a value of any type and size in at most ``MAX_CAME`` characters."""
    match value:
        case None | bool():
            return _WORDS[value]
        case str():
            return quoted(value)
        case int() | float():
            return _number(value)
        case Mapping():
            return _mapping(value)
        case list() | tuple() | AbstractSet():
            return f"a list of {len(value)}" if value else "an empty list"
        case _:
            return shortened(f"an object of type {type(value).__name__}")


def quoted(text: str) -> str:
    """Show the beginning of a text, line breaks and odd characters escaped."""
    return shortened(repr(str(text[:MAX_CAME])))


def joined(*path: object) -> str:
    """Write a path as Home Assistant's traces do: ``actions/3/choose/0``."""
    parts = (shortened(segment(part), _MAX_KEY) for part in path)
    return shortened("/".join(parts), _MAX_PLACE)


def segment(key: object) -> str:
    """Name a list index or a mapping's key in a path, on one line."""
    if not isinstance(key, str):
        return in_words(key)
    return key if key and key.isprintable() else quoted(key)


def _number(value: float) -> str:
    # Python refuses to print integers of more than 4,300 digits.
    if isinstance(value, int) and value.bit_length() > MAX_CAME:
        return "a very large number"
    return str(value)


def _mapping(value: Mapping[Any, Any]) -> str:
    if not value:
        return "an empty mapping"
    keys = [shortened(segment(key), _MAX_KEY) for key in islice(value, MAX_CAME // 2)]
    return shortened(f"a mapping with {', '.join(keys)}")
