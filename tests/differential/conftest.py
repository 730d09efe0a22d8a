"""The home in which sequences are run."""

from homeassistant.core import HomeAssistant
import pytest

from .world import World


@pytest.fixture
async def world(hass: HomeAssistant) -> World:
    """Return a furnished home."""
    world = World(hass)
    await world.async_set_up()
    return world
