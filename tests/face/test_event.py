"""What just happened, as an entity."""

import asyncio

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.const import EVENT_STATE_CHANGED

from custom_components.action_engine.event import EVENT_TYPES

ENTITY = "event.action_engine_execution"


def shown(changes):
    """Return the types of the events that the entity has shown."""
    states = [change.data["new_state"] for change in changes]
    return [
        state.attributes["event_type"] for state in states if state.entity_id == ENTITY
    ]


async def beat(hass, freezer):
    """Let the entity show what has happened."""
    freezer.tick(1)
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.mark.parametrize(
    ("name", "ending", "success"),
    [("work", "succeeded", True), ("fail", "failed", False)],
)
async def test_an_end_is_shown(hass, run, freezer, name, ending, success):
    """With its name, its id and the answer."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    summary = await run(name, name="Lights")
    assert summary["success"] is success
    await beat(hass, freezer)
    assert shown(changes)[-1] == ending
    attributes = hass.states.get(ENTITY).attributes
    assert attributes["execution_id"] == summary["execution_id"]
    assert attributes["name"] == "Lights"
    assert attributes["final_answer"] == summary["final_answer"]


async def test_the_moves_between(hass, run, engine, home, freezer):
    """Started, paused, started again, cancelled."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    accepted = await run("wait", "work", wait=False)
    await home.entered.wait()
    await beat(hass, freezer)
    engine.pause(accepted["execution_id"])
    home.gate.set()
    await beat(hass, freezer)
    engine.cancel(accepted["execution_id"])
    await beat(hass, freezer)
    assert shown(changes) == ["started", "paused", "cancelled"]


@pytest.mark.parametrize(
    "options",
    [{"retry": {"max_retries": 1, "initial_delay": 5, "jitter": 0}}],
)
async def test_a_retry_is_shown_and_going_on_is_no_start(hass, run, freezer):
    """Started, retrying, failed."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    running = hass.async_create_task(run("fail", retry={"max_retries": 1}))
    await asyncio.sleep(0)
    while not running.done():
        freezer.tick(6)
        await asyncio.sleep(0)
    await beat(hass, freezer)
    assert shown(changes) == ["started", "retrying", "failed"]


async def test_a_burst_shows_the_weightiest_and_counts_the_rest(hass, run, freezer):
    """A failure is not lost among a hundred successes."""
    await run("work")
    await hass.async_block_till_done()
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    runs = [run("work") for _ in range(50)]
    await asyncio.gather(*runs, run("fail", name="Broken"), *[run("work")] * 0)
    await run("work")
    await beat(hass, freezer)
    assert shown(changes) == ["failed"]
    attributes = hass.states.get(ENTITY).attributes
    assert attributes["name"] == "Broken"
    assert attributes["omitted"] == 2 * 52 - 1


def test_the_entity_names_its_types():
    """The order is the weight, failures last."""
    assert list(EVENT_TYPES.values()) == [
        "started",
        "retrying",
        "paused",
        "succeeded",
        "cancelled",
        "failed",
    ]
