"""Steps that ask somebody to do something: services, scenes, device actions."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from homeassistant.components.device_automation.action import (
    async_call_action_from_config,
)
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.script import CONFIGURATION_ERRORS

from ..model.notes import CallHistory
from ..model.plan import CallStep, DeviceStep, EffortStep
from ..model.steps_log import StepRecord, StepStatus
from .aim import take_aim
from .call_notes import note_error, note_result, read_back, relive
from .effort import Effort
from .error_facts import error_facts
from .frame import Frame
from .order import Order, place_order
from .signals import Halt

type Place = Callable[[], Order]
type SendOrder = Callable[[Order, dict[str, Any]], Awaitable[Any]]


async def call_service(step: CallStep, frame: Frame, record: StepRecord) -> None:
    """Make a call and see that it has its effect."""
    run = frame.run
    call, context = run.hass.services.async_call, run.context

    def place() -> Order:
        return place_order(step, frame)

    async def send(order: Order, data: dict[str, Any]) -> Any:
        return await call(
            order.domain,
            order.service,
            data,
            blocking=True,
            context=context,
            return_response=order.returns,
        )

    try:
        response = await _make_sure(step, frame, record, place, send)
    except Exception as error:
        if not step.fallback or isinstance(error, Halt):
            raise
        await _fall_back(step, frame, record, error)
        return
    if step.response_variable:
        frame.assign({step.response_variable: response})
        run.recorder.response_variables.add(step.response_variable)
        record.response = response


async def act_on_device(step: DeviceStep, frame: Frame, record: StepRecord) -> None:
    """Do a device action; which entities it reaches only its integration knows."""
    run, config = frame.run, step.config

    def place() -> Order:
        return Order(str(config["domain"]), str(config.get("type", "device")), {})

    async def send(_: Order, __: dict[str, Any]) -> None:
        await async_call_action_from_config(
            run.hass, dict(config), dict(frame.names), run.context
        )

    try:
        await _make_sure(step, frame, record, place, send)
    except Exception as error:
        if not step.fallback or isinstance(error, Halt):
            raise
        await _fall_back(step, frame, record, error)


async def _make_sure(
    step: EffortStep, frame: Frame, record: StepRecord, place: Place, send: SendOrder
) -> Any:
    """Return the response, of this life of the run or of an earlier one."""
    memory = frame.run.memory
    if memory is None:
        return await _try(step, frame, record, place(), send)
    past = memory.history(record.path)
    if past is not None:
        await relive(step, frame, record, past)
    if (note := await memory.final(record.path)) is not None:
        return read_back(frame.run.recorder.log, record, note.kind, note.value)
    states, order = frame.run.hass.states, None
    try:
        written = past.intents[0] if past is not None and past.intents else None
        order = place() if written is None else Order.from_dict(written)
        response = await _try(step, frame, record, order, send, past)
    except Halt:
        raise
    except Exception as error:
        touched = () if order is None else order.entity_ids
        note_error(memory, record, error, {i: states.get(i) for i in touched})
        raise
    note_result(memory, record, response, {i: states.get(i) for i in order.entity_ids})
    return response


async def _try(
    step: EffortStep,
    frame: Frame,
    record: StepRecord,
    order: Order,
    send: SendOrder,
    past: CallHistory | None = None,
) -> Any:
    if isinstance(step, CallStep):
        record.action = f"{order.domain}.{order.service}"
    aim = take_aim(step, frame, order)
    effort = Effort(step, frame, record, order, aim, partial(send, order))
    try:
        return await effort.make(past)
    except Exception as error:
        if type(step) is CallStep and step.continue_on_error and _is_foreign(error):
            # Scripts pass over whatever a service raises, but only if they are told to.
            raise HomeAssistantError(error) from error
        raise


def _is_foreign(error: Exception) -> bool:
    known = (*CONFIGURATION_ERRORS, HomeAssistantError, Halt)
    return not isinstance(error, known)


async def _fall_back(
    step: EffortStep, frame: Frame, record: StepRecord, error: Exception
) -> None:
    """Do the fallback in the place of a call that failed for good."""
    facts = error_facts(error, record)
    record.error = facts["message"]
    inner = frame.scope(f"{record.path}/fallback/")
    inner.variables.define_local("error", facts)
    await frame.block(step.fallback, inner)
    record.status = StepStatus.FALLBACK
