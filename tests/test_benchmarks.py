import asyncio
from math import isfinite

import pytest

from homeassistant.runner import create_event_loop

from benchmarks.measure import PROOF
from benchmarks.run import GROUPS
from benchmarks.table import Figure, section
from benchmarks.world import open_world


@pytest.fixture(scope="module")
def figures():
    """Every group, measured once in one home; what it took means nothing."""

    async def measure():
        async with open_world() as world:
            return {
                group: await measure_group(world, PROOF)
                for group, (_, measure_group) in GROUPS.items()
            }

    with asyncio.Runner(loop_factory=create_event_loop) as runner:
        return runner.run(measure())


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_gives_figures(figures, group):
    """Both sides of every comparison run, do the same, and end in a figure."""
    assert figures[group]
    assert all(isfinite(figure.value) for figure in figures[group])


def test_calls_for_one_failed_target_are_few(figures):
    """A count, unlike a time, is the same on every machine."""
    (calls,) = (figure for figure in figures["targets"] if figure.unit == "calls")
    assert calls.met


@pytest.mark.parametrize(
    ("value", "at_least", "met"),
    [(0.5, False, True), (0.6, False, False), (0.5, True, True), (0.4, True, False)],
)
def test_a_goal_is_a_ceiling_or_a_floor(value, at_least, met):
    """The last column says whether the figure is on the right side of its goal."""
    figure = Figure(what="it", value=value, goal=0.5, at_least=at_least)
    assert figure.met is met
    assert section("One", [figure]).splitlines()[1].endswith("yes" if met else "NO")
