"""Many touches, few reactions."""

import asyncio
from datetime import timedelta

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.util import dt as dt_util

from custom_components.action_engine.throttle import Throttle

INTERVAL = 10


@pytest.fixture
def acted(hass, freezer):
    """Return a throttle, and the list to which its action adds."""
    calls = []
    throttle = Throttle(hass, INTERVAL, lambda: calls.append(dt_util.utcnow()))
    yield throttle, calls
    throttle.stop()


async def pass_time(hass, freezer):
    """Let the interval go by."""
    freezer.tick(timedelta(seconds=INTERVAL))
    async_fire_time_changed(hass)
    await hass.async_block_till_done()


async def test_the_first_touch_acts_at_the_next_turn(acted):
    """Not at once, so that whoever touches is done first; not later either."""
    throttle, calls = acted
    throttle.touch()
    assert calls == []
    await asyncio.sleep(0)
    assert len(calls) == 1


async def test_a_storm_acts_once_per_interval(hass, freezer, acted):
    """A thousand touches are two actions: at their beginning and after them."""
    throttle, calls = acted
    for _ in range(1000):
        throttle.touch()
        await asyncio.sleep(0)
    assert len(calls) == 1
    await pass_time(hass, freezer)
    assert len(calls) == 2
    await pass_time(hass, freezer)
    assert len(calls) == 2


async def test_after_a_rest_it_acts_at_once_again(hass, freezer, acted):
    """The interval is counted from action to action, not from storm to storm."""
    throttle, calls = acted
    throttle.touch()
    await asyncio.sleep(0)
    await pass_time(hass, freezer)
    throttle.touch()
    await asyncio.sleep(0)
    assert len(calls) == 2


async def test_the_action_may_touch(hass, freezer):
    """A reaction that causes another one does not run in circles."""
    calls = []

    def act():
        calls.append(1)
        throttle.touch()

    throttle = Throttle(hass, INTERVAL, act)
    throttle.touch()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert len(calls) == 1
    await pass_time(hass, freezer)
    assert len(calls) == 2
    throttle.stop()


async def test_nothing_happens_after_a_stop(hass, freezer, acted):
    """Neither what was asked for before, nor what is asked for after."""
    throttle, calls = acted
    throttle.touch()
    throttle.stop()
    throttle.touch()
    throttle.stop()
    await pass_time(hass, freezer)
    assert calls == []
