"""Every entity and every action has an icon."""

import pytest

from homeassistant.helpers.icon import async_get_icons

from custom_components.action_engine.alerts import AlertKind
from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.event import EVENT_TYPES, RESUMED
from tests.face.package_files import load, sections_of, services

ICONS = load("icons.json")
STRINGS = load("translations/en.json")


def icons(part):
    """Return all icons."""
    if isinstance(part, str):
        return [part]
    return [icon for inner in part.values() for icon in icons(inner)]


def test_entities():
    """As many as there are names, with states that exist."""
    translated = STRINGS["entity"]
    assert {domain: keys.keys() for domain, keys in ICONS["entity"].items()} == {
        domain: keys.keys() for domain, keys in translated.items()
    }
    for domain, keys in ICONS["entity"].items():
        for key, icon in keys.items():
            assert "default" in icon
            known = translated[domain][key].get("state", {"on": "", "off": ""})
            assert icon.get("state", {}).keys() <= known.keys()
            # hassfest: a state that looks like the default needs no icon of its own.
            assert icon["default"] not in icon.get("state", {}).values()
    events = ICONS["entity"]["event"]
    types = events["execution"]["state_attributes"]["event_type"]
    assert list(types["state"]) == [*EVENT_TYPES.values(), RESUMED]
    types = events["alerts"]["state_attributes"]["event_type"]
    assert list(types["state"]) == [one.value for one in AlertKind]


@pytest.mark.parametrize("name", services())
def test_actions(name):
    """One for the action and one for each section."""
    icon = ICONS["services"][name]
    assert icon["service"]
    assert icon.get("sections", {}).keys() == sections_of(services()[name])


def test_no_action_too_many():
    """What was removed from the code is gone from here."""
    assert ICONS["services"].keys() == services().keys()


def test_icons_are_of_the_set_that_home_assistant_has():
    """Others would be blank."""
    assert all(icon.startswith("mdi:") for icon in icons(ICONS))


async def test_home_assistant_reads_the_file(hass, entry):
    """The icons reach the frontend."""
    found = await async_get_icons(hass, "services", [DOMAIN])
    assert found[DOMAIN].keys() == ICONS["services"].keys()
