"""From set-up to the end."""

import asyncio
import gc
import threading
import weakref

from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_STOP

from custom_components.action_engine.const import DOMAIN, EVENT_EXECUTION_ENDED
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.services import SERVICES


async def test_set_up_and_unload(hass, entry, caplog):
    """Actions stay, the engine goes; nothing is logged that a developer should mend."""
    assert entry.state is ConfigEntryState.LOADED
    assert isinstance(entry.runtime_data.engine, ActionEngine)
    assert hass.services.async_services_for_domain(DOMAIN).keys() == SERVICES.keys()
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert entry.state is ConfigEntryState.NOT_LOADED
    assert hass.services.async_services_for_domain(DOMAIN).keys() == SERVICES.keys()
    assert "Detected that custom integration" not in caplog.text


async def test_options_reach_the_running_engine(hass, entry, engine):
    """No reload: what runs goes on, what comes uses the new options."""
    hass.config_entries.async_update_entry(
        entry, options={**entry.options, "execution": {"workers": 9}}
    )
    await hass.async_block_till_done()
    assert entry.runtime_data.engine is engine
    assert engine.options.workers == 9


async def test_unloading_ends_what_runs(hass, entry, engine, run, home):
    """What is in a call may finish it; what waits goes on in the next life."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    accepted = await run("wait", wait=False)
    waiting = await run("wait", "work", wait=False)
    while len(home.calls) < 2:
        home.entered.clear()
        await home.entered.wait()
    halted = engine.pause(waiting["execution_id"])
    home.gate.set()
    assert await hass.config_entries.async_unload(entry.entry_id)
    states = {one.data["execution_id"]: one.data["state"] for one in ended}
    assert states[accepted["execution_id"]] == "success"
    assert states.keys() == {accepted["execution_id"]}
    assert halted.is_suspended


async def test_a_reload_leaves_no_old_engine(hass, entry, run):
    """Neither a listener nor a timer nor an entity holds on to it."""
    await run("work")
    old = weakref.ref(entry.runtime_data.engine)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    await asyncio.sleep(0)
    gc.collect()
    assert old() is None
    assert (await run("work"))["success"]


async def test_home_assistant_stops_gracefully(hass, engine, run, home):
    """Entries are not unloaded when Home Assistant stops: the engine hears of it itself."""
    accepted = await run("wait", wait=False)
    await home.entered.wait()
    seen = []

    def at_stop(_event):
        seen.append(engine.get(accepted["execution_id"]).state)

    hass.bus.async_listen_once(EVENT_HOMEASSISTANT_STOP, at_stop)
    hass.loop.call_soon(home.gate.set)
    await hass.async_stop(force=True)
    assert seen == ["success"]
    assert not engine.enabled


async def test_a_platform_that_does_not_unload_keeps_the_engine(
    hass, entry, monkeypatch
):
    """Half an unload would leave entities without an engine."""

    async def refuse(*_):
        return False

    with monkeypatch.context() as patch:
        patch.setattr(hass.config_entries, "async_unload_platforms", refuse)
        assert not await hass.config_entries.async_unload(entry.entry_id)
    assert entry.runtime_data.engine.enabled
    entry.runtime_data.pulse.stop()
    await entry.runtime_data.stop()


async def test_a_setup_that_fails_leaves_nothing_open(hass, entry, monkeypatch):
    """The journal is closed, its thread is gone, and the next attempt works."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    refusal = RuntimeError("a platform is broken")

    async def refuse(*_):
        raise refusal

    with monkeypatch.context() as patch:
        patch.setattr(hass.config_entries, "async_forward_entry_setups", refuse)
        assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_ERROR
    assert not [one for one in threading.enumerate() if "journal" in one.name]
    assert await hass.config_entries.async_reload(entry.entry_id)
