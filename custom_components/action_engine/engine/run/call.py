"""Steps that ask somebody to do something: services, scenes, device actions."""

from typing import Any

from homeassistant.components.device_automation.action import (
    async_call_action_from_config,
)
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.script import CONFIGURATION_ERRORS

from ..model.plan import CallStep, DeviceStep, EffortStep
from ..model.repeat import Repeat
from ..model.steps_log import StepRecord, StepStatus
from .aim import take_aim
from .effort import Effort
from .error_facts import error_facts
from .frame import Frame
from .order import Order, place_order
from .signals import Halt


async def call_service(step: CallStep, frame: Frame, record: StepRecord) -> None:
    """Make a call and see that it has its effect."""
    try:
        response = await _call(step, frame, record)
    except Exception as error:
        if step.fallback:
            await _fall_back(step, frame, record, error)
            return
        if type(step) is CallStep and _is_foreign(error) and step.continue_on_error:
            # Scripts pass over whatever a service raises, but only if they are told to.
            raise HomeAssistantError(error) from error
        raise
    if step.response_variable is not None:
        frame.assign({step.response_variable: response})
        frame.run.recorder.response_variables.add(step.response_variable)
        record.response = response


async def _call(step: CallStep, frame: Frame, record: StepRecord) -> Any:
    run = frame.run
    order = place_order(step, frame)
    record.action = f"{order.domain}.{order.service}"
    call, context = run.hass.services.async_call, run.context

    async def send(data: dict[str, Any]) -> Any:
        return await call(
            order.domain,
            order.service,
            data,
            blocking=True,
            context=context,
            return_response=order.returns,
        )

    return await Effort(
        step, frame, record, order, take_aim(step, frame, order), send
    ).make()


async def act_on_device(step: DeviceStep, frame: Frame, record: StepRecord) -> None:
    """Do a device action; which entities it reaches only its integration knows."""
    run = frame.run
    config = step.config
    order = Order(str(config["domain"]), str(config.get("type", "device")), {})
    order.repeat = Repeat.UNCLEAR

    async def send(_: dict[str, Any]) -> None:
        await async_call_action_from_config(
            run.hass, dict(config), dict(frame.names), run.context
        )

    try:
        await Effort(
            step, frame, record, order, take_aim(step, frame, order), send
        ).make()
    except Exception as error:
        if not step.fallback:
            raise
        await _fall_back(step, frame, record, error)


def _is_foreign(error: Exception) -> bool:
    known = (*CONFIGURATION_ERRORS, HomeAssistantError, Halt)
    return not isinstance(error, known)


async def _fall_back(
    step: EffortStep, frame: Frame, record: StepRecord, error: Exception
) -> None:
    """Do the fallback in the place of a call that failed for good."""
    if isinstance(error, Halt):
        raise error
    facts = error_facts(error, record)
    record.error = facts["message"]
    inner = frame.scope(f"{record.path}/fallback/")
    inner.variables.define_local("error", facts)
    await frame.block(step.fallback, inner)
    record.status = StepStatus.FALLBACK
