"""The beat to which entities write their state."""

import asyncio
from datetime import timedelta

from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.util import dt as dt_util

from custom_components.action_engine.pulse import Pulse


async def test_a_change_of_the_engine_is_a_beat_with_the_figures(hass, engine):
    """Listeners get the statistics, and all of them the same."""
    pulse = Pulse(hass, engine)
    heard = []
    pulse.listen(heard.append)
    pulse.listen(heard.append)
    engine.set_enabled(False)
    await asyncio.sleep(0)
    assert len(heard) == 2
    assert heard[0] is heard[1]
    assert heard[0].running == 0
    pulse.stop()


async def test_who_does_not_listen_any_more_hears_nothing(hass, engine):
    """Unsubscribing during a beat is as good as between two."""
    pulse = Pulse(hass, engine)
    heard = []
    unsubscribe = [pulse.listen(lambda _: unsubscribe.pop()())]
    pulse.listen(heard.append)
    pulse.touch()
    await asyncio.sleep(0)
    assert len(heard) == 1
    assert unsubscribe == []
    pulse.stop()


async def test_midnight_is_a_change(hass, engine, freezer):
    """What is counted by day begins anew without anybody doing anything."""
    freezer.move_to(dt_util.start_of_local_day() + timedelta(hours=23, minutes=59))
    pulse = Pulse(hass, engine)
    heard = []
    pulse.listen(heard.append)
    freezer.tick(timedelta(minutes=2))
    async_fire_time_changed(hass)
    await hass.async_block_till_done()
    assert len(heard) == 1
    pulse.stop()


async def test_a_stopped_pulse_is_silent(hass, engine):
    """No listener is called, whatever the engine does."""
    pulse = Pulse(hass, engine)
    heard = []
    pulse.listen(heard.append)
    pulse.stop()
    engine.set_enabled(False)
    pulse.touch()
    await asyncio.sleep(0)
    assert heard == []
