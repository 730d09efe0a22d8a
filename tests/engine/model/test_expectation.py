from hypothesis import given, strategies as st
import pytest

from homeassistant.core import State

from custom_components.action_engine.engine.model.expectation import (
    AttributeExpectation,
    Expectation,
    can_be_judged,
    describe,
    holds,
    unmet_text,
)


def states(*names):
    """Return the expectation of one of these states."""
    return Expectation(states=frozenset(names))


def attribute(name, value, tolerance=0):
    """Return the expectation of one attribute."""
    wanted = AttributeExpectation(name=name, value=value, tolerance=tolerance)
    return Expectation(states=None, attributes=(wanted,))


def state(value, **attributes):
    """Return a state of a lamp."""
    return State("light.lamp", value, attributes)


INVERTS = Expectation(states=None, inverts=True)


def test_one_of_the_states_is_enough():
    """A state makes true what lists it, and nothing else."""
    assert holds(states("open", "opening"), state("opening"))
    assert not holds(states("open", "opening"), state("closed"))


def test_a_state_that_reads_as_a_number_is_compared_as_one():
    """A helper set to 21 reports 21.0."""
    assert holds(states("21"), state("21.0"))
    assert not holds(states("21"), state("21.5"))
    assert not holds(states("7"), state("007"))


@pytest.mark.parametrize("gone", ["unavailable", "unknown"])
def test_what_is_not_there_makes_nothing_true(gone):
    """An unavailable entity does not fulfil an attribute that it still has."""
    assert not holds(states("on"), state(gone))
    assert not holds(attribute("brightness", 5), state(gone, brightness=5))
    assert not holds(Expectation(states=None), state(gone))
    assert holds(states(gone), state(gone))


def test_an_entity_that_does_not_exist_makes_nothing_true():
    """A missing state is a failure whatever was expected."""
    assert not holds(states("unavailable"), None)
    assert not holds(Expectation(states=None), None)


def test_state_and_attributes_have_to_be_true_together():
    """One wrong part is enough to fail."""
    both = Expectation(
        states=frozenset({"heat"}),
        attributes=(
            AttributeExpectation(name="temperature", value=21, tolerance=0.5),
            AttributeExpectation(name="preset_mode", value="eco"),
        ),
    )
    assert holds(both, state("heat", temperature=21.5, preset_mode="eco"))
    assert not holds(both, state("cool", temperature=21.5, preset_mode="eco"))
    assert not holds(both, state("heat", temperature=22, preset_mode="eco"))
    assert not holds(both, state("heat", temperature=21.5))


def test_an_attribute_that_need_not_be_reported_counts_where_it_is():
    """An entity without it passes, one with another value does not."""
    wanted = AttributeExpectation(name="level", value=5, where_reported=True)
    expectation = Expectation(states=None, attributes=(wanted,))
    assert holds(expectation, state("on"))
    assert holds(expectation, state("on", level=5))
    assert not holds(expectation, state("on", level=4))
    assert describe(expectation) == "level 5 where reported"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("on", "off"),
        ("off", "on"),
        ("open", "closed"),
        ("closed", "open"),
        ("locked", "unlocked"),
        ("unlocked", "locked"),
        ("playing", "paused"),
        ("playing", "idle"),
        ("paused", "playing"),
    ],
)
def test_a_toggle_is_seen_by_the_opposite_state(before, after):
    """It holds in the opposite state, not in the one from before."""
    assert can_be_judged(INVERTS, state(before))
    assert holds(INVERTS, state(after), state(before))
    assert not holds(INVERTS, state(before), state(before))


@pytest.mark.parametrize(
    "before",
    [
        None,
        state("unknown"),
        state("opening"),
        state("heat"),
        state("open", current_position=40),
    ],
)
def test_a_toggle_without_an_opposite_cannot_be_judged(before):
    """It never holds then, and says beforehand that it cannot be judged."""
    assert not can_be_judged(INVERTS, before)
    assert not holds(INVERTS, state("closed"), before)


def test_a_cover_that_is_fully_open_closes_by_a_toggle():
    """The position leaves no doubt about the direction."""
    assert holds(INVERTS, state("closed"), state("open", current_position=100))


def test_what_is_no_toggle_can_always_be_judged():
    """The state before the call does not matter for a plain expectation."""
    assert can_be_judged(states("on"), None)


@pytest.mark.parametrize(
    ("expectation", "text"),
    [
        (states("on"), "on"),
        (states("opening", "open"), "open or opening"),
        (states("paused", "idle", "off"), "idle, off or paused"),
        (states(), "nothing"),
        (attribute("temperature", 21.0, 0.5), "temperature 21 ± 0.5"),
        (attribute("shuffle", value=True), "shuffle true"),
        (attribute("shuffle", value=False), "shuffle false"),
        (attribute("rgb_color", (255, 0, 0), 5.0), "rgb_color [255, 0, 0] ± 5"),
        (attribute("motion_detection", None), "motion_detection nothing"),
        (attribute("title", ""), "title an empty text"),
        (INVERTS, "the opposite of before"),
        (Expectation(states=None), "available"),
        (
            Expectation(
                states=frozenset({"open"}),
                attributes=(
                    AttributeExpectation(
                        name="current_position", value=50, tolerance=5
                    ),
                ),
            ),
            "open and current_position 50 ± 5",
        ),
    ],
)
def test_an_expectation_reads_like_a_sentence(expectation, text):
    """People see what is expected without any notation."""
    assert describe(expectation) == text


def test_a_long_value_is_cut_in_the_description():
    """A whole text helper does not fill the log."""
    assert len(describe(states("x" * 500))) == 60


@pytest.mark.parametrize(
    ("expectation", "actual", "text"),
    [
        (states("on"), state("off"), "expected on, found off"),
        (states("on"), None, "expected on, but there is no such entity"),
        (INVERTS, state("on"), "expected the opposite of before, found on"),
        (
            attribute("temperature", 21.0, 0.5),
            state("heat", temperature=19.0),
            "expected temperature 21 ± 0.5, found temperature 19",
        ),
        (
            attribute("preset_mode", "eco"),
            state("heat"),
            "expected preset_mode eco, found preset_mode nothing",
        ),
        (
            attribute("preset_mode", "eco"),
            state("unavailable"),
            "expected preset_mode eco, found unavailable and preset_mode nothing",
        ),
    ],
)
def test_an_unmet_expectation_says_what_is_there_instead(expectation, actual, text):
    """The sentence names what was wanted and only the parts that differ."""
    assert unmet_text(expectation, actual) == text


@given(
    st.frozensets(st.sampled_from(["on", "off", "open", "21"]), max_size=3),
    st.sampled_from(["on", "off", "open", "21.0", "unknown", "unavailable"]),
    st.one_of(st.none(), st.integers(0, 5)),
)
def test_more_states_never_make_less_true(names, actual, level):
    """What holds for some states holds for a longer list of them too."""
    given_state = state(actual, level=level)
    wider = names | {"on", "open"}
    if holds(Expectation(states=names), given_state):
        assert holds(Expectation(states=wider), given_state)
