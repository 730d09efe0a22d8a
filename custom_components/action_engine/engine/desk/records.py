"""What is told of one thing that was asked for: done, held, denied, or not understood."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from ..archive.past import PastExecution
from ..errors import RequestDeniedError, RequestError
from ..model.approval import Approval
from ..model.state import ExecutionState
from ..run.execution import Execution


class Outcome(StrEnum):
    """What became of it."""

    EXECUTED = "executed"
    ACCEPTED = "accepted"
    """It goes on, and nobody waits for it here."""

    HELD = "held"
    """A person is being asked."""

    DENIED = "denied"
    FAILED = "failed"
    UNDONE = "undone"
    """It was done, and set back since."""

    REJECTED = "rejected"
    """It was not understood, or names what is not there; nothing was asked of anybody."""

    WOULD_RUN = "would_run"
    WOULD_ASK = "would_ask"
    WOULD_DENY = "would_deny"


_OUTCOMES: Final[Mapping[ExecutionState, Outcome]] = {
    ExecutionState.SUCCESS: Outcome.EXECUTED,
    ExecutionState.PENDING_APPROVAL: Outcome.HELD,
    ExecutionState.DENIED: Outcome.DENIED,
    ExecutionState.REJECTED: Outcome.DENIED,
    ExecutionState.EXPIRED: Outcome.DENIED,
    ExecutionState.FAILED: Outcome.FAILED,
    ExecutionState.CANCELLED: Outcome.FAILED,
    ExecutionState.UNKNOWN: Outcome.FAILED,
    ExecutionState.ROLLED_BACK: Outcome.UNDONE,
}

_WOULD: Final = {
    "allow": Outcome.WOULD_RUN,
    "hold": Outcome.WOULD_ASK,
    "deny": Outcome.WOULD_DENY,
}


def of_execution(
    execution: Execution | PastExecution, question: Approval | None
) -> dict[str, Any]:
    """Return what became of an execution, as plain data."""
    account = execution.summary.as_dict()
    told: dict[str, Any] = {
        "outcome": _OUTCOMES.get(execution.state, Outcome.ACCEPTED).value,
        "execution_id": execution.id,
        "state": execution.state.value,
        "verified": account.get("verified", False),
        "response": account.get("responses") or account.get("response"),
        "error": (account.get("error") or {}).get("message"),
    }
    if question is not None:
        told["approval_id"] = question.id
        told["reasons"] = _reasons(question.verdict)
    elif execution.state is ExecutionState.DENIED:
        told["reasons"] = _reasons(account.get("verdict") or {})
    return {key: value for key, value in told.items() if value is not None}


def of_verdict(verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Return what would become of it, by its verdict."""
    return {
        "outcome": _WOULD[verdict["decision"]].value,
        "reasons": _reasons(verdict),
        "impact": verdict.get("impact"),
    }


def of_error(error: Exception) -> dict[str, Any]:
    """Return why it was not even asked for."""
    denied = isinstance(error, RequestDeniedError)
    facts = getattr(error, "translation_placeholders", None) or {}
    told = {
        "outcome": (Outcome.DENIED if denied else Outcome.REJECTED).value,
        "code": error.code if isinstance(error, RequestError) else "unexpected",
        "error": str(error),
        "at": facts.get("place"),
        "expected": facts.get("expected"),
    }
    return {key: value for key, value in told.items() if value is not None}


def _reasons(verdict: Mapping[str, Any]) -> list[str]:
    reasons = verdict.get("reasons", ())
    return [
        one["text"] for one in reasons if isinstance(one, Mapping) and "text" in one
    ]
