"""Where the chains of executions end that are being written to.

What is kept here is only a quicker way to what the database holds: it can be thrown
away at any time, and is, when a transaction was rolled back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from ..model.state import ENDED
from .chain import close, genesis, link
from .prepared import EventRow
from .tables import EVENTS, EXECUTIONS, TOUCHED


class EventColumns(NamedTuple):
    """A row of ``events``, in the order of the table's columns."""

    execution_id: str
    seq: int
    at: int
    kind: str
    path: str
    data: str
    sealed: bytes | None
    hash: bytes
    previous: bytes


@dataclass(slots=True)
class Tail:
    """The end of one chain."""

    row: dict[Any, Any]
    """All columns of the execution."""

    head: bytes
    seq: int = 0
    touched: set[tuple[str, str]] = field(default_factory=set)
    has_sealed: bool = False
    """Some event has, or may have, a sealed copy that is forgotten at the end."""

    @property
    def ended(self) -> bool:
        """Nothing more is expected to be written."""
        return self.row["state"] in ENDED

    def add(self, key: bytes, event: EventRow) -> EventColumns:
        """Append an event and return its row."""
        previous, self.seq = self.head, self.seq + 1
        linked = (
            *(event.execution_id, self.seq, event.at),
            *(event.kind, event.path, event.data),
        )
        self.head = link(key, previous, linked)
        if event.sealed is not None:
            self.has_sealed = True
        return EventColumns(*linked, event.sealed, self.head, previous)

    def closing(self, key: bytes) -> bytes | None:
        """Return the last link of an execution that has ended."""
        return close(key, self.head, self.seq, self.row) if self.ended else None


class Tails:
    """The tails of all executions that are being written to."""

    def __init__(self, key: bytes) -> None:
        """Make chains with this key."""
        self.key = key
        self._tails: dict[str, Tail] = {}

    def begin(self, columns: dict[str, Any]) -> Tail:
        """Begin the chain of a new execution."""
        row = {column.name: columns.get(column.name) for column in EXECUTIONS.columns}
        tail = self._tails[columns["id"]] = Tail(row, genesis(self.key, row))
        return tail

    def find(self, connection: Connection, execution_id: str) -> Tail | None:
        """Return the tail of an execution, None if there is no such execution."""
        tail = self._tails.get(execution_id)
        if tail is None and (tail := _load(connection, self.key, execution_id)):
            self._tails[execution_id] = tail
        return tail

    def forget(self, execution_ids: Iterable[str]) -> None:
        """Throw away what may not be what the database holds."""
        for execution_id in execution_ids:
            self._tails.pop(execution_id, None)

    def settle(self, execution_ids: Iterable[str]) -> None:
        """Throw away what will hardly be needed again."""
        for execution_id in execution_ids:
            tail = self._tails.get(execution_id)
            if tail is not None and tail.ended:
                del self._tails[execution_id]

    @property
    def open(self) -> list[Tail]:
        """Every tail that is at hand and has not ended."""
        return [tail for tail in self._tails.values() if not tail.ended]

    def clear(self) -> None:
        """Throw everything away."""
        self._tails.clear()


def _load(connection: Connection, key: bytes, execution_id: str) -> Tail | None:
    row = (
        connection.execute(select(EXECUTIONS).where(EXECUTIONS.c.id == execution_id))
        .mappings()
        .first()
    )
    if row is None:
        return None
    tail = Tail(dict(row), genesis(key, row))
    last = connection.execute(
        select(EVENTS.c.seq, EVENTS.c.hash)
        .where(EVENTS.c.execution_id == execution_id)
        .order_by(EVENTS.c.seq.desc())
        .limit(1)
    ).first()
    if last is not None:
        tail.seq, tail.head, tail.has_sealed = last.seq, last.hash, True
    touched = connection.execute(
        select(TOUCHED.c.kind, TOUCHED.c.what).where(
            TOUCHED.c.execution_id == execution_id
        )
    )
    tail.touched = {(kind, what) for kind, what in touched}
    return tail
