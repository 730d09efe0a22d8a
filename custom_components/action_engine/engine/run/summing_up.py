"""The account of an execution, put together from what was recorded."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from homeassistant.helpers.typing import UNDEFINED

from ..errors import ActionEngineError, RequestDeniedError
from ..model.outcome import RunResult
from ..model.plan import ParallelStep, Plan, Steps
from ..model.state import ExecutionState
from ..model.steps_log import StepRecord
from ..model.summary import Summary, Times
from ..model.walk import inner_steps
from .answering import final_answer
from .error_facts import error_name, error_text
from .observing import observations
from .plain_data import plain

if TYPE_CHECKING:
    from .execution import Execution


type Pages = tuple[StepRecord | dict[str, Any], ...]
"""Steps of an execution, all that others may change in them already told."""


def sum_up(execution: Execution) -> Summary:
    """Return the account as it stands; an execution that is open has no ending yet."""
    return filled_in(outline(execution), execution.plan, pages(execution))


def outline(execution: Execution) -> Summary:
    """Return the account without its strategy and its steps, which take the longest."""
    log, result = execution.recorder.log, execution.result
    success = execution.state is ExecutionState.SUCCESS
    error = failure(execution)
    return Summary(
        execution_id=execution.id,
        name=execution.name,
        state=execution.state,
        success=success,
        verified=success and log.all_seen,
        strategy="",
        ending=result.ending.value if result else None,
        counts=log.counts(),
        times=_times(execution),
        steps=[],
        steps_omitted=log.omitted,
        response=plain(result.response) if result else None,
        responses=_responses(execution),
        conversation_response=_conversation(result),
        error=error,
        observed=plain(observations(result)) if execution.request.observe else None,
        final_answer=final_answer(execution, error),
        verdict=None if execution.verdict is None else execution.verdict.as_dict(),
    )


def pages(execution: Execution) -> Pages:
    """Return what ``filled_in`` needs to know of the steps."""
    records = execution.recorder.log.records
    return tuple(one if one.response is None else _told(one) for one in records)


def filled_in(summary: Summary, plan: Plan, steps: Pages) -> Summary:
    """Return the whole account; of an execution that has ended in any thread."""
    told = [one if isinstance(one, dict) else _told(one) for one in steps]
    return replace(summary, strategy=strategy(plan), steps=told)


def _told(record: StepRecord) -> dict[str, Any]:
    # All but the response is plain by itself.
    told = record.as_dict()
    if record.response is not None:
        told["response"] = plain(record.response)
    return told


def strategy(plan: Plan) -> str:
    """Return the shape of a plan in one word."""
    if plan.size <= 1:
        return "single"
    parallel = _parallel_steps(plan.steps)
    if not parallel:
        return "sequential"
    alone = len(plan.steps) == 1 and isinstance(plan.steps[0], ParallelStep)
    return "parallel" if alone and parallel == 1 else "hybrid"


def _parallel_steps(steps: Steps) -> int:
    return sum(
        isinstance(step, ParallelStep) + sum(map(_parallel_steps, inner_steps(step)))
        for step in steps
    )


def _times(execution: Execution) -> Times:
    ticks = execution.ticks
    ended = ticks.get("ended", ticks.get("started", ticks["created"]))
    started = ticks.get("started", ended)
    return Times(
        created=execution.created,
        started=execution.started,
        ended=execution.ended,
        queued=started - ticks["created"],
        run=ended - started,
        total=ended - ticks["created"],
    )


def _responses(execution: Execution) -> dict[str, Any]:
    result = execution.result
    names = execution.recorder.response_variables
    if result is None or not names:
        return {}
    return {name: plain(result.variables.get(name)) for name in sorted(names)}


def _conversation(result: RunResult | None) -> str | None:
    if result is None or result.conversation_response is UNDEFINED:
        return None
    return result.conversation_response


def failure(execution: Execution) -> dict[str, Any] | None:
    """Return code, type, text and step of what went wrong, None if nothing did."""
    result = execution.result
    if execution.state is ExecutionState.DENIED and execution.verdict is not None:
        message = execution.verdict.reason
        return {"code": RequestDeniedError.code, "message": message}
    if result is None or execution.state is ExecutionState.SUCCESS:
        return None
    error = result.error
    facts: dict[str, Any] = {"code": _code(result), "message": _message(execution)}
    if error is not None:
        facts["type"] = error_name(error)
    if result.place is not None:
        facts["step"] = result.place
    return facts


def _code(result: RunResult) -> str:
    if isinstance(result.error, ActionEngineError):
        return result.error.code
    return result.ending.value


def _message(execution: Execution) -> str:
    result = execution.result
    if result is not None and result.error is not None:
        return error_text(result.error)
    return f"cancelled: {execution.cancel_reason or 'from outside'}"
