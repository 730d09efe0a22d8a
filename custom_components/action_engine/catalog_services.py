"""The actions that tell what is in the catalog.

list_actions    the named actions that the caller may ask for at all      everybody
"""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse

from .request_fields import parse_nothing
from .runtime import loaded_engine

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


async def _list_actions(call: ServiceCall) -> ServiceResponse:
    parse_nothing(call.data)
    engine = loaded_engine(call.hass)
    offered = await engine.gate.offered(call.context, engine.desk.catalog.all())
    return {"actions": [one.as_dict() for one in offered]}


CATALOG_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "list_actions": (_list_actions, SupportsResponse.ONLY),
}
