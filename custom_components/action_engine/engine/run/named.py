"""An action of the catalog: its steps, in a scope that has its parameters."""

from typing import Any, Final

from homeassistant.exceptions import HomeAssistantError, TemplateError
from homeassistant.helpers.template import is_complex, render_complex

from ..model.own_steps import NamedStep
from ..model.reference import references_in, substituted
from ..model.steps_log import StepRecord
from .frame import Frame

RESULT: Final = "result"
"""The variable that is the answer of a named action."""


async def run_named(step: NamedStep, frame: Frame, record: StepRecord) -> None:
    """Run the steps; what they assign to ``result`` is the answer."""
    given = step.given
    if is_complex(given) or next(references_in(given), None) is not None:
        given = await frame.decided(f"{record.path}/data", lambda: _given(step, frame))
    inner = frame.scope(f"{record.path}/sequence/")
    inner.named = step.name
    for name, value in {RESULT: None, **step.known, **given}.items():
        inner.variables.define_local(name, value)
    await frame.block(step.steps, inner)
    if step.response_variable:
        answer = inner.variables[RESULT]
        frame.assign({step.response_variable: answer})
        frame.run.recorder.response_variables.add(step.response_variable)
        record.response = answer


def _given(step: NamedStep, frame: Frame) -> Any:
    names = frame.names
    try:
        return render_complex(substituted(step.given, names), names)
    except TemplateError as error:
        text = f"Error rendering the data of {step.name}: {error}"
        raise HomeAssistantError(text) from error
    except LookupError as error:
        raise HomeAssistantError(str(error.args[0])) from error
