"""XML elements, read without anything that an XML parser might be talked into.

No document types, no entities of one's own, no processing instructions; and an element
ends where its end tag is, whatever stands behind it.
"""

from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from ...errors import ActionParseError
from ..caps import MAX_DEPTH, MAX_NODES
from .page import Page

_CHUNK: Final = 4096
_EXPECTED: Final = "well-formed XML (& is written &amp;)"


@dataclass(slots=True)
class Element:
    """An element, its text without the space around it."""

    name: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""


class _EndReached(Exception):  # noqa: N818 - leaves the parser, is no error
    """The end tag of the outermost element."""


def element_at(page: Page, start: int) -> tuple[Element, int]:
    """Return the element that begins at ``start``, and where it ends.

    Raises ``ActionParseError`` if it is not well-formed, too deep or too large.
    """
    builder = _Builder(page, start)
    read = bytearray()
    try:
        for at in range(start, len(page.text), _CHUNK):
            chunk = page.text[at : at + _CHUNK].encode()
            read += chunk
            builder.parser.Parse(chunk, False)  # noqa: FBT003 - expat takes no names
        builder.parser.Parse(b"", True)  # noqa: FBT003 - as above
    except _EndReached:
        length = len(read[: builder.last].decode())
        return builder.root, page.text.index(">", start + length) + 1
    except expat.ExpatError as error:
        length = len(read[: builder.parser.ErrorByteIndex].decode(errors="ignore"))
        raise ActionParseError(
            place=page.where(min(start + length, len(page.text))),
            came=expat.ErrorString(error.code),
            expected=_EXPECTED,
        ) from error
    raise ActionParseError(
        place=page.where(len(page.text)), came="the end", expected=_EXPECTED
    )


class _Builder:
    """The elements that are open, and the parser that opens them."""

    def __init__(self, page: Page, start: int) -> None:
        self._page = page
        self._start = start
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._nodes = 0
        self.last = 0
        """Where the last end tag begins, in bytes."""

        self.root = Element("", {})
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._say
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse
        self.parser.XmlDeclHandler = self._refuse

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1 + len(attributes)
        if len(self._open) >= MAX_DEPTH or self._nodes > MAX_NODES:
            raise ActionParseError(
                place=self._page.where(self._start),
                came="one more element",
                expected=f"at most {MAX_DEPTH} levels and {MAX_NODES} elements",
            )
        element = Element(name.rpartition(":")[2], attributes)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])

    def _say(self, text: str) -> None:
        self._texts[-1].append(text)

    def _end(self, _: str) -> None:
        self._open.pop().text = "".join(self._texts.pop()).strip()
        if not self._open:
            self.last = self.parser.CurrentByteIndex
            raise _EndReached

    def _refuse(self, *_: Any) -> None:
        raise ActionParseError(
            place=self._page.where(self._start),
            came="a declaration or processing instruction",
            expected="elements and text",
        )
