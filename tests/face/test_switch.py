"""Whether the engine takes new work."""

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    mock_restore_cache,
)

from homeassistant.core import State
from homeassistant.exceptions import ServiceValidationError

from custom_components.action_engine.const import DOMAIN

ENTITY = "switch.action_engine_enabled"


async def turn(hass, service):
    """Turn the switch."""
    await hass.services.async_call(
        "switch", service, {"entity_id": ENTITY}, blocking=True
    )
    await hass.async_block_till_done()


@pytest.mark.usefixtures("home")
async def test_off_refuses_and_on_accepts(hass, engine, run):
    """The state follows, and so does the engine."""
    assert hass.states.get(ENTITY).state == "on"
    await turn(hass, "turn_off")
    assert hass.states.get(ENTITY).state == "off"
    with pytest.raises(ServiceValidationError, match="takes no new work"):
        await run("work")
    await turn(hass, "turn_on")
    assert engine.enabled
    assert (await run("work"))["success"]


@pytest.mark.parametrize(("last", "enabled"), [("off", False), ("on", True)])
async def test_it_survives_a_restart(hass, last, enabled):
    """What was switched off stays off."""
    mock_restore_cache(hass, [State(ENTITY, last)])
    entry = MockConfigEntry(domain=DOMAIN, title="Action Engine")
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    assert entry.runtime_data.engine.enabled is enabled
    assert hass.states.get(ENTITY).state == last


async def test_it_survives_a_reload(hass, entry):
    """A new engine is as enabled as the old one was."""
    await turn(hass, "turn_off")
    await hass.config_entries.async_reload(entry.entry_id)
    assert entry.runtime_data.engine.enabled is False
    assert hass.states.get(ENTITY).state == "off"
