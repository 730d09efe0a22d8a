from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.model.likeness import alike, as_number

FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (21, 21.0),
        (21.5, 21.5),
        ("21", 21.0),
        ("-0.5", -0.5),
        ("+3", 3.0),
        ("1e-05", 0.00001),
        ("007", None),
        ("", None),
        ("21 °C", None),
        ("٣", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        (float("nan"), None),
        (float("inf"), None),
        (10**400, None),
        (True, None),
        (None, None),
        ([1], None),
    ],
)
def test_only_what_is_written_as_a_number_is_one(value, number):
    """Codes, booleans, units and infinities are no numbers."""
    assert as_number(value) == number


@pytest.mark.parametrize(
    ("wanted", "actual", "tolerance"),
    [
        ("heat", "heat", 0),
        (21, "21.0", 0),
        ("21", 21.0, 0),
        (21.3, 21.0, 0.3),
        ([255, 0, 0], (255, 0, 0), 0),
        ((255, 0, 0), [250, 4, 0], 5),
        ([[1, 2], ["a"]], [(1.0, "2"), ("a",)], 0),
        (True, True, 0),
        (True, "on", 0),
        (False, "OFF", 0),
        ("true", True, 0),
        (None, None, 0),
        ({"a": 1}, {"a": 1}, 0),
    ],
)
def test_the_same_value_in_another_writing_is_alike(wanted, actual, tolerance):
    """Numbers as text, tuples as lists and switches as booleans count as the same."""
    assert alike(wanted, actual, tolerance)


@pytest.mark.parametrize(
    ("wanted", "actual", "tolerance"),
    [
        ("heat", "Heat", 0),
        ("007", "7", 0),
        (21, 21.4, 0.3),
        (21, None, 5),
        (1, True, 0),
        (True, 1, 0),
        (False, None, 0),
        (False, "idle", 0),
        ([255, 0], [255, 0, 0], 5),
        ([255, 0, 0], "red", 5),
        ([255, 0, 0], [255, 6, 0], 5),
        (None, "", 0),
        (None, 0, 0),
        (float("nan"), float("nan"), 0),
    ],
)
def test_another_value_is_not_alike(wanted, actual, tolerance):
    """A switch is no number, a missing value is no zero, a code is no number."""
    assert not alike(wanted, actual, tolerance)


@given(FINITE, st.floats(min_value=0, max_value=1000), st.floats(-1, 1))
def test_everything_inside_the_tolerance_is_alike(wanted, tolerance, share):
    """A number is accepted anywhere up to the tolerance, as number and as text."""
    actual = wanted + share * tolerance
    assert alike(wanted, actual, tolerance)
    assert alike(wanted, f"{actual:.15g}", tolerance)
    assert alike([wanted], (actual,), tolerance)


@given(FINITE, st.floats(min_value=0, max_value=1000), st.floats(0.01, 1000))
def test_nothing_beyond_the_tolerance_is_alike(wanted, tolerance, beyond):
    """A number further away is refused on both sides."""
    assert not alike(wanted, wanted + tolerance + beyond, tolerance)
    assert not alike(wanted, wanted - tolerance - beyond, tolerance)
