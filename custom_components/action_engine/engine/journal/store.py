"""The one connection that writes; lives in the writer's thread and nowhere else."""

from collections.abc import Callable, Sequence
import logging
from typing import Any

from sqlalchemy import Connection, Engine, select

from .aside import check_before_opening, check_contents, move_aside
from .faults import FAULTS, UNFIT, Fault, fault_of, reason_of
from .migrations import migrate
from .place import Place
from .prepared import NewRow, Prepared
from .tables import EVENTS
from .tails import Tails
from .transaction import Transaction

_LOGGER = logging.getLogger(__name__)


class Store:
    """Opens the database when it is needed, and again when it was lost."""

    def __init__(
        self, place: Place, tails: Tails, on_open: Callable[[Connection], None]
    ) -> None:
        """Be ready to open; nothing is touched yet.

        ``on_open`` is called with each new connection, before anything is written.
        """
        self.place = place
        self.moved_aside: str | None = None
        self.lost = 0
        """Rows that no database would have taken."""

        self.on_replaced: Callable[[], None] = lambda: None
        """Called when the file is another one than before."""

        self._on_open = on_open
        self._tails = tails
        self._engine: Engine | None = None
        self._connection: Connection | None = None
        self._homeless: list[NewRow] = []
        """Open executions of a file that was set aside, not yet in the new one."""

    def commit(self, rows: list[Prepared]) -> None:
        """Write the rows in one transaction, and empty the list.

        Raises one of ``FAULTS`` if that has to be tried again; the list then holds what
        is not written. A damaged file is set aside and a new one begun. Rows that are
        refused for what is in them are left out, so that others can follow them.
        """
        try:
            self._write(rows)
        except (*FAULTS, *UNFIT) as error:
            fault = fault_of(error)
            if fault is Fault.CORRUPT:
                self._replace(rows)
                self._write(rows)
            elif fault is Fault.REFUSED:
                self._write_singly(rows)
            else:
                self.close()
                raise
        rows.clear()

    def work[T](self, work: Callable[[Connection], T]) -> T:
        """Do something else with the connection; raises what it raises."""
        try:
            return work(self._open())
        except FAULTS as error:
            if fault_of(error) is Fault.CORRUPT:
                self._replace(())
            else:
                self.close()
            raise

    def inspect(self) -> None:
        """Look whether the file is damaged, and replace it if it is."""
        # A connection of its own: this one may still remember how the pages were.
        self.close()
        try:
            check_contents(self._open())
        except FAULTS as error:
            if fault_of(error) is Fault.CORRUPT:
                self._replace(())
                self._write(())

    def sealed_of(self, execution_id: str) -> tuple[Any, list[Any]] | None:
        """Return what is sealed of an execution, None if it ended or cannot be read."""
        try:
            connection = self._open()
            with connection.begin():
                tail = self._tails.find(connection, execution_id)
                if tail is None or tail.ended:
                    return None
                events = connection.execute(
                    select(EVENTS).where(
                        EVENTS.c.execution_id == execution_id,
                        EVENTS.c.sealed.is_not(None),
                    )
                )
                return tail.row["source_sealed"], list(events)
        except FAULTS:
            # Whoever writes next meets the same fault, and deals with it.
            self.close()
            return None

    def close(self) -> None:
        """Let go of the connection; the next write makes another one."""
        connection, self._connection = self._connection, None
        engine, self._engine = self._engine, None
        try:
            if connection is not None:
                connection.close()
        except FAULTS:
            _LOGGER.debug("The lost connection could not be closed", exc_info=True)
        if engine is not None:
            engine.dispose()

    def _open(self) -> Connection:
        if self._connection is None:
            try:
                self._connection = self._connect()
            except UNFIT as error:
                # A server that answers in a way that its driver does not expect.
                raise OSError(str(error)) from error
        return self._connection

    def _connect(self) -> Connection:
        suspect = check_before_opening(self.place)
        self._engine = self.place.writer()
        connection = self._engine.connect()
        try:
            if suspect:
                check_contents(connection)
            migrate(connection)
            self._on_open(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _write(self, rows: Sequence[Prepared]) -> None:
        connection = self._open()
        transaction = Transaction(connection, self._tails)
        try:
            with connection.begin():
                transaction.write([*self._homeless, *rows])
        except BaseException as error:
            # Of a damaged file the tails are all that is left.
            if not isinstance(error, FAULTS) or fault_of(error) is not Fault.CORRUPT:
                self._tails.forget(transaction.touched_ids)
            raise
        self._homeless.clear()
        self._tails.settle(transaction.touched_ids)
        self.lost += transaction.lost

    def _write_singly(self, rows: list[Prepared]) -> None:
        while rows:
            if (why := self._refused(rows[0])) is not None:
                name = type(rows[0]).__name__
                _LOGGER.error("The journal cannot take %s: %s", name, why)
                self.lost += 1
            del rows[0]

    def _refused(self, row: Prepared) -> str | None:
        """Write one row; return why it is refused, None if it is not."""
        try:
            self._write([row])
        except (*FAULTS, *UNFIT) as error:
            if fault_of(error) is Fault.REFUSED:
                return reason_of(error)
            self.close()
            raise
        return None

    def _replace(self, rows: Sequence[Prepared]) -> None:
        """Set the file aside, and let its open executions move to the new one.

        What happened in them is in the old file, so that none can be resumed. Raises
        ``OSError`` if the file cannot be moved.
        """
        arriving = {row.execution_id for row in rows if isinstance(row, NewRow)}
        self._homeless += [
            NewRow(tail.row["id"], {**tail.row, "resumable": False, "closing": None})
            for tail in self._tails.open
            if tail.row["id"] not in arriving
        ]
        self._tails.clear()
        self.close()
        self.moved_aside = move_aside(self.place)
        self.on_replaced()
