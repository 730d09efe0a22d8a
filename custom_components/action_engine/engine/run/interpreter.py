"""Walks a plan. Does what a native script does, and records what became of it.

The one loop over steps is ``Frame.sequence``; the one way into a step is ``run_step``;
which handler a step has is said by the table in ``handlers.py``.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.script_variables import ScriptRunVariables
from homeassistant.helpers.template import Template
from homeassistant.helpers.typing import UNDEFINED

from ..model.outcome import Ending, RunResult
from ..model.plan import Plan, Step
from ..model.reference import filled_in
from ..model.settings import RunSettings
from ..model.steps_log import StepRecord, StepStatus
from .error_facts import error_text, root_name
from .forgiving import may_continue
from .frame import Frame, Run
from .guard import Guard
from .handlers import HANDLERS
from .memory import Memory
from .pace import Pace
from .service_facts import ServiceFacts
from .signals import Abort, ConditionFailed, Halt, Misfit, Stop, Undecided
from .silence import silence_traces
from .step_recorder import StepRecorder


async def async_interpret(  # noqa: PLR0913 - each is one thing that a caller decides
    hass: HomeAssistant,
    plan: Plan,
    *,
    variables: Mapping[str, Any],
    context: Context,
    settings: RunSettings,
    facts: ServiceFacts,
    pace: Pace | None = None,
    recorder: StepRecorder | None = None,
    memory: Memory | None = None,
    guard: Guard | None = None,
) -> RunResult:
    """Run a plan to its end and say how it ended; errors are part of the result.

    ``CancelledError`` alone comes out as an exception. To be started in a context of
    its own: conditions leave trace elements in the context that they run in.
    """
    silence_traces()
    recorder = recorder or StepRecorder()
    run = Run(
        hass,
        context,
        settings,
        pace=pace or Pace(),
        recorder=recorder,
        facts=facts,
        run_step=run_step,
        memory=memory,
        guard=guard,
    )
    try:
        frame = await _top_frame(run, plan, variables)
    except Exception as error:  # noqa: BLE001 - a template of the variables failed
        return RunResult(
            ending=Ending.ERROR,
            log=recorder.log,
            variables=dict(variables),
            error=error,
            place="variables",
        )
    recorder.variables = frame.variables.local_scope
    ending, response, failure = await _walk(frame, plan)
    origin = recorder.origin(failure)
    return RunResult(
        ending=ending,
        log=recorder.log,
        variables=dict(frame.variables.local_scope),
        response=response,
        conversation_response=frame.conversation,
        error=failure,
        place=origin.path if origin else None,
        observed=run.observed,
    )


async def _walk(frame: Frame, plan: Plan) -> tuple[Ending, Any, Exception | None]:
    try:
        await frame.sequence(plan.steps)
        if frame.run.memory is not None:
            frame.run.memory.check_spent()
    except ConditionFailed:
        return Ending.CONDITION, None, None
    except Stop as stop:
        if stop.conversation_response is not UNDEFINED:
            frame.conversation = stop.conversation_response
        return Ending.STOPPED, stop.response, None
    except Abort as abort:
        return Ending.ABORTED, None, abort
    except (Misfit, Undecided) as unknown:
        return unknown.ending, None, unknown
    except Exception as error:  # noqa: BLE001 - it becomes part of the result
        return Ending.ERROR, None, error
    return Ending.FINISHED, None, None


async def _top_frame(run: Run, plan: Plan, given: Mapping[str, Any]) -> Frame:
    if (own := plan.variables) is not None:
        given = await _decided(
            run, "variables", lambda: own.async_render(run.hass, given)
        )
    variables = ScriptRunVariables.create_top_level(given)
    variables["context"] = run.context
    # On the top level the local scope is the very dict in which variables are kept.
    return Frame(run, variables, "", variables.local_scope)  # type: ignore[arg-type] # typed as a Mapping


async def _decided[T](run: Run, key: str, make: Callable[[], T]) -> T:
    return make() if run.memory is None else await run.memory.decided(key, make)


async def run_step(step: Step, frame: Frame) -> None:
    """Run one occurrence of a step, and record what became of it."""
    run = frame.run
    if run.pace.halted:
        await run.pace.checkpoint()
    now = run.time()
    if now > run.slice_end:
        now = await _let_others_in(run)
    recorder = run.recorder
    record = recorder.begin(step, frame.prefix + step.label, now)
    status = StepStatus.STOPPED
    try:
        if step.enabled is True or _enabled(step.enabled):
            await HANDLERS[type(step)](step, frame, record)
            status = _finished(step, frame, record)
        else:
            status, record.note = StepStatus.SKIPPED, "disabled"
    except ConditionFailed, Stop:
        raise
    except Exception as error:
        status, record.error = StepStatus.FAILED, error_text(error)
        record.error_type = root_name(error)
        recorder.blame(error, record)
        if not _passes_over(step, run, error):
            raise
        recorder.forgive()
    finally:
        recorder.end(record, status, run.time())


def _finished(step: Step, frame: Frame, record: StepRecord) -> StepStatus:
    rollback, memory = step.keys.rollback, frame.run.memory
    if rollback is not None and memory is not None:
        # How the author would have the step undone, now that it is done; what the run
        # knew is not known to the undo.
        memory.note_rollback(record.path, filled_in(rollback, frame.names))
    started = record.status is StepStatus.STARTED
    return StepStatus.SUCCEEDED if started else record.status


def _passes_over(step: Step, run: Run, error: Exception) -> bool:
    if run.settings.carry_on:
        return not isinstance(error, Halt)
    return step.continue_on_error and may_continue(error)


async def _let_others_in(run: Run) -> float:
    await asyncio.sleep(0)
    now = run.time()
    run.slice_end = now + run.settings.slice
    return now


def _enabled(enabled: bool | Template) -> bool:  # noqa: FBT001 - it is the field itself
    if isinstance(enabled, Template):
        return bool(enabled.async_render(limited=True))
    return enabled
