"""Action types that the interpreter does not know run as a native script of one step."""

from homeassistant.helpers.script import SCRIPT_MODE_PARALLEL, Script
from homeassistant.helpers.trace import StopReason, script_execution_cv
from homeassistant.helpers.typing import UNDEFINED

from ..errors import DOMAIN
from ..model.plan import NativeStep
from ..model.steps_log import StepRecord
from .frame import Frame
from .signals import Abort, Stop


async def run_native(step: NativeStep, frame: Frame, record: StepRecord) -> None:
    """Hand the action to Home Assistant, and take over what it left behind."""
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
    frame.assign(
        {
            name: value
            for name, value in result.variables.items()
            if name not in given or given[name] is not value
        }
    )
    if result.conversation_response is not UNDEFINED:
        frame.conversation = result.conversation_response
    if result.service_response is not None:
        raise Stop(None, result.service_response, frame.conversation)
