"""The one door of the engine. ``submit`` tells the whole story."""

from collections.abc import Callable
from typing import Any, Final, Self

from homeassistant.core import Context, HomeAssistant, callback

from .admission import Admission
from .announcing import EVENT_EXECUTION, Announcer, OnLive, OnMove
from .archive.history import History, is_saga
from .archive.past import PastExecution, past
from .archive.record import NOWHERE, Origin, Record, check_url
from .archive.recovery import Fate
from .archive.undoing import UndoRequest
from .desk.desk import Desk
from .errors import EngineDisabledError, ExecutionNotFoundError
from .gatehouse.gatekeeper import Gatekeeper, hash_code
from .journal.journal import Journal
from .known import Known, is_apart
from .model.leave import Permit
from .model.options import EngineOptions
from .model.request import Request, Source
from .model.state import ExecutionState
from .plan.retry_key import parse_retry
from .run.execution import Execution
from .run.executor import Executor
from .run.listeners import Unsubscribe
from .run.statistics import Statistics, Tally

__all__ = [
    "EVENT_EXECUTION",
    "ActionEngine",
    "Execution",
    "Fate",
    "Gatekeeper",
    "PastExecution",
    "Statistics",
    "UndoRequest",
    "check_url",
    "hash_code",
    "parse_retry",
]

_DISABLED: Final = "switched off"


