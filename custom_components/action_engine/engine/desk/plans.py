"""Decision plans: read, run as one execution, and answered."""

from collections.abc import Awaitable, Callable, Mapping
import time
from typing import Any, Final

from ..archive.past import PastExecution
from ..errors import ActionEngineError, RequestError
from ..intake.decision_plan import read_decision, to_actions
from ..model.decision import DecisionPlan, ErrorCategory
from ..model.request import Request
from ..model.sender import Sender
from ..model.state import ExecutionState
from ..run.execution import Execution
from .plan_answers import category_of, detailed, final_answer

RESULTS: Final = "action_engine_results"
"""The variable of a run in which its graph says what became of each call."""

type Run = Callable[[Request], Awaitable[Execution | PastExecution]]
type Answer = dict[str, Any]


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
            return _refused(data, error, ErrorCategory.STRATEGY)
        try:
            request = sender.request(to_actions(plan, RESULTS), plan.query or "Plan")
            execution = await self._run(request)
        except RequestError as error:
            # A tool that nobody knows, a service that is not there.
            return _refused(data, error, ErrorCategory.CONFIGURATION)
        return _answer(plan, execution, time.monotonic() - began)


def _refused(data: Any, error: ActionEngineError, category: ErrorCategory) -> Answer:
    query = data.get("query") if isinstance(data, Mapping) else None
    strategy = data.get("strategy") if isinstance(data, Mapping) else None
    return {
        "success": False,
        "query": query,
        "strategy": strategy,
        "total_steps": 0,
        "execution_time": 0.0,
        "final_answer": None,
        "detailed_results": None,
        "log": [],
        "error": {
            "category": category.value,
            "code": error.code,
            "message": str(error),
        },
        "state": "refused",
    }


def _answer(
    plan: DecisionPlan, execution: Execution | PastExecution, seconds: float
) -> Answer:
    results = _results(execution)
    summary = execution.summary.as_dict()
    success = execution.state is ExecutionState.SUCCESS and all(
        one.get("status") == "succeeded" for one in results.values()
    )
    return {
        "success": success,
        "query": plan.query,
        "strategy": plan.strategy.value,
        "total_steps": len(plan.calls),
        "execution_time": round(seconds, 4),
        "final_answer": final_answer(plan, results),
        "detailed_results": detailed(plan, results),
        "log": summary.get("steps", []),
        "error": None if success else _error(plan, execution, results),
        "state": execution.state.value,
        "execution_id": execution.id,
    }


def _results(execution: Execution | PastExecution) -> Mapping[str, Mapping[str, Any]]:
    found = execution.summary.as_dict().get("responses", {}).get(RESULTS, {})
    return found if isinstance(found, Mapping) else {}


def _error(
    plan: DecisionPlan,
    execution: Execution | PastExecution,
    results: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any] | None:
    """Return what went wrong first, None for a plan that only waits."""
    failed = [one for one in plan.calls if results.get(one.id, {}).get("error")]
    if failed:
        told = results[failed[0].id]
        return {
            "category": category_of(told.get("type")).value,
            "step": failed[0].id,
            "tool": failed[0].tool,
            "message": told["error"],
        }
    error = execution.summary.error
    if error is None:
        return None
    category = None if execution.state is ExecutionState.DENIED else category_of(None)
    return {"category": category, "message": error.get("message")}
