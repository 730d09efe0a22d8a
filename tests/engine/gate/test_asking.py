"""What a plan may ask of the home, read from the plan before it runs."""

import pytest

from homeassistant.helpers.template import Template

from custom_components.action_engine.engine.gate.asking import Survey, survey
from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.plan import (
    DeviceStep,
    NativeStep,
    Plan,
)
from custom_components.action_engine.engine.plan.compile import async_compile

ON = {"action": "light.turn_on", "target": {"entity_id": "light.a"}}
NEVER = {"condition": "state", "entity_id": "sun.sun", "state": "never"}


@pytest.fixture
def read(hass):
    """Return how to read what actions may ask for."""

    async def read(*actions) -> Survey:
        return survey(await async_compile(hass, Draft(actions=list(actions))))

    return read


def brief(found):
    """Return places and actions."""
    return [(one.place, one.action) for one in found.askings]


async def test_a_call_is_read_with_data_and_target(read):
    """From wherever Home Assistant takes its targets."""
    found = await read(
        {
            "action": "light.turn_on",
            "data": {"brightness": 3, "entity_id": "light.lost", "area_id": "kitchen"},
            "target": {"entity_id": ["light.a"], "label_id": "x"},
        },
        {"action": "light.turn_off", "entity_id": "light.b, light.c"},
        {"action": "notify.me"},
    )
    first, second, third = found.askings
    assert first.data["brightness"] == 3
    assert first.target == {
        "entity_id": ["light.a"],
        "area_id": "kitchen",
        "label_id": ["x"],
    }
    assert second.target == {"entity_id": ["light.b", "light.c"]}
    assert third.target == {}
    assert not any(one.templated or one.target_templated for one in found.askings)


async def test_templates_are_told_by_where_they_are(read):
    """In the name, in the target, in the data, or in data that may hold a target."""
    found = await read(
        {"action": "{{ 'lock.unlock' }}", "target": {"entity_id": "light.a"}},
        {"action": "light.turn_on", "target": {"entity_id": "{{ x }}"}},
        {"action": "light.turn_on", "target": "{{ x }}"},
        ON | {"data": {"brightness": "{{ x }}"}},
        ON | {"data": "{{ x }}"},
        ON | {"data": {"{{ x }}": "light.b"}},
        {"action": "light.turn_on", "data": {"area_id": ["{{ x }}"]}},
        ON | {"data_template": {"effect": "{{ x }}"}},
    )
    assert [one.action for one in found.askings] == ["template"] + ["light.turn_on"] * 7
    assert all(one.templated for one in found.askings)
    later = [one.place for one in found.askings if one.target_templated]
    assert later == ["1", "2", "4", "5", "6"]


async def test_what_is_no_call_is_read_as_well(read, hass):
    """Scenes, events, device actions, triggers; what only looks or waits is not."""
    found = await read(
        {"scene": "scene.night"},
        {"event": "boo", "event_data": {"a": 1}},
        {"event": "boo", "event_data": {"a": "{{ 1 }}"}},
        {"wait_for_trigger": {"trigger": "event", "event_type": "x"}},
        {"delay": 1},
        {"wait_template": "{{ true }}"},
        {"variables": {"x": 1}},
        NEVER,
        {"set_conversation_response": "ok"},
        {"stop": "now"},
    )
    assert brief(found) == [
        ("0", "scene.turn_on"),
        ("1", "event"),
        ("2", "event"),
        ("3", "trigger"),
    ]
    scene, event, rendered, _ = found.askings
    assert scene.target == {"entity_id": "scene.night"}
    assert event.data == {"event_type": "boo", "event_data": {"a": 1}}
    assert (event.templated, rendered.templated) == (False, True)
    assert found.calls == 3


def test_a_step_that_nobody_knows_is_read_as_such():
    """What it is meant for cannot be known."""
    step = NativeStep(label="0", place="0", action="new", config={"new": 1})
    (found,) = survey(Plan(steps=(step,))).askings
    assert (found.action, found.data) == ("native", {"new": 1})
    assert found.target_templated


