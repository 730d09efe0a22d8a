"""What whoever hands in a decision plan is told, in the end."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import orjson

from ..intake.decision_order import levels
from ..model.decision import DecisionPlan, Strategy, ToolCall
from .plan_faults import category_of
from .plan_outcomes import Outcomes

_SUCCEEDED: Final = "succeeded"
_NOT_BEGUN: Final = frozenset({"skipped", "pending"})


def detailed(calls: Iterable[ToolCall], results: Outcomes) -> dict[str, Any]:
    """Return how many calls there were, and what became of each."""
    calls = tuple(calls)
    found = [_told(one, results[one.id]) for one in calls]
    states = [one["status"] for one in found]
    return {
        "tools_executed": sum(state not in _NOT_BEGUN for state in states),
        "successful_tools": states.count(_SUCCEEDED),
        "failed_tools": states.count("failed"),
        "skipped_tools": states.count("skipped"),
        "results": {
            one.variable: results[one.id].get("result")
            for one in calls
            if _succeeded(results, one)
        },
        "calls": found,
    }


def _told(call: ToolCall, result: Mapping[str, Any]) -> dict[str, Any]:
    told = {
        "step": call.step,
        "id": call.id,
        "tool": call.tool,
        "purpose": call.purpose,
        "result_variable": call.variable,
        "status": result["status"],
        "result": result.get("result"),
        "error": result.get("error"),
    }
    if told["status"] == "failed":
        told["category"] = category_of(result.get("type"))
    return {key: value for key, value in told.items() if value is not None}


def final_answer(plan: DecisionPlan, results: Outcomes) -> str | None:
    """Return the answer as people read it, None if no call has succeeded.

    Of a single call its result, of parallel ones a list, of a sequence the last result,
    of anything else a list by groups. If not all have succeeded it is a list of all, each
    with what became of it: part of an answer is not taken for the answer.
    """
    done = [one for one in plan.calls if _succeeded(results, one)]
    if not done:
        return None
    if len(done) == len(plan.calls):
        match plan.strategy:
            case Strategy.SINGLE | Strategy.SEQUENTIAL:
                return in_text(results[done[-1].id].get("result"))
            case Strategy.PARALLEL:
                return _listed(done, results)
    return "\n\n".join(_listed(group, results) for group in levels(plan))


def in_text(value: Any) -> str:
    """Return a value as people read it: texts as they are, the rest as JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return "done"
    try:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS, default=str).decode()
    except TypeError:
        return str(value)


def _listed(calls: list[ToolCall], results: Outcomes) -> str:
    return "\n".join(
        f"• {one.purpose or one.tool}: {_became(results[one.id])}" for one in calls
    )


def _became(result: Mapping[str, Any]) -> str:
    if result["status"] == _SUCCEEDED:
        return in_text(result.get("result"))
    error = result.get("error")
    return f"{result['status']} ({error})" if error else str(result["status"])


def _succeeded(results: Outcomes, call: ToolCall) -> bool:
    return bool(results[call.id]["status"] == _SUCCEEDED)
