"""What can be done with executions that are written down: read, repeat, undo, resolve."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from homeassistant.core import Context, HomeAssistant

from ..admission import Admission
from ..errors import ExecutionNotFoundError, NotRepeatableError
from ..gatehouse.callers import as_of_today
from ..gatehouse.waiting_room import agreed_in
from ..journal.check_url import check_url
from ..journal.journal import Journal
from ..model.daily import Day
from ..model.journal import ChainReport, JournalHealth, JournalSize
from ..model.leave import Permit
from ..model.notes import NoteKind, Verdict
from ..model.options import EngineOptions
from ..model.repeat import Repeat
from ..model.report import ReportWish
from ..model.request import Request
from ..model.state import ExecutionState
from ..model.stored import (
    ExecutionFilter,
    OpenExecution,
    Sight,
    StoredEvent,
    StoredExecution,
)
from ..run.execution import Execution
from .facts import Facts
from .history import History
from .looking_back import LookingBack
from .origin import NOWHERE, Origin
from .recovery import Fate, Recovery, Revival
from .reporting import make_report
from .telling import Telling
from .undoing import UndoRequest
from .undone import Undone

__all__ = ["NOWHERE", "Origin", "Record", "check_url", "in_flight"]

type Start = Callable[[Request, Origin], Awaitable[Execution]]


class Record:
    """The second half of the door: everything that needs the journal."""

    def __init__(  # noqa: PLR0913 - what a record has to know of the engine
        self,
        hass: HomeAssistant,
        history: History,
        admission: Admission,
        *,
        start: Start,
        revive: Callable[[Execution, tuple[Permit, ...]], None],
        find: Callable[[str], Execution | None],
        is_asked: Callable[[str], bool],
    ) -> None:
        """``start`` runs a request, ``revive`` an execution that was made again.

        ``is_asked``: somebody can still answer the question about an execution.
        """
        self._hass = hass
        self.facts = Facts(history.journal)
        self._history = history
        self._admission = admission
        self._start = start
        self._begin_again = revive
        self._find = find
        self._looking_back = LookingBack(history, find)
        self.telling = Telling(hass, history, admission, find)
        self._undone = Undone(hass, history, start=start, find=find)
        self._recovery = Recovery(
            history,
            revive=self._revive,
            see_undone=self._undone.see_to,
            is_known=self._is_known,
            is_asked=is_asked,
        )

    @property
    def journal(self) -> Journal:
        """The journal itself, for backups and for its health."""
        return self._history.journal

    @property
    def health(self) -> JournalHealth:
        """How the journal is."""
        return self.journal.health

    async def recover(self, options: EngineOptions) -> dict[Fate, int]:
        """Deal with what the last life of Home Assistant left open."""
        return await self._recovery.run(options)

    async def take_up(self, found: OpenExecution) -> None:
        """Go on with an execution that waited for a person."""
        await self._recovery.take_up(found)

    async def get(self, execution_id: str) -> dict[str, Any]:
        """Return the account of an execution, with a timeline of all that happened."""
        return await self._looking_back.get(execution_id)

    async def is_seen(self, execution_id: str, sight: Sight) -> bool:
        """Tell whether somebody may see an execution; one that is not there he may not."""
        return await self._looking_back.is_seen(execution_id, sight)

    async def page(self, wanted: ExecutionFilter) -> dict[str, Any]:
        """Return a page of executions, the newest first."""
        return await self._looking_back.page(wanted)

    async def report(
        self, wish: ReportWish, names: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return a report about a period; ``names`` are those of policies by id."""
        return await make_report(self.journal, wish, names)

    async def daily(
        self, begins: Sequence[datetime], sight: Sight | None
    ) -> tuple[Day, ...]:
        """Return the figures of days; ``begins`` are their first moments."""
        return await self.journal.daily(begins, sight)

    async def undecided(self) -> list[StoredExecution]:
        """Return the executions about which a person has to decide."""
        unknown = frozenset({ExecutionState.UNKNOWN})
        page = await self.journal.list(ExecutionFilter(states=unknown, limit=500))
        return list(page.items)

    async def earlier(self, key: str, user_id: str | None) -> StoredExecution | None:
        """Return the execution that had an idempotency key first."""
        stored = await self._looking_back.earlier(key)
        return stored if stored is not None and stored.user_id == user_id else None

    async def repeat(self, execution_id: str, context: Context) -> Execution:
        """Make the same request again, on behalf of ``context``."""
        pinned = await self._looking_back.pinned(execution_id, context)
        # The key was for the first one; with it the answer would be the first one.
        request = replace(pinned.request, idempotency_key=None, wait=False)
        return await self._start(request, Origin(repeat_of=execution_id))

    async def retry_from(self, execution_id: str, context: Context) -> Execution:
        """Run a failed execution again from the step at which it failed."""
        pinned = await self._looking_back.pinned(execution_id, context)
        notes = await self._looking_back.notes_before_failure(execution_id)
        request = replace(pinned.request, idempotency_key=None, wait=False)
        origin = Origin(repeat_of=execution_id, notes=tuple(notes))
        return await self._start(request, origin)

    async def resolve(self, execution_id: str, verdict: Verdict) -> str:
        """Do what a person has decided about an unknown execution; return its state."""
        found = await self._unknown(execution_id)
        if verdict is Verdict.GIVE_UP:
            return await self._close(found.execution, ExecutionState.FAILED, "given up")
        paths = in_flight(found)
        if not paths and verdict is Verdict.DONE:
            return await self._close(found.execution, ExecutionState.SUCCESS, "")
        for path in paths:
            kind = NoteKind.VERDICT.value
            self.journal.append(execution_id, kind, path, verdict.value)
        try:
            await self._recovery.take_up(await self._unknown(execution_id))
        except (ValueError, KeyError, TypeError) as error:
            raise NotRepeatableError(execution_id=execution_id, reason=error) from error
        return ExecutionState.EXECUTING

    async def doubts(self, execution_id: str) -> list[dict[str, Any]]:
        """Return the calls of an unknown execution that may or may not have happened.

        Each is told as it was asked for, redacted: ``path``, ``action``, ``targets``,
        ``data`` and ``at``, the time of its first attempt. None of them: it was broken
        off between two calls.
        """
        found = await self._unknown(execution_id)
        return [_asked(found, path) for path in in_flight(found)]

    async def rollback(self, request: UndoRequest) -> dict[str, Any]:
        """Undo executions, or show what an undo would do."""
        return await self._undone.rollback(request)

    async def take_back(self, execution_id: str, context: Context) -> None:
        """Undo an execution that has failed and wants that."""
        await self._undone.take_back(execution_id, context)

    async def verify(self) -> ChainReport:
        """Walk along the hash chains."""
        return await self.journal.verify()

    async def size(self) -> JournalSize:
        """Count what is in the journal."""
        return await self.journal.measure()

    async def purge(self, before: datetime | None, keep_count: int | None) -> int:
        """Remove executions that ended before a time, or beyond a number."""
        return await self.journal.purge(before=before, keep_count=keep_count)

    async def _close(
        self, stored: StoredExecution, end: ExecutionState, reason: str
    ) -> ExecutionState:
        state = self._history.close(stored, end, reason)
        await self._undone.closed(
            replace(stored, success=state is ExecutionState.SUCCESS)
        )
        if state is ExecutionState.ROLLING_BACK:
            await self._undone.see_to(stored)
        return state

    async def _unknown(self, execution_id: str) -> OpenExecution:
        stored = await self._looking_back.stored(execution_id)
        if stored.state is not ExecutionState.UNKNOWN or self._is_open(execution_id):
            raise ExecutionNotFoundError(execution_id=execution_id)
        events = await self.journal.events(execution_id)
        return OpenExecution(execution=stored, events=events)

    async def _revive(self, revival: Revival) -> None:
        pinned = await as_of_today(self._hass, revival.pinned)
        plan = await self._admission.plan_again(pinned.draft)
        execution = self._admission.revive(revival.stored, pinned, plan, revival.notes)
        if self._history.accepted is not None:
            self._history.accepted.add(execution.id)
        self._begin_again(execution, agreed_in(revival.notes).permits)
        self._undone.follow(execution)

    def _is_known(self, execution_id: str) -> bool:
        accepted = self._history.accepted
        if accepted is not None and execution_id in accepted:
            return True
        return self._find(execution_id) is not None

    def _is_open(self, execution_id: str) -> bool:
        execution = self._find(execution_id)
        return execution is not None and not execution.is_ended


