"""What the system page shows."""

from pytest_homeassistant_custom_component.common import get_system_health_info

from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from tests.face.lives import journal_of


async def test_figures_of_the_engine(hass, engine, keeper, run):
    """The ones that tell whether it is well."""
    assert await async_setup_component(hass, "system_health", {})
    await run("work")
    await keeper.measure()
    engine.set_enabled(False)
    info = await get_system_health_info(hass, DOMAIN)
    assert info.pop("journal_bytes") > 0
    assert info == {
        "loaded": True,
        "enabled": False,
        "workers": 2,
        "running": 0,
        "queued": 0,
        "executions_today": 1,
        "retries_today": 0,
        "success_rate": 100.0,
        "journal": str(journal_of(hass)),
        "journal_durable": True,
        "journal_executions": 1,
        "undecided": 0,
        "last_resume": None,
    }


async def test_an_unloaded_entry(hass, entry):
    """There is nothing more to say."""
    assert await async_setup_component(hass, "system_health", {})
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert await get_system_health_info(hass, DOMAIN) == {"loaded": False}
