"""Sliding windows of exact times."""

from math import nan

import pytest

from custom_components.action_engine.engine.gate.stored_times import StrangeStateError
from custom_components.action_engine.engine.gate.windows import (
    Limit,
    Use,
    Windows,
    taken_of,
)

HOUR = Limit(key="p/hour", most=3, seconds=3600, text="At most 3 calls in an hour")
DAY = Limit(key="p/day", most=5, seconds=86400, text="At most 5 calls in a day")
BOTH = (Use(HOUR, 1), Use(DAY, 1))


@pytest.fixture
def windows():
    """Windows in which nothing was taken."""
    return Windows()


def again(windows):
    """Return the windows of the next life."""
    after = Windows()
    for key in windows.known():
        after.load(key, windows.export(key))
    return after


def test_a_window_slides(windows):
    """Each counts until exactly as many seconds later."""
    for now in (0, 10, 20):
        assert windows.take([Use(HOUR, 1)], now)

    assert windows.take([Use(HOUR, 1)], 3599.9) is None
    assert windows.take([Use(HOUR, 1)], 3600)
    assert windows.take([Use(HOUR, 1)], 3609) is None
    assert windows.left(HOUR, 3610) == 1


def test_no_room_is_said_in_a_sentence(windows):
    """It says the limit, what is used, and what would be needed."""
    windows.take([Use(HOUR, 2)], 0)

    assert windows.room([Use(HOUR, 1)], 1) == ()
    assert windows.room([Use(HOUR, 2), Use(DAY, 2)], 1) == (
        "At most 3 calls in an hour: 2 used, 2 needed.",
    )


def test_all_or_nothing(windows):
    """If one limit has no room, nothing is counted for any."""
    windows.take([Use(HOUR, 3)], 0)

    assert windows.take(BOTH, 1) is None
    assert windows.left(DAY, 1) == 5


def test_one_limit_in_two_parts_is_added_up(windows):
    """Two halves do not pass one by one."""
    assert windows.take([Use(HOUR, 2), Use(HOUR, 2)], 0) is None
    assert windows.take([Use(HOUR, 2), Use(HOUR, 1)], 0)
    assert windows.left(HOUR, 0) == 0


def test_nothing_always_has_room(windows):
    """Also where the limit is none at all."""
    shut = Limit(key="shut", most=0, seconds=60, text="None")

    assert windows.take([Use(shut, 0)], 0)
    assert windows.take([Use(shut, 1)], 0) is None
    assert windows.take([], 0)
    assert windows.known() == ()


def test_what_never_ran_is_given_back(windows):
    """For each limit that it was taken from, and only as much as that."""
    windows.take(BOTH, 0)
    taken = windows.take([Use(HOUR, 2), Use(DAY, 2)], 10)
    windows.refund(taken)

    assert (windows.left(HOUR, 10), windows.left(DAY, 10)) == (2, 4)
    assert windows.export("p/hour")["times"] == [0]


def test_what_is_over_cannot_be_given_back(windows):
    """It does not count any more; nothing else is given back in its place."""
    taken = windows.take([Use(HOUR, 2)], 0)
    windows.take([Use(HOUR, 1)], 3600)
    windows.refund(taken)

    assert windows.left(HOUR, 3600) == 2


def test_given_back_in_another_life(windows):
    """A question may be answered with no after a restart, and after a step back."""
    windows.take([Use(HOUR, 1)], 1000)
    stored = windows.take([Use(HOUR, 1)], 900).as_dict()
    after = again(windows)
    after.refund(taken_of(stored))

    assert after.left(HOUR, 950) == 2
    assert stored == {"at": 1000, "numbers": {"p/hour": 1}}


def test_a_clock_that_goes_back_gives_no_room(windows):
    """What was counted is not forgotten sooner, in this life or in the next."""
    windows.take([Use(HOUR, 3)], 10_000)

    assert windows.left(HOUR, 0) == 0
    assert again(windows).left(HOUR, 0) == 0
    assert again(windows).left(HOUR, -1e9) == 0


def test_a_clock_that_was_wrong_by_a_year_blocks_nothing(windows):
    """Once it is right again, an hour is an hour."""
    year = 365 * 86400.0
    windows.take([Use(HOUR, 3)], year)
    windows.left(HOUR, 0)

    assert windows.left(HOUR, 3599) == 0
    assert windows.left(HOUR, 3600) == 3


def test_what_is_known_outlives_a_restart(windows):
    """As plain data, key by key."""
    windows.take(BOTH, 0)
    windows.take(BOTH, 7)

    assert windows.export("p/hour") == {
        "times": [0, 7],
        "seconds": 3600,
        "until": 3607,
    }
    assert windows.export("other") is None
    after = again(windows)
    assert [after.left(HOUR, now) for now in (10, 3600, 3607)] == [1, 2, 3]


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"times": "12", "seconds": 1},
        {"times": [nan], "seconds": 1},
        {"times": ["0"], "seconds": 1},
        {"times": [True], "seconds": 1},
        {"times": [1], "seconds": None},
    ],
)
def test_what_is_no_window_is_not_taken_in(windows, state):
    """A journal that was tampered with opens nothing."""
    with pytest.raises(StrangeStateError):
        windows.load("p/hour", state)


@pytest.mark.parametrize("state", [{}, {"at": 1, "numbers": 3}, {"numbers": {}}])
def test_what_was_never_taken_is_not_given_back(state):
    """Neither does what is not a receipt."""
    with pytest.raises(StrangeStateError):
        taken_of(state)


def test_keys_that_do_not_count_are_dropped(windows):
    """When asked for, and by themselves when there are many."""
    windows.take(BOTH, 0)
    assert windows.prune(3600) == ("p/hour",)
    assert windows.known() == ("p/day",)

    for number in range(2000):
        limit = Limit(key=f"{number}", most=1, seconds=10, text="")
        windows.take([Use(limit, 1)], 5000 + number)
    assert len(windows.known()) < 600
