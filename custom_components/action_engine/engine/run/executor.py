"""Accepts executions, gives them their turn, and sees them to their end."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextvars import Context as ContextVars
from functools import partial
import logging
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import (
    AlreadyRunningError,
    EngineDisabledError,
    ExecutionNotFoundError,
    QueueFullError,
)
from ..model.options import EngineOptions
from ..model.outcome import GOOD_ENDINGS, Ending, RunResult
from ..model.request import Mode, Request
from ..model.settings import RunSettings
from ..model.state import ExecutionState
from .execution import Execution
from .interpreter import async_interpret
from .lineage import check_lineage
from .seats import Seats
from .service_facts import ServiceFacts

_LOGGER = logging.getLogger(__name__)

GRACE: Final = 5.0
"""Seconds that active executions get to finish when the engine stops."""

_S = ExecutionState

_DETOURS: Final = {
    (_S.PAUSED, _S.EXECUTING): (_S.QUEUED, _S.EXECUTING),
    (_S.PAUSED, _S.RETRYING): (_S.QUEUED, _S.EXECUTING, _S.RETRYING),
    (_S.QUEUED, _S.RETRYING): (_S.EXECUTING, _S.RETRYING),
}
"""Where one look shows two moves at once, the table still wants each of them."""


class Executor:
    """The one place that starts, halts and ends executions."""

    def __init__(
        self,
        hass: HomeAssistant,
        options: EngineOptions,
        on_end: Callable[[Execution], None],
    ) -> None:
        """Be ready for work; ``on_end`` is called once for every execution."""
        self.open: dict[str, Execution] = {}
        self.refuses: str | None = None
        """Why no new work is taken, None if it is."""

        self.seats = Seats(options.workers)
        self.max_queue = options.max_queue
        self.counts = Counter[ExecutionState]()
        """How many open executions are in which state."""

        self._on_end = on_end
        self._hass = hass
        self._facts = ServiceFacts(hass)

    def count(self, execution: Execution, previous: ExecutionState | None) -> None:
        """Note a move, to be called for each."""
        if previous is not None:
            self.counts[previous] -= 1
        if not execution.is_ended:
            self.counts[execution.state] += 1

    def check_open(self) -> None:
        """Raise ``EngineDisabledError`` while no new work is taken."""
        if self.refuses is not None:
            raise EngineDisabledError(reason=self.refuses)

    def accept(self, execution: Execution, settings: RunSettings) -> None:
        """Take an execution in and start it as soon as it is its turn.

        Raises ``RequestError`` if it is not taken: switched off, queue full, its key
        is busy, or it was asked for by itself.
        """
        self.check_open()
        check_lineage(execution, self.open)
        rivals = self._rivals(execution)
        if rivals or self.seats.busy:
            self._check_room()
        if execution.request.mode is Mode.RESTART:
            for rival in rivals:
                self.cancel(rival, "restarted")
        execution.predecessors = tuple(rivals)
        execution.pace.on_change = partial(self.follow, execution)
        self.open[execution.id] = execution
        execution.announce()
        # A fresh context: what the run evaluates must not end up in the trace of the
        # automation that asked for it.
        ContextVars().run(
            self._hass.async_create_background_task,
            self._drive(execution, settings),
            f"action_engine {execution.name}",
        )

    def cancel(self, execution: Execution, reason: str) -> None:
        """End an execution at once; its ``finally`` blocks still run."""
        if execution.is_ended or execution.cancel_reason is not None:
            return
        execution.cancel_reason = reason
        execution.pace.cancel()
        if execution.task is not None:
            execution.task.cancel()

    def pause(self, execution: Execution) -> None:
        """Halt an execution before its next step."""
        if execution.is_ended:
            raise ExecutionNotFoundError(execution_id=execution.id)
        execution.pace.pause()
        self.follow(execution)

    def resume(self, execution: Execution) -> None:
        """Let a paused execution go on when it is its turn."""
        if execution.is_ended:
            raise ExecutionNotFoundError(execution_id=execution.id)
        execution.pace.unpause()
        if execution.state is _S.PAUSED:
            execution.move(_S.QUEUED)

    def follow(self, execution: Execution) -> None:
        """Move an execution to the state that its pace shows."""
        pace, state = execution.pace, execution.state
        if execution.cancel_reason is not None or execution.is_ended:
            return
        if pace.paused:
            target = _S.PAUSED
        elif not pace.active and state in (_S.QUEUED, _S.PAUSED):
            return
        else:
            target = _S.RETRYING if pace.retrying else _S.EXECUTING
        if target is not state:
            for move in _DETOURS.get((state, target), (target,)):
                execution.move(move)

    async def stop(self) -> None:
        """Take no more work; let what is active finish shortly, interrupt the rest."""
        self.refuses = "stopping"
        for execution in list(self.open.values()):
            if not execution.pace.active:
                self.cancel(execution, "shutdown")
        tasks = [one.task for one in self.open.values() if one.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=GRACE)
        for execution in list(self.open.values()):
            self.cancel(execution, "shutdown")
        if tasks:
            await asyncio.wait(tasks, timeout=GRACE)
        self._facts.close()

    def _rivals(self, execution: Execution) -> list[Execution]:
        request = execution.request
        if request.key is None or request.mode is Mode.PARALLEL:
            return []
        rivals = [one for one in self.open.values() if one.request.key == request.key]
        if rivals and request.mode is Mode.SINGLE:
            raise AlreadyRunningError(key=request.key, execution_id=rivals[0].id)
        return rivals

    def _check_room(self) -> None:
        if (waiting := self.counts[_S.QUEUED]) >= self.max_queue:
            raise QueueFullError(waiting=waiting, max_queue=self.max_queue)

    async def _drive(self, execution: Execution, settings: RunSettings) -> None:
        loop = self._hass.loop
        execution.task = asyncio.current_task()
        timer = None
        if (timeout := execution.request.timeout) is not None:
            timer = loop.call_later(timeout, self.cancel, execution, Ending.TIMEOUT)
        try:
            if execution.predecessors:
                await asyncio.wait([one.done for one in execution.predecessors])
                execution.predecessors = ()
            await execution.pace.sit_down()
            execution.started = dt_util.utcnow()
            execution.ticks["started"] = loop.time()
            result = await async_interpret(
                self._hass,
                execution.plan,
                variables=execution.variables,
                context=execution.context,
                settings=settings,
                facts=self._facts,
                pace=execution.pace,
                recorder=execution.recorder,
            )
            self._end(execution, result)
        except asyncio.CancelledError:
            self._end(execution, _cancelled(execution))
        except Exception as error:
            # A defect of the engine itself; whoever waits must hear of it all the same.
            _LOGGER.exception("Execution %s broke off", execution.id)
            log = execution.recorder.log
            self._end(
                execution,
                RunResult(ending=Ending.ERROR, log=log, variables={}, error=error),
            )
        finally:
            if timer is not None:
                timer.cancel()

    def _end(self, execution: Execution, result: RunResult) -> None:
        execution.ended = dt_util.utcnow()
        execution.ticks["ended"] = self._hass.loop.time()
        execution.result = result
        execution.pace.stand_up()
        del self.open[execution.id]
        execution.done.set_result(None)
        execution.move(_final_state(result.ending))
        self._on_end(execution)


def _cancelled(execution: Execution) -> RunResult:
    timed_out = execution.cancel_reason == Ending.TIMEOUT
    return RunResult(
        ending=Ending.TIMEOUT if timed_out else Ending.CANCELLED,
        log=execution.recorder.log,
        variables={},
    )


def _final_state(ending: Ending) -> ExecutionState:
    if ending is Ending.CANCELLED:
        return _S.CANCELLED
    return _S.SUCCESS if ending in GOOD_ENDINGS else _S.FAILED


def settings_for(options: EngineOptions, request: Request) -> RunSettings:
    """Merge the options and a request into what the interpreter needs."""
    return RunSettings(
        retry=options.retry.merged(request.retry),
        retry_asked=bool(request.retry),
        verify=options.verify if request.verify is None else request.verify,
        within=options.within if request.within is None else request.within,
        skip_if_already=request.skip_if_already,
        ignore_missing=request.ignore_missing,
        observe=request.observe,
    )
