"""One request on its way through queue and run."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from ..model.caller import Caller
from ..model.outcome import Ending, RunResult
from ..model.pinned import Pinned
from ..model.plan import Plan
from ..model.request import Request
from ..model.settings import RunSettings
from ..model.state import ENDED, ExecutionState, check_move
from ..model.summary import Summary
from ..model.verdict import Verdict
from .guard import Guard
from .memory import Memory
from .seated_pace import SeatedPace
from .step_recorder import StepRecorder
from .summing_up import sum_up

type Publish = Callable[[Execution, ExecutionState | None], None]


class Execution:
    """The living record. Only the executor moves it; everybody may read it."""

    __slots__ = (
        "_publish",
        "_summary",
        "_time",
        "caller",
        "cancel_reason",
        "context",
        "created",
        "depth",
        "done",
        "ended",
        "first",
        "guard",
        "id",
        "is_revived",
        "memory",
        "name",
        "origin",
        "pace",
        "parent",
        "pinned",
        "plan",
        "predecessors",
        "recorder",
        "repeat_of",
        "request",
        "result",
        "resumable",
        "saga",
        "sources",
        "started",
        "state",
        "task",
        "ticks",
        "timeout",
        "undo_of",
        "variables",
        "verdict",
    )

    def __init__(  # noqa: PLR0913, PLR0915 - what an execution consists of
        self,
        request: Request,
        plan: Plan,
        *,
        name: str,
        variables: dict[str, Any],
        pace: SeatedPace,
        recorder: StepRecorder,
        publish: Publish,
        loop: asyncio.AbstractEventLoop,
        execution_id: str | None = None,
        state: ExecutionState = ExecutionState.QUEUED,
    ) -> None:
        """Be accepted in its first state."""
        # The context is the child of the caller's and acts for the same user. Its id
        # is the id of the execution, so that the logbook leads from an effect to it.
        self.context = Context(
            id=execution_id,
            parent_id=request.context.id,
            user_id=request.context.user_id,
        )
        self.id = self.context.id
        self.request = request
        self.plan = plan
        self.name = name
        self.variables = variables
        self.pace = pace
        self.recorder = recorder
        self.timeout = request.timeout
        """Seconds that the whole of it may take."""

        self.origin: str | None = None
        """The script or automation that the actions were read from."""

        self.parent: str | None = None
        """Id of the execution whose run asked for this one."""

        self.sources: frozenset[str] = frozenset()
        """The origins of this one and of all that it stands in."""

        self.pinned: Pinned | None = None
        """What has to be kept of it so that it can go on after a restart."""

        self.memory: Memory | None = None
        self.resumable = True
        """All that it decided and received could be written down so far."""

        self.is_revived = execution_id is not None
        """It was accepted in an earlier life."""

        self.saga: asyncio.Task[object] | None = None
        """Undoes it after it has failed, if its request wanted that."""

        self.undo_of: str | None = None
        """The newest of the executions that it undoes, if it does."""

        self.repeat_of: str | None = None
        self.depth = 0
        self.first: Callable[[], Awaitable[object]] | None = None
        """Awaited before the run begins."""

        self.predecessors: tuple[Execution, ...] = ()
        self.done: asyncio.Future[None] = loop.create_future()
        self.task: asyncio.Task[None] | None = None
        self.cancel_reason: str | None = None
        self.result: RunResult | None = None
        self.created: datetime = dt_util.utcnow()
        self.started: datetime | None = None
        self.ended: datetime | None = None
        self._time = loop.time
        self.ticks = {"created": self._time()}
        """Loop time of ``created``, ``started`` and ``ended``, as far as it has come.

        Of one that was taken up again the first two lie in an earlier life.
        """

        self._summary: Summary | None = None
        self.guard: Guard | None = None
        """Watches over its calls; None if it may do what its caller may."""

        self.caller: Caller | None = None
        """On whose behalf it runs; None if it was taken up after a restart, and not under
        leave, and for what the engine does by itself."""

        self.verdict: Verdict | None = None
        """What the gate has answered; None for what the engine does by itself."""

        self._publish = publish
        self.state = state
        check_move(None, self.state)

    def backdate(self, created: datetime, started: datetime | None) -> None:
        """Have been accepted, and begun, in an earlier life.

        All its times count from then, the time in between included.
        """
        now, tick = dt_util.utcnow(), self._time()
        self.created, self.started = created, started
        for name, moment in (("created", created), ("started", started)):
            if moment is not None:
                # A clock that was set back meanwhile must not make a time negative.
                self.ticks[name] = tick - max((now - moment).total_seconds(), 0)

    def announce(self) -> None:
        """Publish that it was accepted."""
        self._publish(self, None)

    def park(self) -> None:
        """Publish that it was accepted and does not run: denied, or held for a person."""
        self.done.set_result(None)
        self.announce()

    def move(self, state: ExecutionState) -> None:
        """Go to another state and publish it; raise if the table has no such move."""
        check_move(self.state, state)
        previous, self.state = self.state, state
        self._summary = None
        if state is ExecutionState.EXECUTING and self.started is None:
            self.started = dt_util.utcnow()
            self.ticks["started"] = self._time()
        elif state in ENDED:
            self.ended = dt_util.utcnow()
            self.ticks["ended"] = self._time()
        self._publish(self, previous)

    @property
    def is_ended(self) -> bool:
        """Nothing more happens by itself."""
        return self.state in ENDED

    @property
    def has_left(self) -> bool:
        """It does nothing any more, be it that it has ended or waits for a person."""
        return self.is_ended or self.state is ExecutionState.PENDING_APPROVAL

    @property
    def settings(self) -> RunSettings:
        """How it treats its calls."""
        return self.pinned.settings if self.pinned is not None else RunSettings()

    @property
    def told_to_end(self) -> str | None:
        """Why it was cancelled in an earlier life: it only says its last words."""
        return None if self.memory is None else self.memory.told_to_end

    @property
    def undoes(self) -> tuple[str, ...]:
        """The executions that it undoes."""
        first = () if self.undo_of is None else (self.undo_of,)
        return (self.pinned.undoes if self.pinned is not None else ()) or first

    @property
    def is_suspended(self) -> bool:
        """It was broken off because Home Assistant stops, and will go on."""
        return self.result is not None and self.result.ending is Ending.SUSPENDED

    @property
    def summary(self) -> Summary:
        """The account of it as it stands; final once it has ended."""
        if self._summary is not None:
            return self._summary
        summary = sum_up(self)
        if self.is_ended and self.done.done():
            self._summary = summary
        return summary

    async def end(self) -> None:
        """Wait for the end."""
        if not self.done.done():
            await asyncio.wait([self.done])

    async def wait(self) -> Summary:
        """Wait for the end and return the account of it."""
        await self.end()
        return self.summary
