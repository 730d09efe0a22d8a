"""Runs that are cancelled while a call is under way."""

import asyncio

import pytest

from homeassistant.const import EVENT_STATE_CHANGED
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.model.steps_log import StepStatus
from tests.engine.run.calls.devices import LIES, Plug, Reaction, fails

PUMP = "switch.pump"
TURN_ON = {"action": "switch.turn_on", "target": {"entity_id": PUMP}}
FALLBACK = {"fallback": {"event": "never"}, "remedy": {"delay": 20}}


async def cancel(home, step, after):
    """Run a step and cancel the run after some seconds."""
    task = home.hass.async_create_task(home.run(step, {"event": "never"}))
    await asyncio.sleep(after)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert home.now == after
    assert list(home.records)[-1] != "1"
    return home.records["0"]


@pytest.mark.parametrize(
    ("reaction", "keys", "after"),
    [
        (Reaction(takes=50), {}, 5),
        (Reaction(takes=50), {"retry": {"attempt_timeout": 10}}, 5),
        (LIES, {"expect": {"within": 50}}, 5),
        (LIES, {"expect": {"template": "{{ false }}", "within": 50}}, 5),
        (fails(HomeAssistantError("no")), {"retry": {"initial_delay": 50}}, 5),
        (fails(HomeAssistantError("no")), FALLBACK, 5),
    ],
    ids=["call", "timed call", "look", "template", "wait", "remedy"],
)
async def test_a_cancelled_call_is_over_at_once(home, reaction, keys, after):
    """Whatever it was about: no further attempt, no fallback, nobody listens on."""
    await home.add(Plug("pump", reaction))
    before = home.hass.bus.async_listeners().get(EVENT_STATE_CHANGED)
    record = await cancel(
        home, TURN_ON | {"retry": {"initial_delay": 30}} | keys, after
    )
    assert record.status is StepStatus.STOPPED
    assert record.attempts == 1
    assert len(home.calls) == 1
    assert home.hass.bus.async_listeners().get(EVENT_STATE_CHANGED) == before


async def test_a_cancelled_wait_for_an_entity_is_over_at_once(home):
    """It comes back, and nobody calls it any more."""
    plug = Plug("pump")
    await home.add(plug)
    plug.become(available=False)
    plug.later(20, available=True)
    await cancel(home, TURN_ON | {"retry": {"initial_delay": 60}}, 5)
    await asyncio.sleep(30)
    assert home.calls == []


async def test_a_handler_hears_that_its_run_was_cancelled(home):
    """As natively: the call itself is broken off."""
    heard = []

    async def slow(_):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            heard.append(home.now)
            raise

    home.hass.services.async_register("test", "slow", slow)
    await cancel(home, {"action": "test.slow"}, 3)
    assert heard == [3]
