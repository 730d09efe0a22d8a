from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.model.repeat import Repeat
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.run.retry import (
    Failure,
    GiveUp,
    backoff,
    decide,
)

POLICY = RetryPolicy(jitter=0)
MIDDLE = 0.5

policies = st.builds(
    RetryPolicy,
    max_retries=st.integers(0, 100),
    initial_delay=st.floats(0, 86_400),
    multiplier=st.floats(1, 100) | st.integers(1, 100),
    max_delay=st.floats(0, 86_400),
    jitter=st.floats(0, 1),
    deadline=st.none() | st.floats(0.001, 604_800),
)
failures = st.builds(
    Failure,
    attempt=st.integers(1, 101),
    elapsed=st.floats(0, 604_800),
    pointless=st.booleans(),
    untouched=st.booleans(),
    repeat=st.sampled_from(Repeat),
    asked=st.booleans(),
)
draws = st.floats(0, 1)


def test_waits_grow_until_they_reach_the_longest():
    """Each wait is the last one times the multiplier, but never more than max_delay."""
    waits = [backoff(POLICY, attempt, MIDDLE) for attempt in range(1, 9)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.parametrize(
    ("draw", "wait"), [(0.0, 0.75), (0.5, 1.0), (1.0, 1.25), (0.8, 1.15)]
)
def test_jitter_spreads_the_wait_to_both_sides(draw, wait):
    """The draw says where between -25 % and +25 % the wait lies."""
    assert backoff(RetryPolicy(jitter=0.25), 1, draw) == pytest.approx(wait)


def test_jitter_does_not_lift_a_wait_over_the_longest():
    """The cap comes after the jitter, and a long wait may still fall below it."""
    policy = RetryPolicy(initial_delay=60, max_delay=60, jitter=0.5)
    assert backoff(policy, 1, 1.0) == 60
    assert backoff(policy, 1, 0.0) == 30


@pytest.mark.parametrize("multiplier", [10.0, 10])
def test_a_wait_too_large_for_a_number_is_the_longest(multiplier):
    """Growth beyond what a float can hold is no error."""
    policy = RetryPolicy(multiplier=multiplier, jitter=0)
    assert backoff(policy, 1_000, MIDDLE) == 60


@given(policies, st.integers(1, 101), draws)
def test_a_wait_is_never_negative_nor_longer_than_allowed(policy, attempt, draw):
    """Whatever the policy says, the wait lies between nothing and max_delay."""
    assert 0 <= backoff(policy, attempt, draw) <= policy.max_delay


@given(policies, st.integers(1, 100), draws)
def test_a_later_wait_is_never_shorter(policy, attempt, draw):
    """With the same draw, waits grow or stay."""
    assert backoff(policy, attempt, draw) <= backoff(policy, attempt + 1, draw)


@given(policies, st.integers(1, 101), draws)
def test_a_wait_stays_in_the_range_of_the_jitter(policy, attempt, draw):
    """Jitter moves the wait by no more than its share."""
    steady = backoff(policy.merged({"jitter": 0, "max_delay": 1e300}), attempt, draw)
    wait = backoff(policy.merged({"max_delay": 1e300}), attempt, draw)
    off = steady * policy.jitter
    assert wait == pytest.approx(steady, abs=off + 1e-9 * (1 + steady))


@pytest.mark.parametrize(
    ("failure", "verdict"),
    [
        ({"attempt": 1}, 1),
        ({"attempt": 3}, 4),
        ({"attempt": 4}, GiveUp.EXHAUSTED),
        ({"attempt": 1, "pointless": True}, GiveUp.POINTLESS),
        ({"attempt": 9, "pointless": True}, GiveUp.POINTLESS),
        ({"attempt": 1, "repeat": Repeat.RELATIVE}, GiveUp.NOT_REPEATABLE),
        ({"attempt": 4, "repeat": Repeat.RELATIVE}, GiveUp.EXHAUSTED),
        (
            {"attempt": 1, "repeat": Repeat.RELATIVE, "asked": True},
            GiveUp.NOT_REPEATABLE,
        ),
        ({"attempt": 2, "repeat": Repeat.RELATIVE, "untouched": True}, 2),
        ({"attempt": 1, "repeat": Repeat.UNCLEAR}, GiveUp.NOT_REPEATABLE),
        ({"attempt": 1, "repeat": Repeat.UNCLEAR, "asked": True}, 1),
        ({"attempt": 1, "repeat": Repeat.UNCLEAR, "untouched": True}, 1),
        (
            {"attempt": 1, "pointless": True, "untouched": True, "asked": True},
            GiveUp.POINTLESS,
        ),
    ],
)
def test_who_is_tried_again(failure, verdict):
    """Wrong calls never, relative ones only if seen undone, unclear ones if asked for."""
    assert decide(POLICY, Failure(elapsed=0, **failure), MIDDLE) == verdict


@pytest.mark.parametrize(
    ("elapsed", "verdict"), [(0, 1), (9, 1), (9.01, GiveUp.DEADLINE)]
)
def test_no_attempt_begins_after_the_deadline(elapsed, verdict):
    """The wait counts: what would begin too late is not waited for."""
    failure = Failure(attempt=1, elapsed=elapsed)
    assert decide(POLICY.merged({"deadline": 10}), failure, MIDDLE) == verdict


def test_no_retries_means_a_single_attempt():
    """With max_retries 0 the first failure is the last."""
    policy = RetryPolicy(max_retries=0)
    verdict = decide(policy, Failure(attempt=1, elapsed=0), MIDDLE)
    assert verdict is GiveUp.EXHAUSTED


@given(policies, failures, draws)
def test_a_retry_is_always_within_the_policy(policy, failure, draw):
    """Whenever there is a wait, none of the four reasons against it applies."""
    verdict = decide(policy, failure, draw)
    if isinstance(verdict, GiveUp):
        return
    assert not failure.pointless
    assert failure.attempt <= policy.max_retries
    assert failure.elapsed + verdict <= (policy.deadline or float("inf"))
    allowed = failure.repeat is Repeat.ABSOLUTE or (
        failure.repeat is Repeat.UNCLEAR and failure.asked
    )
    assert failure.untouched or allowed


@given(policies, failures, draws)
def test_giving_up_names_a_reason_that_is_true(policy, failure, draw):
    """The reason shown to people is the one that counts."""
    match decide(policy, failure, draw):
        case GiveUp.POINTLESS:
            assert failure.pointless
        case GiveUp.EXHAUSTED:
            assert failure.attempt > policy.max_retries
        case GiveUp.NOT_REPEATABLE:
            assert failure.repeat is not Repeat.ABSOLUTE
            assert not failure.untouched
        case GiveUp.DEADLINE:
            assert policy.deadline is not None


def test_overrides_replace_only_what_they_name():
    """A step's retry key changes some fields, the rest stays as it was."""
    policy = RetryPolicy(max_retries=7, jitter=0.2)
    assert policy.merged({}) is policy
    assert policy.merged({"max_retries": 1}) == RetryPolicy(max_retries=1, jitter=0.2)
