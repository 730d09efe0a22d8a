"""What can be done with executions that are written down: read, repeat, undo, resolve."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant

from .admission import Admission
from .errors import ExecutionNotFoundError, NotRepeatableError
from .history import History
from .journal.check_url import check_url
from .journal.journal import Journal
from .looking_back import LookingBack
from .model.journal import ChainReport, JournalHealth, JournalSize
from .model.notes import Note, NoteKind, Verdict
from .model.options import EngineOptions
from .model.request import Request
from .model.state import ExecutionState
from .model.stored import ExecutionFilter, OpenExecution, StoredEvent, StoredExecution
from .recovery import Fate, Recovery, Revival
from .run.execution import Execution
from .undoing import UNDOABLE, Undoing, UndoRequest

__all__ = ["NOWHERE", "Origin", "Record", "check_url", "in_flight"]

type Start = Callable[[Request, Origin], Awaitable[Execution]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What an execution comes from, if from another one."""

    undo_of: str | None = None
    repeat_of: str | None = None
    notes: tuple[Note, ...] = ()
    """What it begins with, so that it need not be done again."""


NOWHERE: Final = Origin()


class Record:
    """The second half of the door: everything that needs the journal."""

    def __init__(
        self,
        hass: HomeAssistant,
        history: History,
        admission: Admission,
        *,
        start: Start,
        revive: Callable[[Execution], None],
        find: Callable[[str], Execution | None],
    ) -> None:
        """``start`` runs a request, ``revive`` an execution that was made again."""
        self._history = history
        self._admission = admission
        self._start = start
        self._begin_again = revive
        self._find = find
        self._looking_back = LookingBack(history, find)
        self._recovery = Recovery(history, self._revive, self._is_open)
        self._undoing = Undoing(hass, history, self._undo)

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

    async def get(self, execution_id: str) -> dict[str, Any]:
        """Return the account of an execution, with a timeline of all that happened."""
        return await self._looking_back.get(execution_id)

    async def page(self, wanted: ExecutionFilter) -> dict[str, Any]:
        """Return a page of executions, the newest first."""
        return await self._looking_back.page(wanted)

    async def undecided(self) -> list[StoredExecution]:
        """Return the executions about which a person has to decide."""
        unknown = frozenset({ExecutionState.UNKNOWN})
        page = await self.journal.list(ExecutionFilter(states=unknown, limit=500))
        return list(page.items)

    async def earlier(self, key: str) -> StoredExecution | None:
        """Return the execution that had an idempotency key first."""
        return await self._looking_back.earlier(key)

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
            self._history.close(found.execution, ExecutionState.FAILED, "given up")
            return ExecutionState.FAILED
        paths = in_flight(found)
        if not paths and verdict is Verdict.DONE:
            self._history.close(found.execution, ExecutionState.SUCCESS, "")
            return ExecutionState.SUCCESS
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
        return await self._undoing.undo(request)

    async def verify(self) -> ChainReport:
        """Walk along the hash chains."""
        return await self.journal.verify()

    async def size(self) -> JournalSize:
        """Count what is in the journal."""
        return await self.journal.measure()

    async def purge(self, before: datetime | None, keep_count: int | None) -> int:
        """Remove executions that ended before a time, or beyond a number."""
        return await self.journal.purge(before=before, keep_count=keep_count)

    async def _unknown(self, execution_id: str) -> OpenExecution:
        stored = await self._looking_back.stored(execution_id)
        if stored.state is not ExecutionState.UNKNOWN or self._is_open(execution_id):
            raise ExecutionNotFoundError(execution_id=execution_id)
        events = await self.journal.events(execution_id)
        return OpenExecution(execution=stored, events=events)

    async def _revive(self, revival: Revival) -> None:
        plan = await self._admission.plan_again(revival.pinned.draft)
        execution = self._admission.revive(
            revival.stored, revival.pinned, plan, revival.notes
        )
        self._begin_again(execution)

    async def _undo(self, request: Request, execution_id: str) -> Execution:
        undone = self._find(execution_id)
        if undone is not None and undone.state in UNDOABLE:
            undone.move(ExecutionState.ROLLING_BACK)
        else:
            undone = None
        execution = await self._start(request, Origin(undo_of=execution_id))
        if undone is not None:
            failed = execution.recorder.log.failed
            good = not execution.is_ended or (execution.summary.success and not failed)
            undone.move(ExecutionState.ROLLED_BACK if good else ExecutionState.FAILED)
        return execution

    def _is_open(self, execution_id: str) -> bool:
        execution = self._find(execution_id)
        return execution is not None and not execution.is_ended


def in_flight(found: OpenExecution) -> list[str]:
    """Return the paths of calls that went out and of which nothing is known."""
    out: dict[str, int] = {}
    for event in found.events:
        if event.kind == NoteKind.INTENT:
            out[event.path] = _number(event, "number")
        elif event.kind in (NoteKind.RESULT, NoteKind.RAISED) or (
            event.kind == NoteKind.ATTEMPT
            and _number(event, "attempt") >= out.get(event.path, 0)
        ):
            out.pop(event.path, None)
    return list(out)


def _number(event: StoredEvent, name: str) -> int:
    """Return a count of an event; 0 if the event cannot be read any more."""
    return int(event.data[name]) if isinstance(event.data, dict) else 0


def _asked(found: OpenExecution, path: str) -> dict[str, Any]:
    """Return what the first intent under a path says, as far as it can be read."""
    events = (one for one in found.events if one.path == path)
    first = next(one for one in events if one.kind == NoteKind.INTENT)
    order = first.data if isinstance(first.data, dict) else {}
    targets = order.get("targets") or []
    data = order.get("data") or {}
    return {
        "path": path,
        "action": f"{order['domain']}.{order['service']}" if order else None,
        "targets": list(targets),
        "data": {name: one for name, one in data.items() if name != "entity_id"},
        "at": first.at.isoformat(),
    }
