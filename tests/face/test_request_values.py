"""Readers of single values."""

from contextlib import suppress
from datetime import timedelta
from enum import IntEnum

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.request import Mode, Priority
from custom_components.action_engine.request_values import (
    mapping,
    one_of,
    seconds,
    shown,
    text,
    yes_or_no,
)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.timedeltas(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text() | st.integers(), inner, max_size=3)
    ),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (True, True),
        (False, False),
        ("on", True),
        ("No", False),
        ("TRUE", True),
        ("off", False),
    ],
)
def test_truth_values(value, read):
    """Words are taken as Home Assistant takes them."""
    assert yes_or_no(value, "wait") is read


@pytest.mark.parametrize("value", [1, 0, "maybe", "", None, [], {}])
def test_what_is_no_truth_value(value):
    """A number or a list is a slip of the pen."""
    with pytest.raises(InvalidActionError) as refused:
        yes_or_no(value, "wait")
    assert refused.value.place == "wait"
    assert refused.value.expected == "true or false"


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (5, 5.0),
        (0, 0.0),
        (0.25, 0.25),
        ("7", 7.0),
        ("00:01:30", 90.0),
        ("01:00", 3600.0),
        ({"minutes": 2, "seconds": 5}, 125.0),
        (timedelta(seconds=3), 3.0),
    ],
)
def test_time_spans(value, read):
    """All the ways of writing a time that Home Assistant has."""
    assert seconds(value, "timeout") == read


@pytest.mark.parametrize(
    "value",
    [
        -1,
        True,
        False,
        "soon",
        "-00:01:00",
        {"weeks": 1},
        {},
        [],
        float("nan"),
        float("inf"),
        pytest.param(10**400, id="huge"),
        "1e999",
        31 * 86_400,
    ],
)
def test_what_is_no_time_span(value):
    """Negative, endless and unreadable times are refused, whatever their size."""
    with pytest.raises(InvalidActionError) as refused:
        seconds(value, "timeout")
    assert refused.value.place == "timeout"
    assert "HH:MM:SS" in refused.value.expected


@pytest.mark.parametrize(
    ("value", "read"), [(" hall ", "hall"), (5, "5"), (1.5, "1.5")]
)
def test_texts(value, read):
    """A template may have made a number of a text."""
    assert text(value, "key") == read


@pytest.mark.parametrize(
    "value",
    ["", "  ", "x" * 256, True, [], {}, pytest.param(10**5000, id="huge")],
)
def test_what_is_no_text(value):
    """Empty and endless texts name nothing."""
    with pytest.raises(InvalidActionError) as refused:
        text(value, "name")
    assert refused.value.expected == "a text of 1 to 255 characters"


def test_mappings():
    """Values are not looked at, names have to be texts."""
    assert mapping({"a": [1]}, "variables") == {"a": [1]}
    with pytest.raises(InvalidActionError) as refused:
        mapping([1], "variables")
    assert refused.value.expected == "a mapping of names to values"
    with pytest.raises(InvalidActionError) as refused:
        mapping({1: 2}, "variables")
    assert refused.value.came == "1"


def test_names_of_an_enumeration():
    """The names are taken, in capitals too; the numbers behind them are not."""
    assert one_of(Priority)("high", "priority") is Priority.HIGH
    assert one_of(Mode)("Restart", "mode") is Mode.RESTART
    with pytest.raises(InvalidActionError) as refused:
        one_of(Priority)(2, "priority")
    assert refused.value.expected == "one of low, normal, high, critical"


def test_a_value_of_any_size_is_shown_short():
    """An error fits into a line, whatever came."""
    nested = [[[[[0] * 1000] * 1000] * 1000] * 1000] * 1000
    for value in ("x" * 10**6, nested, dict.fromkeys(range(1000), nested), 10**9000):
        assert len(shown(value)) < 400
    assert shown(None) == "nothing"


@settings(deadline=None)
@given(ANYTHING)
def test_readers_read_or_refuse(value):
    """No value gets anything but a result or the one error that is meant for it."""

    class Kind(IntEnum):
        ONE = 1

    for read in (yes_or_no, text, mapping, seconds, one_of(Kind)):
        with suppress(InvalidActionError):
            read(value, "here")
