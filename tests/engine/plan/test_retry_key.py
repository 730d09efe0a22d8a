from dataclasses import fields

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.plan.keys import parse_retry

FIELDS = "max_retries, initial_delay, multiplier, max_delay, jitter, attempt_timeout, deadline"


@pytest.mark.parametrize(
    ("value", "parsed"),
    [
        (False, {"max_retries": 0}),
        (True, {}),
        (0, {"max_retries": 0}),
        (5, {"max_retries": 5}),
        (5.0, {"max_retries": 5}),
        ("5", {"max_retries": 5}),
        (
            {"max_retries": 100, "multiplier": "1.5"},
            {"max_retries": 100, "multiplier": 1.5},
        ),
        ({"jitter": 0}, {"jitter": 0.0}),
        ({"initial_delay": 0.5}, {"initial_delay": 0.5}),
        ({"initial_delay": "00:01:30"}, {"initial_delay": 90.0}),
        ({"max_delay": {"minutes": 2, "milliseconds": 500}}, {"max_delay": 120.5}),
        (
            {"attempt_timeout": "10", "deadline": 60},
            {"attempt_timeout": 10.0, "deadline": 60.0},
        ),
        (
            {"attempt_timeout": None, "deadline": None},
            {"attempt_timeout": None, "deadline": None},
        ),
    ],
)
def test_all_forms_become_fields_of_the_policy(value, parsed):
    """Short and long forms end as numbers and seconds that the policy takes."""
    assert parse_retry(value, "retry") == parsed
    RetryPolicy().merged(parse_retry(value, "retry"))


def test_every_field_of_the_policy_can_be_set():
    """The key and the record have the same fields."""
    assert ", ".join(field.name for field in fields(RetryPolicy)) == FIELDS


@pytest.mark.parametrize(
    ("value", "place", "came", "expected"),
    [
        (
            None,
            "retry",
            "None",
            "true, false, a whole number from 0 to 100, or a mapping",
        ),
        (-1, "retry", "-1", "true, false, a whole number from 0 to 100, or a mapping"),
        (
            2.5,
            "retry",
            "2.5",
            "true, false, a whole number from 0 to 100, or a mapping",
        ),
        (
            [3],
            "retry",
            "[3]",
            "true, false, a whole number from 0 to 100, or a mapping",
        ),
        ({}, "retry", "{}", f"a mapping with one of the fields {FIELDS}"),
        ({"attempts": 3}, "retry.attempts", "3", f"one of the fields {FIELDS}"),
        ({True: 3}, "retry.True", "3", f"one of the fields {FIELDS}"),
        (
            {"max_retries": True},
            "retry.max_retries",
            "True",
            "a whole number from 0 to 100",
        ),
        (
            {"max_retries": 101},
            "retry.max_retries",
            "101",
            "a whole number from 0 to 100",
        ),
        ({"multiplier": 0.5}, "retry.multiplier", "0.5", "a number from 1 to 100"),
        (
            {"multiplier": "fast"},
            "retry.multiplier",
            "'fast'",
            "a number from 1 to 100",
        ),
        ({"jitter": 1.1}, "retry.jitter", "1.1", "a number from 0 to 1"),
        (
            {"initial_delay": -1},
            "retry.initial_delay",
            "-1",
            "a time from 0 to 86400 seconds",
        ),
        (
            {"initial_delay": True},
            "retry.initial_delay",
            "True",
            "a time from 0 to 86400 seconds",
        ),
        (
            {"initial_delay": None},
            "retry.initial_delay",
            "None",
            "a time from 0 to 86400 seconds",
        ),
        (
            {"max_delay": float("inf")},
            "retry.max_delay",
            "inf",
            "a time from 0 to 86400 seconds",
        ),
        (
            {"max_delay": {"weeks": 1}},
            "retry.max_delay",
            "{'weeks': 1}",
            "a time from 0 to 86400 seconds",
        ),
        (
            {"attempt_timeout": 0},
            "retry.attempt_timeout",
            "0",
            "a time from 0.001 to 86400 seconds, or null for no limit",
        ),
        (
            {"deadline": "8 days"},
            "retry.deadline",
            "'8 days'",
            "a time from 0.001 to 604800 seconds, or null for no limit",
        ),
    ],
)
def test_an_error_names_place_value_and_range(value, place, came, expected):
    """Whoever wrote it can mend it without looking anything up."""
    with pytest.raises(InvalidActionError) as caught:
        parse_retry(value, "retry")
    error = caught.value
    assert (error.place, error.came, error.expected) == (place, came, expected)


def outcome(value):
    """Return the policy and no error, or no policy and the error."""
    try:
        return RetryPolicy().merged(parse_retry(value, "retry")), None
    except InvalidActionError as error:
        return None, error


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*FIELDS.split(", "), "seconds", "x"]),
                inner,
                max_size=3,
            )
        ),
    )
)
def test_any_value_is_either_a_policy_or_an_error_with_a_place(value):
    """Nothing that can be written makes the parser fail in another way."""
    policy, error = outcome(value)
    if policy is None:
        assert error.place.startswith("retry")
        return
    assert 0 <= policy.max_retries <= 100
    assert 0 <= policy.initial_delay <= 86_400
    assert 1 <= policy.multiplier <= 100
    assert 0 <= policy.jitter <= 1
