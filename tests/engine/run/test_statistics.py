"""Figures about what has ended, and what has not."""

from datetime import timedelta
from fractions import Fraction
from math import ceil
from statistics import fmean

import pytest

from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.engine import Statistics
from custom_components.action_engine.engine.model.request import Mode
from custom_components.action_engine.engine.run.statistics import WINDOW
from tests.engine.workshop import work

FAILS = {"stop": "no", "error": True}


def shaky(retries):
    """Return a call that may be tried again."""
    return {"action": "test.shaky", "retry": {"max_retries": retries}}


def test_before_anything_has_happened():
    """There are no rates of nothing."""
    figures = Statistics()

    assert figures.success_rate is None
    assert figures.mean_duration is None
    assert figures.p95_duration is None
    assert figures.last is None


async def test_nothing_has_happened_in_a_new_engine(shop):
    """It says the same."""
    assert shop.engine.statistics == Statistics()


async def test_what_is_open(lone):
    """Running is what has begun, also while it sleeps or is paused."""
    some = [await lone.submit({"delay": 5}) for _ in range(2)]
    await lone.submit(work(seconds=5))
    await lone.submit(work())
    lone.engine.pause(some[0].id)

    figures = lone.engine.statistics
    assert (figures.running, figures.queued, figures.today) == (3, 1, 0)
    assert figures.last is None


async def test_what_has_ended(shop):
    """Every end counts for the day; the rate is about success and failure only."""
    await shop.run(work())
    await shop.run(work())
    await shop.run(work())
    last = await shop.run(FAILS)
    cancelled = await shop.submit({"delay": 5})
    shop.engine.cancel(cancelled.id)
    await cancelled.wait()

    figures = shop.engine.statistics
    assert figures.today == 5
    assert figures.success_rate == 75
    assert figures.last is cancelled
    assert last.summary.state == "failed"


async def test_retries(shop):
    """Attempts beyond the first one of each call."""
    shop.failures = 3
    await shop.run(shaky(2), work())
    await shop.run(shaky(0))
    assert shop.engine.statistics.retries_today == 2

    shop.failures = 1
    await shop.run({"parallel": [shaky(2), shaky(2)]})
    assert shop.engine.statistics.retries_today == 3


async def test_waiting_for_a_worker_is_no_part_of_the_duration(lone):
    """How long others take says nothing about it."""
    first = await lone.submit(work(seconds=8))
    second = await lone.submit(work(seconds=2))
    await second.wait()
    assert first.is_ended

    assert lone.engine.statistics.mean_duration == pytest.approx(5)


async def test_one_that_failed_before_it_began(lone):
    """It took the time from its request to its end."""
    await lone.submit(work(seconds=50))
    await lone.run(work(), timeout=4)

    assert lone.engine.statistics.mean_duration == pytest.approx(4)


async def test_durations(shop):
    """Mean and 95th percentile, by the nearest rank, of as many as there are."""
    seconds = []
    for number in range(1, WINDOW + 1):
        # An order that is neither rising nor falling.
        seconds.append(number * 37 % 211)
        await shop.run({"delay": seconds[-1]})

        figures = shop.engine.statistics
        rank = ceil(Fraction(95, 100) * number)
        assert figures.mean_duration == pytest.approx(fmean(seconds))
        assert figures.p95_duration == pytest.approx(sorted(seconds)[rank - 1])


async def test_only_the_recent_ones_count(shop):
    """What was long ago is forgotten, in the rate and in the durations."""
    await shop.run({"delay": 1000}, FAILS)
    for _ in range(WINDOW - 1):
        await shop.run({"delay": 1})
    assert shop.engine.statistics.success_rate == pytest.approx(99.5)

    await shop.run({"delay": 1})
    figures = shop.engine.statistics
    assert figures.success_rate == 100
    assert figures.mean_duration == pytest.approx(1)
    assert figures.today == WINDOW + 1


async def test_midnight(shop, freezer):
    """What is counted by day begins anew at midnight of the home, the rest goes on."""
    midnight = dt_util.start_of_local_day() + timedelta(days=1)
    freezer.move_to(midnight - timedelta(seconds=1))
    shop.failures = 1
    before = await shop.run(shaky(1))
    figures = shop.engine.statistics
    assert (figures.today, figures.retries_today) == (1, 1)

    freezer.move_to(midnight)
    figures = shop.engine.statistics
    assert (figures.today, figures.retries_today) == (0, 0)
    assert figures.last is before
    assert figures.success_rate == 100

    await shop.run(work())
    assert shop.engine.statistics.today == 1


async def test_one_that_runs_over_midnight(shop, freezer):
    """It belongs to the day on which it ended."""
    midnight = dt_util.start_of_local_day() + timedelta(days=1)
    freezer.move_to(midnight - timedelta(hours=1))
    await shop.run(work())
    night = await shop.submit({"delay": 1})
    freezer.move_to(midnight + timedelta(hours=1))
    await night.wait()

    assert shop.engine.statistics.today == 1


async def test_what_was_refused_counts_nowhere(shop):
    """It was never an execution."""
    await shop.submit({"delay": 5}, key="k", mode=Mode.SINGLE)
    with pytest.raises(Exception, match="still open"):
        await shop.submit(work(), key="k", mode=Mode.SINGLE)

    figures = shop.engine.statistics
    assert (figures.running, figures.queued, figures.today) == (1, 0, 0)
