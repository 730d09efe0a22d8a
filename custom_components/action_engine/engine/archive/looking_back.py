"""Executions of the past, open ones among them, as people and programs read them."""

from collections.abc import Callable
from datetime import datetime, timedelta
import re
from typing import Any, Final

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from ..errors import ExecutionNotFoundError, JournalUnavailableError, NotRepeatableError
from ..model.notes import FINAL, Note, NoteKind
from ..model.pinned import Pinned, unpin
from ..model.state import ENDED, ExecutionState
from ..model.stored import ExecutionFilter, Page, Sight, StoredEvent, StoredExecution
from ..run.execution import Execution
from .history import History, notes_of
from .past import account_of

KEY_WINDOW: Final = timedelta(days=1)
"""How long an idempotency key is remembered."""

_OVER: Final = ENDED | {ExecutionState.ROLLING_BACK}

_KEPT: Final = FINAL | {NoteKind.INTENT, NoteKind.ATTEMPT}


class LookingBack:
    """Reads the journal, and what runs now."""

    def __init__(
        self, history: History, find: Callable[[str], Execution | None]
    ) -> None:
        """``find`` knows executions of this life."""
        self._history = history
        self._find = find

    async def get(self, execution_id: str) -> dict[str, Any]:
        """Return the summary of an execution with its timeline."""
        execution = self._find(execution_id)
        try:
            stored = await self._history.journal.get(execution_id)
            events = await self._history.journal.events(execution_id)
        except JournalUnavailableError:
            if execution is None:
                raise
            stored, events = None, ()
        if execution is not None:
            account = _of_this_life(execution, stored)
        elif stored is not None:
            account = _account(stored)
        else:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return account | {"timeline": [_event(event) for event in events]}

    async def is_seen(self, execution_id: str, sight: Sight) -> bool:
        """Tell whether somebody may see an execution; as for one that is not there.

        One row is read in either case, and nothing else.
        """
        stored = await self._history.journal.get(execution_id)
        return stored is not None and sight.covers(stored.user_id, stored.policy)

    async def page(self, wanted: ExecutionFilter) -> dict[str, Any]:
        """Return a page of executions, the newest first."""
        page: Page = await self._history.journal.list(wanted)
        return {"executions": [_row(one) for one in page.items], "next": page.next}

    async def stored(self, execution_id: str) -> StoredExecution:
        """Return the row of an execution; raise if there is none."""
        stored = await self._history.journal.get(execution_id)
        if stored is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return stored

    async def earlier(self, key: str) -> StoredExecution | None:
        """Return the execution that had the idempotency key within its window."""
        since = dt_util.utcnow() - KEY_WINDOW
        return await self._history.journal.find_by_key(key, since)

    async def pinned(self, execution_id: str, context: Context) -> Pinned:
        """Return the request of an execution, for doing it again."""
        stored = await self.stored(execution_id)
        if not stored.source_exact:
            reason = "what it was asked with held a secret, and is forgotten"
            raise NotRepeatableError(execution_id=execution_id, reason=reason)
        return unpin(stored.source, context)

    async def notes_before_failure(self, execution_id: str) -> list[Note]:
        """Return what a failed execution had decided and received before it failed."""
        stored = await self.stored(execution_id)
        if stored.state is not ExecutionState.FAILED:
            reason = f"it did not fail, it is {stored.state}"
            raise NotRepeatableError(execution_id=execution_id, reason=reason)
        events = await self._history.journal.events(execution_id)
        try:
            notes = notes_of(events)
        except ValueError as error:
            raise NotRepeatableError(execution_id=execution_id, reason=error) from error
        place = ((stored.result or {}).get("error") or {}).get("step")
        return before_failure(notes, place)


def before_failure(notes: list[Note], place: str | None) -> list[Note]:
    """Return what still holds when a run goes on from the step at ``place``.

    That is all that was finished, but for the step itself and the ends of the blocks
    around it, which follow it once more. None: it failed between two steps, or nobody
    knows in which one.
    """
    kept = [
        note
        for note in notes
        if note.kind in _KEPT and not (place and _is_spoilt(note.key, place))
    ]
    finished = {note.key for note in kept if note.kind in FINAL}
    return [note for note in kept if note.key in finished]


def _is_spoilt(key: str, place: str) -> bool:
    if key == place or key.startswith(f"{place}/"):
        return True
    blocks = [place[: part.start()] for part in re.finditer("/(?:try|catch)/", place)]
    return any(key.startswith(f"{block}/finally/") for block in blocks)


def _event(event: StoredEvent) -> dict[str, Any]:
    return {
        "seq": event.seq,
        "at": event.at.isoformat(),
        "kind": event.kind,
        "path": event.path,
        "data": event.data,
    }


def _of_this_life(
    execution: Execution, stored: StoredExecution | None
) -> dict[str, Any]:
    """Return the account of an execution that is in memory, with all that a row has."""
    row = {} if stored is None else _row(stored)
    account = execution.summary.as_dict()
    decided = execution.is_ended and stored is not None and stored.state in _OVER
    return {
        # Of what has ended the row is right: a person may have decided about it since.
        **(account | row if decided else row | account),
        "origin": execution.origin,
        "user_id": execution.request.context.user_id,
        "undo_of": execution.undo_of,
        "repeat_of": execution.repeat_of,
    }


def _account(stored: StoredExecution) -> dict[str, Any]:
    # The row is right where it was changed after the account was written.
    return account_of(stored) | _row(stored)


def _row(stored: StoredExecution) -> dict[str, Any]:
    return {
        "execution_id": stored.id,
        "name": stored.name,
        "state": stored.state.value,
        "success": bool(stored.success),
        "verified": bool(stored.verified),
        "origin": stored.origin,
        "user_id": stored.user_id,
        "policy": stored.policy,
        "created": _iso(stored.created),
        "started": _iso(stored.started),
        "ended": _iso(stored.ended),
        "duration": stored.duration,
        "undo_of": stored.undo_of,
        "repeat_of": stored.repeat_of,
        "error_code": stored.error_code,
        "error_message": stored.error,
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
