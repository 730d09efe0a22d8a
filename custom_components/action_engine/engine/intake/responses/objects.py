"""JSON: an answer that is nothing else, and objects in the midst of words."""

import re
from typing import Final

from .answers import ATTEMPT, JSON, TOOL_CALLS, take_answer
from .findings import Findings
from .formats import Format
from .ground import Ground, ground_of
from .page import Page
from .tokens import is_end
from .tree import tree

_BEGINNING: Final = re.compile("[\\s\ufeff]*+([{\\[])(?!/?ACTION:)", re.IGNORECASE)
_MAYBE: Final = re.compile(
    r"""
    (?: \[ \s*+ )?+ \{ \s*+ (?: ["'“\u2018/\#] | [^\W\d][\w-]{0,40}+ \s*+ : )
    """,
    re.VERBOSE,
)
"""An object, or a list that begins with one; not every brace is one."""

_EFFORT: Final = 4
"""How often a text may be walked in search of objects that are none."""

MAX_OBJECTS: Final = 1000
"""How many objects between words are tried; what is left of the text is words."""


def seek_whole(page: Page, start: int) -> int | None:
    """Return where JSON begins, if a text begins with it."""
    match = _BEGINNING.match(page.text)
    return None if start > 0 or match is None else match.start(1)


def read_whole(page: Page, start: int, found: Findings) -> int | None:
    """Read a text that is one piece of JSON from ``start`` on, and nothing else."""
    node = tree(page, start)
    if not is_end(page, node.end):
        return None
    ground = ground_of(page, node)
    if take_answer(found, ground) or _lose_inner(found, ground):
        return len(page.text)
    return None


def _seek_embedded(page: Page, start: int) -> int | None:
    if page.effort > _EFFORT * len(page.text) or page.attempts >= MAX_OBJECTS:
        return None
    match = page.search(_MAYBE, start)
    return None if match is None else match.start()


def _read_embedded(page: Page, start: int, found: Findings) -> int | None:
    page.attempts += 1
    node = tree(page, start)
    ground = ground_of(page, node, ("object",))
    with found.within("embedded"):
        if take_answer(found, ground):
            whole = node.problem is None
            return node.end if whole else page.paragraph_end(node.end)
    if _lose_inner(found, ground):
        return node.end
    # Words in braces; whatever stands in them is looked at once more.
    page.effort += node.end - start
    return None


def _lose_inner(found: Findings, ground: Ground) -> bool:
    """Pass over valid JSON, and tell if a wish is hidden somewhere in it."""
    page, node = ground.page, ground.node
    if page is None or node is None or ground.problems:
        return False
    if ATTEMPT.search(page.text, node.start, node.end) is not None:
        expected = "actions at the top, or in a list named actions"
        found.lose(ground, (), "an action somewhere inside", expected)
    return True


JSON_FORMAT: Final = Format(seek=seek_whole, read=read_whole, shapes=frozenset({JSON}))
TOOL_CALLS_FORMAT: Final = Format(
    seek=seek_whole, read=read_whole, shapes=frozenset({TOOL_CALLS}), is_asked=True
)
EMBEDDED_FORMAT: Final = Format(seek=_seek_embedded, read=_read_embedded)
