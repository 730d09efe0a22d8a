"""What the gate has to remember over restarts, and where that is kept."""

from collections.abc import Iterable, Mapping
import logging
import time
from typing import Any, Final, Protocol

from ..gate.circuits import Circuits
from ..gate.first_uses import FirstUses
from ..gate.grants import Grants
from ..gate.limits import DAY
from ..gate.loops import Loops
from ..gate.modes import Modes
from ..gate.rejections import Rejections
from ..gate.windows import Windows
from ..journal.journal import Journal

_LOGGER = logging.getLogger(__name__)

PANIC: Final = "panic"

_FORBIDDING: Final = frozenset({"windows", "loops", "rejections"})
"""Books in which a line that is missing would let through what must wait."""


class Book(Protocol):
    """One thing that is remembered, key by key."""

    def known(self) -> tuple[str, ...]:
        """Return the keys of which something is known."""

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a key, None if nothing is."""

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``ValueError`` if it is not that."""


class Ledger:
    """The books of the gate; every change of one is written down by ``keep``."""

    def __init__(self, journal: Journal | None) -> None:
        """Begin with empty books; without a journal they are forgotten."""
        self.windows = Windows()
        self.loops = Loops()
        self.circuits = Circuits()
        self.grants = Grants()
        self.rejections = Rejections()
        self.first_uses = FirstUses()
        self.modes = Modes()
        self.panic: dict[str, Any] | None = None
        """Who pressed panic stop, and when; None if nobody did."""

        self.is_read = journal is None
        """The books of an earlier life are open."""

        self.unsure_until = 0.0
        """Until then nobody knows how much was used of the limits, and nothing more is."""

        self._journal = journal
        self._books: dict[str, Book] = {
            "windows": self.windows,
            "loops": self.loops,
            "circuits": self.circuits,
            "grants": self.grants,
            "rejections": self.rejections,
            "first_uses": self.first_uses,
            "modes": self.modes,
        }

    async def load(self) -> None:
        """Open the books of an earlier life.

        If the journal is an older copy of itself, what it allows in advance may have
        been taken back since: that is left out, and what it forbids still counts. In
        which mode the home is, nobody knows then.
        Raises ``JournalUnavailableError`` while they cannot be read.
        """
        if (journal := self._journal) is None:
            return
        panic = await journal.kept(PANIC)
        if PANIC in panic:
            self.panic = panic[PANIC] or {"by": None, "at": None}
        for kind, book in self._books.items():
            for key, state in (await journal.kept(kind)).items():
                if kind == "grants" and journal.restored:
                    journal.keep(kind, key, None)
                elif kind == "modes" and journal.restored:
                    self.modes.doubt(key)
                    self.keep(kind, (key,))
                else:
                    self._load(kind, book, key, state)
        self.is_read = True

    def keep(self, kind: str, keys: Iterable[str]) -> None:
        """Write down what has changed in a book."""
        if self._journal is None:
            return
        book = self._books[kind]
        for key in keys:
            self._journal.keep(kind, key, book.export(key))

    def keep_all(self) -> None:
        """Write every book down.

        Some lines change without anybody being told, and a journal that was begun anew
        has none of them.
        """
        for kind, book in self._books.items():
            self.keep(kind, book.known())
        if self.panic is not None:
            self.set_panic(self.panic)

    def set_panic(self, state: dict[str, Any] | None) -> None:
        """Note that somebody pressed panic stop, or has lifted it."""
        self.panic = state
        if self._journal is not None:
            self._journal.keep(PANIC, PANIC, state)

    def _load(self, kind: str, book: Book, key: str, state: Any) -> None:
        try:
            book.load(key, state)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            _LOGGER.warning("%s of %s cannot be read: %s", kind, key, error)
            if kind in _FORBIDDING:
                self.unsure_until = now() + DAY


def now() -> float:
    """Return the time by which the books count."""
    return time.time()
