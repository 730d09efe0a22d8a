"""Actions of the home itself, beside those of its devices."""

from typing import Final

import voluptuous as vol

from homeassistant.components.cover import DOMAIN as COVER, CoverState
from homeassistant.components.light import DOMAIN as LIGHT
from homeassistant.components.lock import DOMAIN as LOCK, LockState
from homeassistant.const import ATTR_ENTITY_ID, ATTR_SECONDS, STATE_ON
from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.helpers import config_validation as cv

from .const import DOMAIN
from .home import Home, SimulatedHomeEntry

DROP_SCHEMA: Final = vol.Schema(
    {
        vol.Required(ATTR_ENTITY_ID): cv.entity_ids,
        vol.Optional(ATTR_SECONDS, default=3.0): cv.positive_float,
    }
)
OPEN_POINTS: Final = (
    ("lights_on", LIGHT, STATE_ON),
    ("unlocked", LOCK, LockState.UNLOCKED),
    ("open", COVER, CoverState.OPEN),
)
"""What ``survey`` answers: key, and the domain and state that belong under it."""


@callback
def async_setup_services(hass: HomeAssistant) -> None:
    """Register the actions; they need a home that is set up."""

    def home() -> Home:
        entry: SimulatedHomeEntry = hass.config_entries.async_loaded_entries(DOMAIN)[0]
        return entry.runtime_data

    @callback
    def reset(_call: ServiceCall) -> None:
        home().reset()

    @callback
    def drop(call: ServiceCall) -> None:
        home().drop(set(call.data[ATTR_ENTITY_ID]), call.data[ATTR_SECONDS])

    @callback
    def survey(_call: ServiceCall) -> ServiceResponse:
        return {
            key: [
                state.entity_id
                for state in hass.states.async_all(domain)
                if state.state == wanted
            ]
            for key, domain, wanted in OPEN_POINTS
        }

    hass.services.async_register(DOMAIN, "reset", reset)
    hass.services.async_register(DOMAIN, "drop", drop, DROP_SCHEMA)
    hass.services.async_register(
        DOMAIN, "survey", survey, supports_response=SupportsResponse.ONLY
    )
