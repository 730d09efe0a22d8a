"""One transaction: everything that has gathered since the last one."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Insert, bindparam, delete, insert, update
from sqlalchemy.engine.default import DefaultDialect

from ..model.stored import FORGETTING
from .gate_group import GateGroup
from .gate_rows import ApprovalRow, KeptRow
from .prepared import (
    ChangedRow,
    EventRow,
    FactRow,
    ForgottenFacts,
    NewRow,
    Prepared,
    TouchedRows,
)
from .tables import EVENTS, EXECUTIONS, FACTS, TOUCHED
from .tails import EventColumns, Tail, Tails


class Transaction:
    """Gathers rows by table, since a hundred rows cost little more than one."""

    def __init__(self, connection: Connection, tails: Tails) -> None:
        """Write by a connection that is in a transaction."""
        self.touched_ids: set[str] = set()
        """Executions whose tails are not what the database holds until the commit."""

        self.lost = 0
        """Rows of executions that do not exist, or not any more."""

        self._connection = connection
        self._tails = tails
        self._new: dict[str, Tail] = {}
        self._events: list[EventColumns] = []
        self._things: list[dict[str, Any]] = []
        self._gate = GateGroup()
        self._changes: defaultdict[str, dict[str, Any]] = defaultdict(dict)

    def write(self, rows: Sequence[Prepared]) -> None:
        """Write the rows; the database sees them in the order of its tables."""
        for row in rows:
            _HOW[type(row)](self, row)
        self._close_chains()
        self._insert(_INSERT_EXECUTIONS, [tail.row for tail in self._new.values()])
        self._insert(_INSERT_TOUCHED, self._things)
        self._insert_events()
        self._gate.write(self._connection)
        self._update()

    def begin(self, row: NewRow) -> None:
        """Take a new execution."""
        self.touched_ids.add(row.execution_id)
        self._new[row.execution_id] = self._tails.begin(row.columns)

    def change(self, row: ChangedRow) -> None:
        """Take changed columns."""
        if not row.columns or (tail := self._find(row.execution_id)) is None:
            return
        tail.row.update(row.columns)
        if row.execution_id not in self._new:
            self._changes[row.execution_id].update(row.columns)

    def append(self, row: EventRow) -> None:
        """Take an event."""
        if (tail := self._find(row.execution_id)) is not None:
            self._events.append(tail.add(self._tails.key, row))

    def touch(self, row: TouchedRows) -> None:
        """Take what an execution has to do with, unless it is known."""
        if (tail := self._find(row.execution_id)) is None:
            return
        for what in row.what:
            if (row.kind, what) in tail.touched:
                continue
            tail.touched.add((row.kind, what))
            self._things.append(
                {"kind": row.kind, "what": what, "execution_id": row.execution_id}
            )

    def put_fact(self, row: FactRow) -> None:
        """Write a fact in place of the one with its key."""
        self.forget_fact(ForgottenFacts(row.columns["policy"], row.columns["key"]))
        self._insert(_INSERT_FACTS, [row.columns])

    def forget_fact(self, row: ForgottenFacts) -> None:
        """Remove facts."""
        statement = delete(FACTS).where(FACTS.c.policy == row.policy)
        if row.key is not None:
            statement = statement.where(FACTS.c.key == row.key)
        if row.category is not None:
            statement = statement.where(FACTS.c.category == row.category)
        self._connection.execute(statement)

    def keep(self, row: KeptRow) -> None:
        """Take a state of the gate."""
        self._gate.keep(row)

    def approve(self, row: ApprovalRow) -> None:
        """Take a question, or what became of one."""
        if self._find(row.execution_id) is not None:
            self._gate.approve(row)

    def _find(self, execution_id: str) -> Tail | None:
        self.touched_ids.add(execution_id)
        tail = self._tails.find(self._connection, execution_id)
        if tail is None:
            self.lost += 1
        return tail

    def _close_chains(self) -> None:
        """Bind the outcome of what has ended, and forget what is sealed of it."""
        for execution_id in self.touched_ids:
            tail = self._tails.find(self._connection, execution_id)
            if tail is None:
                continue
            closing = tail.closing(self._tails.key)
            if closing != tail.row["closing"]:
                tail.row["closing"] = closing
                if execution_id not in self._new:
                    self._changes[execution_id]["closing"] = closing

    def _insert_events(self) -> None:
        rows = [
            event._replace(sealed=None)
            if event.sealed is not None and self._forgets(event.execution_id)
            else event
            for event in self._events
        ]
        if rows and self._connection.dialect.paramstyle == "qmark":
            # Most of what is ever written; this way costs half as much.
            self._connection.exec_driver_sql(_INSERT_EVENTS_QMARK, rows)
        else:
            self._insert(_INSERT_EVENTS, [event._asdict() for event in rows])

    def _forgets(self, execution_id: str) -> bool:
        tail = self._tails.find(self._connection, execution_id)
        return tail is not None and tail.row["state"] in FORGETTING

    def _has_sealed(self, execution_id: str) -> bool:
        tail = self._tails.find(self._connection, execution_id)
        return tail is not None and tail.has_sealed

    def _insert(self, statement: Insert, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(statement, rows)

    def _update(self) -> None:
        alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for execution_id, columns in self._changes.items():
            alike[tuple(sorted(columns))].append({"row_id": execution_id, **columns})
        for names, rows in alike.items():
            statement = (
                update(EXECUTIONS)
                .where(EXECUTIONS.c.id == bindparam("row_id"))
                .values({name: bindparam(name) for name in names})
            )
            self._connection.execute(statement, rows)
        if gone := [
            {"row_id": execution_id}
            for execution_id, columns in self._changes.items()
            if columns.get("state") in FORGETTING and self._has_sealed(execution_id)
        ]:
            self._connection.execute(_FORGET, gone)


# Made once: that a statement was compiled before is found out by looking at all of it.
_INSERT_EXECUTIONS: Final = insert(EXECUTIONS)
_INSERT_TOUCHED: Final = insert(TOUCHED)
_INSERT_EVENTS: Final = insert(EVENTS)
_INSERT_FACTS: Final = insert(FACTS)
_INSERT_EVENTS_QMARK: Final = str(
    _INSERT_EVENTS.compile(dialect=DefaultDialect(paramstyle="qmark"))
)

_FORGET: Final = (
    update(EVENTS)
    .where(EVENTS.c.execution_id == bindparam("row_id"), EVENTS.c.sealed.is_not(None))
    .values(sealed=None)
)

_HOW: Final[Mapping[type, Callable[[Transaction, Any], None]]] = {
    NewRow: Transaction.begin,
    ChangedRow: Transaction.change,
    EventRow: Transaction.append,
    TouchedRows: Transaction.touch,
    FactRow: Transaction.put_fact,
    ForgottenFacts: Transaction.forget_fact,
    KeptRow: Transaction.keep,
    ApprovalRow: Transaction.approve,
}
