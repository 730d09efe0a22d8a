"""What the user interface is told about triggers and conditions, against what they take."""

import pytest

from homeassistant.const import CONF_OPTIONS
from homeassistant.helpers.condition import (
    async_get_all_descriptions as condition_descriptions,
    async_validate_condition_config,
)
from homeassistant.helpers.icon import async_get_icons
from homeassistant.helpers.selector import selector, validate_selector
from homeassistant.helpers.translation import async_get_translations
from homeassistant.helpers.trigger import (
    async_get_all_descriptions as trigger_descriptions,
    async_validate_trigger_config,
)

from custom_components.action_engine.condition import CONDITIONS
from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.policy import PolicyStatus
from custom_components.action_engine.engine.model.state import ENDED
from custom_components.action_engine.news_options import FILTERS
from custom_components.action_engine.trigger import TRIGGERS
from tests.face.package_files import load

STRINGS, ICONS = load("translations/en.json"), load("icons.json")


def described(kind):
    """Return what is described in the file of a kind, without the shared parts."""
    return {
        key: (one or {}).get("fields", {})
        for key, one in load(f"{kind}.yaml").items()
        if not key.startswith(".")
    }


KINDS = ("triggers", "conditions")
FIELDS = [
    pytest.param(kind, key, name, field, id=f"{kind}-{key}-{name}")
    for kind in KINDS
    for key, fields in described(kind).items()
    for name, field in fields.items()
]


def test_every_one_is_described():
    """Neither one that is not there, nor one that nobody finds."""
    assert described("triggers").keys() == TRIGGERS.keys()
    assert described("conditions").keys() == CONDITIONS.keys()


def test_fields_are_those_that_are_read():
    """A field that is described is read, and a field that is read is described."""
    for key, fields in described("triggers").items():
        assert tuple(fields) == TRIGGERS[key].filters
    for key, fields in described("conditions").items():
        (options,) = CONDITIONS[key].schema.schema.values()
        assert set(fields) == {str(name) for name in options}


@pytest.mark.parametrize("kind", KINDS)
def test_every_one_has_a_name_and_an_icon(kind):
    """So has every field."""
    texts, icons = STRINGS[kind], ICONS[kind]
    assert texts.keys() == icons.keys() == described(kind).keys()
    for key, fields in described(kind).items():
        assert texts[key].keys() == {"name", "description", "fields"}
        assert list(texts[key]["fields"]) == list(fields)
        for text in texts[key]["fields"].values():
            assert text.keys() == {"name", "description"}
        assert icons[key].keys() == {kind.removesuffix("s")}


@pytest.mark.parametrize(("kind", "key", "name", "field"), FIELDS)
def test_choices_have_names(kind, key, name, field):
    """What is offered is translated."""
    assert kind in KINDS
    validate_selector(field["selector"])
    if choice := field["selector"].get("select"):
        names = STRINGS["selector"][choice["translation_key"]]["options"]
        assert set(choice["options"]) <= names.keys(), f"{key}: {name}"


def test_choices_are_those_of_the_model():
    """All of them are offered."""
    triggers, conditions = described("triggers"), described("conditions")
    states = choices(triggers["execution_finished"]["states"])
    assert (
        set(states) == {state.value for state in ENDED} == set(FILTERS["states"].values)
    )
    risks = choices(triggers["approval_requested"]["risk"])
    assert risks == [risk.word for risk in Risk]
    assert choices(triggers["circuit_opened"]["kind"]) == list(FILTERS["kind"].values)
    ways = choices(conditions["policy_is"]["status"])
    assert ways == [status.value for status in PolicyStatus]


def choices(field):
    """Return what a field offers."""
    return field["selector"]["select"]["options"]


GIVEN = {"text": "Lights", "entity": "script.evening", "boolean": True}


@pytest.mark.parametrize(("kind", "key", "name", "field"), FIELDS)
async def test_what_the_form_gives_is_taken(hass, entry, kind, key, name, field):
    """The value of a selector is one that the configuration allows."""
    ((what, config),) = field["selector"].items()
    value = GIVEN.get(what) or config["options"][0]
    if (config or {}).get("multiple"):
        value = [value]
    assert selector(field["selector"])(value) == value
    options = {name: value}
    if key == "policy_is":
        options = {"policy": "Agents", "status": ["canary"]} | options
    full = f"{DOMAIN}.{key}"
    if kind == "triggers":
        trigger = {"platform": full, CONF_OPTIONS: options}
        (read,) = await async_validate_trigger_config(hass, [trigger])
    else:
        condition = {"condition": full, CONF_OPTIONS: options}
        read = await async_validate_condition_config(hass, condition)
    assert read[CONF_OPTIONS][name] == value


async def test_home_assistant_reads_the_files(hass, entry):
    """Descriptions, names and icons reach the frontend."""
    found = {
        "triggers": await trigger_descriptions(hass),
        "conditions": await condition_descriptions(hass),
    }
    for kind, keys in (("triggers", TRIGGERS), ("conditions", CONDITIONS)):
        own = {key: one for key, one in found[kind].items() if key.startswith(DOMAIN)}
        assert own.keys() == {f"{DOMAIN}.{key}" for key in keys}
        assert all(own.values())
        texts = await async_get_translations(hass, "en", kind, [DOMAIN])
        icons = await async_get_icons(hass, kind, [DOMAIN])
        for key in keys:
            assert texts[f"component.{DOMAIN}.{kind}.{key}.name"]
        assert icons[DOMAIN].keys() == keys.keys()
