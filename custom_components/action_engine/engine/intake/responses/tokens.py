"""The tokens of JSON, and of what models write in its place.

One linear pass. Nothing is judged here but where a token ends; a text that nothing
closes is a token of its own kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
import re
from typing import Final

from .page import Page


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    COLON = auto()
    COMMA = auto()
    TEXT = auto()
    WORD = auto()
    """A number, a literal, a key without quotes, or anything else."""

    COMMENT = auto()
    UNCLOSED = auto()
    """A text or comment that never ends, or one quote of no text."""


@dataclass(slots=True)
class Token:
    """One token, from ``start`` up to ``end``."""

    kind: Kind
    start: int
    end: int


_SPACE: Final = re.compile("[\\s\ufeff]+")
_WORD: Final = re.compile(r"""[^\s,:{}\[\]"“”/#][^\s,:{}\[\]"“”]*+|[/#“”]""")
_LINE_COMMENT: Final = re.compile(r"(?://|#)[^\n]*+")
_BLOCK_END: Final = re.compile(r"\*/")
_TEXTS: Final = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
    "'": re.compile(r"'(?:[^'\\]|\\.)*+'", re.DOTALL),
    "“": re.compile(r"“(?:[^”\\]|\\.)*+”", re.DOTALL),
    "\u2018": re.compile(r"\u2018(?:[^\u2019\\]|\\.)*+\u2019", re.DOTALL),
}
_SIGNS: Final = {
    "{": Kind.OPEN,
    "[": Kind.OPEN,
    "}": Kind.CLOSE,
    "]": Kind.CLOSE,
    ":": Kind.COLON,
    ",": Kind.COMMA,
}
_FOREIGN: Final = re.compile(
    r"\[/?ACTION\b|```|~~~|</?(?:action|invoke|function_calls|tool_call)\b",
    re.IGNORECASE,
)
"""What begins no line of JSON: there, another format begins.

Elsewhere it means nothing. It may stand in a text whose quotes got lost.
"""


def tokens(page: Page, start: int) -> Iterator[Token]:
    """Yield the tokens from ``start`` on, up to another format or the end."""
    text, at = page.text, start
    while True:
        if (space := _SPACE.match(text, at)) is not None:
            at = space.end()
            if "\n" in space.group() and _FOREIGN.match(text, at) is not None:
                return
        if at >= len(text):
            return
        if (comment := _comment(page, at)) is not None:
            token = comment
        else:
            token = _token(text, at)
        yield token
        at = token.end
        if token.kind is Kind.UNCLOSED:
            return


def is_end(page: Page, at: int) -> bool:
    """Tell whether nothing but space follows."""
    space = _SPACE.match(page.text, at)
    return (at if space is None else space.end()) >= len(page.text)


def _comment(page: Page, at: int) -> Token | None:
    if page.text.startswith("/*", at):
        if (end := page.search(_BLOCK_END, at + 2)) is None:
            return Token(Kind.UNCLOSED, at, len(page.text))
        return Token(Kind.COMMENT, at, end.end())
    if (line := _LINE_COMMENT.match(page.text, at)) is not None:
        return Token(Kind.COMMENT, at, line.end())
    return None


def _token(text: str, at: int) -> Token:
    char = text[at]
    if (sign := _SIGNS.get(char)) is not None:
        return Token(sign, at, at + 1)
    if (pattern := _TEXTS.get(char)) is not None:
        if (match := pattern.match(text, at)) is None:
            return Token(Kind.UNCLOSED, at, len(text))
        return Token(Kind.TEXT, at, match.end())
    word = _WORD.match(text, at)
    return Token(Kind.WORD, at, at + 1 if word is None else word.end())
