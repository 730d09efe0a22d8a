"""A home in which Assist can act: a lamp, a lock, a calendar, all of them exposed."""

from datetime import datetime
from typing import Any

from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

NAMES = {"light.hall": "Hall lamp", "lock.front": "Front door"}
DOMAINS = ("llm", "intent", "light", "lock")


async def add_assist(hass: HomeAssistant) -> None:
    """Load Assist with its intents, and expose lamp and lock to it.

    Before a ``GateHouse`` registers the services that it watches.
    """
    assert await async_setup_component(hass, "homeassistant", {})
    for domain in DOMAINS:
        assert await async_setup_component(hass, domain, {})


def expose(hass: HomeAssistant) -> None:
    """Name lamp and lock, and expose them."""
    for entity_id, name in NAMES.items():
        state = hass.states.get(entity_id)
        assert state is not None
        hass.states.async_set(entity_id, state.state, {"friendly_name": name})
        async_expose_entity(hass, "conversation", entity_id, should_expose=True)


def text_of(data: Any) -> str:
    """Return everything that a model is told, as one text."""
    if isinstance(data, dict):
        return " ".join(text_of(one) for one in data.values())
    if isinstance(data, list):
        return " ".join(map(text_of, data))
    return data.isoformat() if isinstance(data, datetime) else str(data)
