"""The same done to the same entity over and over."""

from dataclasses import replace

import pytest

from custom_components.action_engine.engine.gate.loops import Loops
from custom_components.action_engine.engine.gate.stored_times import StrangeStateError
from custom_components.action_engine.engine.model.policy import AGENTS

POLICY = replace(AGENTS, repeats=3)
ON = {("light.turn_on", "light.a"): 1}
KEY = "agents/light.turn_on/light.a"


@pytest.fixture
def loops():
    """Nothing was done yet."""
    return Loops()


def again(loops):
    """Return the detector of the next life."""
    after = Loops()
    for key in loops.known():
        after.load(key, loops.export(key))
    return after


def looping(loops, now, acts=ON):
    """Tell which entities something is done to too often."""
    return loops.looping(POLICY, acts, now)


def test_so_many_go_through(loops):
    """The next one is a loop, and stays one for five minutes after the last."""
    for now in (0, 10, 20):
        assert looping(loops, now) == ()
        assert loops.note(POLICY, ON, now) == (KEY,)

    assert looping(loops, 21) == ("light.a",)
    assert looping(loops, 319.9) == ("light.a",)
    assert looping(loops, 320) == ()


def test_slowly_is_no_loop(loops):
    """Within a minute is what counts, to the second."""
    for now in (0, 30, 60, 90, 120, 150):
        assert looping(loops, now) == ()
        loops.note(POLICY, ON, now)


def test_being_refused_makes_it_no_longer(loops):
    """Whoever asks all the time is heard again after the same time."""
    for _ in range(3):
        loops.note(POLICY, ON, 0)
    assert all(looping(loops, now) for now in range(300))

    assert looping(loops, 300) == ()


def test_only_the_same_counts(loops):
    """Another action, another entity, another policy: another thing."""
    for _ in range(3):
        loops.note(POLICY, ON, 0)

    assert looping(loops, 1, {("light.turn_off", "light.a"): 1}) == ()
    assert looping(loops, 1, {("light.turn_on", "light.b"): 1}) == ()
    assert loops.looping(replace(POLICY, id="other"), ON, 1) == ()
    assert looping(loops, 1, {("Light.Turn_On", "light.a"): 1}) == ("light.a",)


def test_one_request_can_be_a_loop(loops):
    """More than so many in a single one are none the better."""
    assert looping(loops, 0, {("light.toggle", "light.a"): 3}) == ()
    assert looping(loops, 0, {("light.toggle", "light.a"): 4}) == ("light.a",)


def test_done_all_the_same(loops):
    """What a person let through in the silence counts after it."""
    for _ in range(3):
        loops.note(POLICY, ON, 0)
    for _ in range(3):
        loops.note(POLICY, ON, 290)

    assert looping(loops, 301) == ("light.a",)
    assert looping(loops, 350) == ()


def test_whom_nobody_watches(loops):
    """A policy without such a limit leaves no trail."""
    policy = replace(POLICY, repeats=None)

    assert loops.note(policy, ON, 0) == ()
    assert loops.looping(policy, {("a.b", "c.d"): 99}, 0) == ()


@pytest.mark.parametrize("shift", [0, -1000])
def test_a_restart_ends_no_silence(loops, shift):
    """Also if the clock was set back meanwhile."""
    for _ in range(3):
        loops.note(POLICY, ON, 0)
    after = again(loops)

    assert looping(after, 1 + shift) == ("light.a",)
    assert looping(after, 299 + shift) == ("light.a",)
    assert looping(after, 301 + shift) == ()


def test_trails_go_cold(loops):
    """They are dropped when asked for, and by themselves when there are many."""
    loops.note(POLICY, ON, 0)
    assert loops.prune(59) == ()
    assert loops.prune(60) == (KEY,)
    assert loops.export(KEY) is None

    for number in range(5000):
        loops.note(POLICY, {("light.turn_on", f"light.{number}"): 1}, 100 + number)
    assert len(loops.known()) < 2000


def test_what_is_no_trail_is_not_taken_in(loops):
    """A journal that was tampered with ends no silence."""
    with pytest.raises(StrangeStateError):
        loops.load(KEY, {"times": None})
