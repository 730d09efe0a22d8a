from types import MappingProxyType

import pytest

from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.errors import (
    ActionParseError,
    InvalidActionError,
    SourceNotFoundError,
)
from custom_components.action_engine.engine.intake.caps import MAX_DEPTH, MAX_NODES
from custom_components.action_engine.engine.intake.read import async_read
from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.request import Source, SourceKind

LIGHT = {"action": "light.turn_on"}


def source(kind, value):
    """Return a source of that kind."""
    return Source(kind=kind, value=value)


async def refused(hass, kind, value):
    """Return the error about a source."""
    with pytest.raises(InvalidActionError) as caught:
        await async_read(hass, source(kind, value))
    return caught.value


async def test_reads_every_kind(hass):
    """A list, a text, a script and an automation all become a draft."""
    config = {
        "script": {"night": {"sequence": [LIGHT]}},
        "automation": [{"id": "a", "alias": "A", "triggers": [], "actions": [LIGHT]}],
    }
    for domain in config:
        assert await async_setup_component(hass, domain, config)
    values = {
        SourceKind.ACTIONS: [LIGHT],
        SourceKind.YAML: "- action: light.turn_on",
        SourceKind.SCRIPT: "script.night",
        SourceKind.AUTOMATION: "automation.a",
    }

    for kind in SourceKind:
        draft = await async_read(hass, source(kind, values[kind]))
        assert draft.actions == [LIGHT]


async def test_actions_of_a_service_call_are_copied(hass):
    """The data of a call is read-only, and belongs to its caller."""
    action = {"action": "light.turn_on", "data": MappingProxyType({"rgb": [1, 2]})}
    draft = await async_read(hass, source(SourceKind.ACTIONS, (action)))

    assert draft == Draft(
        actions=[{"action": "light.turn_on", "data": {"rgb": [1, 2]}}]
    )
    draft.actions[0]["data"]["rgb"].append(3)
    assert action["data"]["rgb"] == [1, 2]


@pytest.mark.parametrize(
    ("kind", "value", "place", "came"),
    [
        (SourceKind.ACTIONS, "- action: x.y", "actions", "'- action: x.y'"),
        (SourceKind.ACTIONS, None, "actions", "nothing"),
        (SourceKind.ACTIONS, 5, "actions", "5"),
        (SourceKind.ACTIONS, [], "actions", "an empty list"),
        (SourceKind.ACTIONS, {}, "actions", "an empty mapping"),
        (
            SourceKind.ACTIONS,
            [LIGHT, object()],
            "actions/1",
            "an object of type object",
        ),
        (SourceKind.YAML, [LIGHT], "yaml", "a list of 1"),
        (SourceKind.YAML, b"- a: 1", "yaml", "an object of type bytes"),
        (SourceKind.YAML, None, "yaml", "nothing"),
        (SourceKind.YAML, "light.turn_on", "actions", "'light.turn_on'"),
        (SourceKind.YAML, "[]", "actions", "an empty list"),
        (SourceKind.YAML, "2026-01-01", "actions", "an object of type date"),
        (SourceKind.SCRIPT, "automation.a", "script", "'automation.a'"),
        (SourceKind.AUTOMATION, 5, "automation", "5"),
    ],
)
async def test_refuses_values_of_the_wrong_kind(hass, kind, value, place, came):
    """The error names the field or the place in it."""
    error = await refused(hass, kind, value)

    assert (error.place, error.came) == (place, came)


async def test_text_and_list_point_to_each_other(hass):
    """Who mixes the two fields up is told which one to use."""
    as_text = await refused(hass, SourceKind.ACTIONS, "- action: x.y")
    as_list = await refused(hass, SourceKind.YAML, [LIGHT])

    assert as_text.expected.endswith("text belongs into yaml")
    assert as_list.expected.endswith("a list of actions belongs into actions")


async def test_broken_text_is_a_parse_error(hass):
    """Text has errors of its own, with line and column."""
    with pytest.raises(ActionParseError):
        await async_read(hass, source(SourceKind.YAML, "- action: [x"))


async def test_a_missing_entity_is_an_error_of_its_own(hass):
    """A caller may want to tell a typo from a mistake."""
    with pytest.raises(SourceNotFoundError):
        await async_read(hass, source(SourceKind.SCRIPT, "script.nowhere"))


async def test_actions_obey_the_limits(hass):
    """Depth, size and cycles are refused before anything is copied."""
    deep = cycle = [LIGHT]
    for _ in range(MAX_DEPTH):
        deep = [{"sequence": deep}]
    cycle.append({"sequence": cycle})

    for value in (deep, cycle, [LIGHT] * MAX_NODES):
        error = await refused(hass, SourceKind.ACTIONS, value)
        assert error.place.startswith("actions")
