"""Words of others, for each medium in which they are shown: always words, never more.

quoted     in Markdown, as reports, repairs and notifications have it
as_code    in Markdown as well, set like a program's text
one_line   where text is text, but line breaks, quotation marks and characters that turn
           the direction of writing would reach beyond the words themselves
"""

import re
from typing import Final

LONGEST: Final = 200

MARKUP: Final = r"([\\`*_{}\[\]()#+!|<>~&$])"
"""Characters that Markdown, or what is built upon it, takes for more than themselves."""

ESCAPED: Final = r"\\\1"

LINK: Final = r"(?i)\b(https?|ftp|mailto|www)(?=[:.])"
"""Beginnings of bare addresses, of which many readers of Markdown make links."""

NO_LINK: Final = "\\1\N{ZERO WIDTH SPACE}"

TURNING: Final = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
"""Characters without a shape of their own that change how all after them is read."""

_MARKUP: Final = re.compile(MARKUP)
_LINK: Final = re.compile(LINK)
_TURNING: Final = re.compile(TURNING)
_BLOCK: Final = re.compile(r"^(-|=|\d+(?=[.)]))")
"""What at the beginning of a line makes a list or a heading of it."""

_BREAKS: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_MARKS: Final = str.maketrans("“”„«»", '"""""')


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return words in one line of Markdown, escaped, so that they are shown and mean nothing."""
    words = _MARKUP.sub(ESCAPED, _cut(text, longest))
    return _LINK.sub(NO_LINK, _BLOCK.sub(_escaped, words))


def as_code(text: str, longest: int = LONGEST) -> str:
    """Return words in one line of Markdown, as a span of code."""
    return f"`{_cut(text, longest).replace('`', "'") or ' '}`"


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return words in one line that can stand between “ and ”."""
    return _cut(text, longest).translate(_MARKS)


def _cut(text: str, longest: int) -> str:
    words = _BREAKS.sub(" ", _TURNING.sub("", text)).strip()
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _escaped(found: re.Match[str]) -> str:
    # A digit cannot be escaped, but the dot behind it can.
    mark = found.group()
    return f"{mark}\\" if mark[0].isdigit() else f"\\{mark}"
