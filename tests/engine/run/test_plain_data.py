from collections import OrderedDict
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, IntEnum, StrEnum
import json
from types import MappingProxyType

from hypothesis import given, strategies as st
import orjson
import pytest

from homeassistant.core import Context, State
from homeassistant.util.read_only_dict import ReadOnlyDict

from custom_components.action_engine.engine.run.plain_data import plain


class _Colour(Enum):
    RED = ("r", 1)


class _Mode(StrEnum):
    HEAT = "heat"


class _Level(IntEnum):
    HIGH = 3


class _Text(str):
    __slots__ = ()


class _Odd:
    def __str__(self):
        return "an odd thing"


WHEN = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "result"),
    [
        ("text", "text"),
        (1, 1),
        (1.5, 1.5),
        (True, True),
        (None, None),
        (_Text("text"), "text"),
        (_Colour.RED, ["r", 1]),
        (_Mode.HEAT, "heat"),
        (_Level.HIGH, 3),
        ({1: {"a": (1, 2)}, None: 2}, {"1": {"a": [1, 2]}, "None": 2}),
        (OrderedDict(a=1), {"a": 1}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (ReadOnlyDict({"a": [WHEN]}), {"a": ["2026-11-20T18:30:00+00:00"]}),
        ([1, [2, {3}]], [1, [2, [3]]]),
        ({3, 1, 2}, [1, 2, 3]),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({"b", 1}, [1, "b"]),
        (WHEN, "2026-11-20T18:30:00+00:00"),
        (date(2026, 11, 20), "2026-11-20"),
        (time(18, 30), "18:30:00"),
        (timedelta(minutes=1.5), 90.0),
        (_Odd(), "an odd thing"),
        (b"\xff", "b'\\xff'"),
        (float("inf"), "inf"),
        (-(2**63) + 1, -(2**63) + 1),
        (2**63, "9223372036854775808"),
    ],
)
def test_values_get_their_plain_form(value, result):
    """Each kind of value that a run meets has one form in JSON."""
    found = plain(value)
    assert found == result
    assert type(found) is type(result) or isinstance(value, str)


def test_states_and_contexts_become_what_they_hold():
    """A state variable is readable in a summary."""
    context = Context(user_id="me", parent_id="other", id="this")
    state = State("light.hall", "on", {"brightness": 3}, context=context)
    found = plain({"state": state, "context": context})
    assert found["context"] == {"id": "this", "parent_id": "other", "user_id": "me"}
    assert found["state"]["entity_id"] == "light.hall"
    assert found["state"]["attributes"] == {"brightness": 3}
    assert found["state"]["context"] == found["context"]
    assert isinstance(found["state"]["last_changed"], str)


_leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.datetimes()
    | st.dates()
    | st.times()
    | st.timedeltas()
    | st.sampled_from([*_Mode, *_Colour])
)
_trees = st.recursive(
    _leaves,
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(_leaves, inner)
        | st.tuples(inner)
        | st.frozensets(_leaves)
    ),
    max_leaves=12,
)


@given(_trees)
def test_whatever_comes_out_can_be_written_as_json(value):
    """No value that a template or a response can hold makes the summary fail."""
    found = plain(value)
    json.dumps(found, allow_nan=False)
    orjson.dumps(found)


@given(_trees)
def test_plain_data_stays_as_it_is(value):
    """What is plain already is not changed a second time."""
    once = plain(value)
    assert plain(once) == once
