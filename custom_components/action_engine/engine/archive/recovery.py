"""What becomes of executions that a crash or a restart has broken off."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
import logging
from typing import Any

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from ..model.notes import INTERPRETER_VERSION, Note, NoteKind
from ..model.options import EngineOptions, OnRestart
from ..model.outcome import Ending
from ..model.pinned import Pinned, unpin
from ..model.state import ExecutionState
from ..model.stored import OpenExecution, StoredExecution
from .history import History, notes_of

_LOGGER = logging.getLogger(__name__)


class Fate(StrEnum):
    """What is done with an execution that was found open."""

    RESUME = "resume"
    LEAVE = "leave"
    """It waits for a person, as it did before."""

    UNDO = "rolling_back"
    """It has ended, and the undo of it has not."""

    EXPIRE = "expired"
    CANCEL = "cancelled"
    FAIL = "failed"
    ASK = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The fate of one execution, and why."""

    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revival:
    """All that is needed to take an execution up again."""

    stored: StoredExecution
    pinned: Pinned
    notes: list[Note]


_NOT_CLOSED = frozenset({Fate.RESUME, Fate.LEAVE, Fate.UNDO})

_BY_STATE = {
    ExecutionState.PENDING_APPROVAL: Fate.LEAVE,
    ExecutionState.UNKNOWN: Fate.LEAVE,
    ExecutionState.ROLLING_BACK: Fate.UNDO,
}

_PENDING = ExecutionState.PENDING_APPROVAL
_RESUMED = Finding(fate=Fate.RESUME)

_INTERRUPTED = "interrupted by a restart"


_WAITING = frozenset({ExecutionState.PENDING_APPROVAL, ExecutionState.UNKNOWN})
_PUT_BACK = "the journal is an older copy; nobody knows what became of it since"


def judge(
    found: OpenExecution,
    options: EngineOptions,
    now: datetime,
    *,
    restored: bool = False,
) -> Finding:
    """Return what to do with an execution that had not ended: a pure decision.

    ``restored``: the journal was put back. It may have ended since, and have been undone.
    """
    stored = found.execution
    if restored and stored.state not in _WAITING:
        return Finding(fate=Fate.ASK, reason=_PUT_BACK)
    if (fate := _BY_STATE.get(stored.state)) is not None:
        return Finding(fate=fate)
    if (why := _wish_to_end(found)) is not None:
        owes = _owes_last_words(stored) and options.on_restart is OnRestart.RESUME
        finding = _go_on(found, options, now) if owes else None
        return finding if finding == _RESUMED else _at_its_end(why)
    if options.on_restart is OnRestart.FAIL:
        return Finding(fate=Fate.FAIL, reason=_INTERRUPTED)
    if reason := _obstacle(stored):
        return Finding(fate=Fate.ASK, reason=reason)
    return _go_on(found, options, now)


def _go_on(found: OpenExecution, options: EngineOptions, now: datetime) -> Finding:
    last = found.events[-1].at if found.events else found.execution.created
    if (now - last).total_seconds() > options.resume_within:
        return Finding(fate=Fate.EXPIRE, reason="found too late to go on")
    if options.on_restart is OnRestart.ASK:
        return Finding(fate=Fate.ASK, reason=_INTERRUPTED)
    return _RESUMED


def _at_its_end(why: str) -> Finding:
    fate = Fate.FAIL if why == Ending.TIMEOUT else Fate.CANCEL
    return Finding(fate=fate, reason=f"{why}; its end was broken off by a restart")


def _owes_last_words(stored: StoredExecution) -> bool:
    """Tell whether a run that was told to end can say, and may have, last words.

    They go on from its notes as any run does.
    """
    if stored.started is None or _obstacle(stored):
        return False
    source = stored.source if isinstance(stored.source, Mapping) else {}
    return _has_finally(source.get("draft"))


def _has_finally(raw: Any) -> bool:
    if isinstance(raw, Mapping):
        return "finally" in raw or any(map(_has_finally, raw.values()))
    return isinstance(raw, (list, tuple)) and any(map(_has_finally, raw))


def _wish_to_end(found: OpenExecution) -> str | None:
    """Return why an execution was told to end, None if it was not."""
    wishes = (one for one in found.events if one.kind == NoteKind.CANCELLED)
    return next((str(one.data) for one in wishes), None)


def _obstacle(stored: StoredExecution) -> str | None:
    if not stored.resumable:
        return "something that it received could not be written down"
    if stored.interpreter_version != INTERPRETER_VERSION:
        return "it was begun by another version of the engine"
    if not stored.source_exact:
        return "its actions are not known any more"
    return None


class Recovery:
    """Goes through what is open in the journal, once, after a start."""

    def __init__(
        self,
        history: History,
        *,
        revive: Callable[[Revival], Awaitable[object]],
        see_undone: Callable[[StoredExecution], Awaitable[object]],
        is_known: Callable[[str], bool],
        is_asked: Callable[[str], bool],
    ) -> None:
        """``revive`` takes an execution up, ``see_undone`` sees to the undo of one.

        ``is_known``: it is of this life. ``is_asked``: a person can still answer the
        question about it.
        """
        self._history = history
        self._revive = revive
        self._see_undone = see_undone
        self._is_known = is_known
        self._is_asked = is_asked

    async def run(self, options: EngineOptions) -> dict[Fate, int]:
        """Deal with every open execution; return how many met which fate."""
        counts = dict.fromkeys(Fate, 0)
        undone: list[StoredExecution] = []
        journal = self._history.journal
        opened, restored = await journal.open_executions(), journal.restored
        for found in opened:
            # It may even have ended since it was read.
            if not self._is_known(found.execution.id):
                now = dt_util.utcnow()
                finding = judge(found, options, now, restored=restored)
                fate, state = await self._deal(found, finding)
                counts[fate] += 1
                if state is ExecutionState.ROLLING_BACK:
                    undone.append(found.execution)
        if restored:
            await journal.restoration_dealt_with()
        self._history.accepted = None
        # Only now has something become of what undoes them.
        for stored in undone:
            await self._see_undone(stored)
        return counts

    async def _deal(
        self, found: OpenExecution, finding: Finding
    ) -> tuple[Fate, ExecutionState]:
        """Return what was done with it in the end, and the state of its row then."""
        stored = found.execution
        if stored.state is _PENDING and not self._is_asked(stored.id):
            finding = Finding(fate=Fate.EXPIRE, reason="nobody can answer any more")
        if finding.fate is Fate.RESUME:
            finding = await self._resume(found)
        if finding.fate in _NOT_CLOSED:
            return finding.fate, stored.state
        state = self._history.close(stored, finding.fate.value, finding.reason)
        return finding.fate, state

    async def _resume(self, found: OpenExecution) -> Finding:
        try:
            await self.take_up(found)
        except Exception as error:  # noqa: BLE001 - one of them must not stop the others
            text = f"it cannot be taken up: {error}"
            _LOGGER.warning("Execution %s: %s", found.execution.id, text)
            why = _wish_to_end(found)
            return (
                Finding(fate=Fate.ASK, reason=text) if why is None else _at_its_end(why)
            )
        return _RESUMED

    async def take_up(self, found: OpenExecution) -> None:
        """Go on with an execution from its notes; raises whatever is in the way."""
        stored = found.execution
        context = Context(id=stored.parent_id, user_id=stored.user_id)
        pinned = unpin(stored.source, context)
        revival = Revival(stored=stored, pinned=pinned, notes=notes_of(found.events))
        await self._revive(revival)
