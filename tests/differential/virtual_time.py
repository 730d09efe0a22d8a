"""Time that passes only when nothing else is left to do.

While ``virtual_time`` is active, an idle event loop does not sleep until its next
timer: it jumps there. Loop time and wall clock move together, so a sequence with
hours of delays runs in milliseconds, and always in the same order.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context
from datetime import datetime, timedelta
import itertools
import math
from selectors import BaseSelector, SelectorKey
from typing import Any, Final, Self, cast, override

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

DIGITS: Final = 6
"""Due times that differ by less than a microsecond are one: 0.1 + 0.2 and 0.3 s."""


class Moment(float):
    """A due time; of two equal ones, the one that was asked for first comes first.

    On a real clock no two timers fall on the same instant. On a virtual one they do,
    and a heap would then fire them in an order that nobody chose.
    """

    key: tuple[float, int]

    def __new__(cls, value: float, order: int) -> Self:
        """Make a moment, in loop seconds, that is the ``order``-th one asked for."""
        moment = super().__new__(cls, value)
        moment.key = round(value, DIGITS), order
        return moment

    @override
    def __lt__(self, other: float, /) -> bool:
        if isinstance(other, Moment):
            return self.key < other.key
        return super().__lt__(other)


class VirtualClock:
    """The clock of one loop; ``now`` is in loop seconds, and starts on a whole one."""

    def __init__(
        self,
        loop: asyncio.SelectorEventLoop,
        selector: BaseSelector,
        frozen: FrozenDateTimeFactory,
        now: float,
    ) -> None:
        """Prepare for a loop whose wall clock is ``frozen``; changes nothing yet."""
        self.now = self._began = now
        self._loop = loop
        self._frozen = frozen
        self._epoch = frozen()
        self._order = itertools.count()
        self._in_threads: set[asyncio.Future[Any]] = set()
        self._real_select = selector.select

    def time(self) -> float:
        """Stand in for ``loop.time``."""
        return self.now

    def call_at(
        self,
        when: float,
        callback: Callable[..., object],
        *args: object,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Stand in for ``loop.call_at``."""
        moment = Moment(when, next(self._order))
        return asyncio.SelectorEventLoop.call_at(
            self._loop, moment, callback, *args, context=context
        )

    def run_in_executor(
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Stand in for ``loop.run_in_executor``; time does not jump while a thread works."""
        future = asyncio.SelectorEventLoop.run_in_executor(
            self._loop, executor, func, *args
        )
        self._in_threads.add(future)
        future.add_done_callback(self._in_threads.discard)
        return future

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Stand in for the selector's ``select``: jump where it would have waited."""
        if ready := self._real_select(0):
            return ready
        if self._in_threads or timeout is None:
            return self._real_select(timeout and 0.01)
        if timeout > 0:
            self.now += timeout
            passed = timedelta(seconds=self.now - self._began)
            self._frozen.move_to(self._epoch + passed)
        return []


@contextmanager
def virtual_time(epoch: datetime) -> Iterator[VirtualClock]:
    """Let the running loop jump from timer to timer; the wall clock begins at ``epoch``.

    Needs the selector loop of a test. On the way out the loop has its own time back;
    timers that are still pending then count as set on the real clock.
    """
    loop = cast("asyncio.SelectorEventLoop", asyncio.get_running_loop())
    selector: BaseSelector = vars(loop)["_selector"]
    # Read before freezing: frozen monotonic time is the wall clock's, near 1.8e9.
    now = float(math.ceil(loop.time()))
    before = {key: vars(loop)[key] for key in ("time", "_clock_resolution", "_debug")}
    with freeze_time(epoch, real_asyncio=True) as frozen:
        assert isinstance(frozen, FrozenDateTimeFactory)
        clock = VirtualClock(loop, selector, frozen, now)
        vars(loop).update(
            time=clock.time,
            call_at=clock.call_at,
            run_in_executor=clock.run_in_executor,
            # A float near the uptime of an old machine has steps that are larger than
            # the nanosecond of a real clock; timers that are due would be passed over.
            _clock_resolution=10.0**-DIGITS / 2,
            # Debug mode keeps the stack of every future: most of the run time here.
            _debug=False,
        )
        vars(selector)["select"] = clock.select
        try:
            yield clock
        finally:
            del vars(selector)["select"]
            del vars(loop)["call_at"], vars(loop)["run_in_executor"]
            vars(loop).update(before)
