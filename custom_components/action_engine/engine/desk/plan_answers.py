"""What whoever hands in a decision plan is told, in the end."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from ..intake.decision_order import levels
from ..model.decision import DecisionPlan, ErrorCategory, Strategy, ToolCall

_SUCCEEDED: Final = "succeeded"

_CATEGORIES: Final[Mapping[str, ErrorCategory]] = {
    "ServiceNotFound": ErrorCategory.CONFIGURATION,
    "ToolNotFoundError": ErrorCategory.CONFIGURATION,
    "SourceNotFoundError": ErrorCategory.CONFIGURATION,
    "ToolUnreachableError": ErrorCategory.NETWORK,
    "TimeoutError": ErrorCategory.NETWORK,
    "ClientError": ErrorCategory.NETWORK,
    "WebhookUnreachableError": ErrorCategory.NETWORK,
    "ToolAnswerError": ErrorCategory.FORMAT,
}
"""By the name of the exception; whatever else a tool raises is its own failure."""


def category_of(kind: str | None) -> ErrorCategory:
    """Return what sort of thing went wrong, by the name of an exception."""
    return _CATEGORIES.get(kind or "", ErrorCategory.TOOL)


def detailed(
    plan: DecisionPlan, results: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return how many calls there were, and what became of each."""
    found = [_told(one, results.get(one.id, {})) for one in plan.calls]
    states = [one["status"] for one in found]
    return {
        "tools_executed": sum(state != "skipped" for state in states),
        "successful_tools": states.count(_SUCCEEDED),
        "failed_tools": states.count("failed"),
        "skipped_tools": states.count("skipped"),
        "results": {
            one.variable: results[one.id].get("result")
            for one in plan.calls
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
        "status": result.get("status", "skipped"),
        "result": result.get("result"),
        "error": result.get("error"),
    }
    if told["status"] == "failed":
        told["category"] = category_of(result.get("type")).value
    return {key: value for key, value in told.items() if value is not None}


def final_answer(
    plan: DecisionPlan, results: Mapping[str, Mapping[str, Any]]
) -> str | None:
    """Return the answer as people read it, None if no call has succeeded.

    Of a single call its result, of parallel ones a list, of a sequence the last result,
    of anything else a list by groups.
    """
    done = [one for one in plan.calls if _succeeded(results, one)]
    if not done:
        return None
    match plan.strategy:
        case Strategy.SINGLE:
            return in_text(results[done[0].id].get("result"))
        case Strategy.SEQUENTIAL:
            return in_text(results[done[-1].id].get("result"))
        case Strategy.PARALLEL:
            return "\n".join(_bullet(one, results) for one in done)
        case _:
            groups = [[c for c in group if c in done] for group in levels(plan)]
            return "\n\n".join(
                "\n".join(_bullet(one, results) for one in group)
                for group in groups
                if group
            )


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


def _bullet(call: ToolCall, results: Mapping[str, Mapping[str, Any]]) -> str:
    return f"• {call.purpose or call.tool}: {in_text(results[call.id].get('result'))}"


def _succeeded(results: Mapping[str, Mapping[str, Any]], call: ToolCall) -> bool:
    return results.get(call.id, {}).get("status") == _SUCCEEDED
