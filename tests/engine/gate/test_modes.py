"""Modes that the engine keeps itself."""

from dataclasses import replace

import pytest

from custom_components.action_engine.engine.gate.modes import Modes
from custom_components.action_engine.engine.model.policy import AGENTS

POLICY = replace(AGENTS, modes={"day": ("*",), "night": ()})


def loaded(state):
    """Return a book that has read a state, whatever that was."""
    modes = Modes()
    try:
        modes.load(POLICY.id, state)
    except TypeError, KeyError, ValueError, AttributeError:
        assert state not in ({"mode": "night"}, {"mode": None})
    return modes


def test_a_policy_begins_with_the_first():
    """Until somebody chooses."""
    modes = Modes()
    assert modes.current(POLICY) == "day"
    assert modes.known() == ()
    modes.choose(POLICY.id, "night")
    assert modes.current(POLICY) == "night"
    assert modes.known() == (POLICY.id,)


def test_what_was_chosen_comes_back():
    """In the next life."""
    modes = Modes()
    modes.choose(POLICY.id, "night")
    assert loaded(modes.export(POLICY.id)).current(POLICY) == "night"


@pytest.mark.parametrize("state", [None, {}, {"mode": 5}, "night", ["mode"]])
def test_what_cannot_be_read_is_no_mode(state):
    """And so it stays, also if it is written down again."""
    modes = loaded(state)
    assert modes.current(POLICY) is None
    assert loaded(modes.export(POLICY.id)).current(POLICY) is None


def test_a_mode_that_the_policy_has_no_more_is_none():
    """Nobody guesses which of the others was meant."""
    modes = loaded({"mode": "night"})
    assert modes.current(replace(POLICY, modes={"day": ("*",)})) is None


@pytest.mark.parametrize("late", [{"mode": "day"}, None])
def test_what_was_chosen_since_counts(late):
    """A journal that comes back late has only what was so before."""
    modes = Modes()
    modes.choose(POLICY.id, "night")
    try:
        modes.load(POLICY.id, late)
    finally:
        modes.doubt(POLICY.id)
    assert modes.current(POLICY) == "night"
