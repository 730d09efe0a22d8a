"""The services of the domain ``test``: one for each way in which a call can go."""

import asyncio
from typing import TYPE_CHECKING, Any, Final

import voluptuous as vol

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.exceptions import (
    HomeAssistantError,
    ServiceValidationError,
    Unauthorized,
)
from homeassistant.helpers import config_validation as cv

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

_SAY: Final = vol.Schema({"text": cv.string})


class Services:
    """The handlers; what leaves no event behind is noted in the world."""

    def __init__(self, world: World) -> None:
        """Take the world that the handlers act on."""
        self._world = world

    def register(self) -> None:
        """Register all of them."""
        register = self._world.hass.services.async_register
        for name, handler in (
            ("record", self.record),
            ("none", self.record),
            ("slow", self.slow),
            ("set_state", self.set_state),
            ("teach", self.teach),
            ("forget", self.forget),
            ("scribble", self.scribble),
            ("deny", self.deny),
        ):
            register("test", name, handler)
        register("test", "invalid", self.record, STRICT)
        register("test", "respond", self.respond, None, SupportsResponse.OPTIONAL)
        register("test", "only", self.respond, None, SupportsResponse.ONLY)
        only_fail = _failing(HomeAssistantError)
        register("test", "only_fail", only_fail, None, SupportsResponse.ONLY)
        for name, error in FAILURES.items():
            register("test", name, _failing(error), _SAY)

    async def record(self, _call: ServiceCall) -> None:
        """Do nothing; the call itself is in the log."""

    async def slow(self, call: ServiceCall) -> None:
        """Take some seconds."""
        try:
            await asyncio.sleep(call.data.get("seconds", 1))
        except asyncio.CancelledError:
            self._world.note("slow cancelled", dict(call.data), call.context)
            raise
        self._world.note("slow done", dict(call.data), call.context)

    async def set_state(self, call: ServiceCall) -> None:
        """Set any state."""
        self._world.hass.states.async_set(
            call.data["entity_id"],
            call.data["state"],
            call.data.get("attributes"),
            context=call.context,
        )

    async def respond(self, call: ServiceCall) -> ServiceResponse:
        """Answer if asked to."""
        self._world.note("asked for a response", call.return_response, call.context)
        if call.return_response:
            return {"value": call.data.get("value"), "data": dict(call.data)}
        return None

    async def teach(self, call: ServiceCall) -> None:
        """Register another service."""
        register = self._world.hass.services.async_register
        register("test", call.data["name"], self.record)

    async def forget(self, call: ServiceCall) -> None:
        """Remove a service."""
        self._world.hass.services.async_remove("test", call.data["name"])

    async def scribble(self, call: ServiceCall) -> None:
        """Change the data: of a call it is read-only on its surface, not below."""
        call.data["list"].append("scribbled")
        call.data["deep"]["x"] = "scribbled"

    async def deny(self, call: ServiceCall) -> None:
        """Refuse whoever asks."""
        raise Unauthorized(context=call.context)


def _failing(error: type[BaseException]) -> Any:
    async def fail(call: ServiceCall) -> None:
        raise error(call.data.get("text", "as asked"))

    return fail
