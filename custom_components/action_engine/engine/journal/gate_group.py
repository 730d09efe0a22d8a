"""What one transaction writes of the gate: of each key only the last state."""

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, update

from .gate_rows import ApprovalRow, KeptRow
from .tables import APPROVALS, GATE


class GateGroup:
    """Gathers rows; a window that is taken from ten times is written once."""

    def __init__(self) -> None:
        """Begin with nothing to write."""
        self._kept: dict[tuple[str, str], dict[str, Any] | None] = {}
        self._asked: dict[str, dict[str, Any]] = {}
        self._answered: defaultdict[str, dict[str, Any]] = defaultdict(dict)

    def keep(self, row: KeptRow) -> None:
        """Take a state, or the end of one."""
        self._kept[row.kind, row.key] = row.columns

    def approve(self, row: ApprovalRow) -> None:
        """Take a question, or what became of it."""
        if row.is_new:
            self._asked[row.id] = row.columns
        elif row.id in self._asked:
            self._asked[row.id] = self._asked[row.id] | row.columns
        else:
            self._answered[row.id].update(row.columns)

    def write(self, connection: Connection) -> None:
        """Write all of it; the executions that it is about are there."""
        if self._kept:
            # There is no one word for "insert or update" that every database knows.
            old = [{"row_kind": kind, "row_key": key} for kind, key in self._kept]
            connection.execute(_DELETE_KEPT, old)
        if new := [columns for columns in self._kept.values() if columns is not None]:
            connection.execute(_INSERT_KEPT, new)
        if self._asked:
            connection.execute(_INSERT_APPROVALS, list(self._asked.values()))
        for approval_id, columns in self._answered.items():
            connection.execute(
                update(APPROVALS).where(APPROVALS.c.id == approval_id).values(columns)
            )


_DELETE_KEPT: Final = delete(GATE).where(
    GATE.c.kind == bindparam("row_kind"), GATE.c.key == bindparam("row_key")
)
_INSERT_KEPT: Final = insert(GATE)
_INSERT_APPROVALS: Final = insert(APPROVALS)
