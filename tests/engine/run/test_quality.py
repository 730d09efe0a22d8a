from hypothesis import given, strategies as st
import pytest

from homeassistant.core import State

from custom_components.action_engine.engine.model.outcome import Ending, RunResult
from custom_components.action_engine.engine.model.steps_log import StepsLog
from custom_components.action_engine.engine.run.observing import (
    Observation,
    observations,
    quality,
)

UNREACHED = "the expected state was not reached"
UNSEEN = "nothing was expected that could have been seen"


@pytest.mark.parametrize(
    ("seen", "score", "reasons"),
    [
        ({"attempts": 1, "reached": True}, 100, []),
        ({"attempts": 0, "reached": True}, 100, []),
        ({"attempts": 1, "reached": None}, 80, [UNSEEN]),
        ({"attempts": 1, "reached": False}, 40, [UNREACHED]),
        ({"attempts": 2, "reached": True}, 90, ["2 attempts were needed"]),
        ({"attempts": 3, "reached": True}, 80, ["3 attempts were needed"]),
        ({"attempts": 9, "reached": True}, 70, ["9 attempts were needed"]),
        ({"attempts": 1, "reached": True, "seconds": 5.0}, 100, []),
        (
            {"attempts": 1, "reached": True, "seconds": 5.26},
            90,
            ["it took 5.3 s"],
        ),
        (
            {"attempts": 9, "reached": False, "seconds": 60},
            0,
            [UNREACHED, "9 attempts were needed", "it took 60.0 s"],
        ),
    ],
)
def test_the_mark_falls_with_each_thing_that_went_wrong(seen, score, reasons):
    """Reached counts most, then attempts, then time; each has its reason."""
    assert quality(Observation(before=None, **seen)) == (score, reasons)


@given(
    st.integers(0, 200),
    st.floats(0, 1e6),
    st.none() | st.booleans(),
)
def test_a_mark_lies_between_0_and_100_and_is_explained(attempts, seconds, reached):
    """Only a full mark comes without a reason."""
    seen = Observation(None, attempts=attempts, seconds=seconds, reached=reached)
    score, reasons = quality(seen)
    assert 0 <= score <= 100
    assert (score == 100) == (not reasons)


def test_without_a_result_nothing_was_observed():
    """A run that never began has no observations."""
    assert observations(None) == {}


def test_observations_are_plain_and_sorted():
    """State before and after, and the mark, of each entity by its id."""
    before = State("light.b", "off")
    after = State("light.b", "on", {"brightness": 5})
    result = RunResult(
        ending=Ending.FINISHED,
        log=StepsLog(),
        variables={},
        observed={
            "light.b": Observation(before, after, 2, 1.23456, reached=True),
            "light.a": Observation(None),
        },
    )
    found = observations(result)
    assert list(found) == ["light.a", "light.b"]
    assert found["light.a"]["before"] is None
    assert found["light.b"] == {
        "before": {"state": "off", "attributes": {}},
        "after": {"state": "on", "attributes": {"brightness": 5}},
        "attempts": 2,
        "seconds": 1.2346,
        "reached": True,
        "quality": 90,
        "reasons": ["2 attempts were needed"],
    }
