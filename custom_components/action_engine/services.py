"""The actions of this integration: unpack, one call on the engine, hand back.

run            actions, YAML, a script or an automation   summary if asked for
validate       the same, without running anything         always answers
cancel  pause  resume                                     one execution by its id
cancel_all     everything that has not ended              how many
repeat_last    the last request once more                 its new id

Whoever is told that something was cancelled or halts is told so when a crash cannot undo
that any more. The others are in ``record_services.py`` (the past), ``gate_services.py``,
``desk_services.py`` (what language models hand in), ``fact_services.py`` (what was learnt),
``catalog_services.py``, ``tool_services.py`` and ``outside_services.py`` (what leads out).
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

from .catalog_services import CATALOG_SERVICES
from .const import DOMAIN
from .desk_services import DESK_SERVICES
from .fact_services import FACT_SERVICES
from .gate_services import GATE_SERVICES
from .outside_services import OUTSIDE_SERVICES
from .record_services import RECORD_SERVICES, own_account
from .request_fields import parse_id, parse_nothing, parse_run, parse_source
from .rights import require_admin
from .run_answer import accepted, answer_to_run, raise_if_failed
from .runtime import loaded_engine
from .tool_services import TOOL_SERVICES

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


async def _run(call: ServiceCall) -> ServiceResponse:
    request = parse_run(call.data, call.context)
    engine, answers = loaded_engine(call.hass), call.return_response
    execution = await engine.run(request)
    raise_if_failed(request, execution, answers=answers)
    return answer_to_run(engine, request, execution) if answers else None


async def _validate(call: ServiceCall) -> ServiceResponse:
    return await loaded_engine(call.hass).validate(parse_source(call.data))


async def _cancel(call: ServiceCall) -> ServiceResponse:
    engine, execution_id = loaded_engine(call.hass), parse_id(call.data)
    await own_account(call, execution_id)
    engine.cancel(execution_id)
    await engine.settled()
    return None


async def _pause(call: ServiceCall) -> ServiceResponse:
    engine, execution_id = loaded_engine(call.hass), parse_id(call.data)
    await own_account(call, execution_id)
    engine.pause(execution_id)
    await engine.settled()
    return None


async def _resume(call: ServiceCall) -> ServiceResponse:
    engine, execution_id = loaded_engine(call.hass), parse_id(call.data)
    await own_account(call, execution_id)
    engine.resume(execution_id)
    await engine.settled()
    return None


async def _cancel_all(call: ServiceCall) -> ServiceResponse:
    parse_nothing(call.data)
    await require_admin(call.hass, call.context)
    engine = loaded_engine(call.hass)
    number = engine.cancel_all()
    await engine.settled()
    return {"cancelled": number}


async def _repeat_last(call: ServiceCall) -> ServiceResponse:
    parse_nothing(call.data)
    return accepted(await loaded_engine(call.hass).repeat_last(call.context))


SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "run": (_run, SupportsResponse.OPTIONAL),
    "validate": (_validate, SupportsResponse.ONLY),
    "cancel": (_cancel, SupportsResponse.NONE),
    "pause": (_pause, SupportsResponse.NONE),
    "resume": (_resume, SupportsResponse.NONE),
    "cancel_all": (_cancel_all, SupportsResponse.OPTIONAL),
    "repeat_last": (_repeat_last, SupportsResponse.OPTIONAL),
    **RECORD_SERVICES,
    **GATE_SERVICES,
    **CATALOG_SERVICES,
    **DESK_SERVICES,
    **FACT_SERVICES,
    **OUTSIDE_SERVICES,
    **TOOL_SERVICES,
}


@callback
def async_setup_services(hass: HomeAssistant) -> None:
    """Register all of them, without schemas: ``request_fields`` explains better."""
    for name, (handler, response) in SERVICES.items():
        hass.services.async_register(DOMAIN, name, handler, supports_response=response)
