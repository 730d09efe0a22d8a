"""The thread that writes: takes what has gathered, and commits it as one group.

What is handed over is kept in order, always. While the database cannot take it (full,
locked, gone) rows wait in memory and are tried again, first after ``backoff`` seconds,
then after twice as long, up to a minute; ``flush`` says False in the meantime. There are
two bounds: ``MAX_QUEUED`` for what the loop has handed over and nobody has looked at
yet, ``MAX_WAITING`` bytes for rows that wait for the database. Beyond them events are
dropped, and beyond twice the bytes everything; what is left of such an execution is
marked as not resumable.
"""

import asyncio
from collections import deque
from collections.abc import Callable
import logging
import threading
import time
from typing import Any, Final

from sqlalchemy import Connection

from ..errors import JournalUnavailableError
from .faults import FAULTS, reason_of
from .ops import Append, Barrier, Gap, Inspect, Later, Op, Row, Stop, Task
from .prepared import EventRow, Prepared
from .preparing import Preparer
from .store import Store
from .urgency import is_urgent

_LOGGER = logging.getLogger(__name__)

MAX_GROUP: Final = 500
LINGER: Final = 0.001
"""Seconds that rows wait for others while nobody waits for them."""

MAX_QUEUED: Final = 20_000
MAX_WAITING: Final = 16 * 1024 * 1024
MAX_BACKOFF: Final = 60.0

_BREATH: Final = 64
"""Rows after which the thread offers the interpreter lock to the event loop; it would
have to wait for five milliseconds otherwise."""


