"""What is remembered of executions: joins those that run with the journal."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from homeassistant.core import State
from homeassistant.util import dt as dt_util

from ..journal.journal import Journal
from ..model.approval import Answer
from ..model.notes import INTERPRETER_VERSION, Note, NoteKind
from ..model.pinned import Pinned, pin
from ..model.plan import Plan
from ..model.request import OnFailure
from ..model.state import ENDED, ExecutionState
from ..model.stored import (
    ExecutionChange,
    NewExecution,
    NotKept,
    StoredEvent,
    StoredExecution,
)
from ..model.summary import Summary
from ..run.execution import Execution
from ..run.memory import Memory
from ..run.summing_up import Pages, filled_in, outline, pages
from ..undo.snapshot import take
from .past import account_for_journal


class Notebook:
    """The pages of one execution in the journal."""

    __slots__ = ("_append_later", "_execution", "_id", "_journal")

    def __init__(self, journal: Journal, execution: Execution) -> None:
        """Write for one execution."""
        self._journal = journal
        self._execution = execution
        self._id = execution.id
        self._append_later = journal.append_later

    def write(self, key: str, kind: NoteKind, value: Any) -> None:
        """Put a note down. One that cannot be kept makes the run not resumable."""
        if isinstance(self._journal.append(self._id, kind, key, value), NotKept):
            self._not_kept()

    def write_later(self, key: str, kind: NoteKind, make: Callable[[], Any]) -> None:
        """Put down what ``make`` will return, of what nobody changes."""
        if self._append_later(self._id, kind, key, make, self._not_kept) is not None:
            self._not_kept()

    async def settled(self) -> None:
        """Return when all that was written is on disk, or cannot be."""
        await self._journal.durable()

    def _not_kept(self) -> None:
        if self._execution.resumable:
            self._execution.resumable = False
            self._journal.changed(self._id, resumable=False)


class History:
    """Keeps the journal up to date with what runs."""

    def __init__(self, journal: Journal) -> None:
        """Write to an open journal."""
        self.journal = journal
        self.accepted: set[str] | None = set()
        """Executions of this life, until what older ones left open is dealt with."""

    def accept(self, execution: Execution, pinned: Pinned) -> None:
        """Write down that an execution was accepted, and what it would need to go on."""
        request, verdict = execution.request, execution.verdict
        if self.accepted is not None:
            self.accepted.add(execution.id)
        self.journal.accepted(
            NewExecution(
                id=execution.id,
                name=execution.name,
                created=execution.created,
                parameters=dict(request.variables),
                source=_source(pinned),
                origin=execution.origin,
                user_id=request.context.user_id,
                parent_id=request.context.id,
                idempotency_key=request.idempotency_key,
                priority=request.priority,
                state=execution.state,
                policy=None if verdict is None else verdict.policy,
                approval_status=_STATUS.get(execution.state),
                confidence=request.claim.confidence,
                reasoning=request.claim.reasoning,
                prediction_id=request.claim.prediction_id,
                llm_response_id=request.claim.llm_response_id,
                conversation_id=request.claim.conversation_id,
                interpreter_version=INTERPRETER_VERSION,
                undo_of=execution.undo_of,
                repeat_of=execution.repeat_of,
            )
        )
        if execution.is_ended:
            self.journal.changed(execution.id, **_ending(execution))
        elif execution.memory is not None:
            execution.memory.hand_over()

    def remember(self, execution: Execution, past: Iterable[Note] = ()) -> Memory:
        """Return the memory of an execution, with what it has written before."""
        return Memory(Notebook(self.journal, execution), past, snapshot)

    def follow(self, execution: Execution, previous: ExecutionState | None) -> None:
        """Write a move down; the first one of an execution is its acceptance."""
        if previous is not None:
            self.moved(execution, previous)
        elif execution.pinned is not None and not execution.is_revived:
            self.accept(execution, execution.pinned)

    def moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        """Write a move down."""
        if previous in (None, ExecutionState.PENDING_APPROVAL):
            # How a wait for a person has ended is written down with the answer.
            return
        move = {"from": previous.value, "to": execution.state.value}
        self.journal.append(execution.id, NoteKind.MOVED.value, "", move)
        if ExecutionState.ROLLING_BACK in (previous, execution.state):
            self.journal.changed(execution.id, state=execution.state)
        elif execution.is_ended:
            records = execution.recorder.log.records
            self.journal.touched(
                execution.id,
                entities={one for record in records for one in record.targets},
                actions={record.action for record in records if record.attempts},
            )
            self.journal.changed(execution.id, **_ending(execution))
        elif not {previous, execution.state} <= _BUSY:
            self.journal.changed(
                execution.id, state=execution.state, started=execution.started
            )

    def undone_by(self, execution_id: str, undo_id: str) -> None:
        """Write down what is about to undo an execution."""
        self.journal.append(execution_id, NoteKind.UNDONE.value, "", undo_id)

    def undone(self, execution_id: str, before: str, after: ExecutionState) -> None:
        """Write down how far the undo is of an execution of an earlier life."""
        move = {"from": str(before), "to": after.value}
        self.journal.append(execution_id, NoteKind.MOVED.value, "", move)
        self.journal.changed(execution_id, state=after)

    def waited(
        self,
        execution_id: str,
        state: ExecutionState,
        *,
        status: str,
        reason: str | None = None,
    ) -> None:
        """Write down how the wait of an execution for a person has ended."""
        before = ExecutionState.PENDING_APPROVAL.value
        move = {"from": before, "to": state.value, "reason": reason}
        self.journal.append(execution_id, NoteKind.MOVED.value, "", move)
        change = ExecutionChange(state=state, approval_status=status)
        if state in ENDED:
            change |= ExecutionChange(
                ended=dt_util.utcnow(),
                success=False,
                error_code=state.value,
                error=reason,
            )
        self.journal.changed(execution_id, **change)

    def close(self, stored: StoredExecution, state: str, reason: str) -> ExecutionState:
        """Write down the end of an execution that nobody runs any more.

        Returns the state that it has then: a saga that has not ended well is marked as
        being undone, and whoever closes it sees to that.
        """
        move = {"from": stored.state.value, "to": str(state), "reason": reason}
        ended = dt_util.utcnow()
        self.journal.append(stored.id, NoteKind.MOVED.value, "", move)
        end = ExecutionState(state)
        if end in _UNDOES_SAGA and _is_begun_saga(stored):
            end = ExecutionState.ROLLING_BACK
        self.journal.changed(
            stored.id,
            state=end,
            ended=ended,
            duration=_seconds(stored.started, ended),
            success=state == ExecutionState.SUCCESS,
            error_code=None if state == ExecutionState.SUCCESS else state,
            error=reason or None,
        )
        return end


def _is_begun_saga(stored: StoredExecution) -> bool:
    source = stored.source if isinstance(stored.source, dict) else {}
    wish = source.get("request", {}).get("on_failure")
    begun = stored.undo_of is None and stored.started is not None
    return begun and wish == OnFailure.ROLLBACK


def _seconds(started: datetime | None, ended: datetime) -> float:
    return 0 if started is None else max((ended - started).total_seconds(), 0)


def is_saga(execution: Execution) -> bool:
    """Tell whether an execution has failed and wants to be undone for that."""
    failed = execution.state is ExecutionState.FAILED and execution.undo_of is None
    return failed and execution.request.on_failure is OnFailure.ROLLBACK


def snapshot(state: State) -> dict[str, Any]:
    """Return what of a state is worth keeping: what an undo can bring back."""
    return take(state).as_dict()


def notes_of(events: Iterable[StoredEvent]) -> list[Note]:
    """Return events of the journal as the notes that a memory begins with.

    Raises ``ValueError`` if one of them is not exact any more.
    """
    notes = []
    for event in events:
        if event.kind not in _KINDS:
            continue
        if not event.is_exact:
            raise ValueError(f"the record of {event.path} is not exact any more")
        kind = NoteKind(event.kind)
        notes.append(Note(key=event.path, kind=kind, value=event.exact, at=event.at))
    return notes


_KINDS = frozenset(NoteKind)

_UNDOES_SAGA = frozenset({ExecutionState.FAILED, ExecutionState.EXPIRED})
"""Ends after which a saga is undone."""

_STATUS = {
    ExecutionState.PENDING_APPROVAL: Answer.PENDING.value,
    ExecutionState.DENIED: ExecutionState.DENIED.value,
}
_STEADY = (str, int, float, bool, type(None))

_BUSY = frozenset({ExecutionState.EXECUTING, ExecutionState.RETRYING})
"""Moves between these come with every attempt, and make no difference after a crash."""


def _source(pinned: Pinned) -> Any:
    """Return what an execution would need to go on, or what makes it."""
    request, source = pinned.request, pin(pinned)
    given = (*request.variables.values(), *request.retry.values())
    # The actions are intake's own copy; of what was given beside them nobody knows.
    return (
        (lambda: source) if all(isinstance(one, _STEADY) for one in given) else source
    )


def _ending(execution: Execution) -> ExecutionChange:
    summary = outline(execution)
    error = summary.error or {}
    return ExecutionChange(
        # In one go with its failure, else a crash in between would leave it as it is.
        state=ExecutionState.ROLLING_BACK if is_saga(execution) else execution.state,
        started=summary.times.started,
        ended=summary.times.ended,
        duration=summary.times.run,
        success=summary.success,
        verified=summary.verified,
        result=partial(_account, summary, execution.plan, pages(execution)),
        error_code=error.get("code"),
        error=error.get("message"),
    )


def _account(summary: Summary, plan: Plan, steps: Pages) -> dict[str, Any]:
    return account_for_journal(filled_in(summary, plan, steps))
