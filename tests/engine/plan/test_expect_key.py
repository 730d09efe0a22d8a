from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.expectation import (
    AttributeExpectation,
    Expectation,
)
from custom_components.action_engine.engine.model.step_keys import ExpectKey
from custom_components.action_engine.engine.plan.expect_key import parse_expect

FORMS = "auto, none, a state, a list of states, a template, or a mapping"
FIELDS = "state, attributes, entity_id, template, within, skip_if_already"


def states(*names):
    """Return the key that expects one of these states."""
    return ExpectKey(expectation=Expectation(states=frozenset(names)))


def attributes(*wanted):
    """Return the key that expects these attributes."""
    return ExpectKey(expectation=Expectation(states=None, attributes=wanted))


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("auto", ExpectKey(auto=True)),
        ("none", ExpectKey()),
        ("on", states("on")),
        ("Auto", states("Auto")),
        (["on", "off"], states("on", "off")),
        (("heat",), states("heat")),
        (21, states("21")),
        (21.5, states("21.5")),
        ({"state": "auto"}, states("auto")),
        ({"state": ["open", "opening"]}, states("open", "opening")),
        (
            {"attributes": {"brightness": 128}},
            attributes(AttributeExpectation(name="brightness", value=128)),
        ),
        (
            {"attributes": {"brightness": {"value": 128, "tolerance": "2.5"}}},
            attributes(
                AttributeExpectation(name="brightness", value=128, tolerance=2.5)
            ),
        ),
        (
            {"attributes": {"rgb_color": {"value": [255, 0, 0], "tolerance": 5}}},
            attributes(
                AttributeExpectation(name="rgb_color", value=[255, 0, 0], tolerance=5)
            ),
        ),
        (
            {"attributes": {"media_title": None, "muted": {"value": True}}},
            attributes(
                AttributeExpectation(name="media_title", value=None),
                AttributeExpectation(name="muted", value=True),
            ),
        ),
        ({"within": 30}, ExpectKey(auto=True, within=30.0)),
        ({"within": "00:01:00"}, ExpectKey(auto=True, within=60.0)),
        ({"skip_if_already": True}, ExpectKey(auto=True, skip_if_already=True)),
        (
            {"entity_id": "switch.relay, light.Lamp"},
            ExpectKey(auto=True, entity_ids=("switch.relay", "light.lamp")),
        ),
        (
            {"entity_id": ["light.lamp"], "state": "on", "skip_if_already": False},
            ExpectKey(
                expectation=Expectation(states=frozenset({"on"})),
                entity_ids=("light.lamp",),
                skip_if_already=False,
            ),
        ),
    ],
)
def test_all_forms_are_read(value, key):
    """Words, states, lists and mappings say what their author meant."""
    assert parse_expect(value, "expect") == key


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (True, states("on")),
        (False, states("off")),
        ([True, False], states("on", "off")),
        ({"state": False}, states("off")),
    ],
)
def test_a_bare_on_or_off_is_a_state(value, key):
    """YAML makes booleans of them, which does not change what was meant."""
    assert parse_expect(value, "expect") == key


@pytest.mark.usefixtures("hass")
async def test_a_template_is_compiled():
    """It can be rendered by the home that it was written for."""
    key = parse_expect("{{ is_state('light.lamp', 'on') }}", "expect")
    assert key.template.async_render() is False
    assert not key.auto
    assert key.expectation is None


@pytest.mark.usefixtures("hass")
async def test_a_template_can_stand_beside_a_state():
    """Both have to be true."""
    key = parse_expect({"state": "on", "template": "{{ 1 + 1 == 2 }}"}, "expect")
    assert key.template.async_render() is True
    assert key.expectation == Expectation(states=frozenset({"on"}))


@pytest.mark.parametrize(
    ("value", "place"),
    [("{{ 1 + }}", "expect"), ({"template": "{{ 1 + }}"}, "expect.template")],
)
@pytest.mark.usefixtures("hass")
async def test_a_template_that_cannot_be_read_is_refused(value, place):
    """The error says why, before anything runs."""
    with pytest.raises(InvalidActionError) as caught:
        parse_expect(value, "expect")
    assert caught.value.place == place
    assert caught.value.expected.startswith("a template that can be read (invalid")


