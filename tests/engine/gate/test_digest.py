import datetime as dt
from functools import partial
import subprocess
import sys

from hypothesis import given, strategies as st
import pytest

from homeassistant.helpers.template import Template

from custom_components.action_engine.engine.gate.digest import digest

ACTIONS = [
    {"action": "light.turn_on", "data": {"brightness": 3, "at": dt.time(7, 30)}},
    {"delay": dt.timedelta(seconds=1), "x": {1: b"a", "1": {"b", "a"}}},
]
whole = partial(
    digest,
    actions=ACTIONS,
    variables={"a": 1, "b": 2},
    targets={"0": ("light.a", "light.b")},
    policy="agents",
    version=1,
)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.binary(max_size=3)
    | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab", max_size=2) | st.integers(0, 9), inner)
    ),
    max_leaves=8,
)


def test_the_digest_is_the_same_in_every_process():
    """Sets and mappings have no order of their own that could change it."""
    code = "from tests.engine.gate.test_digest import whole; print(whole())"
    for seed in ("1", "2"):
        printed = subprocess.run(  # noqa: S603 - our own interpreter, fixed arguments
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        assert printed.strip() == whole()
    assert len(whole()) == 64


@pytest.mark.parametrize(
    "other",
    [
        {"actions": [*ACTIONS, {"stop": ""}]},
        {"actions": ACTIONS[::-1]},
        {"variables": {"a": 1, "b": 3}},
        {"variables": {"b": 2, "a": 1}},
        {"targets": {"0": ("light.a",)}},
        {"targets": {"1": ("light.a", "light.b")}},
        {"policy": "other"},
        {"version": 2},
        {"version": "1"},
        {"version": None},
    ],
)
def test_e03_whatever_differs_makes_another_digest(other):
    """An answer counts for what was shown, on the targets that were shown."""
    assert whole(**other) != whole()


def test_the_order_of_keys_and_targets_does_not_matter():
    """It changes nothing about what is done."""
    first = whole(actions=[{"a": 1, "b": 2}], targets={"0": ("x.a", "x.b"), "1": ()})
    other = whole(
        actions=[{"b": 2, "a": 1}], targets={"1": (), "0": ["x.b", "x.a", "x.b"]}
    )
    assert first == other


@given(ANYTHING, ANYTHING)
def test_two_values_are_one_only_if_they_are_the_same(one, other):
    """Nothing can be made to look like something else."""
    same = whole(actions=one) == whole(actions=other)
    assert same == (tagged(one) == tagged(other))


def tagged(value):
    """Return a value that is equal only to one of the same types."""
    if isinstance(value, list):
        return "list", [tagged(one) for one in value]
    if isinstance(value, dict):
        return "dict", sorted(
            (repr(tagged(key)), tagged(one)) for key, one in value.items()
        )
    return type(value).__name__, repr(value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        (float("nan"), None),
        (dt.date(2026, 1, 1), "2026-01-01"),
        ({1: "a"}, {"1": "a"}),
        (["float", "1.0"], 1.0),
        ([], {}),
        ({"a"}, ["a"]),
        (Template("{{ 1 }}", None), "{{ 1 }}"),
        (b"a", "a"),
    ],
)
def test_values_that_json_would_write_alike_are_told_apart(one, other):
    """Also those that somebody made to look like the notation."""
    assert whole(actions=[one]) != whole(actions=[other])


def test_what_is_no_data_has_no_digest():
    """It must not pass for something else."""
    with pytest.raises(TypeError):
        whole(actions=[object()])
    with pytest.raises(TypeError):
        whole(actions=["\ud800"])
