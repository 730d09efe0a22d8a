"""Random calls on real entities of Home Assistant are taken back by the engine."""

import random

import pytest

from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.undo import UndoWhat
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
    await house.furnish(entity_id.partition(".")[0], monkeypatch)
    await undo_at_random(house, entity_id, calls, draw_for(entity_id))


@pytest.mark.parametrize("expected_lingering_timers", [True])
@pytest.mark.parametrize(("entity_id", "calls"), HELPER_CALLS.items(), ids=HELPER_CALLS)
async def test_helpers_are_set_back(hass, house, entity_id, calls):
    """Whatever was done to a helper, it comes back, seen to be so."""
    domain = entity_id.partition(".")[0]
    assert await async_setup_component(hass, domain, HELPERS[domain])
    await hass.async_block_till_done()
    await undo_at_random(house, entity_id, calls, draw_for(entity_id))
