"""One text, in which places are found and named without looking twice."""

from bisect import bisect_right
import re
from typing import Final

_NEWLINE: Final = re.compile("\n")
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*+\n|\n[ \t]*+(?:```|~~~)")


MAX_REPAIR: Final = 8 * 1024
"""Characters of a piece that is repaired: json-repair looks ahead, and back again."""

MAX_REPAIRS: Final = 32 * 1024
"""Characters of all pieces of an answer that are repaired."""


class Allowance:
    """What may still be repaired of an answer, in whichever of its texts."""

    def __init__(self) -> None:
        """Begin with all of it."""
        self._left = MAX_REPAIRS

    def take(self, length: int) -> bool:
        """Tell whether a piece of this length may be repaired, and count it."""
        if length > min(MAX_REPAIR, self._left):
            return False
        self._left -= length
        return True


class Page:
    """A text, or a part of one that knows where it stands in the whole."""

    def __init__(
        self,
        text: str,
        allowance: Allowance | None = None,
        *,
        whole: Page | None = None,
        offset: int = 0,
    ) -> None:
        """Take a text; ``whole`` and ``offset`` say what it is a part of."""
        self.text = text
        self.allowance = allowance or Allowance()
        self._whole = whole
        self._offset = offset
        self._lines: list[int] | None = None
        self.effort = 0
        """Characters that were walked for nothing."""

        self.attempts = 0
        """Objects that were tried."""

        self._found: dict[re.Pattern[str], tuple[int, re.Match[str] | None]] = {}

    def part(self, start: int, end: int) -> Page:
        """Return the text from ``start`` to ``end`` as a page of its own."""
        return Page(self.text[start:end], self.allowance, whole=self, offset=start)

    def where(self, index: int) -> str:
        """Name a character's place; lines and columns count from one."""
        line, column = self.position(index)
        return f"line {line}, column {column}"

    def position(self, index: int) -> tuple[int, int]:
        """Return the line and column of a character, as the whole text counts them."""
        if self._whole is not None:
            return self._whole.position(self._offset + index)
        if self._lines is None:
            ends = (match.end() for match in _NEWLINE.finditer(self.text))
            self._lines = [0, *ends]
        line = bisect_right(self._lines, index)
        return line, index - self._lines[line - 1] + 1

    def paragraph_end(self, start: int) -> int:
        """Return where the paragraph ends: at an empty line, a fence or the end.

        What is broken takes the rest of its paragraph with it: a piece that begins in
        there might stand in one of its texts, put there by somebody else.
        """
        match = self.search(_PARAGRAPH, start)
        return len(self.text) if match is None else match.start()

    def search(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Find a pattern at or after ``start``.

        The last answer is kept: asked from left to right, the text is walked once for
        each pattern, however often it is asked.
        """
        asked, match = self._found.get(pattern, (len(self.text) + 1, None))
        if asked <= start and (match is None or match.start() >= start):
            return match
        match = pattern.search(self.text, start)
        self._found[pattern] = (start, match)
        return match
