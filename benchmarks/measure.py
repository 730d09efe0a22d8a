"""How a figure comes about: the same work on both sides, in turn, many times.

A machine is busier in one second than in the next, so no time says anything by itself.
Both sides run close together in every round; what counts is the median of the ratios.
Times are processor time of the one thread that does the work: whoever else uses the
machine does not appear in them. Where a figure is about waiting for a disk or for another
thread, the caller chooses another clock, and says so in its text.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextvars import copy_context
from dataclasses import dataclass
import gc
from random import shuffle
from statistics import median
from time import thread_time
from typing import Final

type Work = Callable[[], Awaitable[object]]
type Clock = Callable[[], float]

_MOST: Final = 10_000
"""Times that a piece of work is repeated in one sample, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """How much time a figure is worth."""

    rounds: int
    """Pairs that a median is taken of."""

    sample: float
    """Seconds that one sample of one side should take, at least."""

    lifetime: int
    """Runs after which nothing may have grown."""


FULL: Final = Care(rounds=15, sample=0.015, lifetime=100_000)
QUICK: Final = Care(rounds=5, sample=0.008, lifetime=10_000)
PROOF: Final = Care(rounds=1, sample=0.0, lifetime=50)
"""Shows that everything runs; its figures mean nothing."""


async def ratio(
    ours: Work, base: Work, care: Care, clock: Clock = thread_time
) -> float:
    """Return the median of time for ``ours`` by time for ``base``."""
    (result,) = await ratios([ours], base, care, clock)
    return result


async def ratios(
    all_ours: Sequence[Work], base: Work, care: Care, clock: Clock = thread_time
) -> list[float]:
    """Compare several works with one base, all of them in each round."""
    works = [*all_ours, base]
    for work in works:
        # The first time is special: caches are empty, checkers are not yet made.
        await _sample(work, 1, clock)
    times = await _enough(base, care.sample, clock)
    rounds = [await _round(works, times, clock) for _ in range(care.rounds)]
    return [median(one[at] / one[-1] for one in rounds) for at in range(len(all_ours))]


async def _enough(work: Work, seconds: float, clock: Clock) -> int:
    """Return how often the work has to be done to fill a sample."""
    times = 1
    while times < _MOST and await _sample(work, times, clock) < seconds:
        times *= 2
    return times


async def _round(works: Sequence[Work], times: int, clock: Clock) -> list[float]:
    order = list(range(len(works)))
    shuffle(order)
    taken = [0.0] * len(works)
    for at in order:
        taken[at] = await _sample(works[at], times, clock)
    return taken


async def _sample(work: Work, times: int, clock: Clock) -> float:
    gc.collect()
    gc.disable()
    try:
        # A context of its own: a native script leaves the elements of its trace there.
        return await asyncio.create_task(
            _repeat(work, times, clock), context=copy_context()
        )
    finally:
        gc.enable()


async def _repeat(work: Work, times: int, clock: Clock) -> float:
    began = clock()
    for _ in range(times):
        await work()
    return clock() - began
