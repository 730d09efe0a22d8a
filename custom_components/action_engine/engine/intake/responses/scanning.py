"""From left to right through a text: each piece is read once, by one format."""

from collections.abc import Mapping

from .answers import ATTEMPT
from .findings import MAX_LOSSES, MAX_WISHES, Findings
from .formats import Format
from .page import Page

_EXPECTED = "one of the formats that are read"


def scan(page: Page, found: Findings, formats: Mapping[str, Format]) -> str:
    """Read all pieces of a page and return the text around them.

    What looks like a wish and is in none of the formats is a loss.
    """
    ordered = list(reversed(list(formats.values())))
    starts: list[int | None] = [-1] * len(ordered)
    around: list[str] = []
    at = read_to = 0
    while at < len(page.text) and found.count < MAX_WISHES + MAX_LOSSES:
        for index, one in enumerate(ordered):
            start = starts[index]
            if start is not None and start < at:
                starts[index] = one.seek(page, at)
        first = min((start for start in starts if start is not None), default=None)
        if first is None:
            break
        end = _read(page, found, first, ordered, starts)
        if end is None:
            at = first + 1
            continue
        around.append(_between(page, found, read_to, first))
        at = read_to = max(end, first + 1)
    around.append(_between(page, found, read_to, len(page.text)))
    return "\n".join(filter(None, around))


def _read(
    page: Page,
    found: Findings,
    first: int,
    ordered: list[Format],
    starts: list[int | None],
) -> int | None:
    for one, start in zip(ordered, starts, strict=True):
        if start == first and (end := one.read(page, first, found)) is not None:
            return end
    return None


def _between(page: Page, found: Findings, start: int, end: int) -> str:
    """Return the words between two pieces; tell if something in them looks like a wish."""
    if (match := ATTEMPT.search(page.text, start, end)) is not None:
        span = (match.start(), end)
        found.lose_text(page, span, "text", "something like an action", _EXPECTED)
    return page.text[start:end].strip()
