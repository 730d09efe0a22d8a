"""Sensors of what is remembered."""

from datetime import timedelta

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.action_engine.keeper import MEASURE_INTERVAL


def value(hass, name):
    """Return the state of one of the sensors."""
    return hass.states.get(f"sensor.action_engine_{name}").state


@pytest.mark.usefixtures("entry")
async def test_a_fresh_journal(hass):
    """It has a size, and there is nothing in it."""
    assert int(value(hass, "journal_size")) > 0
    assert value(hass, "open_executions") == "0"
    assert value(hass, "waiting_for_a_decision") == "0"
    assert value(hass, "last_resume") == "unknown"
    size = hass.states.get("sensor.action_engine_journal_size").attributes
    assert size["unit_of_measurement"] == "B"
    assert hass.states.get("binary_sensor.action_engine_journal").state == "off"


async def test_the_size_follows_at_most_every_few_minutes(hass, run, beat, freezer):
    """It is looked at when something has happened, and never while nothing does."""
    await run("work")
    await beat()
    await beat()
    first = int(value(hass, "journal_size"))
    for _ in range(30):
        await run("work", variables={"text": "x" * 5000})
    await beat()
    assert int(value(hass, "journal_size")) == first
    freezer.tick(MEASURE_INTERVAL)
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    await beat()
    assert int(value(hass, "journal_size")) > first + 30 * 5000


async def test_purging_shows_at_once(hass, run, call, beat, keeper):
    """Whoever made room wants to see it."""
    for _ in range(30):
        await run("work", variables={"text": "x" * 5000})
    await keeper.measure()
    await beat()
    before = int(value(hass, "journal_size"))
    assert (await call("purge", keep_count=1))["removed"] == 29
    await beat()
    assert int(value(hass, "journal_size")) < before / 2


async def test_open_is_what_runs_and_what_waits_for_its_turn(
    hass, run, home, beat, engine
):
    """Accepted, and not ended."""
    accepted = [await run("wait", wait=False) for _ in range(3)]
    await home.entered.wait()
    await beat()
    assert value(hass, "open_executions") == "3"
    home.gate.set()
    for one in accepted:
        await engine.get(one["execution_id"]).wait()
    await beat()
    assert value(hass, "open_executions") == "0"


async def test_the_night_is_quiet(hass, entry, freezer):
    """An engine that does nothing writes no states for days."""
    freezer.tick(timedelta(days=1))
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    state = hass.states.get("sensor.action_engine_open_executions")
    freezer.tick(timedelta(days=1))
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    assert hass.states.get("sensor.action_engine_open_executions") is state
