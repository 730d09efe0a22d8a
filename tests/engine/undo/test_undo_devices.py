"""Random calls on real entities of Home Assistant are taken back by the engine."""

import random

import pytest

from homeassistant.components import persistent_notification
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.undo import Conflict, UndoWhat
from tests.engine.undo.demo_calls import DEVICES, HELPER_CALLS, HELPERS

ROUNDS = 8

HOPELESS = {
    "it can be set to multiples of 2 only",
    "nothing brings back its preset_mode",
    "only work can be paused",
    "where it stood before it went home is not known",
}
"""Reasons for which a random sequence may honestly end in impossible."""


def draw_for(entity_id):
    """Return a source of chance that is the same each time."""
    return random.Random(entity_id)  # noqa: S311 - a test, no secret


HEADSTRONG = {
    "cover.living_room_window",
    "cover.pergola_roof",
    "vacuum.demo_vacuum_0_ground_floor",
    "valve.trees",
}
"""Devices of the demo that finish what they have begun, whatever they are told: each
call waits until they have."""


async def undo_at_random(house, entity_id, calls, draw):
    """Make random calls and take them back; each round goes on from where it is."""
    domain = entity_id.partition(".")[0]
    for _ in range(ROUNDS):
        for service, data in draw.choices(calls, k=draw.randrange(3)):
            await house.by_hand(f"{domain}.{service}", entity_id, **data)
        await house.pass_time(45)
        before, house.done = house.look(entity_id), []
        for service, data in draw.choices(calls, k=draw.randrange(1, 5)):
            await house.act(f"{domain}.{service}", entity_id, **data)
            hasty = [] if entity_id in HEADSTRONG else [0, 0, 3]
            await house.pass_time(draw.choice([*hasty, 45]))
        what = house.plan()
        [item] = what.items
        if item.what is UndoWhat.IMPOSSIBLE:
            assert any(item.reason.startswith(one) for one in HOPELESS), item
            continue
        assert item.what in {UndoWhat.WILL, UndoWhat.NOTHING}, (item, house.done)
        await house.run(what)
        await house.pass_time(45)
        assert not house.missed([before]), (house.done, what)


@pytest.mark.parametrize("expected_lingering_timers", [True])
@pytest.mark.parametrize(("entity_id", "calls"), DEVICES.items(), ids=DEVICES)
async def test_devices_are_set_back(house, monkeypatch, entity_id, calls):
    """Whatever was done to a device, its restorable state comes back, seen to be so."""
    await house.furnish(monkeypatch, entity_id.partition(".")[0])
    await undo_at_random(house, entity_id, calls, draw_for(entity_id))


@pytest.mark.parametrize("expected_lingering_timers", [True])
@pytest.mark.parametrize(("entity_id", "calls"), HELPER_CALLS.items(), ids=HELPER_CALLS)
async def test_helpers_are_set_back(hass, house, entity_id, calls):
    """Whatever was done to a helper, it comes back, seen to be so."""
    domain = entity_id.partition(".")[0]
    assert await async_setup_component(hass, domain, HELPERS[domain])
    await hass.async_block_till_done()
    await undo_at_random(house, entity_id, calls, draw_for(entity_id))


ROUTINE = [
    ("light.turn_off", ["light.ceiling_lights", "light.kitchen_lights"], {}),
    (
        "light.turn_on",
        ["light.bed_light"],
        {"brightness": 40, "rgb_color": [255, 0, 0]},
    ),
    ("cover.close_cover", ["cover.hall_window", "cover.living_room_window"], {}),
    ("climate.set_temperature", ["climate.heatpump"], {"temperature": 17}),
    ("climate.set_hvac_mode", ["climate.hvac"], {"hvac_mode": "off"}),
    ("lock.lock", ["lock.kitchen_door"], {}),
    ("media_player.turn_off", ["media_player.bedroom"], {}),
    ("fan.turn_on", ["fan.ceiling_fan"], {"percentage": 33}),
    ("humidifier.set_mode", ["humidifier.hygrostat"], {"mode": "eco"}),
    ("siren.turn_off", ["siren.siren"], {}),
]


@pytest.mark.parametrize("expected_lingering_timers", [True])
@pytest.mark.parametrize("conflict", [Conflict.SKIP, Conflict.FORCE])
async def test_a_routine_of_twelve_devices_is_undone(house, monkeypatch, conflict):
    """All come back but the one that somebody has changed, unless it is wanted."""
    domains = {
        entity_id.partition(".")[0] for _, ids, _ in ROUTINE for entity_id in ids
    }
    await house.furnish(monkeypatch, *domains)
    devices = [entity_id for _, ids, _ in ROUTINE for entity_id in ids]
    assert len(devices) == 12
    before = [house.look(one) for one in devices]
    for action, entity_ids, data in ROUTINE:
        await house.act(action, *entity_ids, **data)
    await house.pass_time(45)
    await house.by_hand("climate.set_temperature", "climate.heatpump", temperature=23)
    plan = house.plan(conflict)
    await house.run(plan)
    await house.pass_time(45)
    skipped = [i.entity_id for i in plan.items if i.what is UndoWhat.SKIPPED]
    missed = house.missed(before)
    wanted = [] if conflict is Conflict.FORCE else ["climate.heatpump"]
    assert skipped == list(missed) == wanted
    assert house.hass.states.get("climate.heatpump").attributes["temperature"] == (
        20 if conflict is Conflict.FORCE else 23
    )


@pytest.mark.parametrize(("action", "left"), [("cancel", 40), ("start", 40)])
async def test_a_timer_goes_on_with_what_was_left(hass, house, action, left):
    """A timer that was stopped or begun anew runs for as long as it had to go."""
    assert await async_setup_component(
        hass, "timer", {"timer": {"a": {"duration": 60}}}
    )
    await house.by_hand("timer.start", "timer.a")
    await house.pass_time(20)
    await house.act(f"timer.{action}", "timer.a")
    await house.pass_time(10)
    await house.run(house.plan())
    assert house.look("timer.a").state == "active"
    assert house.look("timer.a").attributes["left"] == left
    await house.by_hand("timer.cancel", "timer.a")


async def test_a_paused_timer_is_paused_again(hass, house):
    """It stands at the time that it had to go."""
    assert await async_setup_component(
        hass, "timer", {"timer": {"a": {"duration": 60}}}
    )
    await house.by_hand("timer.start", "timer.a")
    await house.pass_time(20)
    await house.by_hand("timer.pause", "timer.a")
    before = house.look("timer.a")
    await house.act("timer.cancel", "timer.a")
    await house.run(house.plan())
    assert house.look("timer.a") == before


async def test_items_and_notifications_are_taken_back(hass, house):
    """What no state holds goes by the opposite call."""
    assert await async_setup_component(hass, "persistent_notification", {})
    created = {"message": "m", "notification_id": "x"}
    await house.act("persistent_notification.create", **created)
    assert persistent_notification._async_get_or_create_notifications(hass)  # noqa: SLF001 - nothing else shows them
    await house.run(house.plan())
    assert not persistent_notification._async_get_or_create_notifications(hass)  # noqa: SLF001 - as above
