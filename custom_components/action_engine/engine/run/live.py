"""Moves and steps as plain data, for the event bus and for whoever watches."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, Final, override

from homeassistant.util import dt as dt_util

from ..model.state import ExecutionState
from ..model.steps_log import StepRecord, StepStatus
from .answering import final_answer
from .execution import Execution
from .plain_data import plain
from .summing_up import failure


def move_event(execution: Execution, previous: ExecutionState | None) -> dict[str, Any]:
    """Return what is told of a move; how it went is told with the last one."""
    event: dict[str, Any] = {
        "kind": "execution",
        "execution_id": execution.id,
        "name": execution.name,
        "state": execution.state.value,
        "previous": previous.value if previous else None,
        "origin": execution.origin,
    }
    if execution.is_ended:
        error = failure(execution)
        event["success"] = execution.state is ExecutionState.SUCCESS
        event["final_answer"] = final_answer(execution, error)
        if error is not None:
            event["error"] = error
    return event


_FINAL: Final = frozenset(
    {
        StepStatus.SUCCEEDED,
        StepStatus.FAILED,
        StepStatus.SKIPPED,
        StepStatus.FALLBACK,
        StepStatus.STOPPED,
    }
)


class StepEvent(Mapping[str, Any]):
    """What is told of a change of a step, as plain data.

    Made for every step that somebody watches, and put together only when it is read:
    who watches may drop most of them, or send them later in one go.
    """

    __slots__ = (
        "_attempts",
        "_data",
        "_duration",
        "_execution_id",
        "_failure",
        "_record",
        "_status",
        "_targets",
    )

    def __init__(
        self, execution_id: str, record: StepRecord, status: StepStatus
    ) -> None:
        """Keep what will have changed by the time it is read."""
        self._execution_id = execution_id
        self._record = record
        self._status = status
        self._attempts = record.attempts
        self._duration = record.duration
        self._targets = record.targets
        self._failure = record.failures[-1] if record.failures else None
        self._data: dict[str, Any] | None = None

    @override
    def __getitem__(self, key: str) -> Any:
        if key == "execution_id":
            # Whoever may not see all asks for this of every event, at once.
            return self._execution_id
        return self._put_together()[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._put_together())

    @override
    def __len__(self) -> int:
        return len(self._put_together())

    def _put_together(self) -> dict[str, Any]:
        if self._data is None:
            self._data = self._known_at_once() | self._known_by_then()
        return self._data

    def _known_at_once(self) -> dict[str, Any]:
        record = self._record
        return {
            "kind": "step",
            "execution_id": self._execution_id,
            "path": record.path,
            "action": record.action,
            "alias": record.alias,
            "status": self._status.value,
            "targets": list(self._targets),
            "attempt": self._attempts,
            "duration": round(self._duration, 4),
            "began": _wall_clock(record.started),
        }

    def _known_by_then(self) -> dict[str, Any]:
        record, status = self._record, self._status
        if status is StepStatus.STARTED:
            return {}
        more: dict[str, Any] = {"expected": record.expected}
        if status is StepStatus.ATTEMPT_FAILED and (last := self._failure) is not None:
            more |= {"error": last.error, "took": round(last.duration, 4)}
            return _given(more) | {"left": list(last.targets), "delay": last.delay}
        if status in _FINAL:
            more |= {"seen": record.seen, "error": record.error, "note": record.note}
            more["response"] = plain(record.response)
        return _given(more)


def _wall_clock(moment: float) -> str:
    """Return when a moment of the loop's clock was."""
    passed = asyncio.get_running_loop().time() - moment
    return (dt_util.utcnow() - timedelta(seconds=passed)).isoformat()


def _given(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value is not None}