@pytest.mark.usefixtures("hass")
async def test_a_template_without_braces_is_refused():
    """A fixed text would be true or false for ever."""
    with pytest.raises(InvalidActionError) as caught:
        parse_expect({"template": "true"}, "expect")
    assert caught.value.place == "expect.template"


@pytest.mark.parametrize(
    ("value", "place", "came", "expected"),
    [
        (None, "expect", "None", FORMS),
        ("", "expect", "''", FORMS),
        ([], "expect", "[]", FORMS),
        ([["on"]], "expect", "[['on']]", FORMS),
        ({}, "expect", "{}", f"a mapping with one of the fields {FIELDS}"),
        ({"states": "on"}, "expect.states", "'on'", f"one of the fields {FIELDS}"),
        ({"state": None}, "expect.state", "None", "a state or a list of states"),
        ({"state": []}, "expect.state", "[]", "a state or a list of states"),
        (
            {"state": "{{ wanted }}"},
            "expect.state",
            "'{{ wanted }}'",
            "a state as it is; a template belongs under template",
        ),
        (
            {"attributes": []},
            "expect.attributes",
            "[]",
            "a mapping from attributes to their values",
        ),
        (
            {"attributes": {True: 5}},
            "expect.attributes",
            "{True: 5}",
            "attribute names as text, in quotes if need be",
        ),
        (
            {"attributes": {"brightness": {"tolerance": 5}}},
            "expect.attributes.brightness",
            "{'tolerance': 5}",
            "a value, or a mapping with value and tolerance",
        ),
        (
            {"attributes": {"brightness": {"value": 5, "margin": 5}}},
            "expect.attributes.brightness.margin",
            "5",
            "one of the fields value, tolerance",
        ),
        (
            {"attributes": {"brightness": {"value": 5, "tolerance": -1}}},
            "expect.attributes.brightness.tolerance",
            "-1",
            "a number from 0 to 100000",
        ),
        (
            {"attributes": {"mode": {"value": "eco", "tolerance": 1}}},
            "expect.attributes.mode",
            "{'value': 'eco', 'tolerance': 1}",
            "a number as value where there is a tolerance",
        ),
        (
            {"attributes": {"mode": "{{ wanted }}"}},
            "expect.attributes.mode",
            "'{{ wanted }}'",
            "a value as it is; a template belongs under template",
        ),
        (
            {"attributes": {"levels": [1, "{{ wanted }}"]}},
            "expect.attributes.levels",
            "[1, '{{ wanted }}']",
            "a value as it is; a template belongs under template",
        ),
        (
            {"attributes": {"mode": {"value": "{{ wanted }}"}}},
            "expect.attributes.mode.value",
            "'{{ wanted }}'",
            "a value as it is; a template belongs under template",
        ),
        (
            {"entity_id": "lamp"},
            "expect.entity_id",
            "'lamp'",
            "an entity id or a list of entity ids",
        ),
        (
            {"entity_id": []},
            "expect.entity_id",
            "[]",
            "an entity id or a list of entity ids",
        ),
        (
            {"entity_id": None},
            "expect.entity_id",
            "None",
            "an entity id or a list of entity ids",
        ),
        (
            {"entity_id": [5]},
            "expect.entity_id",
            "[5]",
            "an entity id or a list of entity ids",
        ),
        ({"within": -1}, "expect.within", "-1", "a time from 0 to 3600 seconds"),
        (
            {"within": "soon"},
            "expect.within",
            "'soon'",
            "a time from 0 to 3600 seconds",
        ),
        ({"skip_if_already": 1}, "expect.skip_if_already", "1", "true or false"),
    ],
)
def test_an_error_names_place_value_and_what_would_do(value, place, came, expected):
    """Whoever wrote it can mend it without looking anything up."""
    with pytest.raises(InvalidActionError) as caught:
        parse_expect(value, "expect")
    error = caught.value
    assert (error.place, error.came, error.expected) == (place, came, expected)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
NAMES = st.sampled_from([*FIELDS.split(", "), "value", "tolerance", "x"])


def outcome(value):
    """Return the key and no error, or no key and the error."""
    try:
        return parse_expect(value, "expect"), None
    except InvalidActionError as error:
        return None, error


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
        ),
    )
)
def test_any_value_is_either_read_or_an_error_with_a_place(value):
    """Nothing that can be written makes the parser fail in another way."""
    key, error = outcome(value)
    assert isinstance(key, ExpectKey) or error.place.startswith("expect")
