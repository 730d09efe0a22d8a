"""What becomes of executions that a crash or a restart has broken off."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
import logging

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from .history import History, notes_of
from .model.notes import INTERPRETER_VERSION, Note
from .model.options import EngineOptions, OnRestart
from .model.pinned import Pinned, unpin
from .model.state import ExecutionState
from .model.stored import OpenExecution, StoredExecution

_LOGGER = logging.getLogger(__name__)


class Fate(StrEnum):
    """What is done with an execution that was found open."""

    RESUME = "resume"
    LEAVE = "leave"
    """It waits for a person, as it did before."""

    EXPIRE = "expired"
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


_WAITING_FOR_PEOPLE = frozenset(
    {ExecutionState.PENDING_APPROVAL, ExecutionState.UNKNOWN}
)


def judge(found: OpenExecution, options: EngineOptions, now: datetime) -> Finding:
    """Return what to do with an execution that had not ended: a pure decision."""
    stored = found.execution
    if stored.state in _WAITING_FOR_PEOPLE:
        return Finding(fate=Fate.LEAVE)
    if options.on_restart is OnRestart.FAIL:
        return Finding(fate=Fate.FAIL, reason="interrupted by a restart")
    if reason := _obstacle(stored):
        return Finding(fate=Fate.ASK, reason=reason)
    last = found.events[-1].at if found.events else stored.created
    if (now - last).total_seconds() > options.resume_within:
        return Finding(fate=Fate.EXPIRE, reason="found too late to go on")
    if options.on_restart is OnRestart.ASK:
        return Finding(fate=Fate.ASK, reason="interrupted by a restart")
    return Finding(fate=Fate.RESUME)


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
        revive: Callable[[Revival], Awaitable[object]],
        is_open: Callable[[str], bool],
    ) -> None:
        """``revive`` takes an execution up, ``is_open`` knows those of this life."""
        self._history = history
        self._revive = revive
        self._is_open = is_open

    async def run(self, options: EngineOptions) -> dict[Fate, int]:
        """Deal with every open execution; return how many met which fate."""
        counts = dict.fromkeys(Fate, 0)
        for found in await self._history.journal.open_executions():
            if self._is_open(found.execution.id):
                continue
            finding = judge(found, options, dt_util.utcnow())
            if finding.fate is Fate.RESUME:
                finding = await self._resume(found)
            if finding.fate not in (Fate.RESUME, Fate.LEAVE):
                self._history.close(found.execution, finding.fate.value, finding.reason)
            counts[finding.fate] += 1
        return counts

    async def _resume(self, found: OpenExecution) -> Finding:
        try:
            await self.take_up(found)
        except Exception as error:  # noqa: BLE001 - one of them must not stop the others
            text = f"it cannot be taken up: {error}"
            _LOGGER.warning("Execution %s: %s", found.execution.id, text)
            return Finding(fate=Fate.ASK, reason=text)
        return Finding(fate=Fate.RESUME)

    async def take_up(self, found: OpenExecution) -> None:
        """Go on with an execution from its notes; raises whatever is in the way."""
        stored = found.execution
        context = Context(id=stored.parent_id, user_id=stored.user_id)
        pinned = unpin(stored.source, context)
        revival = Revival(stored=stored, pinned=pinned, notes=notes_of(found.events))
        await self._revive(revival)
