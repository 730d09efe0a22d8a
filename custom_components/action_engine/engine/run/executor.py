"""Accepts executions, gives them their turn, and sees them to their end."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextvars import Context as ContextVars
from functools import lru_cache, partial
import logging
from typing import Final

from homeassistant.core import HomeAssistant

from ..errors import (
    AlreadyRunningError,
    EngineDisabledError,
    ExecutionNotFoundError,
    QueueFullError,
)
from ..model.notes import WISH, NoteKind
from ..model.options import EngineOptions
from ..model.outcome import GOOD_ENDINGS, Ending, RunResult
from ..model.request import Mode, OnFailure, Request
from ..model.settings import RunSettings
from ..model.state import ExecutionState
from .breaking_off import break_off, broken_off, cancelled, tell_to_end
from .execution import Execution
from .interpreter import async_interpret
from .lineage import check_lineage, enter, innermost, line_of
from .seats import Seats
from .service_facts import ServiceFacts

_LOGGER = logging.getLogger(__name__)

GRACE: Final = 5.0
"""Seconds that active executions get to finish when the engine stops, and then again
for their last words, and for the end of these."""

_SHUTDOWN: Final = "shutdown"

_S = ExecutionState

_VIA: Final = {
    (_S.PAUSED, _S.EXECUTING): _S.QUEUED,
    (_S.PAUSED, _S.RETRYING): _S.QUEUED,
    (_S.QUEUED, _S.RETRYING): _S.EXECUTING,
}
"""Where one look shows two moves at once, the table still wants each of them."""

_OTHER_ENDS: Final = {
    Ending.CANCELLED: _S.CANCELLED,
    Ending.UNKNOWN: _S.UNKNOWN,
    Ending.HELD: _S.PENDING_APPROVAL,
}

_WAITING: Final = frozenset({_S.QUEUED, _S.PAUSED})


class Executor:
    """The one place that starts, halts and ends executions."""

    def __init__(self, hass: HomeAssistant, options: EngineOptions) -> None:
        """Be ready for work."""
        self.open: dict[str, Execution] = {}
        self.refuses: str | None = None
        """Why no new work is taken, None if it is."""

        self.seats = Seats(options.workers)
        self.max_queue = options.max_queue
        self.counts = Counter[ExecutionState]()
        """How many open executions are in which state."""

        self.keeps: Callable[[Execution], bool] = lambda _: False
        """Whether an execution can be taken up after a restart."""

        self._hass = hass
        self._facts = ServiceFacts(hass)

    def count(self, execution: Execution, previous: ExecutionState | None) -> None:
        """Note a move, to be called for each."""
        if previous is not None:
            self.counts[previous] -= 1
        if not execution.has_left:
            self.counts[execution.state] += 1

    def check_open(self) -> None:
        """Raise ``EngineDisabledError`` while no new work is taken."""
        if self.refuses is not None:
            raise EngineDisabledError(reason=self.refuses)

    def revive(self, execution: Execution) -> None:
        """Take up an execution that was accepted before a restart.

        It keeps its place behind those with its key; one that was paused stays so.
        """
        if execution.request.mode is Mode.QUEUED:
            execution.predecessors = tuple(self._rivals(execution.request))
        if execution.memory is not None and (why := execution.told_to_end) is not None:
            execution.memory.on_wish = partial(tell_to_end, execution, why)
        self._begin(execution)
        self.follow(execution)

    def accept(self, execution: Execution) -> None:
        """Take an execution in and start it as soon as it is its turn.

        Raises ``RequestError`` if it is not taken: switched off, queue full, its key
        is busy, or it was asked for by itself.
        """
        self.check_open()
        rivals = self._rivals(execution.request)
        check_lineage(execution, self.open, rivals)
        self._check_room(execution, rivals)
        if execution.request.mode is Mode.RESTART:
            for rival in rivals:
                self.cancel(rival, "restarted")
        execution.predecessors = tuple(rivals)
        self._begin(execution)

    def _begin(self, execution: Execution) -> None:
        execution.pace.on_change = partial(self.follow, execution)
        execution.pace.on_abandon = partial(break_off, execution)
        self.open[execution.id] = execution
        execution.announce()
        # A fresh context: what the run evaluates must not end up in the trace of the
        # automation that asked for it.
        ContextVars().run(
            self._hass.async_create_background_task,
            self._drive(execution),
            f"action_engine {execution.name}",
        )

    def cancel(self, execution: Execution, reason: str) -> None:
        """End an execution at once; its ``finally`` blocks still run."""
        if execution.has_left or execution.cancel_reason is not None:
            return
        if reason != Ending.SUSPENDED:
            if execution.told_to_end is not None:
                return  # It is about to end, and owes its last words first.
            if execution.memory is not None:
                # A crash in its last words must not make it go on after them.
                execution.memory.write(WISH, NoteKind.CANCELLED, str(reason))
        tell_to_end(execution, reason)

    def suspend(self, execution: Execution) -> None:
        """Break an execution off so that it can be taken up after a restart."""
        if execution.cancel_reason is None:
            execution.pace.silent = True
            self.cancel(execution, Ending.SUSPENDED)

    def pause(self, execution: Execution) -> None:
        """Halt an execution before its next step, unless it is about to end."""
        if execution.cancel_reason is not None:
            raise ExecutionNotFoundError(execution_id=execution.id)
        execution.pace.pause()
        self.follow(execution)

    def resume(self, execution: Execution) -> None:
        """Let a paused execution go on when it is its turn."""
        execution.pace.unpause()
        if execution.state is _S.PAUSED:
            execution.move(_S.QUEUED)
            # A delay that is not over yet needs no worker.
            self.follow(execution)

    def follow(self, execution: Execution) -> None:
        """Move an execution to the state that its pace shows."""
        # Whoever is told of a move may pause or resume in the middle of it.
        while (target := _shown(execution)) is not execution.state:
            execution.move(_VIA.get((execution.state, target), target))

    async def stop(self) -> None:
        """Take no more work; let what is active finish shortly, interrupt the rest."""
        self.refuses = "stopping"
        for execution in list(self.open.values()):
            if not execution.pace.active:
                self._interrupt(execution)
        # A run that asked for this very stop cannot end before it has happened.
        line = line_of(innermost(self.open), self.open)
        callers = {one for one in line if one.pace.active}
        for execution in callers:
            execution.pace.cancel()
        await self._await_others(callers)
        for execution in self._others(callers):
            self._interrupt(execution)
        await self._await_others(callers)
        for execution in self._others(callers):
            if self.keeps(execution):
                # The rest of its last words is said after the start.
                execution.cancel_reason, execution.pace.silent = Ending.SUSPENDED, True
            else:
                _LOGGER.warning("Execution %s is broken off in its end", execution.id)
            break_off(execution)
        await self._await_others(callers)
        self._facts.close()

    def _interrupt(self, execution: Execution) -> None:
        if self.keeps(execution):
            self.suspend(execution)
        else:
            self.cancel(execution, _SHUTDOWN)

    def _others(self, callers: set[Execution]) -> list[Execution]:
        return [one for one in self.open.values() if one not in callers]

    async def _await_others(self, callers: set[Execution]) -> None:
        if ends := [one.done for one in self._others(callers)]:
            await asyncio.wait(ends, timeout=GRACE)

    def _rivals(self, request: Request) -> list[Execution]:
        if request.key is None or request.mode is Mode.PARALLEL:
            return []
        return [one for one in self.open.values() if one.request.key == request.key]

    def _check_room(self, execution: Execution, rivals: list[Execution]) -> None:
        request = execution.request
        if rivals and request.mode is Mode.SINGLE:
            raise AlreadyRunningError(key=request.key, execution_id=rivals[0].id)
        if rivals and request.mode is Mode.RESTART:
            # It takes the place of those that it cancels.
            return
        if execution.parent is not None and request.wait:
            # What was accepted must be able to end; its worker is free meanwhile.
            return
        waiting = self.counts[_S.QUEUED]
        if (rivals or self.seats.busy) and waiting >= self.max_queue:
            raise QueueFullError(waiting=waiting, max_queue=self.max_queue)

    async def _drive(self, execution: Execution) -> None:
        execution.task = asyncio.current_task()
        timer = None
        if (timeout := execution.timeout) is not None and not execution.told_to_end:
            timer = self._hass.loop.call_later(
                timeout, self.cancel, execution, Ending.TIMEOUT
            )
        result = None
        try:
            result = await self._run(execution)
        except asyncio.CancelledError:
            pass
        except Exception as error:
            # A defect of the engine itself; whoever waits must hear of it all the same.
            _LOGGER.exception("Execution %s broke off", execution.id)
            result = broken_off(execution, Ending.ERROR, error)
        finally:
            if timer is not None:
                timer.cancel()
        execution.cancel_reason = execution.cancel_reason or execution.told_to_end
        if result is None or execution.cancel_reason is not None:
            # Also if a service kept the cancellation to itself.
            result = cancelled(execution)
        self._end(execution, result)

    async def _run(self, execution: Execution) -> RunResult:
        enter(execution)
        if execution.cancel_reason is not None:
            # Whoever was told that it is there did not want it.
            raise asyncio.CancelledError
        if execution.predecessors:
            await asyncio.wait([one.done for one in execution.predecessors])
        if execution.first is not None:
            await execution.first()
        await execution.pace.sit_down()
        return await async_interpret(
            self._hass,
            execution.plan,
            variables=execution.variables,
            context=execution.context,
            settings=execution.settings,
            facts=self._facts,
            pace=execution.pace,
            recorder=execution.recorder,
            memory=execution.memory,
            guard=execution.guard,
        )

    def _end(self, execution: Execution, result: RunResult) -> None:
        execution.result = result
        execution.predecessors = ()
        execution.pace.stand_up()
        # It leads back to the execution. That circle would stay, with all that hangs on
        # it, until the garbage collector comes, and keep that busy.
        execution.recorder.watch = None
        del self.open[execution.id]
        execution.done.set_result(None)
        if result.ending is not Ending.SUSPENDED:
            execution.move(_final_state(result.ending))


def _shown(execution: Execution) -> ExecutionState:
    pace, state = execution.pace, execution.state
    if execution.cancel_reason is not None or execution.is_ended:
        return state
    if pace.paused:
        return _S.PAUSED
    if state in _WAITING and not (pace.active or pace.at_rest):
        return state
    return _S.RETRYING if pace.retrying else _S.EXECUTING


def _final_state(ending: Ending) -> ExecutionState:
    if ending in GOOD_ENDINGS:
        return _S.SUCCESS
    return _OTHER_ENDS.get(ending, _S.FAILED)


@lru_cache(maxsize=4)
def default_settings(options: EngineOptions) -> RunSettings:
    """Return what the interpreter needs for a request without wishes of its own."""
    return RunSettings(
        retry=options.retry, verify=options.verify, within=options.within
    )


def settings_for(options: EngineOptions, request: Request) -> RunSettings:
    """Merge the options and a request into what the interpreter needs."""
    if not request.has_wishes:
        return default_settings(options)
    return RunSettings(
        retry=options.retry.merged(request.retry),
        retry_asked=bool(request.retry),
        verify=options.verify if request.verify is None else request.verify,
        within=options.within if request.within is None else request.within,
        skip_if_already=request.skip_if_already,
        ignore_missing=request.ignore_missing,
        observe=request.observe,
        carry_on=request.on_failure is OnFailure.CONTINUE,
    )
