"""What a person has said no to."""

import pytest

from custom_components.action_engine.engine.gate.rejections import Rejections
from custom_components.action_engine.engine.gate.stored_times import StrangeStateError


def test_the_same_stays_away_for_a_while():
    """Ten minutes, to the second; anything else may be asked."""
    rejections = Rejections()
    rejections.reject("digest", 100)

    assert rejections.left("digest", 100) == 600
    assert rejections.left("digest", 699) == 1
    assert rejections.left("digest", 700) is None
    assert rejections.left("other", 100) is None


def test_another_no_never_makes_it_shorter():
    """The longer one counts."""
    rejections = Rejections()
    rejections.reject("digest", 0)
    rejections.reject("digest", 1, seconds=10)

    assert rejections.left("digest", 11) == 589


def test_it_outlives_a_restart():
    """Also if the clock was set back meanwhile."""
    before, after = Rejections(), Rejections()
    before.reject("digest", 1000)
    assert before.export("digest") == {"at": 1000, "until": 1600}
    after.load("digest", before.export("digest"))

    assert after.left("digest", 0) == 600
    assert after.left("digest", 600) is None
    assert before.export("other") is None
    with pytest.raises(StrangeStateError):
        after.load("digest", {"at": 1000})


def test_what_is_over_is_dropped():
    """Only that."""
    rejections = Rejections()
    rejections.reject("first", 0)
    rejections.reject("second", 100)

    assert rejections.prune(600) == ("first",)
    assert rejections.known() == ("second",)