class ActionEngine:
    """Takes requests, and answers for what becomes of them."""

    def __init__(
        self,
        hass: HomeAssistant,
        options: EngineOptions,
        journal: Journal | None = None,
    ) -> None:
        """Be ready for work, switched on; without a journal nothing is remembered."""
        self._hass = hass
        self._options = options
        self._tally = Tally()
        self._executor = Executor(hass, options)
        self._known = Known(self._executor.open)
        self._announcer = Announcer(hass)
        self._history = None if journal is None else History(journal)
        self._admission = Admission(
            hass, self._executor.seats, self._history, self._moved
        )
        self.gate = Gatekeeper(
            hass,
            self._admission,
            self._history,
            inherited=self._known.caller_of,
            take_up=lambda one: self.record.take_up(one),  # noqa: PLW0108 - not yet there
            start=self._start_from,
            cancel_all=self.cancel_all,
            find=self._known.find,
        )
        self.desk = Desk(hass, self, self._executor.open)
        self._admission.resolver = self.desk.resolver
        self._admission.surroundings = self.gate.surroundings
        self._executor.keeps = self._can_go_on
        self._record = None
        if self._history is not None:
            self._record = Record(
                hass,
                self._history,
                self._admission,
                start=self._start_from,
                revive=self._revive,
                find=self._known.find,
                is_asked=self.gate.is_asked,
            )

    @classmethod
    async def async_open(cls, hass: HomeAssistant, options: EngineOptions) -> Self:
        """Return an engine with an open journal."""
        journal = await Journal.async_open(hass, options.journal)
        engine = cls(hass, options, journal)
        await engine.gate.open(options)
        return engine

    async def submit(self, request: Request) -> Execution | PastExecution:
        """Accept a request: read it, plan it, and hand it to the executor.

        Returns as soon as it is accepted and on disk. Raises ``RequestError`` if it is
        not accepted. A request with a known idempotency key is answered with the
        execution that had it first.
        """
        execution = await self._earlier(request) or await self._start(request)
        await self.settled()
        return execution

    async def run(self, request: Request) -> Execution | PastExecution:
        """Submit a request, and wait for its end if it says so; who leaves takes it along."""
        if (earlier := await self._earlier(request)) is not None:
            if request.wait and isinstance(earlier, Execution):
                await earlier.end()
            await self.settled()
            return earlier
        execution = await self._start(request)
        if request.wait:
            await self._see_through(execution)
        await self.settled()
        return execution

    async def _see_through(self, execution: Execution) -> None:
        try:
            parent = self._executor.open.get(execution.parent or "")
            if parent is not None and parent.pace.active and not execution.is_ended:
                # Its run only waits now, and its worker may be needed.
                async with parent.pace.lending():
                    await execution.end()
            else:
                await execution.end()
        finally:
            self._executor.cancel(execution, "whoever waited for it has gone")
        if execution.saga is not None:
            await execution.saga

    async def _earlier(self, request: Request) -> Execution | PastExecution | None:
        if (identity := request.identity) is None:
            return None
        if (twin := self._known.twin(request)) is not None or self._record is None:
            return twin
        stored = await self._record.earlier(*identity)
        return None if stored is None else self._known.find(stored.id) or past(stored)

    async def _start(self, request: Request, origin: Origin = NOWHERE) -> Execution:
        self._executor.check_open()
        draft, plan = await self._admission.plan(request.source, request)
        ruling = None if origin.saga else await self.gate.rule(request, draft, plan)
        if (twin := self._known.twin(request)) is not None:
            return twin  # It came while this one was being read.
        with self.gate.admitting(ruling) as entry:
            execution = self._admission.admit(
                request, draft, plan, self._options, origin, entry
            )
            if execution.has_left:
                execution.park()
                self.gate.ask(execution, ruling)
                return execution
            self.gate.watch(execution)
            self._begin(execution, self._executor.accept)
        origin.accepted(execution)
        return execution

    async def _start_from(self, request: Request, origin: Origin) -> Execution:
        execution = await self._start(request, origin)
        if request.wait:
            await execution.end()
        await self.settled()
        return execution

    def _revive(self, execution: Execution, permits: tuple[Permit, ...]) -> None:
        self._known.forget(execution.id)
        self.gate.watch(execution, permits)
        self._begin(execution, self._executor.revive)

    def _begin(self, execution: Execution, start: Callable[[Execution], None]) -> None:
        self._announcer.follow(execution)
        self._admission.cache.acquire(execution.plan)
        try:
            start(execution)
        except BaseException:
            self._admission.cache.release(execution.plan)
            raise

    async def settled(self) -> None:
        """Return when all that has happened so far is on disk, or cannot be."""
        if self._history is not None:
            await self._history.journal.durable()

    def _can_go_on(self, execution: Execution) -> bool:
        return (
            (history := self._history) is not None
            and execution.resumable
            and history.journal.health.durable
        )

    async def validate(self, source: Source) -> dict[str, Any]:
        """Say everything that is wrong with a source, and what the plan would be."""
        return await self._admission.validate(source)

    async def repeat_last(self, context: Context) -> Execution | PastExecution:
        """Submit the request of the last execution again, on behalf of ``context``."""
        if (last := self._tally.last) is None:
            raise ExecutionNotFoundError(execution_id="last")
        return await self.submit(last.request.again(context))

    @callback
    def cancel(self, execution_id: str) -> None:
        """End an open execution; raise ``ExecutionNotFoundError`` if there is none."""
        if not self.gate.withdraw(execution_id):
            self._executor.cancel(self._known.running(execution_id), "on request")

    @callback
    def cancel_all(self) -> int:
        """End all open executions and return how many there were."""
        everyone = list(self._executor.open.values())
        for execution in everyone:
            self._executor.cancel(execution, "on request")
        return len(everyone)

    @callback
    def pause(self, execution_id: str) -> Execution:
        """Halt an open execution before its next step."""
        execution = self._known.running(execution_id)
        self._executor.pause(execution)
        return execution

    @callback
    def resume(self, execution_id: str) -> Execution:
        """Let a paused execution go on."""
        execution = self._known.running(execution_id)
        self._executor.resume(execution)
        return execution

    def get(self, execution_id: str) -> Execution:
        """Return an open or recent execution."""
        if (execution := self._known.find(execution_id)) is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return execution

    @property
    def record(self) -> Record:
        """Everything that needs the journal; raises if the engine has none."""
        if self._record is None:
            raise EngineDisabledError(reason="it has no journal")
        return self._record

    @property
    def executions(self) -> list[Execution]:
        """All open and recent executions, the newest last."""
        return self._known.all()

    @property
    def statistics(self) -> Statistics:
        """The figures of this moment."""
        queued = self._executor.counts[ExecutionState.QUEUED]
        running = len(self._executor.open) - queued
        return self._tally.read(running=running, queued=queued)

    @property
    def options(self) -> EngineOptions:
        """The options in force."""
        return self._options

    @callback
    def configure(self, options: EngineOptions) -> None:
        """Put other options in force; what runs keeps those that it began with."""
        self._options = options
        self._executor.seats.resize(options.workers)
        self._executor.max_queue = options.max_queue
        self.gate.configure(options)
        if self._history is not None:
            self._history.journal.configure(options.journal)

    @property
    def enabled(self) -> bool:
        """New work is taken."""
        return self._executor.refuses is None

    @callback
    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 - what a switch says
        """Take new work, or refuse it; what was accepted goes on."""
        if self._executor.refuses in (None, _DISABLED):
            self._executor.refuses = None if enabled else _DISABLED
            self._announcer.changes.tell()

    @callback
    def on_move(self, listener: OnMove) -> Unsubscribe:
        """Call the listener at every move of an execution."""
        return self._announcer.moves.add(listener)

    @callback
    def on_change(self, listener: Callable[[], None]) -> Unsubscribe:
        """Call the listener whenever ``statistics`` or ``enabled`` may differ."""
        return self._announcer.changes.add(listener)

    @callback
    def watch(self, listener: OnLive) -> Unsubscribe:
        """Call the listener with every move and every change of a step, as plain data."""
        unsubscribe = self._announcer.live.add(listener)
        for execution in self._executor.open.values():
            self._announcer.follow(execution)
        return unsubscribe

    async def stop(self) -> None:
        """Take no more work, and return when nothing runs any more.

        With a journal, what had not ended goes on after the next start.
        """
        await self._executor.stop()
        self.gate.close()
        self._admission.cache.clear()
        if self._history is not None:
            await self._history.journal.close()

    def _moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        if is_apart(execution, previous):
            if previous is None:
                self._known.remember(execution)
            if execution.state is ExecutionState.ROLLED_BACK:
                self.gate.ended(execution)
            self._tell(execution, previous)
            return
        self._executor.count(execution, previous)
        if execution.has_left:
            # Before anybody hears of it: he may look it up.
            self._admission.cache.release(execution.plan)
            self._known.remember(execution)
        if execution.is_ended:
            self._tally.add(execution)
            self.gate.ended(execution)
        self._tell(execution, previous)
        if execution.state is ExecutionState.PENDING_APPROVAL:
            self.gate.halted(execution)
        elif self._record is not None and is_saga(execution):
            self._roll_back(execution, self._record)

    def _roll_back(self, execution: Execution, record: Record) -> None:
        execution.saga = self._hass.async_create_background_task(
            record.take_back(execution.id, execution.context),
            f"action_engine undo {execution.id}",
        )

    def _tell(self, execution: Execution, previous: ExecutionState | None) -> None:
        if self._history is not None:
            self._history.follow(execution, previous)
        self._announcer.moved(execution, previous)
