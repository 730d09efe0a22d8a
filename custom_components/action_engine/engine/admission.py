"""From a request to an execution that is ready to begin."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .archive.history import History
from .archive.origin import Origin
from .desk.nothing import NoCatalog, NoTools
from .desk.resolving import Resolver, may_have_names
from .errors import RequestError
from .intake.read import async_read
from .model.draft import Draft
from .model.entry import Entry
from .model.notes import Note
from .model.options import EngineOptions
from .model.pinned import Pinned
from .model.plan import Plan
from .model.request import Request, Source, SourceKind
from .model.state import ExecutionState
from .model.stored import StoredExecution
from .plan.cache import PlanCache
from .plan.compile import async_compile, async_examine
from .plan.findings import report
from .plan.fingerprint import fingerprint
from .plan.outline import picture
from .run.execution import Execution, Publish
from .run.executor import settings_for
from .run.seated_pace import SeatedPace
from .run.seats import Seats
from .run.step_recorder import StepRecorder

type Surroundings = Callable[[Request], Awaitable[Mapping[str, Any]]]
"""Returns what the named actions of a request may know beside their parameters."""


async def _nothing(_: Request) -> Mapping[str, Any]:
    return {}


class Admission:
    """Plans what is asked for, each thing once."""

    def __init__(
        self,
        hass: HomeAssistant,
        seats: Seats,
        history: History | None,
        publish: Publish,
    ) -> None:
        """``publish`` is told every move of the executions that are made here."""
        self.resolver = Resolver(NoCatalog(), NoTools())
        self.surroundings: Surroundings = _nothing
        self.cache = PlanCache()
        self._hass = hass
        self._seats = seats
        self._history = history
        self._publish = publish

    async def plan(
        self, source: Source, request: Request | None = None
    ) -> tuple[Draft, Plan]:
        """Return the plan of a source; raise ``RequestError`` if there is none.

        ``request`` says for whom, so that named actions know what is his.
        """
        text = source.value if source.kind is SourceKind.YAML else None
        if text is not None and (found := self.cache.get(text)) is not None:
            return found
        draft = await async_read(self._hass, source)
        key = fingerprint(draft)
        if may_have_names(key):
            known = {} if request is None else await self.surroundings(request)
            draft = await self.resolver.resolve(draft, known)
            # What it stands for may be another thing tomorrow.
            key, text = fingerprint(draft), None
        key = key if text is None else text
        if (found := self.cache.get(key)) is not None:
            return draft, found[1]
        plan, problems = await async_examine(self._hass, draft)
        if problems:
            plan.unload()
            raise problems[0]
        self.cache.put(key, draft, plan)
        return draft, plan

    async def validate(self, source: Source) -> dict[str, Any]:
        """Say everything that is wrong with a source, and what the plan would be."""
        try:
            draft = await async_read(self._hass, source)
            if may_have_names(fingerprint(draft)):
                draft = await self.resolver.resolve(draft, {})
        except RequestError as problem:
            return report([problem], None)
        plan, problems = await async_examine(self._hass, draft)
        plan.unload()
        return report(problems, plan)

    async def plan_again(self, draft: Draft) -> Plan:
        """Return the plan of a draft that was accepted in an earlier life."""
        key = fingerprint(draft)
        if (found := self.cache.get(key)) is not None:
            return found[1]
        plan = await async_compile(self._hass, draft)
        self.cache.put(key, draft, plan)
        return plan

    async def picture(self, draft: Draft) -> dict[str, Any]:
        """Return the plan of an accepted draft for people; nothing of it is kept.

        Raises ``RequestError`` for one that this Home Assistant does not know how to run.
        """
        if (found := self.cache.get(fingerprint(draft))) is not None:
            return picture(found[1])
        return picture(await async_compile(self._hass, draft))

    def admit(
        self,
        request: Request,
        draft: Draft,
        plan: Plan,
        options: EngineOptions,
        origin: Origin,
        entry: Entry,
    ) -> Execution:
        """Make the execution of a request, with what it has from its origin."""
        execution = self._make(request, draft, plan, state=entry.state)
        execution.verdict, execution.caller = entry.verdict, entry.caller
        if execution.timeout is None:
            execution.timeout = options.timeout
        settings = settings_for(options, request)
        execution.undo_of = next(iter(origin.undoes), None)
        execution.repeat_of = origin.repeat_of
        execution.pinned = Pinned(
            draft=draft,
            request=request,
            settings=settings,
            undoes=origin.undoes,
            leave=entry.leave,
        )
        if self._history is not None:
            execution.memory = self._history.remember(execution, origin.notes)
            if origin.undoes:
                # Else a crash could leave things undone of which nobody knows why.
                execution.first = self._history.journal.durable
        return execution

    def revive(
        self, stored: StoredExecution, pinned: Pinned, plan: Plan, notes: list[Note]
    ) -> Execution:
        """Make an execution again that has begun in an earlier life."""
        execution = self._make(pinned.request, pinned.draft, plan, stored.id)
        execution.name = stored.name
        execution.backdate(stored.created, stored.started)
        execution.undo_of, execution.repeat_of = stored.undo_of, stored.repeat_of
        execution.pinned = pinned
        if pinned.leave is not None:
            # Else what it asks for would be asked for by its account, which may do more.
            execution.caller = pinned.leave.caller
        if self._history is not None:
            execution.memory = self._history.remember(execution, notes)
        if execution.told_to_end is not None:
            return execution  # What it owes is neither paused nor short of time.
        if execution.timeout is not None:
            passed = (dt_util.utcnow() - stored.created).total_seconds()
            execution.timeout = max(execution.timeout - passed, 0)
        if stored.state is ExecutionState.PAUSED:
            execution.pace.pause()
        return execution

    def _make(
        self,
        request: Request,
        draft: Draft,
        plan: Plan,
        execution_id: str | None = None,
        state: ExecutionState = ExecutionState.QUEUED,
    ) -> Execution:
        execution = Execution(
            request,
            plan,
            name=request.name or draft.name or draft.entity_id or "Actions",
            variables={**draft.defaults, **request.variables},
            pace=SeatedPace(self._seats, request.priority),
            recorder=StepRecorder(),
            publish=self._publish,
            loop=self._hass.loop,
            execution_id=execution_id,
            state=state,
        )
        execution.origin = draft.entity_id
        return execution
