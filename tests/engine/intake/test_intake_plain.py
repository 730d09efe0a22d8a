import datetime as dt
from enum import IntEnum, StrEnum
from types import MappingProxyType

from annotatedyaml import Input, NodeDictClass, NodeListClass, NodeStrClass
import pytest

from homeassistant.helpers.template import Template
from homeassistant.helpers.typing import UNDEFINED
from homeassistant.util.read_only_dict import ReadOnlyDict
from homeassistant.util.yaml import parse_yaml

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.intake.plain import to_plain


class _Domain(StrEnum):
    LIGHT = "light"


class _Level(IntEnum):
    HIGH = 3


class _Share(float):
    """A float of somebody else's class."""


def test_annotated_yaml_becomes_plain():
    """The classes that remember file and line do not leave intake."""
    annotated = parse_yaml("- action: light.turn_on\n  data: {xy: [0.1, 2]}")
    assert isinstance(annotated, NodeListClass)
    assert isinstance(annotated[0], NodeDictClass)
    assert isinstance(annotated[0]["action"], NodeStrClass)

    plain = to_plain(annotated)

    assert plain == annotated
    assert type(plain) is list
    assert type(plain[0]) is dict
    assert type(plain[0]["action"]) is str
    assert {type(key) for key in plain[0]} == {str}
    assert type(plain[0]["data"]["xy"]) is list


@pytest.mark.parametrize("mapping", [ReadOnlyDict, MappingProxyType, NodeDictClass])
def test_every_mapping_becomes_a_dict(mapping):
    """The data of a service call, for one, cannot be written to."""
    plain = to_plain(mapping({"a": mapping({"b": 1})}))

    assert plain == {"a": {"b": 1}}
    assert type(plain) is type(plain["a"]) is dict


def test_nothing_is_shared_with_the_original():
    """What the copy's owner changes stays with the copy."""
    original = [{"data": {"rgb": [1, 2, 3]}}]
    plain = to_plain(original)
    plain[0]["data"]["rgb"].append(4)
    plain[0]["action"] = "light.turn_on"

    assert original == [{"data": {"rgb": [1, 2, 3]}}]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        5,
        1.5,
        "text",
        b"bytes",
        dt.date(2026, 1, 1),
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        dt.time(7, 30),
        dt.timedelta(seconds=5),
        (1, "a", [2]),
        {1, 2},
    ],
)
def test_values_keep_their_types(value):
    """Dates, durations, tuples and sets mean something to services."""
    plain = to_plain([value])[0]

    assert plain == value
    assert type(plain) is type(value)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (_Domain.LIGHT, "light"),
        (_Level.HIGH, 3),
        (_Share(0.5), 0.5),
        (frozenset({_Level.HIGH}), {3}),
    ],
)
def test_enumerations_become_their_values(value, plain):
    """Code in Python calls services with constants of its own classes."""
    assert to_plain({"x": value}) == {"x": plain}
    assert type(to_plain(value)) is type(plain)


def test_keys_become_plain():
    """A key of a subclass of str breaks JSON."""
    plain = to_plain({_Domain.LIGHT: 1, 2: "b", True: "c"})

    assert plain == {"light": 1, 2: "b", True: "c"}
    assert type(next(iter(plain))) is str


async def test_a_template_becomes_its_text(hass):
    """A template that somebody made already is rendered by the run, not here."""
    assert to_plain([Template("{{ 1 }}", hass)]) == ["{{ 1 }}"]


@pytest.mark.parametrize(
    ("value", "place", "came"),
    [
        ([{"data": Input("lamp")}], "actions/0/data", "an object of type Input"),
        ({"sequence": [{"a": UNDEFINED}]}, "sequence/0/a", "an object of type Und"),
        ([[object()]], "actions/0/0", "an object of type object"),
        ({"a": {(1, 2): "x"}}, "a", "a list of 2"),
        (range(3), "actions", "an object of type range"),
    ],
)
def test_refuses_what_is_not_data(value, place, came):
    """An input that no blueprint filled in cannot be run."""
    with pytest.raises(InvalidActionError) as caught:
        to_plain(value)

    assert caught.value.place == place
    assert caught.value.came.startswith(came)
    assert caught.value.expected == "text, numbers, lists and mappings"
