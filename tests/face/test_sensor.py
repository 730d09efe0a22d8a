"""The figures, and how they follow."""

import pytest

from homeassistant.helpers import entity_registry as er

from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.sensor import LAST_EXECUTION_ATTRIBUTES, SENSORS


def value(hass, name):
    """Return the state of one of the sensors."""
    return hass.states.get(f"sensor.action_engine_{name}").state


@pytest.mark.usefixtures("entry")
async def test_a_fresh_engine(hass):
    """Figures that need something to have happened are unknown, the others are 0."""
    assert value(hass, "status") == "idle"
    assert value(hass, "running_executions") == "0"
    assert value(hass, "queued_executions") == "0"
    assert value(hass, "executions_today") == "0"
    assert value(hass, "last_execution") == "unknown"
    assert value(hass, "success_rate") == "unknown"
    assert value(hass, "mean_duration") == "unknown"


@pytest.mark.parametrize("options", [{"execution": {"workers": 1}}])
async def test_status_follows_the_work(hass, engine, run, home, beat):
    """Idle, running, busy when something has to wait, and idle again."""
    first = await run("wait", wait=False)
    await home.entered.wait()
    await hass.async_block_till_done()
    assert value(hass, "status") == "running"
    assert value(hass, "running_executions") == "1"

    second = await run("wait", wait=False)
    await beat()
    assert value(hass, "status") == "busy"
    assert value(hass, "queued_executions") == "1"

    home.gate.set()
    for accepted in (first, second):
        await engine.get(accepted["execution_id"]).wait()
    await beat()
    assert value(hass, "status") == "idle"
    assert value(hass, "running_executions") == "0"
    assert value(hass, "executions_today") == "2"


async def test_a_disabled_engine_shows_as_such(hass, engine):
    """Whatever still runs."""
    engine.set_enabled(False)
    await hass.async_block_till_done()
    assert value(hass, "status") == "disabled"


async def test_the_last_execution_with_what_a_dashboard_needs(hass, run, beat):
    """State and summary, without what may be large."""
    summary = await run("work", name="Lights")
    await beat()
    state = hass.states.get("sensor.action_engine_last_execution")
    assert state.state == "success"
    for name in LAST_EXECUTION_ATTRIBUTES:
        assert state.attributes[name] == summary[name]
    assert "steps" not in state.attributes
    assert set(state.attributes["options"]) == set(ExecutionState)


async def test_rates_and_durations(hass, run, beat):
    """One of two succeeded; each took no time at all."""
    await run("work")
    await run("fail")
    await beat()
    assert float(value(hass, "success_rate")) == 50.0
    assert float(value(hass, "mean_duration")) >= 0.0
    unit = hass.states.get("sensor.action_engine_mean_duration").attributes
    assert unit["unit_of_measurement"] == "s"


async def test_the_figures_that_are_off_by_default(hass, entry, run, beat):
    """Switched on they show something."""
    registry = er.async_get(hass)
    hidden = [one.key for one in SENSORS if not one.entity_registry_enabled_default]
    assert hidden == ["p95_duration", "retries_today"]
    for name in ("95th_percentile_duration", "retries_today"):
        registry.async_update_entity(f"sensor.action_engine_{name}", disabled_by=None)
    await hass.config_entries.async_reload(entry.entry_id)
    await run("work")
    await beat()
    assert value(hass, "retries_today") == "0"
    assert float(value(hass, "95th_percentile_duration")) >= 0.0
