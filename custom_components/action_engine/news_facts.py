"""What automations are told of an execution, a question, a circuit: plain data.

No more than everybody may know who hears the bus: neither what a call was given, nor what
an asker says for himself.
"""

from collections.abc import Mapping
from typing import Any, Final

from .engine.engine import Execution, Gatekeeper
from .engine.model.approval import Answer, Approval
from .engine.model.state import ExecutionState
from .policies import policy_name, policy_of

UNHEARD: Final = {
    Answer.REJECTED: ExecutionState.REJECTED,
    Answer.EXPIRED: ExecutionState.EXPIRED,
    Answer.WITHDRAWN: ExecutionState.CANCELLED,
}
"""How an execution ends with an answer, without having run any further."""


def end_facts(
    move: Mapping[str, Any], execution: Execution, gate: Gatekeeper
) -> dict[str, Any]:
    """Return what is told of an execution that has ended, given the event about that."""
    error = move.get("error") or {}
    return {
        "execution_id": execution.id,
        "name": move["name"],
        "state": move["state"],
        "success": move.get("success", False),
        "origin": move["origin"],
        **_policy(policy_of(execution), gate),
        "reason": error.get("message"),
        "code": error.get("code"),
        "final_answer": move.get("final_answer", ""),
    }


def unheard_facts(approval: Approval, gate: Gatekeeper) -> dict[str, Any]:
    """Return the same of an execution of which only the question about it is known."""
    state = UNHEARD[approval.answer]
    return {
        "execution_id": approval.execution_id,
        "name": approval.name,
        "state": state.value,
        "success": False,
        "origin": None,
        **_policy(approval.policy, gate),
        "reason": None,
        "code": state.value,
        "final_answer": f"{approval.name} was not run: {state.value}.",
    }


def question_facts(approval: Approval, gate: Gatekeeper) -> dict[str, Any]:
    """Return what is told of a question; its name was chosen by who asks."""
    return {
        "approval_id": approval.id,
        "execution_id": approval.execution_id,
        "name": approval.name,
        **_policy(approval.policy, gate),
        "risk": approval.risk.word,
        "reason": approval.verdict.get("reason"),
        "actions": sorted(asked_actions(approval.verdict)),
        "expires": approval.expires.isoformat(),
    }


def open_facts(key: str, gate: Gatekeeper) -> dict[str, Any]:
    """Return what is told of a circuit, ``kind:about`` or ``all``."""
    kind, _, about = key.partition(":")
    found = next((one for one in gate.circuits() if one.key == key), None)
    return {
        "circuit": key,
        "kind": kind,
        "about": about or kind,
        "failures": 0 if found is None else found.failures,
    }


def done_actions(execution: Execution) -> frozenset[str]:
    """Return what was called; of what was not let in, what was asked for."""
    records = execution.recorder.log.records
    done = frozenset(one.action for one in records if one.attempts)
    if done or execution.verdict is None:
        return done
    return asked_actions(execution.verdict.as_dict())


def asked_actions(verdict: Mapping[str, Any]) -> frozenset[str]:
    """Return the actions that a verdict was about."""
    impact = verdict.get("impact") or {}
    return frozenset(str(step["action"]) for step in impact.get("steps", ()))


def _policy(policy_id: str | None, gate: Gatekeeper) -> dict[str, str | None]:
    name = None if policy_id is None else policy_name(gate, policy_id)
    return {"policy": name, "policy_id": policy_id}
