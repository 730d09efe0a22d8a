"""Executions that wait for a person: what is known of them, and how they go on or end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from homeassistant.core import Context, HomeAssistant

from ..admission import Admission
from ..archive.history import History, notes_of
from ..errors import ExecutionNotFoundError
from ..model.approval import Answer, Approval
from ..model.impact import Asked
from ..model.leave import Permit
from ..model.notes import Note, NoteKind
from ..model.pinned import Pinned, unpin
from ..model.state import ExecutionState
from ..model.stored import OpenExecution
from ..run.execution import Execution
from .callers import refreshed
from .held_note import asked_of
from .ruling import Ruling, Rulings

_PENDING: Final = ExecutionState.PENDING_APPROVAL

_ENDS: Final = {
    Answer.REJECTED: ExecutionState.REJECTED,
    Answer.EXPIRED: ExecutionState.EXPIRED,
    Answer.WITHDRAWN: ExecutionState.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What people have agreed to in one execution, and before what it halts now."""

    permits: tuple[Permit, ...] = ()
    held: tuple[Asked, ...] = ()
    """The call before which it has halted, and what that leads to. Empty: it has not
    begun."""


class WaitingRoom:
    """Reads what waits from the journal, so a restart in between makes no difference."""

    def __init__(
        self,
        hass: HomeAssistant,
        history: History,
        admission: Admission,
        rulings: Rulings,
        *,
        find: Callable[[str], Execution | None],
    ) -> None:
        """Know of nobody yet; ``find`` knows the executions of this life."""
        self._hass = hass
        self._history = history
        self._admission = admission
        self._rulings = rulings
        self._find = find

    async def rule_again(self, execution_id: str) -> Ruling:
        """Judge an execution that waits as things are now."""
        found = await self._found(execution_id)
        stored = found.execution
        context = Context(id=stored.parent_id, user_id=stored.user_id)
        pinned = unpin(stored.source, context)
        if (leave := pinned.leave) is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        caller = await refreshed(self._hass, leave.caller)
        policy = self._rulings.policy(leave.policy)
        held = agreed_in(notes_of(found.events)).held
        if held:
            return self._rulings.of_call(execution_id, policy, caller, held)
        return await self._rulings.weigh(
            pinned.request,
            pinned.draft,
            await self._admission.plan_again(pinned.draft),
            policy=policy,
            caller=caller,
            answering=True,
        )

    async def asked_for(self, execution_id: str) -> tuple[Pinned, bool]:
        """Return what one that waits was asked for with, and whether it has begun."""
        found = await self._found(execution_id)
        stored = found.execution
        context = Context(id=stored.parent_id, user_id=stored.user_id)
        begun = bool(agreed_in(notes_of(found.events)).held)
        return unpin(stored.source, context), begun

    async def release(self, approval: Approval, ruling: Ruling) -> OpenExecution:
        """Let an execution run that a person has agreed to; return it for that.

        It is on disk by then: no crash makes the same answer count twice.
        """
        journal, execution_id = self._history.journal, approval.execution_id
        found = await self._found(execution_id)
        permits = (*agreed_in(notes_of(found.events)).permits, *ruling.permits)
        given = [one.as_dict() for one in permits]
        journal.append(execution_id, NoteKind.LEAVE.value, "", given)
        self._history.waited(
            execution_id, ExecutionState.QUEUED, status=Answer.APPROVED.value
        )
        await journal.durable()
        stored = await journal.get(execution_id)
        events = await journal.events(execution_id)
        if stored is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return OpenExecution(execution=stored, events=events)

    def close(self, execution_id: str, answer: Answer, reason: str | None) -> None:
        """End an execution that never ran, or runs no further."""
        state = _ENDS[answer]
        execution = self._find(execution_id)
        if execution is not None and execution.state is _PENDING:
            # Whoever knows it from this life hears of it, too.
            execution.move(state)
        self._history.waited(execution_id, state, status=answer.value, reason=reason)

    async def _found(self, execution_id: str) -> OpenExecution:
        stored = await self._history.journal.get(execution_id)
        if stored is None or stored.state is not ExecutionState.PENDING_APPROVAL:
            raise ExecutionNotFoundError(execution_id=execution_id)
        events = await self._history.journal.events(execution_id)
        return OpenExecution(execution=stored, events=events)


def agreed_in(notes: Iterable[Note]) -> Agreed:
    """Return what the notes of an execution say about people's consent."""
    agreed = Agreed()
    for note in notes:
        if note.kind is NoteKind.HELD:
            agreed = replace(agreed, held=asked_of(note.value))
        elif note.kind is NoteKind.LEAVE:
            agreed = Agreed(permits=tuple(map(Permit.from_dict, note.value)))
    return agreed
