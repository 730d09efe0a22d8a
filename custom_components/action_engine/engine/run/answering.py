"""One sentence about an execution that a person understands."""

from typing import TYPE_CHECKING, Any

from ..model.state import ExecutionState
from ..model.steps_log import StepsLog

if TYPE_CHECKING:
    from .execution import Execution

_OPEN = {
    ExecutionState.QUEUED: "waits for its turn",
    ExecutionState.PENDING_APPROVAL: "waits for a person",
    ExecutionState.PAUSED: "is paused",
}


def final_answer(execution: Execution, error: dict[str, Any] | None) -> str:
    """Return how it went: what was done, what it took, and what is amiss."""
    name = execution.name
    if execution.is_suspended:
        return f"{name} is interrupted, and goes on after the restart."
    if not execution.is_ended:
        return f"{name} {_OPEN.get(execution.state, 'is running')}."
    if execution.state is ExecutionState.CANCELLED:
        return f"{name} was cancelled after {_steps(execution)}."
    if execution.state is ExecutionState.UNKNOWN:
        why = "" if error is None else f": {error['message'].rstrip('.')}"
        return f"{name} waits for a decision{why}."
    if error is not None:
        place = f" at step {error['step']}" if "step" in error else ""
        return f"{name} failed{place}: {error['message'].rstrip('.')}."
    return f"{name} is done: {_steps(execution)}{_details(execution.recorder.log)}."


def _steps(execution: Execution) -> str:
    ticks = execution.ticks
    count = execution.recorder.log.steps
    seconds = ticks.get("ended", ticks["created"]) - ticks["created"]
    return f"{count} {'step' if count == 1 else 'steps'} in {seconds:.1f} s"


def _details(log: StepsLog) -> str:
    parts = [
        _count(log.retried, "needed more than one attempt"),
        _count(log.fallbacks, "replaced by its fallback", "replaced by their fallback"),
        _count(log.failed, "failed and was passed over", "failed and were passed over"),
    ]
    text = "".join(f", {part}" for part in parts if part)
    if log.all_seen:
        return f"{text}, and every effect was seen"
    return text


def _count(number: int, singular: str, plural: str | None = None) -> str:
    if not number:
        return ""
    return f"{number} {singular if number == 1 else plural or singular}"
