"""Undo: reads what was done from the journal, and has the opposite run."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant

from ..errors import ExecutionNotFoundError, NothingToUndoError
from ..model.caller import Agent
from ..model.claim import NO_CLAIM, Claim
from ..model.notes import NoteKind
from ..model.request import Request, Source, SourceKind
from ..model.state import ExecutionState
from ..model.stored import ExecutionFilter, StoredEvent, StoredExecution
from ..model.undo import Conflict, Done, Snapshot, UndoPlan, UndoWhat
from ..run.execution import Execution
from ..undo.planning import plan_undo
from .history import History

LAST: Final = "last"
_MOST: Final = 500
"""Executions that one undo may take back at most."""

UNDOABLE: Final = frozenset({ExecutionState.SUCCESS, ExecutionState.FAILED})
_WITH_EFFECTS: Final = UNDOABLE | {ExecutionState.CANCELLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoRequest:
    """Whose effects to take back, and how."""

    context: Context
    execution_id: str | None = None
    """An id, or ``last``."""

    since: datetime | None = None
    origin: str | None = None
    user_id: str | None = None
    conflict: Conflict = Conflict.SKIP
    dry_run: bool = False
    wait: bool = True
    agent: Agent | None = None
    """The language model that asks, if one does; the undo is judged as what it asks."""

    claim: Claim = NO_CLAIM


class Undoing:
    """Takes executions back."""

    def __init__(
        self,
        hass: HomeAssistant,
        history: History,
        run: Callable[[Request, Sequence[StoredExecution]], Awaitable[Execution]],
    ) -> None:
        """``run`` runs a request that undoes the given executions, the newest first."""
        self._hass = hass
        self._history = history
        self._run = run

    async def undo(self, request: UndoRequest) -> dict[str, Any]:
        """Take back what was asked for; answer item by item."""
        chosen = await self._choose(request)
        done: list[Done] = []
        for stored in chosen:
            events = await self._history.journal.events(stored.id)
            done.extend(calls_done(stored.id, events))
        plan = plan_undo(done, self._hass.states.get, conflict=request.conflict)
        answer: dict[str, Any] = {
            "executions": [stored.id for stored in chosen],
            "dry_run": request.dry_run,
            "items": [_item(item.as_dict()) for item in plan.items],
        }
        if request.dry_run or not plan.actions:
            return answer
        concerned = concerned_by(plan, done)
        undone = [stored for stored in chosen if stored.id in concerned]
        name = "Undo" if len(chosen) > 1 else f"Undo {chosen[0].name}"
        source = Source(kind=SourceKind.ACTIONS, value=list(plan.actions))
        wanted = Request(
            source=source,
            context=request.context,
            name=name,
            wait=request.wait,
            agent=request.agent,
            claim=request.claim,
        )
        execution = await self._run(wanted, undone)
        answer["execution_id"] = execution.id
        answer["state"] = execution.state.value
        if execution.is_ended:
            summary = execution.summary
            # A device that does not follow is passed over, so that the others are set
            # back all the same; the whole of it is no success then.
            answer["success"] = summary.success and not summary.counts["failed"]
            answer["summary"] = summary.as_dict()
        return answer

    async def _choose(self, request: UndoRequest) -> list[StoredExecution]:
        journal = self._history.journal
        if request.execution_id not in (None, LAST):
            stored = await journal.get(str(request.execution_id))
            if stored is None:
                raise ExecutionNotFoundError(execution_id=request.execution_id)
            return [stored]
        last = request.execution_id == LAST
        page = await journal.list(
            ExecutionFilter(
                states=_WITH_EFFECTS,
                origin=request.origin,
                user_id=request.user_id,
                since=None if last else request.since,
                limit=_MOST,
            )
        )
        found = [one for one in page.items if one.undo_of is None]
        if not found:
            raise NothingToUndoError(what=request.execution_id or "that time")
        return found[:1] if last else found


def concerned_by(plan: UndoPlan, done: Iterable[Done]) -> set[str]:
    """Return the executions of which something is set back.

    An item names the oldest one that has changed its entity; what others have done to
    that entity is taken back with it.
    """
    back = [item for item in plan.items if item.what is UndoWhat.WILL]
    entities = {item.entity_id for item in back}
    return {item.execution_id for item in back} | {
        one.execution_id
        for one in done
        if not entities.isdisjoint({*one.entity_ids, *one.before})
    }


def calls_done(execution_id: str, events: Iterable[StoredEvent]) -> list[Done]:
    """Return the calls that an execution has completed, from its events."""
    intents: dict[str, StoredEvent] = {}
    rollbacks: dict[str, tuple[dict[str, Any], ...]] = {}
    results: list[StoredEvent] = []
    for event in events:
        if event.kind == NoteKind.INTENT:
            intents.setdefault(event.path, event)
        elif event.kind == NoteKind.ROLLBACK:
            rollbacks[event.path] = tuple(_value(event))
            if event.path not in intents:
                results.append(event)
        elif event.kind in (NoteKind.RESULT, NoteKind.RAISED):
            results.append(event)
    return [
        _done(execution_id, event, intents.get(event.path), rollbacks)
        for event in results
        if event.path in intents or event.kind == NoteKind.ROLLBACK
    ]


def _done(
    execution_id: str,
    event: StoredEvent,
    intent: StoredEvent | None,
    rollbacks: Mapping[str, tuple[dict[str, Any], ...]],
) -> Done:
    if intent is None:
        return Done(
            path=event.path,
            action="sequence",
            rollback=rollbacks.get(event.path),
            ended=event.at.timestamp(),
            execution_id=execution_id,
        )
    order, result = _value(intent), _value(event)
    return Done(
        path=event.path,
        action=f"{order['domain']}.{order['service']}",
        data=order["data"],
        entity_ids=tuple(order["targets"]),
        before=_snapshots(order.get("before")),
        after=_snapshots(result.get("after")),
        rollback=rollbacks.get(event.path),
        ended=event.at.timestamp(),
        began=intent.at.timestamp(),
        execution_id=execution_id,
    )


def _value(event: StoredEvent) -> Any:
    return event.exact if event.is_exact else event.data


def _snapshots(raw: Mapping[str, Any] | None) -> dict[str, Snapshot]:
    return {
        entity_id: Snapshot.from_dict(state)
        for entity_id, state in (raw or {}).items()
        if state
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "expect"}
