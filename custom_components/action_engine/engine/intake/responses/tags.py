"""Tags: ``[ACTION:NAME]{…}[/ACTION]``; names mean the same in capitals and without."""

import re
from typing import Final

from ...errors import InvalidActionError
from .answers import JSON
from .findings import Findings
from .formats import Format
from .ground import Ground, parameters_of
from .page import Page
from .tree import tree
from .wishes import checked_name

_OPENING: Final = re.compile(r"\[ACTION:", re.IGNORECASE)
_HEAD: Final = re.compile(r"\[ACTION:([^\[\]\n]{0,200}+)\]\s*+", re.IGNORECASE)
_CLOSING: Final = re.compile(r"\s*+\[/ACTION\]", re.IGNORECASE)
_LAST: Final = re.compile(r"\[/ACTION\][ \t\r]*+$", re.IGNORECASE | re.MULTILINE)
_EXPECTED: Final = "[ACTION:NAME]{…}[/ACTION]"


def _seek(page: Page, start: int) -> int | None:
    match = page.search(_OPENING, start)
    return None if match is None else match.start()


def _read(page: Page, start: int, found: Findings) -> int | None:
    head = _HEAD.match(page.text, start)
    with found.within("tag"):
        if head is None:
            end = page.paragraph_end(start)
            found.lose_text(page, (start, end), "tag", "a tag with no ]", _EXPECTED)
            return end
        try:
            name = checked_name(head.group(1)).lower()
        except InvalidActionError as error:
            return _lose(page, head, found, error.came, error.expected)
        if page.text.startswith("{", head.end()):
            return _take(page, head, found, name)
        if (closing := _CLOSING.match(page.text, head.end())) is None:
            return _lose(page, head, found, "no parameters", _EXPECTED)
        ground = Ground(data={}, prefix=("tag", name), page=page, start=start)
        found.wish(ground, (), JSON, name=name)
        return closing.end()


def _take(page: Page, head: re.Match[str], found: Findings, name: str) -> int:
    node = tree(page, head.end())
    ground = parameters_of(page, node, ("tag", name))
    if ground.problems:
        found.lose_broken(ground, (), ground.problems[()])
        return _safe_end(page, node.start)
    closing = _CLOSING.match(page.text, node.end)
    if closing is None:
        found.lose(ground, (), "a tag with no end", _EXPECTED)
        return node.end
    found.wish(ground, (), JSON, name=name, parameters=ground.data)
    return closing.end()


def _lose(
    page: Page, head: re.Match[str], found: Findings, reason: str, expected: str
) -> int:
    end = _safe_end(page, head.end())
    found.lose_text(page, (head.start(), end), "tag", reason, expected)
    return end


def _safe_end(page: Page, start: int) -> int:
    """Pass over all that may belong to a broken tag: up to an end of tag and line."""
    last, paragraph = page.search(_LAST, start), page.paragraph_end(start)
    return paragraph if last is None else min(last.end(), paragraph)


TAG_FORMAT: Final = Format(seek=_seek, read=_read)
