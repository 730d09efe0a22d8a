"""The ground that data was read from: what it says, where its parts stand, what was mended.

What is not strict JSON is repaired by json-repair, which always makes something of a
text. So its answer counts only if our own reading of the same text comes to the same:
commas, quotes and comments may differ, values and keys may not.
"""

from dataclasses import dataclass, field
import json
from typing import Any, Final

from json_repair import repair_json

from ...model.response import Repair
from ..wording import shortened
from .page import Page
from .scalars import text_of, word_of
from .tree import Node, Problem

_MAX_SHOWN: Final = 500
_LISTS: Final = ("actions", "tool_calls", "output", "content")
"""Whose elements are read one by one when something around or among them is broken."""

_EXPECTED: Final = "JSON, or a short piece of it that is mended for certain"
_CONTAINERS: Final = ("{", "[")
_NOTHING: Final = object()

type Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Data, and what is known about how it was written."""

    data: Any
    prefix: Path = ()
    page: Page | None = None
    """The text that it was read from; None if it came as data."""

    node: Node | None = None
    start: int = 0
    """The character where it begins, if there is no node."""

    problems: dict[Path, Problem] = field(default_factory=dict)
    """What could not be read; None stands in its place."""

    repairs: dict[Path, Repair] = field(default_factory=dict)

    def place(self, *path: str | int) -> str:
        """Name the place of a part, with its position in the text."""
        logical = "/".join(map(str, (*self.prefix, *path))) or "response"
        if self.page is None:
            return logical
        node = self.node_at(path)
        start = self.start if node is None else node.start
        return f"{logical} ({self.page.where(start)})"

    def text(self, *path: str | int) -> str:
        """Return a part as it was written."""
        if self.page is None:
            return shortened(str(part_of(self.data, path)), _MAX_SHOWN)
        if (node := self.node_at(path)) is None:
            return self.page.text[self.start : self.start + _MAX_SHOWN]
        return self.page.text[node.start : min(node.end, node.start + _MAX_SHOWN)]

    def repair_of(self, path: Path) -> Repair | None:
        """Return what was mended in or around a part, None if it was fine."""
        for mended, repair in self.repairs.items():
            depth = min(len(mended), len(path))
            if mended[:depth] == path[:depth]:
                return repair
        return None

    def node_at(self, path: Path) -> Node | None:
        """Return the node of a part, or of the last one around it that has a node."""
        if (node := self.node) is None:
            return None
        for step in path:
            if isinstance(step, int):
                inner = node.values[step] if step < len(node.values) else None
            else:
                inner = node.member(step)
            if inner is None:
                return node
            node = inner
        return node


def part_of(data: Any, path: Path) -> Any:
    """Return the part of data under a path."""
    for step in path:
        data = data[step]
    return data


def ground_of(page: Page, node: Node, prefix: Path = ()) -> Ground:
    """Read a container of a page; what is broken in it is noted, not raised."""
    notes = _Notes()
    data: Any = _NOTHING
    if node.problem is None:
        data = _strict(page, node)
    if data is _NOTHING:
        if node.sign == "{" and (listed := _opened(node)) is not None:
            data = _members(page, node, listed, notes)
        elif node.sign == "[":
            data = _elements(page, node, (), notes)
        else:
            data = _noted(page, node, (), notes)
    return Ground(
        data=data,
        prefix=prefix,
        page=page,
        node=node,
        problems=notes.problems,
        repairs=notes.repairs,
    )


def parameters_of(page: Page, node: Node, prefix: Path = ()) -> Ground:
    """Read a container of which every part belongs to one wish: whole, or not at all."""
    notes = _Notes()
    data = _noted(page, node, (), notes)
    return Ground(
        data=data,
        prefix=prefix,
        page=page,
        node=node,
        problems=notes.problems,
        repairs=notes.repairs,
    )


@dataclass(slots=True)
class _Notes:
    """What is gathered while a container is read."""

    problems: dict[Path, Problem] = field(default_factory=dict)
    repairs: dict[Path, Repair] = field(default_factory=dict)


def _opened(node: Node) -> str | None:
    """Name the list whose elements stand for themselves; None if that is not certain."""
    for key in _LISTS:
        inner = node.member(key)
        if inner is not None and inner.sign == "[" and node.keys.count(key) == 1:
            return key
    return None


def _members(page: Page, node: Node, listed: str, notes: _Notes) -> dict[str, Any]:
    _note_own(node, (), notes)
    data = {}
    for name, inner in zip(node.keys, node.values, strict=True):
        read = _elements if name == listed else _noted
        data[name] = read(page, inner, (name,), notes)
    return data


def _elements(page: Page, node: Node, path: Path, notes: _Notes) -> list[Any]:
    _note_own(node, path, notes)
    return [
        _noted(page, inner, (*path, index), notes)
        for index, inner in enumerate(node.values)
    ]


def _note_own(node: Node, path: Path, notes: _Notes) -> None:
    """Note what is wrong with a container itself and not with a part of it."""
    problem = node.problem
    if problem and all(inner.problem is not problem for inner in node.values):
        notes.problems[path] = problem


def _noted(page: Page, node: Node, path: Path, notes: _Notes) -> Any:
    if node.problem is not None:
        notes.problems[path] = node.problem
        return None
    if node.sign not in _CONTAINERS or (value := _strict(page, node)) is _NOTHING:
        return _mended(page, node, path, notes)
    return value


def _strict(page: Page, node: Node) -> Any:
    """Read JSON as it should be; the tree has seen that no key comes twice."""
    try:
        return json.loads(page.text[node.start : node.end])
    except ValueError:
        return _NOTHING


def _mended(page: Page, node: Node, path: Path, notes: _Notes) -> Any:
    ours = _reading(page.text, node)
    if node.sign not in _CONTAINERS:
        return ours
    piece = page.text[node.start : node.end]
    if not page.allowance.take(len(piece)) or not _agrees(piece, ours):
        notes.problems[path] = Problem(node.start, "JSON with mistakes", _EXPECTED)
        return None
    notes.repairs[path] = Repair(
        was=shortened(piece, _MAX_SHOWN),
        made=shortened(json.dumps(ours, ensure_ascii=False), _MAX_SHOWN),
    )
    return ours


def _agrees(piece: str, ours: Any) -> bool:
    try:
        theirs = repair_json(piece, return_objects=True, skip_json_loads=True)
    except ValueError, RecursionError:
        return False
    return json.dumps(theirs, sort_keys=True) == json.dumps(ours, sort_keys=True)


def _reading(text: str, node: Node) -> Any:
    """Return what a node without problems says; at most ``MAX_DEPTH`` calls deep."""
    match node.sign:
        case "{":
            inner = (_reading(text, value) for value in node.values)
            return dict(zip(node.keys, inner, strict=True))
        case "[":
            return [_reading(text, value) for value in node.values]
        case '"':
            return text_of(text[node.start : node.end])
        case _:
            return word_of(text[node.start : node.end])
