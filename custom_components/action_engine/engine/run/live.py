"""Moves and steps as plain data, for the event bus and for whoever watches."""

from typing import Any

from ..model.state import ExecutionState
from ..model.steps_log import StepRecord, StepStatus
from .answering import final_answer
from .execution import Execution
from .plain_data import plain
from .summing_up import failure


def move_event(execution: Execution, previous: ExecutionState | None) -> dict[str, Any]:
    """Return what is told of a move; how it went is told with the last one."""
    event: dict[str, Any] = {
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


def step_event(
    execution: Execution, record: StepRecord, status: StepStatus
) -> dict[str, Any]:
    """Return what is told of a change of a step."""
    event: dict[str, Any] = {
        "kind": "step",
        "execution_id": execution.id,
        "path": record.path,
        "action": record.action,
        "alias": record.alias,
        "status": status.value,
        "targets": list(record.targets),
        "attempt": record.attempts,
        "duration": round(record.duration, 4),
    }
    for name in ("expected", "seen", "error", "note"):
        if (value := getattr(record, name)) is not None:
            event[name] = value
    if status is StepStatus.ATTEMPT_FAILED and record.failures:
        last = record.failures[-1]
        event |= {"error": last.error, "delay": last.delay, "left": list(last.targets)}
    if status is StepStatus.SUCCEEDED and record.response is not None:
        event["response"] = plain(record.response)
    return event
