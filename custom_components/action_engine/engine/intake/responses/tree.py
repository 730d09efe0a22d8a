"""Where the parts of a JSON text stand, whole and broken ones.

The tree is built in one pass without recursion. A container with a mistake in it is
marked and walked on to its end, so that what stands beside it can still be read.
"""

from dataclasses import dataclass, field
import re
from typing import Final

from ..caps import MAX_DEPTH
from ..wording import quoted
from .page import Page
from .scalars import check_bare_key, check_text, check_word, text_of
from .tokens import Kind, Token, is_end, tokens

_CLOSERS: Final = {"{": "}", "[": "]"}
_OPENERS: Final = {"}": "{", "]": "["}
_BRACKET: Final = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and at which character."""

    index: int
    came: str
    expected: str


@dataclass(slots=True)
class Node:
    """A value and where it stands; built here, only read elsewhere."""

    sign: str
    """``{`` or ``[`` for containers, ``"`` for texts, empty for words."""

    start: int
    end: int
    keys: list[str] = field(default_factory=list)
    values: list[Node] = field(default_factory=list)
    problem: Problem | None = None
    """What is wrong with it, or with the first part of it that is not whole."""

    closed: bool = False

    def member(self, key: str) -> Node | None:
        """Return the value under a key of an object."""
        if self.sign != "{" or key not in self.keys:
            return None
        return self.values[self.keys.index(key)]


def tree(page: Page, start: int) -> Node:
    """Read the container that opens at ``start``; its ``end`` is where it was left."""
    grower = _Grower(page, start)
    at = start
    for token in tokens(page, start):
        at = token.end
        if token.kind is Kind.COMMENT:
            continue
        grower.take(token)
        if grower.root.closed or token.kind is Kind.UNCLOSED:
            break
        if grower.is_too_deep:
            at = _end_of(page, token.end, grower.depth)
            break
    grower.leave(at)
    return grower.root


def _end_of(page: Page, start: int, depth: int) -> int:
    """Count brackets to where the outermost container closes."""
    for bracket in _BRACKET.finditer(page.text, start):
        depth += 1 if bracket.group() in _CLOSERS else -1
        if depth == 0:
            return bracket.end()
    return len(page.text)


class _Grower:
    """The containers that are open, and what the innermost one waits for."""

    def __init__(self, page: Page, start: int) -> None:
        self._page = page
        self._open: list[Node] = []
        self._key: str | None = None
        self._awaits = "value"
        self.root = Node("", start, start)
        self.is_too_deep = False

    @property
    def depth(self) -> int:
        """Count the containers that are open."""
        return len(self._open)

    def take(self, token: Token) -> None:
        """Go on by one token."""
        match token.kind:
            case Kind.OPEN:
                self._descend(token)
            case Kind.CLOSE:
                self._ascend(token)
            case Kind.COLON if self._awaits == "colon":
                self._awaits = "value"
            case Kind.COMMA if self._awaits == "next":
                self._awaits = "key" if self._open[-1].sign == "{" else "value"
            case Kind.TEXT | Kind.WORD:
                self._take_scalar(token)
            case Kind.UNCLOSED:
                self._spoil(token.start, "a text that nothing closes", "its end")
            case _:
                self._misplaced(token)

    def leave(self, at: int) -> None:
        """Close the book; what is open by now stays unclosed."""
        while self._open:
            node = self._open[-1]
            came = "the end" if is_end(self._page, at) else "something else"
            self._spoil(at, f"{came} before {_CLOSERS[node.sign]}", "the rest of it")
            self._pop(at)

    def _descend(self, token: Token) -> None:
        node = Node(self._page.text[token.start], token.start, token.end)
        if self._open:
            self._put(node)
        else:
            self.root = node
        self._open.append(node)
        self._begin()
        if len(self._open) > MAX_DEPTH:
            self._spoil(token.start, "one more level", f"at most {MAX_DEPTH} levels")
            self.is_too_deep = True

    def _begin(self) -> None:
        self._key = None
        self._awaits = "key" if self._open[-1].sign == "{" else "value"

    def _ascend(self, token: Token) -> None:
        opener = _OPENERS[self._page.text[token.start]]
        if opener not in {node.sign for node in self._open}:
            self._misplaced(token)
            return
        while self._open[-1].sign != opener:
            self._misplaced(token)
            self._pop(token.start)
        if self._awaits == "colon" or (self._awaits == "value" and self._key):
            self._misplaced(token)
        self._open[-1].closed = True
        self._pop(token.end)

    def _pop(self, end: int) -> None:
        node = self._open.pop()
        node.end = end
        self._awaits, self._key = "next", None
        if self._open and node.problem is not None and self._open[-1].problem is None:
            self._open[-1].problem = node.problem

    def _take_scalar(self, token: Token) -> None:
        raw = self._page.text[token.start : token.end]
        is_text = token.kind is Kind.TEXT
        # Nor does one that is missing before a key in quotes.
        is_next = self._awaits == "next" and is_text and self._open[-1].sign == "{"
        if self._awaits == "key" or is_next:
            self._take_key(token, raw, is_text=is_text)
            return
        wrong = check_text(raw) if is_text else check_word(raw)
        node = Node('"' if is_text else "", token.start, token.end, closed=True)
        if wrong is not None:
            node.problem = Problem(token.start, quoted(raw), wrong)
            self._spoil(token.start, quoted(raw), wrong)
        self._put(node)

    def _take_key(self, token: Token, raw: str, *, is_text: bool) -> None:
        wrong = check_text(raw) if is_text else check_bare_key(raw)
        key = text_of(raw) if is_text and wrong is None else raw
        if wrong is not None:
            self._spoil(token.start, quoted(raw), wrong)
        elif key in self._open[-1].keys:
            self._spoil(token.start, f"the key {quoted(key)} again", "every key once")
        self._key, self._awaits = key, "colon"

    def _put(self, node: Node) -> None:
        """Put a value into the innermost container, wherever it came."""
        outer = self._open[-1]
        # A comma that is missing between two containers changes nothing.
        if self._awaits == "next" and outer.sign == "[" and node.sign in _CLOSERS:
            self._awaits = "value"
        if self._awaits != "value":
            self._spoil(node.start, self._beginning(node.start), "another key, or }")
        if outer.sign == "{":
            outer.keys.append(self._key if self._key is not None else "")
        outer.values.append(node)
        self._awaits, self._key = "next", None

    def _misplaced(self, token: Token) -> None:
        sign = self._page.text[token.start]
        self._spoil(token.start, sign, _EXPECTED[self._awaits])

    def _spoil(self, index: int, came: str, expected: str) -> None:
        node = self._open[-1] if self._open else self.root
        if node.problem is None:
            node.problem = Problem(index, came, expected)

    def _beginning(self, index: int) -> str:
        return quoted(self._page.text[index : index + 20])


_EXPECTED: Final = {
    "key": "a key in quotes",
    "colon": "a colon",
    "value": "a value",
    "next": "a comma, or the end of it",
}
