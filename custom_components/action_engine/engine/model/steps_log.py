"""What happened to each step of one run, and the counts over all of them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

MAX_RECORDS: Final = 500
"""Step records kept of one run. A loop of a million turns must not fill the memory;
counts stay exact, and ``omitted`` says how many records are not there."""


class StepStatus(StrEnum):
    """How an occurrence of a step stands."""

    STARTED = "started"
    ATTEMPT_FAILED = "attempt_failed"
    WAITING = "waiting"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    SKIPPED = "skipped"
    FALLBACK = "fallback"
    """It failed, and its ``fallback`` was done in its place."""

    STOPPED = "stopped"
    """It ended the sequence or the run on purpose, or was cancelled."""


@dataclass(slots=True, eq=False)
class Attempt:
    """One failed try of one call; a success needs no record of its own."""

    number: int
    error: str
    duration: float
    targets: tuple[str, ...] = ()
    """Which targets were left undone."""

    delay: float | None = None
    """Seconds of waiting that followed, None after the last one."""

    type: str | None = None
    """Name of the exception, None if the call returned and was not enough."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data; durations in seconds."""
        return {
            "attempt": self.number,
            "error": self.error,
            "duration": round(self.duration, 4),
            "targets": list(self.targets),
            "delay": None if self.delay is None else round(self.delay, 4),
            "type": self.type,
        }


@dataclass(slots=True, eq=False)
class StepRecord:
    """One occurrence of one step; filled in while it runs."""

    path: str
    action: str
    alias: str | None
    started: float
    """Event loop time, seconds."""

    status: StepStatus = StepStatus.STARTED
    duration: float = 0.0
    targets: tuple[str, ...] = ()
    attempts: int = 0
    failures: list[Attempt] | None = None
    expected: str | None = None
    seen: bool | None = None
    """The expectation was seen to hold; None if there was none to look for."""

    response: Any = None
    error: str | None = None
    error_type: str | None = None
    """Name of the exception that was behind it; not part of what is told."""

    note: str | None = None
    """Why it was skipped, not repeated, or what was chosen."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, without what does not apply to it."""
        result: dict[str, Any] = {
            "path": self.path,
            "action": self.action,
            "status": self.status.value,
            "duration": round(self.duration, 4),
        }
        if self.attempts:
            result["attempts"] = self.attempts
        if self.failures:
            result["failures"] = [attempt.as_dict() for attempt in self.failures]
        if self.targets:
            result["targets"] = list(self.targets)
        for name in ("alias", "expected", "seen", "response", "error", "note"):
            if (value := getattr(self, name)) is not None:
                result[name] = value
        return result


@dataclass(slots=True, eq=False)
class StepsLog:
    """The records of one run in the order in which their steps began."""

    records: list[StepRecord] = field(default_factory=list)
    omitted: int = 0
    steps: int = 0
    calls: int = 0
    attempts: int = 0
    retried: int = 0
    """Steps that needed more than one attempt."""

    failed: int = 0
    skipped: int = 0
    fallbacks: int = 0
    seen: int = 0
    """Calls, also such as were left out, whose effect was seen to be there."""

    unseen: int = 0
    """Calls that nobody saw come true, because nothing was expected of them."""

    def counts(self) -> dict[str, int]:
        """Return the counts as plain data."""
        return {
            "steps": self.steps,
            "calls": self.calls,
            "attempts": self.attempts,
            "retried": self.retried,
            "failed": self.failed,
            "skipped": self.skipped,
            "fallbacks": self.fallbacks,
        }

    @property
    def all_seen(self) -> bool:
        """Something was to be seen, and nothing was missing."""
        return self.seen > 0 and not (self.unseen or self.failed or self.fallbacks)

    def note_seen(self, seen: bool | None) -> None:  # noqa: FBT001 - the fact itself
        """Count a call that is done by whether its effect was seen."""
        if seen:
            self.seen += 1
        elif seen is None:
            self.unseen += 1
