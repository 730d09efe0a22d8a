"""The one door of the engine. ``submit`` tells the whole story."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant, callback

from .errors import ExecutionNotFoundError, InvalidActionError
from .intake.read import async_read
from .model.draft import Draft
from .model.options import EngineOptions
from .model.plan import Plan
from .model.request import Request, Source, SourceKind
from .model.state import ExecutionState
from .model.steps_log import StepRecord, StepStatus
from .plan.cache import PlanCache
from .plan.compile import async_examine
from .plan.fingerprint import fingerprint
from .plan.outline import outline
from .plan.retry_key import parse_retry
from .run.execution import Execution
from .run.executor import Executor, settings_for
from .run.listeners import Listeners, Unsubscribe
from .run.live import move_event, step_event
from .run.seated_pace import SeatedPace
from .run.statistics import Statistics, Tally
from .run.step_recorder import StepRecorder

__all__ = [
    "EVENT_EXECUTION",
    "ActionEngine",
    "Execution",
    "Statistics",
    "parse_retry",
]

EVENT_EXECUTION: Final = "action_engine_execution"
"""Fired on the bus for every move of an execution, never for a single step."""

HISTORY: Final = 50
"""Ended executions that stay readable."""

_DISABLED: Final = "switched off"

type OnMove = Callable[[Execution, ExecutionState | None], None]
type OnLive = Callable[[dict[str, Any]], None]


class ActionEngine:
    """Takes requests, and answers for what becomes of them."""

    def __init__(self, hass: HomeAssistant, options: EngineOptions) -> None:
        """Be ready for work, switched on."""
        self._hass = hass
        self._options = options
        self._cache = PlanCache()
        self._tally = Tally()
        self._executor = Executor(hass, options)
        self._recent: deque[Execution] = deque(maxlen=HISTORY)
        self._on_move: Listeners[Execution, ExecutionState | None] = Listeners()
        self._on_change: Listeners[[]] = Listeners()
        self._live: Listeners[dict[str, Any]] = Listeners()

    async def submit(self, request: Request) -> Execution:
        """Accept a request: read it, plan it, and hand it to the executor.

        Returns as soon as it is accepted. Raises ``RequestError`` if it is not.
        """
        self._executor.check_open()
        draft, plan = await self._plan(request.source)
        execution = self._admit(request, draft, plan)
        self._cache.acquire(plan)
        try:
            self._executor.accept(execution, settings_for(self._options, request))
        except BaseException:
            self._cache.release(plan)
            raise
        return execution

    async def run(self, request: Request) -> Execution:
        """Submit a request, and wait for its end if the request says so.

        Whoever waits and is cancelled takes the execution with him.
        """
        execution = await self.submit(request)
        if request.wait and not execution.is_ended:
            parent = self._executor.open.get(execution.parent or "")
            try:
                if parent is not None and parent.pace.active:
                    # Its run only waits now, and its worker may be needed.
                    async with parent.pace.lending():
                        await execution.wait()
                else:
                    await execution.wait()
            finally:
                self._executor.cancel(execution, "whoever waited for it has gone")
        return execution

    async def validate(self, source: Source) -> dict[str, Any]:
        """Say everything that is wrong with a source, and what the plan would be."""
        try:
            draft = await async_read(self._hass, source)
        except InvalidActionError as problem:
            return _report([problem], None)
        plan, problems = await async_examine(self._hass, draft)
        plan.unload()
        return _report(problems, plan)

    async def repeat_last(self, context: Context) -> Execution:
        """Submit the request of the last execution again, on behalf of ``context``."""
        if (last := self._tally.last) is None:
            raise ExecutionNotFoundError(execution_id="last")
        return await self.submit(last.request.again(context))

    @callback
    def cancel(self, execution_id: str) -> Execution:
        """End an open execution; raise ``ExecutionNotFoundError`` if there is none."""
        execution = self._open(execution_id)
        self._executor.cancel(execution, "on request")
        return execution

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
        execution = self._open(execution_id)
        self._executor.pause(execution)
        return execution

    @callback
    def resume(self, execution_id: str) -> Execution:
        """Let a paused execution go on."""
        execution = self._open(execution_id)
        self._executor.resume(execution)
        return execution

    def get(self, execution_id: str) -> Execution:
        """Return an open or recent execution."""
        for execution in reversed(self.executions):
            if execution.id == execution_id:
                return execution
        raise ExecutionNotFoundError(execution_id=execution_id)

    @property
    def executions(self) -> list[Execution]:
        """All open and recent executions, the newest last."""
        known = [*self._recent, *self._executor.open.values()]
        return sorted(known, key=lambda execution: execution.ticks["created"])

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

    @property
    def enabled(self) -> bool:
        """New work is taken."""
        return self._executor.refuses is None

    @callback
    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 - what a switch says
        """Take new work, or refuse it; what was accepted goes on."""
        if self._executor.refuses in (None, _DISABLED):
            self._executor.refuses = None if enabled else _DISABLED
            self._on_change.tell()

    @callback
    def on_move(self, listener: OnMove) -> Unsubscribe:
        """Call the listener at every move of an execution."""
        return self._on_move.add(listener)

    @callback
    def on_change(self, listener: Callable[[], None]) -> Unsubscribe:
        """Call the listener whenever ``statistics`` or ``enabled`` may differ."""
        return self._on_change.add(listener)

    @callback
    def watch(self, listener: OnLive) -> Unsubscribe:
        """Call the listener with every move and every change of a step, as plain data."""
        unsubscribe = self._live.add(listener)
        for execution in self._executor.open.values():
            self._follow_steps(execution)
        return unsubscribe

    async def stop(self) -> None:
        """Take no more work, and return when nothing runs any more."""
        await self._executor.stop()
        self._cache.clear()

    async def _plan(self, source: Source) -> tuple[Draft, Plan]:
        text = source.value if source.kind is SourceKind.YAML else None
        if text is not None and (found := self._cache.get(text)) is not None:
            return found
        draft = await async_read(self._hass, source)
        key = text if text is not None else fingerprint(draft)
        if (found := self._cache.get(key)) is not None:
            return draft, found[1]
        plan, problems = await async_examine(self._hass, draft)
        if problems:
            plan.unload()
            raise problems[0]
        self._cache.put(key, draft, plan)
        return draft, plan

    def _admit(self, request: Request, draft: Draft, plan: Plan) -> Execution:
        execution = Execution(
            request,
            plan,
            name=request.name or draft.name or draft.entity_id or "Actions",
            variables={**draft.defaults, **request.variables},
            pace=SeatedPace(self._executor.seats, request.priority),
            recorder=StepRecorder(),
            publish=self._moved,
            loop=self._hass.loop,
        )
        execution.origin = draft.entity_id
        if execution.timeout is None:
            execution.timeout = self._options.timeout
        if self._live:
            self._follow_steps(execution)
        return execution

    def _follow_steps(self, execution: Execution) -> None:
        execution.recorder.watch = partial(self._stepped, execution)

    def _open(self, execution_id: str) -> Execution:
        execution = self._executor.open.get(execution_id)
        if execution is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return execution

    def _moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        self._executor.count(execution, previous)
        if execution.is_ended:
            # Before anybody hears of it: he may look it up.
            self._cache.release(execution.plan)
            self._recent.append(execution)
            self._tally.add(execution)
        event = move_event(execution, previous)
        self._hass.bus.async_fire(EVENT_EXECUTION, event, context=execution.context)
        self._on_move.tell(execution, previous)
        if self._live:
            self._live.tell({"kind": "execution", **event})
        self._on_change.tell()

    def _stepped(
        self, execution: Execution, record: StepRecord, status: StepStatus
    ) -> None:
        if self._live:
            self._live.tell(step_event(execution, record, status))


def _report(
    problems: list[InvalidActionError] | list[Any], plan: Plan | None
) -> dict[str, Any]:
    steps: Mapping[str, Any] = (
        {"steps": plan.size, "plan": outline(plan)} if plan else {}
    )
    return {
        "valid": not problems,
        "problems": [
            {"place": one.place, "came": one.came, "expected": one.expected}
            for one in problems
        ],
        **steps,
    }
