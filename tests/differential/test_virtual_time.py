"""The clock that jumps."""

import asyncio
import time

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .observe import EPOCH
from .virtual_time import virtual_time

DAY = 86400


async def test_a_week_takes_no_time() -> None:
    """Loop time and wall clock pass together, and nobody has to wait for them."""
    began = time.perf_counter()
    with virtual_time(EPOCH) as clock:
        start = clock.now
        await asyncio.sleep(7 * DAY + 0.25)
        assert clock.now - start == 7 * DAY + 0.25
        assert (dt_util.utcnow() - EPOCH).total_seconds() == 7 * DAY + 0.25
    assert time.perf_counter() - began < 5


async def test_equal_times_come_in_the_order_in_which_they_were_asked_for() -> None:
    """Sums of floats that mean the same moment are the same moment."""
    loop = asyncio.get_running_loop()
    order: list[object] = []
    with virtual_time(EPOCH):
        loop.call_later(0.3, order.append, "first")
        for number in range(5):
            loop.call_later(0.1 + 0.2, order.append, number)
        loop.call_later(0.29, order.append, "before")
        await asyncio.sleep(1)
    assert order == ["before", "first", 0, 1, 2, 3, 4]


async def test_time_stands_still_while_a_thread_works(hass: HomeAssistant) -> None:
    """A timer does not overtake what was begun in a thread before it."""
    order: list[str] = []
    with virtual_time(EPOCH):
        hass.loop.call_later(1, order.append, "timer")
        await hass.async_add_executor_job(sum, range(10**6))
        order.append("thread")
        await asyncio.sleep(2)
    assert order == ["thread", "timer"]


async def test_the_loop_gets_its_own_time_back() -> None:
    """Afterwards nothing of the clock is left in the loop."""
    loop = asyncio.get_running_loop()
    before = dict(vars(loop))
    with virtual_time(EPOCH):
        await asyncio.sleep(DAY)
    after = vars(loop)
    assert after.keys() == before.keys()
    assert [after[key] for key in ("time", "_clock_resolution", "_debug")] == [
        before[key] for key in ("time", "_clock_resolution", "_debug")
    ]
    assert "select" not in vars(after["_selector"])
