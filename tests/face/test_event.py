"""What just happened, as an entity."""

import asyncio

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.const import EVENT_STATE_CHANGED

from custom_components.action_engine.event import EVENT_TYPES
from tests.face.lives import crash, live_again

ENTITY = "event.action_engine_execution"


def attributes_of(changes, name):
    """Return what the entity has shown, one after the other."""
    states = [change.data["new_state"] for change in changes]
    return [state.attributes[name] for state in states if state.entity_id == ENTITY]


def shown(changes):
    """Return the types of the events that the entity has shown."""
    return attributes_of(changes, "event_type")


@pytest.mark.parametrize(
    ("name", "ending", "success"),
    [("work", "succeeded", True), ("fail", "failed", False)],
)
async def test_an_end_is_shown(hass, run, beat, name, ending, success):
    """With its name, its id and the answer."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    summary = await run(name, name="Lights")
    assert summary["success"] is success
    await beat()
    assert shown(changes)[-1] == ending
    attributes = hass.states.get(ENTITY).attributes
    assert attributes["execution_id"] == summary["execution_id"]
    assert attributes["name"] == "Lights"
    assert attributes["final_answer"] == summary["final_answer"]


async def test_the_moves_between(hass, run, engine, home, beat):
    """Each is shown when there is time to show it."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    accepted = await run("wait", "work", wait=False)
    await home.entered.wait()
    await beat()
    engine.pause(accepted["execution_id"])
    home.gate.set()
    await beat()
    engine.cancel(accepted["execution_id"])
    await engine.get(accepted["execution_id"]).wait()
    await beat()
    assert shown(changes) == ["started", "paused", "cancelled"]


@pytest.mark.parametrize(
    "options",
    [{"retry": {"max_retries": 1, "initial_delay": 5, "jitter": 0}}],
)
async def test_a_retry_is_shown_and_going_on_is_no_start(hass, run, beat, freezer):
    """Between the retry and the end it executes, and that is passed over."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    running = hass.async_create_task(run("fail", retry={"max_retries": 1}))
    await asyncio.sleep(0)
    while not running.done():
        freezer.tick(6)
        await asyncio.sleep(0)
    await beat()
    assert shown(changes) == ["started", "retrying", "failed"]
    assert attributes_of(changes, "omitted") == [0, 0, 0]


async def test_a_burst_shows_the_weightiest_and_counts_the_rest(hass, run, beat):
    """A failure is not lost among a hundred successes."""
    await run("work")
    await beat()
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    runs = [run("work") for _ in range(50)]
    await asyncio.gather(*runs, run("fail", name="Broken"), run("work"))
    await beat()
    assert shown(changes) == ["failed"]
    attributes = hass.states.get(ENTITY).attributes
    assert attributes["name"] == "Broken"
    assert attributes["omitted"] == 2 * 52 - 1


async def test_a_restart_shows_what_goes_on_and_what_waits(
    hass, entry, run, home, beat
):
    """Neither is a start nor a failure."""
    await run("wait", wait=False, name="Doors")
    await home.entered.wait()
    await crash(hass, entry, home.gate.set)
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    await live_again(hass, entry)
    await hass.async_block_till_done(wait_background_tasks=True)
    await beat()
    assert [one for one in shown(changes) if one][-1] == "undecided"

    changes.clear()
    delay = {"delay": 60}
    accepted = await run(actions=[delay], wait=False, name="Slow")
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    await beat()
    assert hass.states.get(ENTITY).attributes["event_type"] == "resumed"
    entry.runtime_data.engine.cancel(accepted["execution_id"])


async def test_an_undo_is_shown(run, call, beat, hass):
    """For the execution that it was about."""
    back = {"action": "home.work", "rollback": [{"action": "home.work"}]}
    await run(actions=[back], name="Lights")
    await beat()
    await call("rollback", execution_id="last")
    await beat()
    attributes = hass.states.get(ENTITY).attributes
    assert attributes["event_type"] == "undone"
    assert attributes["name"] == "Lights"


def test_the_entity_names_its_types():
    """The order is the weight: failures, and what waits for a person, come last."""
    assert list(EVENT_TYPES.values()) == [
        "started",
        "retrying",
        "paused",
        "succeeded",
        "cancelled",
        "undone",
        "failed",
        "undecided",
    ]
