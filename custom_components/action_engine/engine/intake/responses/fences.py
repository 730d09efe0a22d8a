"""JSON or YAML between fences, as many of them as there are, with words around."""

import re
from typing import Final

from .answers import ATTEMPT
from .findings import Findings
from .formats import Format
from .objects import EMBEDDED_FORMAT, JSON_FORMAT
from .page import Page
from .scanning import scan
from .tags import TAG_FORMAT
from .xml_elements import XML_FORMAT
from .yaml_actions import looks_like_yaml, read_yaml

_OPENING: Final = re.compile(r"^[ \t]*+(`{3,}+|~{3,}+)([^\n`]*+)$", re.MULTILINE)
_CLOSING: Final = re.compile(r"^[ \t]*+(`{3,}+|~{3,}+)[ \t\r]*+$", re.MULTILINE)
_MARKED: Final = re.compile(r"(?:\s++|(?://|\#)[^\n]*+)*+[{\[<]")
"""A body that begins with JSON, a tag or an element; comments may stand before it."""

_INNER: Final = {
    "embedded": EMBEDDED_FORMAT,
    "xml": XML_FORMAT,
    "tag": TAG_FORMAT,
    "json": JSON_FORMAT,
}


def _seek(page: Page, start: int) -> int | None:
    match = page.search(_OPENING, start)
    return None if match is None else match.start()


def _read(page: Page, start: int, found: Findings) -> int | None:
    opening = _OPENING.match(page.text, start)
    if opening is None:
        return None
    end, rest = _end_of(page, opening)
    # Some write the JSON right behind the fence, where only a word should be.
    is_inside = ATTEMPT.search(opening.group(2)) is not None
    start = opening.start(2) if is_inside else opening.end() + 1
    body = page.part(min(start, end), end)
    with found.within("fenced"):
        if _MARKED.match(body.text) is not None:
            scan(body, found, _INNER)
        elif not looks_like_yaml(body):
            # Other code; if it asks for something all the same, that is told.
            scan(body, found, {})
        elif rest == end:
            expected = "the fence at its end: YAML does not tell that it is cut off"
            found.lose_text(body, (0, len(body.text)), "yaml", "no end", expected)
        elif not read_yaml(body, found):
            scan(body, found, {})
    return rest


def _end_of(page: Page, opening: re.Match[str]) -> tuple[int, int]:
    """Return where the body ends, and where the text goes on behind it."""
    fence = opening.group(1)
    for closing in _CLOSING.finditer(page.text, opening.end()):
        if closing.group(1).startswith(fence):
            return closing.start(), closing.end()
    return len(page.text), len(page.text)


FENCED_FORMAT: Final = Format(seek=_seek, read=_read)