class Writer:
    """Owns the store; everything else is called on the event loop."""

    def __init__(
        self,
        store: Store,
        preparer: Preparer,
        *,
        backoff: float,
        on_trouble: Callable[[str | None], None],
    ) -> None:
        """Be ready to start; ``on_trouble`` is called in the loop, None: it is over."""
        self.trouble: str | None = None
        """Why rows do not reach the database."""

        self.groups = 0
        self.rows = 0
        """What was committed; for figures only."""

        self._store = store
        self._preparer = preparer
        self._first_backoff = self._backoff = backoff
        self._on_trouble = on_trouble
        self._loop = asyncio.get_running_loop()
        self._queue: deque[Op] = deque()
        self._bell = threading.Event()
        self._hurry = threading.Event()
        self._torn: set[str] = set()
        """Executions of which rows were dropped."""

        self._waiting: list[Prepared] = []
        self._barriers: list[Barrier] = []
        self._weight = 0
        self._retry_at = 0.0
        self._not_taken = 0
        self._dropped = 0
        self._told = 0
        """How many of the lost rows somebody was told of."""

        self._prepared = 0
        self._refuses = False
        self._gone = False
        self._thread = threading.Thread(target=self._run, name="action_engine journal")

    @property
    def lost(self) -> int:
        """Rows that could not be kept."""
        return self._not_taken + self._dropped + self._store.lost

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def put(self, op: Op) -> bool:
        """Hand something over; False if it was not taken."""
        if self._refuses or (len(self._queue) >= MAX_QUEUED and type(op) in _DROPPABLE):
            return False
        self._queue.append(op)
        if not self._bell.is_set():
            self._bell.set()
        if not self._hurry.is_set() and is_urgent(op):
            self._hurry.set()
        if self._gone:
            self._drain()
        return True

    def tear(self, execution_id: str) -> None:
        """Note that something of an execution was not taken."""
        self._not_taken += 1
        self._torn.add(execution_id)

    async def flush(self) -> bool:
        """Wait until everything handed over so far is committed; False if it is not."""
        waiter: asyncio.Future[bool] = self._loop.create_future()
        return await waiter if self.put(Barrier(waiter)) else False

    async def work[T](self, work: Callable[[Connection], T]) -> T:
        """Do something else after what was handed over so far.

        Raises ``JournalUnavailableError`` if the database is, else what ``work`` raises.
        """
        waiter: asyncio.Future[T] = self._loop.create_future()
        if not self.put(Task(work, waiter)):
            raise JournalUnavailableError(reason=self.trouble or "closed")
        return await waiter

    def announce(self) -> None:
        """Let the loop know that something about the journal has changed; any thread."""
        self._call(self._on_trouble, self.trouble)

    def end(self) -> None:
        """Take nothing more, commit what there is, and end the thread; returns at once."""
        self._refuses = True
        self._queue.append(Stop())
        self._bell.set()
        self._hurry.set()

    def join(self) -> None:
        """Wait for the thread to end; blocks."""
        self._thread.join()

    # From here on: the thread.

    def _run(self) -> None:
        try:
            self._commit(first=True)
            while self._turn():
                pass
            self._commit()
        except Exception:
            # A defect. Runs go on, and nobody may wait for a thread that is gone.
            _LOGGER.exception("The journal broke off")
            self._refuses = True
            self._set_trouble("the journal broke off, see the log")
        finally:
            self._store.close()
            self._refuses = self._gone = True
            self._drain()

    def _turn(self) -> bool:
        """Deal with one group; return False after the last one."""
        going_on = all(map(self._deal, self._take()))
        if going_on and len(self._barriers) > 1:
            # Where several wait, more are about to ask: one breath, and they are in the
            # same group. Who waits alone would only lose by it.
            time.sleep(0)
            going_on = all(map(self._deal, self._rest()))
        written = self._commit()
        if self._barriers:
            # Whose row was lost is not known here; better one too many is told.
            whole = written and self.lost == self._told
            self._told = self.lost
            self._open_barriers(whole=whole)
        return going_on

    def _deal(self, op: Op) -> bool:
        """Take one thing from the queue; False if it is the last one."""
        if isinstance(op, Stop):
            self._retry_at = 0.0
            return False
        if isinstance(op, Barrier):
            self._barriers.append(op)
        elif isinstance(op, (Task, Inspect)):
            self._commit()
            self._do(op)
        else:
            self._prepare(op)
        return True

    def _open_barriers(self, *, whole: bool) -> None:
        barriers, self._barriers = self._barriers, []
        self._tell([(barrier.waiter, whole) for barrier in barriers])

    def _take(self) -> list[Op]:
        """Wait for something to do; nothing at all means that it is time to retry."""
        queue = self._queue
        while True:
            self._bell.clear()
            if queue:
                if len(queue) < MAX_GROUP:
                    # More is about to come, and nobody waits for what is here.
                    self._hurry.wait(LINGER)
                self._hurry.clear()
                return self._rest()
            pause = None
            if self._waiting or self.trouble:
                pause = max(self._retry_at - time.monotonic(), 0)
            if not self._bell.wait(pause):
                return []

    def _rest(self) -> list[Op]:
        queue = self._queue
        return [queue.popleft() for _ in range(min(len(queue), MAX_GROUP))]

    def _prepare(self, op: Row) -> None:
        try:
            for row in self._preparer.prepare(op):
                self._keep(row)
        except Exception:
            # A defect, but only of this row: the others are written.
            _LOGGER.exception("The journal cannot read %s", type(op).__name__)
            self._drop(op)
        self._prepared += 1
        if self._prepared % _BREATH == 0:
            time.sleep(0)

    def _keep(self, row: Prepared) -> None:
        bound = MAX_WAITING if isinstance(row, EventRow) else 2 * MAX_WAITING
        if self._weight > bound:
            self._drop(row)
            return
        self._weight += row.weight
        self._waiting.append(row)

    def _drop(self, row: Row | Prepared) -> None:
        self._dropped += 1
        if isinstance(row, (Append, Later, EventRow)):
            self._torn.add(row.execution_id)

    def _commit(self, *, first: bool = False) -> bool:
        """Write what waits; False if it has to go on waiting."""
        if not (self._waiting or self._torn or self.trouble or first):
            return True
        if self.trouble and time.monotonic() < self._retry_at:
            return False
        size = len(self._waiting)
        try:
            self._store.commit(self._waiting)
        except FAULTS as error:
            self._fail(reason_of(error))
            return False
        self.groups += 1
        self.rows += size
        self._weight = 0
        self._backoff = self._first_backoff
        self._mend()
        self._set_trouble(None)
        return True

    def _mend(self) -> None:
        """Leave a note in executions of which something was dropped."""
        while self._torn:
            gap = Gap(self._torn.pop(), time.time_ns() // 1000)
            self._waiting.extend(self._preparer.prepare(gap))

    def _fail(self, reason: str) -> None:
        self._retry_at = time.monotonic() + self._backoff
        self._backoff = min(self._backoff * 2, MAX_BACKOFF)
        self._set_trouble(reason)

    def _do(self, task: Task | Inspect) -> None:
        if isinstance(task, Inspect):
            self._store.inspect()
            return
        if self.trouble:
            self._tell([(task.waiter, JournalUnavailableError(reason=self.trouble))])
            return
        try:
            result = self._store.work(task.work)
        except FAULTS as error:
            self._tell(
                [(task.waiter, JournalUnavailableError(reason=reason_of(error)))]
            )
        except Exception as error:  # noqa: BLE001 - whoever asked for the work gets it
            self._tell([(task.waiter, error)])
        else:
            self._tell([(task.waiter, result)])

    def _set_trouble(self, reason: str | None) -> None:
        if reason != self.trouble:
            self.trouble = reason
            self.announce()

    def _drain(self) -> None:
        """Answer everybody who would wait in vain."""
        self._open_barriers(whole=False)
        dropped = len(self._waiting)
        while self._queue:
            op = self._queue.popleft()
            if isinstance(op, Barrier):
                self._tell([(op.waiter, False)])
            elif isinstance(op, Task):
                self._tell([(op.waiter, JournalUnavailableError(reason="closed"))])
            elif not isinstance(op, Stop):
                dropped += 1
        self._waiting.clear()
        if dropped:
            _LOGGER.error("The journal was closed with %s rows not written", dropped)

    def _tell(self, answers: list[tuple[asyncio.Future[Any], Any]]) -> None:
        self._call(_answer, answers)

    def _call(self, function: Callable[[Any], None], argument: Any) -> None:
        try:
            self._loop.call_soon_threadsafe(function, argument)
        except RuntimeError:
            _LOGGER.debug("The event loop is closed; nobody waits any more")


_DROPPABLE: Final = frozenset({Append, Later})


def _answer(answers: list[tuple[asyncio.Future[Any], Any]]) -> None:
    for waiter, answer in answers:
        if waiter.done():
            continue
        if isinstance(answer, Exception):
            waiter.set_exception(answer)
        else:
            waiter.set_result(answer)
