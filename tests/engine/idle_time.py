"""A loop whose time passes only when nothing else is left to do; the wall clock goes on.

Freezing the wall clock as well costs half a second, and most tests look at loop time only.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
import math

from tests.differential.virtual_time import DIGITS, VirtualClock


class _WallClock:
    """Takes the place of a frozen one."""

    def __call__(self):
        return datetime(2026, 11, 20, 18, 30, tzinfo=UTC)

    def move_to(self, moment):
        """Ignore that time has passed."""


@contextmanager
def idle_time() -> Iterator[VirtualClock]:
    """Let the running loop jump from timer to timer instead of waiting for them."""
    loop = asyncio.get_running_loop()
    selector = vars(loop)["_selector"]
    now = float(math.ceil(loop.time()))
    clock = VirtualClock(loop, selector, _WallClock(), now)
    own = {key: vars(loop)[key] for key in ("_clock_resolution", "_debug")}
    vars(loop).update(
        time=clock.time,
        call_at=clock.call_at,
        run_in_executor=clock.run_in_executor,
        _clock_resolution=10.0**-DIGITS / 2,
        _debug=False,
    )
    vars(selector)["select"] = clock.select
    try:
        yield clock
    finally:
        del vars(selector)["select"]
        del loop.time, loop.call_at, loop.run_in_executor
        vars(loop).update(own)
