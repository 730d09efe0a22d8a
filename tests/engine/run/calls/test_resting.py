"""A run that waits holds no worker, whatever it waits for."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.run.pace import Pace
from tests.engine.run.calls.devices import LIES, Plug, Reaction, fails

TURN_ON = {"action": "switch.turn_on", "target": {"entity_id": "switch.pump"}}


class Watched(Pace):
    """Writes down when the run rests."""

    def __init__(self, home):
        """Begin without any rest."""
        super().__init__()
        self.home = home
        self.rests = []

    @asynccontextmanager
    async def resting(self):
        """Write down one rest."""
        began = self.home.now
        yield
        self.rests.append((began, self.home.now))

    @asynccontextmanager
    async def backing_off(self):
        """Count as a rest."""
        async with self.resting():
            yield


@pytest.fixture
def rests(home):
    """Return when the run rested."""
    home.pace = Watched(home)
    return home.pace.rests


async def test_a_delay_is_a_rest(home, rests):
    """And no delay at all is none."""
    await home.run({"delay": 7}, {"delay": 0})
    assert rests == [(0, 7)]


async def test_waiting_for_a_template_is_a_rest(home, rests):
    """Unless it is true already, or there is no time to wait."""
    home.later(3, "sensor.x", "on")
    await home.run(
        {"wait_template": "{{ is_state('sensor.x', 'on') }}"},
        {"wait_template": "{{ true }}"},
        {"wait_template": "{{ false }}", "timeout": 0},
        {"wait_template": "{{ false }}", "timeout": 2},
    )
    assert rests == [(0, 3), (3, 5)]


async def test_waiting_for_a_trigger_is_a_rest(home, rests):
    """Until it fires."""
    home.hass.loop.call_later(4, home.hass.bus.async_fire, "now")
    trigger = {"trigger": "event", "event_type": "now"}
    await home.run({"wait_for_trigger": [trigger]})
    assert rests == [(0, 4)]


async def test_waiting_for_the_next_attempt_is_a_rest(home, rests):
    """The calls themselves are not."""
    await home.add(Plug("pump", Reaction(takes=2, obeys=False, raises=OSError("x"))))
    await home.done(TURN_ON)
    assert rests == [(2, 3)]


async def test_looking_is_a_rest(home, rests):
    """Waiting for a state, and then for the next attempt."""
    await home.add(Plug("pump", LIES, Reaction(late=1)))
    await home.done(TURN_ON)
    assert rests == [(0, 5), (5, 6), (6, 7)]


async def test_waiting_for_an_entity_to_come_back_is_a_rest(home, rests):
    """It ends with the entity."""
    plug = Plug("pump")
    await home.add(plug)
    plug.become(available=False)
    plug.later(3, available=True)
    await home.done(TURN_ON | {"retry": {"initial_delay": 60}})
    assert rests == [(0, 3)]


async def test_no_wait_between_attempts_is_no_rest(home, rests):
    """Whoever does not wait keeps the worker."""
    await home.add(Plug("pump", fails(HomeAssistantError("no"))))
    await home.done(TURN_ON | {"retry": {"initial_delay": 0}})
    assert rests == []


async def test_a_single_worker_serves_all_who_wait(lone):
    """Twenty runs that wait, each in its way, and one that works meanwhile."""
    states = lone.hass.states
    states.async_set("switch.pump", "off")
    lone.failures = 5
    ways = [
        {"delay": 50},
        {"wait_template": "{{ is_state('sensor.x', 'on') }}", "timeout": 50},
        {"action": "test.shaky", "retry": {"initial_delay": 50, "max_delay": 50}},
        {
            "action": "test.work",
            "data": {"entity_id": "switch.pump"},
            "expect": {"state": "on", "within": 50},
            "retry": False,
        },
    ]
    waiting = [await lone.submit(way, wait=False) for way in ways * 5]
    await asyncio.sleep(1)
    worker = await lone.run({"action": "test.work", "data": {"seconds": 2}})
    assert worker.summary.times.queued == 0
    assert lone.now == 3
    states.async_set("switch.pump", "on")
    await asyncio.gather(*(one.wait() for one in waiting))
    assert [one.state.value for one in waiting] == ["success"] * 20
    assert lone.now <= 52