def test_a_device_action_is_read_with_its_targets():
    """What it does stands in its data, its targets under the usual keys."""
    config = {"domain": "lock", "type": "unlock", "device_id": "d", "enabled": True}
    step = DeviceStep(label="0", place="0", action="device", config=config)
    (found,) = survey(Plan(steps=(step,))).askings
    assert found.data == {"domain": "lock", "type": "unlock", "device_id": "d"}
    assert (found.action, found.target) == ("device", {"device_id": "d"})


@pytest.mark.parametrize(
    ("action", "data", "entity_ids"),
    [
        (
            "scene.apply",
            {"entities": {"lock.a": "unlocked", "light.a": "on"}},
            ["lock.a", "light.a"],
        ),
        (
            "scene.create",
            {
                "scene_id": "x",
                "entities": {"light.a": "on"},
                "snapshot_entities": ["lock.a"],
            },
            ["light.a", "lock.a"],
        ),
        (
            "media_player.join",
            {"entity_id": "media_player.a", "group_members": "media_player.b"},
            ["media_player.a", "media_player.b"],
        ),
    ],
)
async def test_e05_targets_that_are_not_called_targets_are_found(
    read, action, data, entity_ids
):
    """A scene that is made up on the spot reaches whatever it names."""
    (found,) = (await read({"action": action, "data": data})).askings
    assert found.target["entity_id"] == entity_ids


async def test_e13_every_way_of_every_branch_is_read(read):
    """The worst case counts, in the order of the source."""
    found = await read(
        {"if": NEVER, "then": ON, "else": ON},
        {"choose": {"conditions": NEVER, "sequence": ON}, "default": ON},
        {"parallel": [ON, {"sequence": [ON]}]},
        {"sequence": [ON], "rollback": [ON]},
        ON | {"remedy": [ON], "fallback": [ON], "rollback": [ON]},
        {"try": [ON], "catch": [ON], "finally": [ON]},
    )
    assert [one.place for one in found.askings] == [
        "0/then/0",
        "0/else/0",
        "1/choose/0/sequence/0",
        "1/default/0",
        "2/parallel/0/sequence/0",
        "2/parallel/1/sequence/0",
        "3/sequence/0",
        "3/rollback/0",
        "4",
        "4/remedy/0",
        "4/fallback/0",
        "4/rollback/0",
        "5/try/0",
        "5/catch/0",
        "5/finally/0",
    ]
    assert (found.calls, found.turns, found.countless) == (15, 0, False)


async def test_a_step_that_is_switched_off_asks_for_nothing(read):
    """Unless a template may switch it on."""
    found = await read(ON | {"enabled": False}, ON | {"enabled": "{{ false }}"})
    assert [one.place for one in found.askings] == ["1"]


async def test_e13_turns_multiply(read):
    """Loops in loops are counted as far as they can be."""
    inner = {"repeat": {"for_each": ["a", "b"], "sequence": [ON]}}
    found = await read(
        {"repeat": {"count": 3, "sequence": [ON, inner]}, "rollback": [ON]}
    )
    assert [one.times for one in found.askings] == [3, 6, 1]
    assert (found.calls, found.turns, found.countless) == (10, 9, False)


@pytest.mark.parametrize(
    "loop",
    [
        {"while": [NEVER]},
        {"until": [NEVER]},
        {"count": "{{ 3 }}"},
        {"for_each": "{{ [1] }}"},
    ],
)
async def test_e13_a_loop_that_nobody_can_count_is_told(read, loop):
    """What is inside may be done any number of times."""
    inner = {"repeat": {"count": 5, "sequence": [ON]}}
    found = await read({"repeat": loop | {"sequence": [inner]}})
    (one,) = found.askings
    assert one.times is None
    assert (found.turns, found.countless, found.calls) == (5, True, 1)


async def test_a_loop_of_no_turns_does_nothing(read):
    """Nothing times anything is nothing."""
    found = await read({"repeat": {"count": 0, "sequence": [ON]}})
    assert (found.calls, found.turns) == (0, 0)


async def test_templates_stay_objects(read):
    """So nobody takes one for a text that somebody has written."""
    (found,) = (await read(ON | {"data": {"effect": "{{ x }}"}})).askings
    assert isinstance(found.data["effect"], Template)
