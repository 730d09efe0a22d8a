"""Writes the log of one run, and tells whoever watches."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..model.plan import Step
from ..model.steps_log import MAX_RECORDS, Attempt, StepRecord, StepsLog, StepStatus

type Watch = Callable[[StepRecord, StepStatus], None]

_BAD: Final = frozenset({StepStatus.FAILED, StepStatus.FALLBACK})


class StepRecorder:
    """The one writer of a ``StepsLog``."""

    __slots__ = (
        "_blamed",
        "_spare",
        "log",
        "response_variables",
        "variables",
        "watch",
    )

    def __init__(self, watch: Watch | None = None) -> None:
        """Call ``watch`` at every change of a step, if anybody watches."""
        self.log = StepsLog()
        self.watch = watch
        self.response_variables: set[str] = set()
        """Names of the variables that took a response."""

        self.variables: Mapping[str, Any] = {}
        """The variables of the top level as they stand, also if the run is broken off."""

        self._spare = MAX_RECORDS
        self._blamed: tuple[Exception, StepRecord] | None = None

    def begin(self, step: Step, path: str, now: float) -> StepRecord:
        """Note that an occurrence of a step begins."""
        record = StepRecord(path, step.action, step.alias, now)
        log = self.log
        log.steps += 1
        if len(log.records) < MAX_RECORDS:
            log.records.append(record)
        else:
            log.omitted += 1
        if self.watch is not None:
            self.watch(record, StepStatus.STARTED)
        return record

    def end(self, record: StepRecord, status: StepStatus, now: float) -> None:
        """Note how it ended."""
        record.status = status
        record.duration = now - record.started
        if status is not StepStatus.SUCCEEDED:
            self._count(record, status)
        if self.watch is not None:
            self.watch(record, status)

    def attempt_failed(self, record: StepRecord, attempt: Attempt) -> None:
        """Note a failed attempt; a delay in it says that another one follows."""
        if record.failures is None:
            record.failures = []
        record.failures.append(attempt)
        if self.watch is not None:
            self.watch(record, StepStatus.ATTEMPT_FAILED)

    def blame(self, error: Exception, record: StepRecord) -> None:
        """Note where an error came from; the steps around it only pass it on."""
        if self._blamed is None or self._blamed[0] is not error:
            self._blamed = (error, record)
            self.log.failed += 1

    def forgive(self) -> None:
        """Note that an error was dealt with: the same object may be raised again."""
        self._blamed = None

    def origin(self, error: Exception | None) -> StepRecord | None:
        """Return the step that an error came from."""
        if self._blamed is None or self._blamed[0] is not error:
            return None
        return self._blamed[1]

    def waiting(self, record: StepRecord) -> None:
        """Note that the step waits for something outside."""
        if self.watch is not None:
            self.watch(record, StepStatus.WAITING)

    def _count(self, record: StepRecord, status: StepStatus) -> None:
        log = self.log
        if status is StepStatus.SKIPPED:
            log.skipped += 1
        elif status is StepStatus.FALLBACK:
            log.fallbacks += 1
        if status in _BAD and self._spare and log.omitted:
            self._keep_anyway(record)

    def _keep_anyway(self, record: StepRecord) -> None:
        """Keep what went wrong even in a run too long to keep all of it."""
        if all(kept is not record for kept in self.log.records):
            self.log.records.append(record)
            self.log.omitted -= 1
            self._spare -= 1
