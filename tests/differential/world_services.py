"""The services of the domain ``test``: one for each way in which a call can go."""

import asyncio
from typing import TYPE_CHECKING, Any, Final

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.exceptions import (
    HomeAssistantError,
    ServiceValidationError,
    Unauthorized,
)
from homeassistant.helpers import config_validation as cv
import voluptuous as vol

if TYPE_CHECKING:
    from .world import World

STRICT: Final = vol.Schema({vol.Required("number"): vol.All(int, vol.Range(min=0))})

FAILURES: Final[dict[str, type[BaseException]]] = {
    "fail": HomeAssistantError,
    "refuse": ServiceValidationError,
    "crash": ValueError,
    "time_out": TimeoutError,
    "give_up": asyncio.CancelledError,
}
"""Services that raise; the text is ``text`` of the call's data."""


def async_register_services(world: World) -> None:
    """Register all of them; what leaves no event behind is noted in the world."""
    register = world.hass.services.async_register

    async def record(_call: ServiceCall) -> None:
        """Do nothing; the call itself is in the log."""

    async def slow(call: ServiceCall) -> None:
        try:
            await asyncio.sleep(call.data.get("seconds", 1))
        except asyncio.CancelledError:
            world.note("slow cancelled", dict(call.data), call.context)
            raise
        world.note("slow done", dict(call.data), call.context)

    async def set_state(call: ServiceCall) -> None:
        world.hass.states.async_set(
            call.data["entity_id"],
            call.data["state"],
            call.data.get("attributes"),
            context=call.context,
        )

    async def respond(call: ServiceCall) -> ServiceResponse:
        world.note("asked for a response", call.return_response, call.context)
        if call.return_response:
            return {"value": call.data.get("value"), "data": dict(call.data)}
        return None

    async def only_fail(_call: ServiceCall) -> ServiceResponse:
        raise HomeAssistantError("nothing to say")

    async def teach(call: ServiceCall) -> None:
        register("test", call.data["name"], record)

    async def forget(call: ServiceCall) -> None:
        world.hass.services.async_remove("test", call.data["name"])

    async def scribble(call: ServiceCall) -> None:
        # Data of a call is read-only on its surface, not below.
        call.data["list"].append("scribbled")
        call.data["deep"]["x"] = "scribbled"

    async def deny(call: ServiceCall) -> None:
        raise Unauthorized(context=call.context)

    register("test", "record", record)
    register("test", "none", record)
    register("test", "slow", slow)
    register("test", "set_state", set_state)
    register("test", "invalid", record, STRICT)
    register("test", "deny", deny)
    register("test", "teach", teach)
    register("test", "forget", forget)
    register("test", "scribble", scribble)
    register("test", "only_fail", only_fail, None, SupportsResponse.ONLY)
    register("test", "respond", respond, None, SupportsResponse.OPTIONAL)
    register("test", "only", respond, None, SupportsResponse.ONLY)
    for name, error in FAILURES.items():
        register("test", name, _failing(error), vol.Schema({"text": cv.string}))


def _failing(error: type[BaseException]) -> Any:
    async def fail(call: ServiceCall) -> None:
        raise error(call.data.get("text", "as asked"))

    return fail
