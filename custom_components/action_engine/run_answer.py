"""What whoever has something run is told of it."""

from typing import Any, Final

from .engine.engine import ActionEngine, Execution, PastExecution
from .engine.errors import (
    ActionExecutionError,
    ExecutionCancelledError,
    RequestDeniedError,
)
from .engine.model.request import Request
from .engine.model.state import ExecutionState
from .seen_questions import without_inside

_STOPPED: Final = frozenset({ExecutionState.DENIED, ExecutionState.PENDING_APPROVAL})
"""States in which the gate has stopped it, and in which nobody waits for an end."""


def answer_to_run(
    engine: ActionEngine, request: Request, execution: Execution | PastExecution
) -> dict[str, Any]:
    """Return the summary; for who does not wait only id and state, unless it is stopped."""
    if not request.wait and execution.state not in _STOPPED:
        return accepted(execution)
    account = execution.summary.as_dict()
    return account | question_of(engine, execution.id)


def accepted(execution: Execution | PastExecution) -> dict[str, Any]:
    """Return what there is to tell of one that has just begun."""
    return {"execution_id": execution.id, "state": execution.state.value}


def question_of(engine: ActionEngine, execution_id: str) -> dict[str, Any]:
    """Return the id of the question about an execution with its verdict, if there is one.

    Of a run that has halted the verdict is the one about the call that comes next.
    """
    if (question := engine.gate.question_about(execution_id)) is None:
        return {}
    return {"approval_id": question.id, "verdict": without_inside(question.verdict)}


def raise_if_failed(
    request: Request, execution: Execution | PastExecution, *, answers: bool
) -> None:
    """Raise what the caller would not get to know otherwise.

    ``answers``: he has asked for a response. One that has not ended was broken off by a
    restart, and goes on after it, or waits for a person.
    """
    state = execution.state
    waited = request.wait or state is ExecutionState.DENIED
    wanted = request.on_failure_raise
    if not execution.is_ended or state is ExecutionState.SUCCESS or not waited:
        return
    if answers if wanted is None else not wanted:
        return
    summary = execution.summary
    facts = {"name": summary.name, "execution_id": execution.id}
    if state is ExecutionState.CANCELLED:
        raise ExecutionCancelledError(**facts)
    error = (summary.error or {}).get("message", state.value)
    if state is ExecutionState.DENIED:
        raise RequestDeniedError(**facts, reason=error)
    raise ActionExecutionError(**facts, error=error)
