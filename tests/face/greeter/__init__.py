"""An integration that brings a named action along, with the service that does it."""

from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse


async def async_setup(hass, config):
    """Register the service on which the named action stands."""

    async def greet(call: ServiceCall) -> ServiceResponse:
        return {"said": f"Hello {call.data['whom']}"}

    hass.services.async_register(
        "greeter", "greet", greet, supports_response=SupportsResponse.OPTIONAL
    )
    return True
