"""Rows as they go into the database, apart from their place in a chain.

``weight`` is about how many bytes of memory a row takes while it waits.
"""

from dataclasses import dataclass
from typing import Any, Final

from .gate_rows import ApprovalRow, KeptRow

_ROW: Final = 300
"""What any row takes, its text not counted."""


@dataclass(slots=True)
class NewRow:
    """A row of ``executions``, all of its columns."""

    execution_id: str
    columns: dict[str, Any]

    @property
    def weight(self) -> int:
        """See the module."""
        return _weight(self.columns)


@dataclass(slots=True)
class ChangedRow:
    """Columns of a row of ``executions``."""

    execution_id: str
    columns: dict[str, Any]

    @property
    def weight(self) -> int:
        """See the module."""
        return _weight(self.columns)


@dataclass(slots=True)
class EventRow:
    """A row of ``events`` without its number and its hashes."""

    execution_id: str
    at: int
    kind: str
    path: str
    data: str
    sealed: bytes | None

    @property
    def weight(self) -> int:
        """See the module."""
        return len(self.data) + len(self.path) + len(self.sealed or b"") + _ROW


@dataclass(slots=True)
class TouchedRows:
    """Rows of ``touched``, perhaps there already."""

    execution_id: str
    kind: str
    what: tuple[str, ...]

    @property
    def weight(self) -> int:
        """See the module."""
        return sum(map(len, self.what)) + _ROW


@dataclass(slots=True)
class FactRow:
    """A row of ``facts`` that takes the place of the one with its key."""

    columns: dict[str, Any]

    @property
    def weight(self) -> int:
        """See the module."""
        return _weight(self.columns)


@dataclass(slots=True)
class ForgottenFacts:
    """Rows of ``facts`` to be removed; without key and category all of it."""

    policy: str
    key: str | None = None
    category: str | None = None

    @property
    def weight(self) -> int:
        """See the module."""
        return _ROW


def _weight(columns: dict[str, Any]) -> int:
    texts = (one for one in columns.values() if isinstance(one, (str, bytes)))
    return sum(map(len, texts)) + 4 * _ROW


type Prepared = (
    NewRow
    | ChangedRow
    | EventRow
    | TouchedRows
    | FactRow
    | ForgottenFacts
    | KeptRow
    | ApprovalRow
)
