"""Steps that ask somebody to do something: services, scenes, device actions."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.components.device_automation.action import (
    async_call_action_from_config,
)
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.script import CONFIGURATION_ERRORS

from ..model.notes import CallHistory
from ..model.own_steps import ToolStep
from ..model.plan import CallStep, DeviceStep, EffortStep
from ..model.steps_log import StepRecord, StepStatus
from .aim import take_aim
from .call_notes import note_error, note_result, read_back, relive
from .effort import Effort
from .error_facts import error_facts
from .frame import Frame
from .memory import Memory
from .order import Order, place_order
from .signals import Halt


@dataclass(frozen=True, slots=True)
class Errand[S: EffortStep]:
    """How one kind of step is rendered, and how it goes out."""

    place: Callable[[S, Frame], Order]
    send: Callable[[S, Frame, Order, dict[str, Any]], Awaitable[Any]]


def _call(
    step: CallStep,  # noqa: ARG001 - one signature for all errands
    frame: Frame,
    order: Order,
    data: dict[str, Any],
) -> Awaitable[Any]:
    run = frame.run
    return run.hass.services.async_call(
        order.domain,
        order.service,
        data,
        blocking=True,
        context=run.context,
        return_response=order.returns,
    )


def _place_device_action(step: DeviceStep, frame: Frame) -> Order:  # noqa: ARG001 - as above
    config = step.config
    return Order(str(config["domain"]), str(config.get("type", "device")), {})


def _act(
    step: DeviceStep,
    frame: Frame,
    order: Order,  # noqa: ARG001 - as above
    data: dict[str, Any],  # noqa: ARG001 - as above
) -> Awaitable[Any]:
    run = frame.run
    return async_call_action_from_config(
        run.hass, dict(step.config), dict(frame.names), run.context
    )


_SERVICE: Final = Errand(place_order, _call)
_DEVICE: Final = Errand(_place_device_action, _act)


async def call_service(step: CallStep, frame: Frame, record: StepRecord) -> None:
    """Make a call and see that it has its effect."""
    try:
        response = await _make_sure(step, frame, record, _SERVICE)
    except Exception as error:
        if not step.fallback or isinstance(error, Halt):
            raise
        await _fall_back(step, frame, record, error)
        return
    if step.response_variable:
        if isinstance(step, ToolStep):
            response = _unwrapped(step, response)
        frame.assign({step.response_variable: response})
        frame.run.recorder.response_variables.add(step.response_variable)
        record.response = response


def _unwrapped(step: ToolStep, response: Any) -> Any:
    if step.unwrap is None or not isinstance(response, dict):
        return response
    return response.get(step.unwrap)


async def act_on_device(step: DeviceStep, frame: Frame, record: StepRecord) -> None:
    """Do a device action; which entities it reaches only its integration knows."""
    try:
        await _make_sure(step, frame, record, _DEVICE)
    except Exception as error:
        if not step.fallback or isinstance(error, Halt):
            raise
        await _fall_back(step, frame, record, error)


def _make_sure(
    step: EffortStep, frame: Frame, record: StepRecord, errand: Errand[Any]
) -> Awaitable[Any]:
    """Return the response, of this life of the run or of an earlier one."""
    if frame.run.memory is None:
        return _try(step, frame, record, errand, errand.place(step, frame))
    return _remembering(step, frame, record, errand, frame.run.memory)


async def _remembering(
    step: EffortStep,
    frame: Frame,
    record: StepRecord,
    errand: Errand[Any],
    memory: Memory,
) -> Any:
    past = memory.history(record.path)
    if past is not None:
        await relive(step, frame, record, past)
    if memory.replaying and (note := await memory.final(record.path)) is not None:
        return read_back(frame.run.recorder.log, record, note.kind, note.value)
    states, order = frame.run.hass.states, None
    try:
        written = past.intents[0] if past is not None and past.intents else None
        order = Order.from_dict(written) if written else errand.place(step, frame)
        response = await _try(step, frame, record, errand, order, past)
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
    errand: Errand[Any],
    order: Order,
    past: CallHistory | None = None,
) -> Any:
    if isinstance(step, CallStep) and step.fixed is None:
        record.action = f"{order.domain}.{order.service}"
    aim = take_aim(step, frame, order)
    effort = Effort(step, frame, record, order, aim, errand.send)
    try:
        response = await effort.make(past)
    except Exception as error:
        _report(frame, order, error)
        if type(step) is CallStep and step.continue_on_error and _is_foreign(error):
            # Scripts pass over whatever a service raises, but only if they are told to.
            raise HomeAssistantError(error) from error
        raise
    _report(frame, order, None)
    return response


def _report(frame: Frame, order: Order, error: Exception | None) -> None:
    guard = frame.run.guard
    if guard is not None and not isinstance(error, Halt):
        guard.done(order, error)


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
