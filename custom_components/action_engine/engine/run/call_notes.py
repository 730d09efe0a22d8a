"""One call, as it is written down for a later life of its run."""

from functools import partial
from typing import Any, Final

from homeassistant.core import State

from ..model.notes import CallHistory, NoteKind
from ..model.plan import EffortStep
from ..model.repeat import Repeat
from ..model.steps_log import Attempt, StepRecord, StepsLog, StepStatus
from .between import remedy
from .error_facts import RecordedError, recorded_error, written_down
from .frame import Frame
from .memory import Memory
from .order import Order

_RESULT: Final = ("response", "attempts", "seen", "skipped", "note")


class CallNotes:
    """Writes one call down."""

    __slots__ = ("_begun", "_memory", "_path")

    def __init__(self, memory: Memory, path: str) -> None:
        """Write under the path of the step."""
        self._memory = memory
        self._path = path
        self._begun = False

    def intent(
        self,
        order: Order,
        number: int,
        left: tuple[str, ...],
        before: dict[str, State | None],
        repeat: Repeat,
    ) -> bool:
        """Note that the call goes out now; True if that must be on disk before it does.

        Only a call that must not be made twice waits for that.
        """
        memory, first = self._memory, not self._begun
        self._begun = True
        facts = (number, left, repeat, first)
        make = partial(_intent, memory, order, facts, before)
        if order.is_steady:
            memory.write_later(self._path, NoteKind.INTENT, make)
        else:
            memory.write(self._path, NoteKind.INTENT, make())
        return repeat is not Repeat.ABSOLUTE

    async def settled(self) -> None:
        """Return when all that was noted is on disk, or cannot be."""
        await self._memory.settled()

    def attempt(self, attempt: Attempt) -> None:
        """Note that an attempt was not enough."""
        self._memory.write(self._path, NoteKind.ATTEMPT, attempt.as_dict())

    def take_up(self) -> None:
        """Note that the call has begun in an earlier life."""
        self._begun = True


def note_result(
    memory: Memory, record: StepRecord, response: Any, after: dict[str, State | None]
) -> None:
    """Write down that a call is done."""
    skipped = record.status is StepStatus.SKIPPED
    facts = (response, record.attempts, record.seen, skipped, record.note)
    make = partial(_result, memory, facts, after)
    if response is None:
        memory.write_later(record.path, NoteKind.RESULT, make)
    else:
        # Whoever gave it, or gets it, may change it.
        memory.write(record.path, NoteKind.RESULT, make())


def note_error(
    memory: Memory,
    record: StepRecord,
    error: Exception,
    after: dict[str, State | None],
) -> None:
    """Write down that a call has failed for good; some of it may have happened."""
    facts = {
        **written_down(error),
        "attempts": record.attempts,
        "note": record.note,
        "after": memory.snapshots(after),
    }
    memory.write(record.path, NoteKind.RAISED, facts)


def _intent(
    memory: Memory,
    order: Order,
    facts: tuple[int, tuple[str, ...], Repeat, bool],
    before: dict[str, State | None],
) -> dict[str, Any]:
    number, left, repeat, first = facts
    note: dict[str, Any] = {"number": number, "left": left}
    if first:
        note |= order.as_dict()
        # As the step has it, which may know better than its service.
        note["repeat"] = repeat.value
        note["before"] = memory.snapshots(before)
    elif repeat is not Repeat.ABSOLUTE:
        # It may have happened before: how it was then says nothing about this one.
        note["before"] = memory.snapshots(before)
    return note


def _result(
    memory: Memory, facts: tuple[Any, ...], after: dict[str, State | None]
) -> dict[str, Any]:
    named = dict(zip(_RESULT, facts, strict=True))
    return named | {"after": memory.snapshots(after)}


async def relive(
    step: EffortStep, frame: Frame, record: StepRecord, past: CallHistory
) -> None:
    """Restore the record of a call, and walk again through what lay between attempts."""
    log = frame.run.recorder.log
    if past.intents:
        record.targets = tuple(past.intents[0].get("targets", ()))
    log.calls += past.begun
    for facts in past.attempts:
        attempt = Attempt(
            facts["attempt"],
            facts["error"],
            facts["duration"],
            tuple(facts["targets"]),
            facts["delay"],
        )
        record.attempts = attempt.number
        record.failures = [*(record.failures or ()), attempt]
        log.retried += attempt.number == 1 and attempt.delay is not None
        if attempt.delay is not None and step.remedy:
            error = RecordedError({"type": facts["type"], "message": attempt.error})
            await remedy(step, frame, record, error, attempt.error)


def read_back(
    log: StepsLog, record: StepRecord, kind: NoteKind, value: dict[str, Any]
) -> Any:
    """Return the response that was written down, or raise the error."""
    record.note = value.get("note")
    record.attempts = value["attempts"]
    log.attempts += record.attempts
    if kind is NoteKind.RAISED:
        raise recorded_error(value)
    record.seen = value["seen"]
    log.note_seen(record.seen)
    if value["skipped"]:
        record.status = StepStatus.SKIPPED
    return value["response"]
