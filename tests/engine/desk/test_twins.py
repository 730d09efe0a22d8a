"""The same asked for twice, while it is answered and shortly after."""

import asyncio

import pytest

from custom_components.action_engine.engine.desk.twins import KEPT, Twins
from custom_components.action_engine.engine.model.same_call import SameCall


def way(key, seconds=5.0):
    """Return one way in which a call is known again."""
    return (SameCall(key=key, seconds=seconds),)


@pytest.fixture
def made():
    """Return what was made, in order."""
    return []


@pytest.fixture
def maker(made):
    """Return a function that makes something, and fails if it is told to."""

    def maker(what, trouble=None):
        async def make():
            made.append(what)
            await asyncio.sleep(0)
            if trouble is not None:
                raise trouble
            return what

        return make

    return maker


async def test_both_wait_for_the_first(hass, made, maker):
    """One is made, both get it, and the second knows."""
    twins = Twins(hass)
    found = await asyncio.gather(
        twins.once(way("a"), maker(1)), twins.once(way("a"), maker(2))
    )
    assert found == [(1, False), (1, True)]
    assert made == [1]


async def test_time_is_counted_from_the_answer(hass, freezer, made, maker):
    """Within its seconds it is the same, after them it is not."""
    twins = Twins(hass)
    for seconds in (0, 5, 5.5):
        freezer.tick(seconds)
        await twins.once(way("a"), maker(seconds))
    assert made == [0, 5.5]


async def test_another_key_is_another_call(hass, made, maker):
    """Nothing is shared."""
    twins = Twins(hass)
    for key in ("a", "b"):
        await twins.once(way(key), maker(key))
    assert made == ["a", "b"]


async def test_what_failed_may_be_tried_again(hass, made, maker):
    """An exception goes to all who wait, and is not kept."""
    twins = Twins(hass)
    trouble = ValueError("no")
    found = await asyncio.gather(
        *(twins.once(way("a"), maker(1, trouble)) for _ in range(2)),
        return_exceptions=True,
    )
    assert found == [trouble, trouble]
    assert await twins.once(way("a"), maker(2)) == (2, False)
    assert made == [1, 2]


async def test_who_goes_away_breaks_nothing_off(hass, made, maker):
    """The second waits on for what the first had begun."""
    twins = Twins(hass)
    first = hass.async_create_task(twins.once(way("a"), maker(1)))
    second = hass.async_create_task(twins.once(way("a"), maker(2)))
    first.cancel()
    assert await second == (1, True)
    assert made == [1]


async def test_only_so_many_are_kept(hass, made, maker):
    """The oldest answer goes, the newest stay."""
    twins = Twins(hass)
    for number in range(KEPT + 1):
        await twins.once(way(number, 600), maker(number))
    await twins.once(way(KEPT, 600), maker("new"))
    assert "new" not in made
    await twins.once(way(0, 600), maker("old"))
    assert made[-1] == "old"
