"""What a run writes down, and what of it is read back when the run is resumed.

Notes are made under a *key*: the path of the step, with a suffix where one step decides
more than once (``1/while/3``). A *final* note answers for its key in a later run; the
others say how a call came about.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from homeassistant.util import dt as dt_util

INTERPRETER_VERSION = 1
"""Changes with every change that makes an older run impossible to replay."""


class NoteKind(StrEnum):
    """Which notes there are."""

    DECIDED = "decided"
    """Final: what was rendered, which way was taken, how a wait ended."""

    RAISED = "raised"
    """Final: it failed; ``type``, ``message``, ``kind`` and, of calls, ``attempts``."""

    RESULT = "result"
    """Final: a call is done; ``response`` and what was seen."""

    INTENT = "intent"
    """A call is about to be made."""

    ATTEMPT = "attempt"
    """A call was made and was not enough."""

    DEADLINE = "deadline"
    """Something waits until a point in time, ISO 8601."""

    VERDICT = "verdict"
    """What a person decided about a call of which nobody knows: see ``Verdict``."""

    ROLLBACK = "rollback"
    """A step with a ``rollback`` is done; the raw actions that undo it."""

    UNDONE = "undone"
    """The execution is being undone; the id of what does it. Its key is empty."""
    HELD = "held"
    """The run has halted before this call; a person has to agree to it first."""

    LEAVE = "leave"
    """All calls to which people have agreed so far; its key is empty."""

    CANCELLED = "cancelled"
    """The run was told to end before its time, and why; its key is empty."""

    MOVED = "moved"
    """The execution went to another state; its key is empty."""


WISH = ""
"""Stands among the keys of final notes where the run was told to end."""

FINAL = frozenset({NoteKind.DECIDED, NoteKind.RAISED, NoteKind.RESULT})


class Verdict(StrEnum):
    """What becomes of a call that may or may not have happened."""

    AGAIN = "run_again"
    DONE = "treat_as_done"
    GIVE_UP = "give_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note as it was read back, its value exact."""

    key: str
    kind: NoteKind
    value: Any
    at: datetime | None = None
    """When it was written; None: just now."""


@dataclass(slots=True, kw_only=True)
class CallHistory:
    """What is known of one call from an earlier life of its run."""

    intents: list[dict[str, Any]] = field(default_factory=list)
    attempts: list[dict[str, Any]] = field(default_factory=list)
    verdict: Verdict | None = None
    began: datetime | None = None
    """When it went out for the first time, as far as it is known."""

    @property
    def begun(self) -> bool:
        """It was tried, even if there was nobody to call."""
        return bool(self.intents or self.attempts)

    @property
    def in_flight(self) -> bool:
        """It went out, and nobody wrote down what came of it."""
        out = self.intents[-1]["number"] if self.intents else 0
        back = self.attempts[-1]["attempt"] if self.attempts else 0
        return bool(out > back)

    @property
    def before(self) -> dict[str, Any]:
        """How its targets were before it went out the last time."""
        known = (one["before"] for one in reversed(self.intents) if "before" in one)
        return next(known, None) or {}

    @property
    def age(self) -> float:
        """Seconds since the first attempt began, as far as it is known."""
        if self.began is None:
            return 0.0
        return (dt_util.utcnow() - self.began).total_seconds()


class Notebook(Protocol):
    """Where a run writes; the journal behind it has a thread of its own."""

    def write(self, key: str, kind: NoteKind, value: Any) -> None:
        """Put a note down; returns at once, order is kept."""

    def write_later(self, key: str, kind: NoteKind, make: Callable[[], Any]) -> None:
        """Put down what ``make`` returns when somebody has time for it, in any thread.

        All that it looks at must stay as it is.
        """

    async def settled(self) -> None:
        """Return when all that was written is on disk, or cannot be."""


def in_order(notes: Iterable[Note]) -> list[str]:
    """Return the keys of final notes in their order, and ``WISH`` among them.

    After the wish come last words alone. A call that was out by then may have returned
    later; it counts as if it had done so before, since nothing followed it.
    """
    before: dict[str, None] = {}
    after: dict[str, None] = {}
    told = False
    for note in notes:
        told = told or note.kind is NoteKind.CANCELLED
        if note.kind in FINAL and note.key not in before:
            (after if told and "/finally/" in note.key else before)[note.key] = None
    return [*before, WISH, *after] if told else [*before]


type Settle = Callable[[], Awaitable[None]]


def sort_notes(
    notes: Iterable[Note],
) -> tuple[dict[str, Note], dict[str, CallHistory], dict[str, str]]:
    """Return final notes in their order, the history of calls, and deadlines, by key."""
    finals: dict[str, Note] = {}
    calls: dict[str, CallHistory] = {}
    deadlines: dict[str, str] = {}
    for note in notes:
        if note.kind in FINAL:
            finals[note.key] = note
        elif note.kind is NoteKind.DEADLINE:
            deadlines[note.key] = note.value
        elif note.kind is NoteKind.INTENT:
            call = calls.setdefault(note.key, CallHistory(began=note.at))
            call.intents.append(note.value)
            # What a person had said was about the call before.
            call.verdict = None
        elif note.kind is NoteKind.ATTEMPT:
            calls.setdefault(note.key, CallHistory()).attempts.append(note.value)
        elif note.kind is NoteKind.VERDICT:
            calls.setdefault(note.key, CallHistory()).verdict = Verdict(note.value)
    return finals, calls, deadlines
