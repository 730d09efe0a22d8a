"""Action types that the interpreter does not know run as a native script of one step."""

from typing import Any

from homeassistant.helpers.script import SCRIPT_MODE_PARALLEL, Script
from homeassistant.helpers.trace import StopReason, script_execution_cv
from homeassistant.helpers.typing import UNDEFINED

from ..errors import DOMAIN
from ..model.notes import NoteKind, Verdict
from ..model.plan import NativeStep
from ..model.steps_log import StepRecord
from .error_facts import recorded_error, written_down
from .frame import Frame
from .memory import Memory
from .order import Order
from .signals import Abort, Stop, Undecided

type _Outcome = dict[str, Any]
"""What the action left behind: ``assigned`` variables, ``conversation`` in a list if it
was set, and the ``response`` of a stop."""


async def run_native(step: NativeStep, frame: Frame, record: StepRecord) -> None:
    """Hand the action to Home Assistant, and take over what it left behind."""
    memory = frame.run.memory
    if memory is None:
        outcome = await _run(step, frame, record)
    else:
        outcome = await _run_once(step, frame, record, memory)
    frame.assign(outcome["assigned"])
    if outcome["conversation"]:
        frame.conversation = outcome["conversation"][0]
    if outcome["response"] is not None:
        raise Stop(None, outcome["response"], frame.conversation)


async def _run_once(
    step: NativeStep, frame: Frame, record: StepRecord, memory: Memory
) -> _Outcome:
    """Nobody knows what the action does, so it is not begun a second time unasked."""
    past = memory.history(record.path)
    if (note := await memory.final(record.path)) is not None:
        if note.kind is NoteKind.RAISED:
            raise recorded_error(note.value)
        outcome: _Outcome = note.value["outcome"]
        return outcome
    verdict = past.verdict if past is not None else Verdict.AGAIN
    if verdict is Verdict.DONE:
        return {"assigned": {}, "conversation": [], "response": None}
    if verdict is not Verdict.AGAIN:
        undecided = Undecided(record.path)
        frame.run.pace.abandon(undecided)
        raise undecided
    order = Order(DOMAIN, step.action, {})
    intent = {"number": 1, "left": (), **order.as_dict()}
    memory.write(record.path, NoteKind.INTENT, intent)
    await memory.settled()
    try:
        outcome = await _run(step, frame, record)
    except Exception as error:
        facts = {**written_down(error), "attempts": 1, "note": None}
        memory.write(record.path, NoteKind.RAISED, facts)
        raise
    memory.write(record.path, NoteKind.RESULT, {"outcome": outcome, "after": {}})
    return outcome


async def _run(step: NativeStep, frame: Frame, record: StepRecord) -> _Outcome:
    run = frame.run
    script = Script(
        run.hass,
        [step.config],
        f"{DOMAIN} {record.path}",
        DOMAIN,
        script_mode=SCRIPT_MODE_PARALLEL,
        log_exceptions=False,
    )
    reason, given = StopReason(), dict(frame.names)
    token = script_execution_cv.set(reason)
    try:
        result = await script.async_run(given, run.context)
    finally:
        script_execution_cv.reset(token)
        await script.async_unload()
    if reason.script_execution == "aborted":
        raise Abort(f"the action {step.action} was aborted")
    if result is None:
        raise Abort(f"the action {step.action} was not started")
    # Only what it assigned itself: other branches may have assigned the rest meanwhile.
    assigned = {
        name: value
        for name, value in result.variables.items()
        if name != "context" and (name not in given or given[name] is not value)
    }
    answered = result.conversation_response is not UNDEFINED
    return {
        "assigned": assigned,
        "conversation": [result.conversation_response] if answered else [],
        "response": result.service_response,
    }
