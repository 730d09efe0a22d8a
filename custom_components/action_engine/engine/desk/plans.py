"""Decision plans: read, run as one execution, and answered."""

from collections.abc import Awaitable, Callable, Mapping
import time
from typing import Any, Final

from ..archive.past import PastExecution
from ..errors import ActionEngineError, InvalidActionError, RequestError
from ..intake.decision_plan import read_decision, to_actions
from ..model.decision import DecisionPlan, ErrorCategory
from ..model.request import Request
from ..model.sender import Sender
from ..model.state import ENDED, ExecutionState
from ..run.execution import Execution
from .plan_answers import detailed, final_answer
from .plan_faults import category_of
from .plan_outcomes import NODE, RESULTS, Outcomes, call_at, log_of, outcomes

type Run = Callable[[Request], Awaitable[Execution | PastExecution]]
type Answer = dict[str, Any]

_KEYS: Final[Mapping[str, str]] = {"tool": "tool_name", "data": "parameters"}
"""How a plan calls what is a key of an action."""


class Plans:
    """Has decision plans run."""

    def __init__(self, run: Run) -> None:
        """``run`` runs a request to its end."""
        self._run = run

    async def run(self, data: Any, sender: Sender) -> Answer:
        """Return what became of a plan; an error is part of the answer.

        What is not in order is refused before anything runs.
        """
        began = time.monotonic()
        try:
            known = sender.options.get("variables", {})
            plan = read_decision(data, known)
        except RequestError as error:
            return _unread(data, error)
        try:
            request = sender.request(to_actions(plan, RESULTS), plan.query or "Plan")
            execution = await self._run(request)
        except RequestError as error:
            return _refused(plan, error)
        return _answer(plan, execution, time.monotonic() - began)


def _unread(data: Any, error: ActionEngineError) -> Answer:
    """Answer what is no plan, as far as it says what it would have been."""
    given = data if isinstance(data, Mapping) else {}
    calls = given.get("tool_calls")
    return {
        "success": False,
        "query": given.get("query"),
        "strategy": given.get("strategy"),
        "total_steps": len(calls) if isinstance(calls, list) else 0,
        "execution_time": 0.0,
        "final_answer": None,
        "detailed_results": detailed((), {}),
        "log": [],
        "error": _refusal(error, ErrorCategory.STRATEGY),
        "state": "refused",
    }


def _refused(plan: DecisionPlan, error: ActionEngineError) -> Answer:
    """Answer a plan that could not begin: a tool or a service is not there."""
    none_ran = {one.id: {"status": "skipped"} for one in plan.calls}
    told: dict[str, Any] = {}
    if isinstance(error, InvalidActionError):
        call = call_at(plan, error.place)
        if call is not None:
            told = {"step": call.id, "tool": call.tool}
        error = in_words_of(plan, error)
    return {
        "success": False,
        "query": plan.query,
        "strategy": plan.strategy.value,
        "total_steps": len(plan.calls),
        "execution_time": 0.0,
        "final_answer": None,
        "detailed_results": detailed(plan.calls, none_ran),
        "log": [],
        "error": _refusal(error, ErrorCategory.CONFIGURATION) | told,
        "state": "refused",
    }


def _refusal(error: ActionEngineError, category: ErrorCategory) -> dict[str, Any]:
    return {"category": category.value, "code": error.code, "message": str(error)}


def in_words_of(plan: DecisionPlan, error: InvalidActionError) -> InvalidActionError:
    """Return an error whose place is one of the plan, not of what it has become."""
    call, found = call_at(plan, error.place), NODE.match(error.place)
    if call is None or found is None:
        return error
    rest = error.place[found.end() :].removeprefix(": ")
    key, dot, inner = rest.partition(".")
    where = f"/{_KEYS.get(key, key)}{dot}{inner}" if rest else ""
    place = f"tool_calls/{call.index}{where}"
    return InvalidActionError(place, error.came, error.expected)


def _answer(
    plan: DecisionPlan, execution: Execution | PastExecution, seconds: float
) -> Answer:
    account = execution.summary.as_dict()
    results = outcomes(plan, execution.state, account)
    success = execution.state is ExecutionState.SUCCESS and all(
        one["status"] == "succeeded" for one in results.values()
    )
    answer = {
        "success": success,
        "query": plan.query,
        "strategy": plan.strategy.value,
        "total_steps": len(plan.calls),
        "execution_time": round(seconds, 4),
        "final_answer": final_answer(plan, results),
        "detailed_results": detailed(plan.calls, results),
        "log": log_of(plan, account.get("steps", ())),
        "error": None if success else _error(plan, execution, results),
        "state": execution.state.value,
        "execution_id": execution.id,
    }
    if approval_id := account.get("approval_id"):
        answer["approval_id"] = approval_id
    return answer


def _error(
    plan: DecisionPlan, execution: Execution | PastExecution, results: Outcomes
) -> dict[str, Any] | None:
    """Return what went wrong first, None for a plan that only waits."""
    if execution.state not in ENDED:
        return None
    for one in plan.calls:
        if (told := results[one.id])["status"] == "failed":
            return {
                "category": category_of(told.get("type")),
                "step": one.id,
                "tool": one.tool,
                "message": told.get("error"),
            }
    error = execution.summary.error
    if error is None:
        return None
    # What has ended without an error of its own was ended by the gate or by somebody.
    category = category_of(error["type"]) if error.get("type") else None
    return {"category": category, "message": error.get("message")}
