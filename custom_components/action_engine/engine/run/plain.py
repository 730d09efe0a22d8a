"""Steps that do one thing and are done: variables, events, stop, answers, conditions."""

import logging
from typing import Any

from homeassistant.exceptions import ConditionError, TemplateError
from homeassistant.helpers.template import render_complex

from ..model.copying import copied
from ..model.plan import (
    ConditionStep,
    ConversationStep,
    EventStep,
    StopStep,
    VariablesStep,
)
from ..model.steps_log import StepRecord
from .frame import Frame
from .signals import Abort, ConditionFailed, Stop

_LOGGER = logging.getLogger(__name__)


async def assign_variables(
    step: VariablesStep, frame: Frame, record: StepRecord
) -> None:
    """Assign variables; each may use those before it."""
    values = await frame.decided(
        record.path, lambda: step.variables.async_simple_render(frame.names)
    )
    frame.assign(values)


async def fire_event(step: EventStep, frame: Frame, record: StepRecord) -> None:
    """Fire an event; as natively, data that cannot be rendered is left out."""

    def fire() -> None:
        data = _event_data(step, frame, record)
        # As scripts do: the other way in refuses names of more than 64 characters.
        bus = frame.run.hass.bus
        bus.async_fire_internal(step.event, data, context=frame.run.context)

    await frame.decided(record.path, fire)


def _event_data(step: EventStep, frame: Frame, record: StepRecord) -> dict[str, Any]:
    if step.fixed is not None:
        return {key: copied(value) for key, value in step.fixed.items()}
    data: dict[str, Any] = {}
    for part in step.data:
        try:
            data.update(render_complex(part, frame.names))
        except TemplateError as error:
            text = "%s: event data cannot be rendered: %s"
            _LOGGER.error(text, record.path, error)  # noqa: TRY400 - the text says it all
            record.note = f"event data left out: {error}"
    return data


async def stop(step: StopStep, frame: Frame, record: StepRecord) -> None:
    """End the run; the response is the value of a variable."""
    record.note = step.text
    if step.error:
        raise Abort(step.text)
    response = None
    if (name := step.response_variable) is not None:
        try:
            response = frame.variables[name]
        except KeyError as error:
            text = f"Response variable '{name}' is not defined"
            raise Abort(text) from error
    raise Stop(step.text, response, frame.conversation)


async def answer(step: ConversationStep, frame: Frame, record: StepRecord) -> None:
    """Set, or take back, what a conversation agent answers."""
    response = step.response
    if response is None:
        frame.conversation = None
        return
    frame.conversation = await frame.decided(
        record.path, lambda: response.async_render(frame.names, parse_result=False)
    )


async def check_condition(
    step: ConditionStep, frame: Frame, record: StepRecord
) -> None:
    """End the sequence unless the condition holds; an error counts as not holding."""
    checker, *_ = await step.check.ready(frame.run.hass)

    def check() -> bool:
        try:
            return bool(checker.async_check(variables=frame.names))
        except ConditionError as error:
            _LOGGER.warning("%s: condition cannot be evaluated: %s", record.path, error)
            record.note = str(error)
            return False

    if not await frame.decided(record.path, check):
        record.note = record.note or "condition not met"
        raise ConditionFailed
