"""What became of each call of a plan, from what its run has said and written.

A run that ends in order says it in a variable. One that waits, or was broken off, has
written its steps; what these know of a call is told as well.
"""

from collections.abc import Iterable, Mapping
import re
from typing import Any, Final

from ..model.decision import DecisionPlan, ToolCall
from ..model.state import ENDED, ExecutionState

RESULTS: Final = "action_engine_results"
"""The variable of a run in which its graph says what became of each call."""

NODE: Final = re.compile(r"0/graph/(\d+)/0\b")
"""The place of a call in the actions that a plan becomes."""

type Outcomes = Mapping[str, Mapping[str, Any]]
"""By the id of the call: ``status``, and ``result``, ``error`` and ``type`` if there are."""

_STATUS: Final[Mapping[str, str]] = {
    "succeeded": "succeeded",
    "fallback": "succeeded",
    "failed": "failed",
    "skipped": "skipped",
}


def call_at(plan: DecisionPlan, place: str) -> ToolCall | None:
    """Return the call that stands at a place of the run, None if there is none."""
    found = NODE.match(place)
    number = int(found.group(1)) if found else len(plan.calls)
    return plan.calls[number] if number < len(plan.calls) else None


def outcomes(
    plan: DecisionPlan, state: ExecutionState, account: Mapping[str, Any]
) -> Outcomes:
    """Return what became of each call; ``account`` is the summary of the execution."""
    is_ended = state in ENDED
    said = _mapping(_mapping(account.get("responses")).get(RESULTS))
    written = {
        call.id: step
        for step in account.get("steps", ())
        if (call := call_at(plan, step["path"])) is not None
        and NODE.fullmatch(step["path"])
    }
    found: dict[str, Mapping[str, Any]] = {}
    for call in plan.calls:
        told = said.get(call.id) or _as_written(written.get(call.id), is_ended=is_ended)
        found[call.id] = _mapping(told)
    return found


def log_of(plan: DecisionPlan, steps: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Return the steps of a run, each with the step and the tool of its call."""
    told = []
    for one in steps:
        call = call_at(plan, one["path"])
        if call is not None:
            told.append({"step": call.id, "tool": call.tool, **one})
    return told


def _as_written(step: Mapping[str, Any] | None, *, is_ended: bool) -> Mapping[str, Any]:
    if step is None:
        return {"status": "skipped" if is_ended else "pending"}
    status = _STATUS.get(step["status"], "stopped" if is_ended else "pending")
    told = {"status": status, "result": step.get("response")}
    return told | ({"error": step["error"]} if "error" in step else {})


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
