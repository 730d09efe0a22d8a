from fnmatch import fnmatchcase

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.action_engine.engine.gate.patterns import matches, matches_any


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("light.*", "light.turn_on"),
        ("*.turn_off", "light.turn_off"),
        ("lock.unlock", "lock.unlock"),
        ("LOCK.*", "lock.Unlock"),
        ("*", ""),
        ("*", "template"),
        ("a*b*c", "abbbc"),
        ("**a", "a"),
    ],
)
def test_a_pattern_covers_a_name(pattern, name):
    """An asterisk stands for anything, also for nothing; case does not count."""
    assert matches(pattern, name)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("light.*", "flight.turn_on"),
        ("light.*", "light"),
        ("*.turn_off", "light.turn_off_all"),
        ("lock.unlock", "lock.unlocked"),
        ("l?ck.*", "lock.unlock"),
        ("[l]ock.*", "lock.unlock"),
        ("ab*ba", "aba"),
        ("", "a"),
    ],
)
def test_a_pattern_does_not_cover_a_name(pattern, name):
    """The whole name has to fit, and no other sign means anything."""
    assert not matches(pattern, name)


@settings(max_examples=500)
@given(st.text("ab*", max_size=8), st.text("ab", max_size=12))
def test_patterns_are_those_of_a_shell(pattern, name):
    """With the asterisk alone."""
    assert matches(pattern, name) == fnmatchcase(name, pattern)


def test_e13_no_pattern_makes_a_match_slow():
    """What would take a backtracking matcher for ever is over at once."""
    assert not matches("*a" * 2000 + "b", "a" * 20000)


def test_one_of_several_patterns_is_enough():
    """And none of none never is."""
    assert matches_any(("light.*", "*.toggle"), "switch.toggle")
    assert not matches_any((), "switch.toggle")
