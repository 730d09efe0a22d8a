"""What is known of a service before it is called; asked once, kept until it changes."""

from dataclasses import dataclass
from typing import Any, Final

from homeassistant.const import EVENT_SERVICE_REGISTERED, EVENT_SERVICE_REMOVED
from homeassistant.core import Event, HomeAssistant, SupportsResponse, callback
from homeassistant.helpers import config_validation as cv

_ANY_DOMAIN: Final = "homeassistant"
_SPREAD: Final = frozenset({"turn_on", "turn_off", "toggle"})
"""Services of ``homeassistant`` that hand the call on to the domains of its targets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One service."""

    supports_response: SupportsResponse
    per_entity: bool
    """It acts on entities, and passes silently over those that are not available."""


class ServiceFacts:
    """Looks services up in Home Assistant's registry."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Listen for services that come and go until ``close`` is called."""
        self._hass = hass
        self._known: dict[tuple[str, str], Facts | None] = {}
        self._unsubscribe = [
            hass.bus.async_listen(event, self._forget)
            for event in (EVENT_SERVICE_REGISTERED, EVENT_SERVICE_REMOVED)
        ]

    def get(self, domain: str, service: str) -> Facts | None:
        """Return the facts, None for a service that does not exist."""
        key = (domain, service)
        try:
            return self._known[key]
        except KeyError:
            facts = self._known[key] = self._look_up(domain, service)
            return facts

    def close(self) -> None:
        """Stop listening."""
        while self._unsubscribe:
            self._unsubscribe.pop()()

    def _look_up(self, domain: str, service: str) -> Facts | None:
        services = self._hass.services.async_services_for_domain(domain.lower())
        if (found := services.get(service.lower())) is None:
            return None
        per_entity = domain == _ANY_DOMAIN and service in _SPREAD
        if not per_entity and domain != _ANY_DOMAIN and found.schema is not None:
            per_entity = cv.is_entity_service_schema(found.schema)
        return Facts(supports_response=found.supports_response, per_entity=per_entity)

    @callback
    def _forget(self, event: Event[Any]) -> None:
        self._known.pop((event.data["domain"], event.data["service"]), None)
