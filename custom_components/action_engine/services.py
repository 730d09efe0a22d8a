"""The actions of this integration: unpack, one call on the engine, hand back.

run            actions, YAML, a script or an automation   summary if asked for
validate       the same, without running anything         always answers
cancel  pause  resume                                     one execution by its id
cancel_all     everything that has not ended              how many
repeat_last    the last request once more                 its new id

Whoever is told that something was cancelled or halts is told so when a crash cannot undo
that any more. Those that look into the past are in ``record_services.py``.
"""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)

from .const import DOMAIN
from .engine.engine import Execution, PastExecution
from .engine.errors import ActionExecutionError, ExecutionCancelledError
from .engine.model.request import Request
from .engine.model.state import ExecutionState
from .record_services import RECORD_SERVICES
from .request_fields import parse_id, parse_nothing, parse_run, parse_source
from .runtime import loaded_engine

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


async def _run(call: ServiceCall) -> ServiceResponse:
    request = parse_run(call.data, call.context)
    execution = await loaded_engine(call.hass).run(request)
    if not request.wait:
        return _accepted(execution)
    # One that has not ended was broken off by a restart, and goes on after it.
    if execution.is_ended and _must_raise(request, call):
        _raise_if_failed(execution)
    return execution.summary.as_dict() if call.return_response else None


async def _validate(call: ServiceCall) -> ServiceResponse:
    return await loaded_engine(call.hass).validate(parse_source(call.data))


async def _cancel(call: ServiceCall) -> ServiceResponse:
    engine = loaded_engine(call.hass)
    engine.cancel(parse_id(call.data))
    await engine.settled()
    return None


async def _pause(call: ServiceCall) -> ServiceResponse:
    engine = loaded_engine(call.hass)
    engine.pause(parse_id(call.data))
    await engine.settled()
    return None


async def _resume(call: ServiceCall) -> ServiceResponse:
    engine = loaded_engine(call.hass)
    engine.resume(parse_id(call.data))
    await engine.settled()
    return None


async def _cancel_all(call: ServiceCall) -> ServiceResponse:
    parse_nothing(call.data)
    engine = loaded_engine(call.hass)
    number = engine.cancel_all()
    await engine.settled()
    return {"cancelled": number}


async def _repeat_last(call: ServiceCall) -> ServiceResponse:
    parse_nothing(call.data)
    return _accepted(await loaded_engine(call.hass).repeat_last(call.context))


SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "run": (_run, SupportsResponse.OPTIONAL),
    "validate": (_validate, SupportsResponse.ONLY),
    "cancel": (_cancel, SupportsResponse.NONE),
    "pause": (_pause, SupportsResponse.NONE),
    "resume": (_resume, SupportsResponse.NONE),
    "cancel_all": (_cancel_all, SupportsResponse.OPTIONAL),
    "repeat_last": (_repeat_last, SupportsResponse.OPTIONAL),
    **RECORD_SERVICES,
}


@callback
def async_setup_services(hass: HomeAssistant) -> None:
    """Register all of them, without schemas: ``request_fields`` explains better."""
    for name, (handler, response) in SERVICES.items():
        hass.services.async_register(DOMAIN, name, handler, supports_response=response)


def _accepted(execution: Execution | PastExecution) -> ServiceResponse:
    return {"execution_id": execution.id, "state": execution.state.value}


def _must_raise(request: Request, call: ServiceCall) -> bool:
    """Without a response there is no other way to tell that it failed."""
    if request.on_failure_raise is None:
        return not call.return_response
    return request.on_failure_raise


def _raise_if_failed(execution: Execution | PastExecution) -> None:
    if execution.state is ExecutionState.SUCCESS:
        return
    summary = execution.summary
    if summary.state is ExecutionState.CANCELLED:
        raise ExecutionCancelledError(name=summary.name, execution_id=execution.id)
    error = summary.error or {}
    raise ActionExecutionError(
        name=summary.name,
        execution_id=execution.id,
        error=error.get("message", summary.state.value),
    )
