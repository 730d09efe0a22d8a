"""What the system page shows."""

from pytest_homeassistant_custom_component.common import get_system_health_info

from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN


async def test_figures_of_the_engine(hass, engine, run):
    """The ones that tell whether it is well."""
    assert await async_setup_component(hass, "system_health", {})
    await run("work")
    engine.set_enabled(False)
    assert await get_system_health_info(hass, DOMAIN) == {
        "loaded": True,
        "enabled": False,
        "workers": 2,
        "running": 0,
        "queued": 0,
        "executions_today": 1,
        "retries_today": 0,
        "success_rate": 100.0,
    }


async def test_an_unloaded_entry(hass, entry):
    """There is nothing more to say."""
    assert await async_setup_component(hass, "system_health", {})
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert await get_system_health_info(hass, DOMAIN) == {"loaded": False}
