"""The formats of an answer, and the table to which others add theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .findings import Findings
from .page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How one format is found in a text, and how it is read there."""

    seek: Callable[[Page, int], int | None]
    """Return the first character at or after the given one where it might begin, None
    if there is none. It is asked from left to right, so ``Page.search`` is quick."""

    read: Callable[[Page, int, Findings], int | None]
    """Read what begins there: put wishes and losses into the findings, and return where
    it ends, which nobody else reads. None if it is something else: then nothing may have
    been found, and the next character is looked at."""

    shapes: frozenset[str] | None = None
    """Which shapes of data count when only this format is asked for; None: all."""

    is_asked: bool = False
    """It counts only if it is asked for by name: another one reads it as well."""


FORMATS: Final[dict[str, Format]] = {}
"""By name. Where two begin at one place, the one that came later is asked first."""


def register_format(name: str, reader: Format) -> Callable[[], None]:
    """Add a format and return what takes it away again.

    Raises ValueError if there is a format with that name.
    """
    if name in FORMATS or name == "auto":
        raise ValueError(f"the format {name} is there already")
    FORMATS[name] = reader

    def unregister() -> None:
        if FORMATS.get(name) is reader:
            del FORMATS[name]

    return unregister
