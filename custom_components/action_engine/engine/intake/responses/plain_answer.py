"""How large an answer may be, and what it may be made of."""

from collections.abc import Mapping
import re
from typing import Any, Final

from ...errors import InvalidActionError
from ..caps import MAX_DEPTH
from ..wording import in_words

MAX_BYTES: Final = 256 * 1024
"""UTF-8 bytes of all texts of an answer together."""

MAX_PARTS: Final = 20_000
"""Keys, values, lists and mappings of an answer that comes as data."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def as_plain(answer: Any) -> Any:
    """Return an answer as text, or as dicts and lists that nobody else holds.

    Raises ``InvalidActionError`` for what is too large or too deep, texts that are not
    made of whole characters, and names that are no texts.
    """
    if isinstance(answer, str):
        _check_text(answer, MAX_BYTES)
        return answer
    return _Copy().of(answer, 0)


def _check_text(text: str, left: int) -> int:
    """Return how many bytes are left; a character takes at least one of them."""
    if len(text) <= left:
        if _SURROGATE.search(text) is not None:
            raise InvalidActionError(
                "text", "half a character", "a text of whole characters"
            )
        if (size := len(text.encode())) <= left:
            return left - size
    raise InvalidActionError(
        "text", f"{len(text)} characters", f"at most {MAX_BYTES // 1024} KiB"
    )


class _Copy:
    """A deep copy that counts what it copies."""

    def __init__(self) -> None:
        self._bytes = MAX_BYTES
        self._parts = MAX_PARTS

    def of(self, value: Any, depth: int) -> Any:
        self._parts -= 1
        if self._parts < 0:
            raise InvalidActionError("data", "more", f"at most {MAX_PARTS} values")
        match value:
            case str():
                self._bytes = _check_text(value, self._bytes)
                return str(value)
            case Mapping():
                self._descend(depth)
                return {
                    self._name(key): self.of(inner, depth + 1)
                    for key, inner in value.items()
                }
            case list() | tuple():
                self._descend(depth)
                return [self.of(inner, depth + 1) for inner in value]
            case _:
                return value

    def _name(self, key: Any) -> str:
        if not isinstance(key, str):
            raise InvalidActionError("data", in_words(key), "names as text")
        self._parts -= 1
        self._bytes = _check_text(key, self._bytes)
        return str(key)

    def _descend(self, depth: int) -> None:
        if depth >= MAX_DEPTH:
            raise InvalidActionError(
                "data", "one more level", f"at most {MAX_DEPTH} levels"
            )
