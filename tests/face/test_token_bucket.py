"""How often somebody may ask."""

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.token_bucket import TokenBuckets


def test_a_full_bucket_is_a_minute_worth():
    """All at once, and then one after the other."""
    buckets = TokenBuckets(60)
    assert [buckets.take("anna", 0) for _ in range(60)] == [0.0] * 60
    assert buckets.take("anna", 0) == pytest.approx(1)
    assert buckets.take("anna", 0.25) == pytest.approx(0.75)
    assert buckets.take("anna", 1.1) == 0
    assert buckets.take("anna", 1.1) > 0


def test_everybody_has_his_own():
    """Who asks too often holds up nobody else."""
    buckets = TokenBuckets(1)
    assert buckets.take("anna", 0) == 0
    assert buckets.take("anna", 0) > 0
    assert buckets.take("ben", 0) == 0


def test_who_waits_as_long_as_he_is_told_is_let_in():
    """The answer is neither too short nor needlessly long."""
    buckets = TokenBuckets(7)
    now = 0.0
    for _ in range(50):
        while seconds := buckets.take("anna", now):
            assert 0 < seconds <= 60 / 7 + 1e-9
            now += seconds + 1e-9


def test_full_buckets_are_not_kept():
    """Names that come once cost no room for ever."""
    buckets = TokenBuckets(60)
    for number in range(5000):
        assert buckets.take(str(number), float(number)) == 0
    assert len(buckets) <= 300


@given(st.lists(st.floats(0, 30), max_size=200))
def test_no_stretch_of_time_holds_more_than_a_bucket_and_its_refill(pauses):
    """However the requests are spread."""
    buckets, now, taken = TokenBuckets(10), 0.0, []
    for pause in pauses:
        now += pause
        if buckets.take("anna", now) == 0:
            taken.append(now)
    for first, begin in enumerate(taken):
        for last, end in enumerate(taken[first:], first):
            assert last - first + 1 <= 10 + (end - begin) / 6 + 1e-6