def in_flight(found: OpenExecution) -> list[str]:
    """Return the paths of calls that must not be repeated blindly, and may have been made.

    Calls in flight that may be repeated are made again, and need nobody's word.
    """
    out: dict[str, int] = {}
    harmless: set[str] = set()
    for event in found.events:
        if event.kind == NoteKind.INTENT:
            if event.path not in out and _field(event, "repeat") == Repeat.ABSOLUTE:
                harmless.add(event.path)
            out[event.path] = int(_field(event, "number") or 0)
        elif event.kind in (NoteKind.RESULT, NoteKind.RAISED) or (
            event.kind == NoteKind.ATTEMPT
            and int(_field(event, "attempt") or 0) >= out.get(event.path, 0)
        ):
            out.pop(event.path, None)
    return [path for path in out if path not in harmless]


def _field(event: StoredEvent, name: str) -> Any:
    """Return a field of an event; None if the event cannot be read any more."""
    return event.data.get(name) if isinstance(event.data, dict) else None


def _asked(found: OpenExecution, path: str) -> dict[str, Any]:
    """Return what the first intent under a path says, as far as it can be read."""
    events = (one for one in found.events if one.path == path)
    first = next(one for one in events if one.kind == NoteKind.INTENT)
    order = first.data if isinstance(first.data, dict) else {}
    targets = list(order.get("targets") or ())
    data = dict(order.get("data") or {})
    if targets:
        data.pop("entity_id", None)
    return {
        "path": path,
        "action": f"{order['domain']}.{order['service']}" if order else None,
        "targets": targets,
        "data": data,
        "at": first.at.isoformat(),
    }
