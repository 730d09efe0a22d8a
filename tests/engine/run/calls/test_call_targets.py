"""Calls on several entities, some of which fail, are missing or not available."""

from copy import deepcopy

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv, entity_registry as er
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.errors import RetryExhaustedError
from tests.engine.run.calls.devices import LIES, Bolt, Lamp, Plug, Reaction, fails

BROKEN = HomeAssistantError("no answer")
PUMP = "switch.pump"
TEN = [f"light.lamp_{number}" for number in range(10)]


def turn_on(*entity_ids, **keys):
    """Return the step that turns entities on."""
    return {"action": "light.turn_on", "target": {"entity_id": list(entity_ids)}} | keys


async def test_only_lights_that_did_not_follow_are_called_again(home):
    """Ten lights, two of them deaf at first: one call for all, one for the two."""
    lamps = [Lamp(f"lamp_{n}", *([LIES] if n in (3, 7) else [])) for n in range(10)]
    await home.add(*lamps)
    record = await home.done(turn_on(*TEN))
    assert home.targets == [TEN, ["light.lamp_3", "light.lamp_7"]]
    assert home.times == [0, 6]
    assert [len(lamp.received) for lamp in lamps] == [1, 1, 1, 2, 1, 1, 1, 2, 1, 1]
    assert record.targets == tuple(TEN)
    assert record.failures[0].targets == ("light.lamp_3", "light.lamp_7")
    assert record.failures[0].error == (
        "light.lamp_3: expected on, found off; light.lamp_7: expected on, found off"
    )
    assert record.seen is True


async def test_a_batch_of_which_one_raises_is_narrowed_to_that_one(home):
    """Home Assistant raises the first error of a batch, though all others followed."""
    lamps = [Lamp(f"lamp_{n}", *([fails(BROKEN)] if n == 4 else [])) for n in range(10)]
    await home.add(*lamps)
    await home.done(turn_on(*TEN))
    assert home.targets == [TEN, ["light.lamp_4"]]
    assert home.times == [0, 1]


async def test_what_is_left_shrinks_with_every_attempt(home):
    """Each attempt is for those only that are still not as expected."""
    await home.add(Lamp("a"), Lamp("b", LIES), Lamp("c", LIES, LIES))
    await home.done(turn_on("light.a", "light.b", "light.c"))
    assert home.targets == [
        ["light.a", "light.b", "light.c"],
        ["light.b", "light.c"],
        ["light.c"],
    ]


async def test_the_other_data_of_a_call_stays_in_a_narrowed_one(home):
    """Only the targets change from attempt to attempt."""
    dim = Lamp("b", LIES)
    await home.add(Lamp("a"), dim)
    await home.done(turn_on("light.a", "light.b") | {"data": {"brightness": 100}})
    assert home.calls[1].data == {"brightness": 100, "entity_id": ["light.b"]}
    assert dim.received[1] == {"brightness": 100}


@pytest.fixture
def groups(hass, area_registry, device_registry, floor_registry, label_registry):
    """Return an area, a device, a floor and a label; the area is on the floor."""
    entry = MockConfigEntry(domain="test")
    entry.add_to_hass(hass)
    device = device_registry.async_get_or_create(
        config_entry_id=entry.entry_id, identifiers={("test", "1")}
    )
    floor = floor_registry.async_create("Ground")
    area = area_registry.async_create("Hall", floor_id=floor.floor_id)
    label = label_registry.async_create("Evening")
    return {
        "area_id": area.id,
        "device_id": device.id,
        "floor_id": floor.floor_id,
        "label_id": label.label_id,
    }


@pytest.fixture
def belong(entity_registry, groups):
    """Return how to put entities under an area, a device, a floor or a label."""
    fields = {
        "area_id": {"area_id": groups["area_id"]},
        "device_id": {"device_id": groups["device_id"]},
        "floor_id": {"area_id": groups["area_id"]},
        "label_id": {"labels": {groups["label_id"]}},
    }

    def put(key, *entity_ids):
        for entity_id in entity_ids:
            entity_registry.async_update_entity(entity_id, **fields[key])
        return {key: groups[key]}

    return put


@pytest.mark.parametrize("key", ["area_id", "device_id", "floor_id", "label_id"])
async def test_an_indirect_target_is_narrowed_to_entities(home, belong, key):
    """An area goes out as it was written, and again for the entities that are left."""
    await home.add(Lamp("a"), Lamp("b", LIES), Plug("pump"), Lamp("elsewhere"))
    target = belong(key, "light.a", "light.b", PUMP)
    record = await home.done({"action": "light.turn_on", "target": target})
    assert home.calls[0].data == {key: [target[key]]}
    assert home.calls[1].data == {"entity_id": ["light.b"]}
    assert record.targets == ("light.a", "light.b")
    assert home.state(PUMP) == "off"
    assert home.state("light.elsewhere") == "off"


async def test_named_and_indirect_targets_come_together(home, belong):
    """An entity that is named beside an area is expected to follow as well."""
    await home.add(Lamp("a"), Lamp("b", LIES))
    target = belong("area_id", "light.a") | {"entity_id": "light.b"}
    record = await home.done({"action": "light.turn_on", "target": target})
    assert record.targets == ("light.a", "light.b")
    assert home.targets[1] == ["light.b"]


async def test_an_area_without_anything_fitting_is_no_failure(home, belong):
    """Natively such a call does nothing; there is nobody who could fail to follow."""
    await home.add(Lamp("a"), Plug("pump"))
    target = belong("area_id", PUMP)
    record = await home.done({"action": "light.turn_on", "target": target})
    assert (record.targets, record.seen, record.attempts) == ((), None, 1)
    assert home.recorder.log.unseen == 1


async def test_a_group_stands_for_its_members(home):
    """The members are looked at, and called again one by one."""
    await home.add(Lamp("a"), Lamp("b", LIES))
    config = {"group": {"all_lights": {"entities": ["light.a", "light.b"]}}}
    assert await async_setup_component(home.hass, "group", config)
    record = await home.done(turn_on("group.all_lights"))
    assert record.targets == ("light.a", "light.b")
    assert home.targets == [["group.all_lights"], ["light.b"]]


async def test_all_means_all_that_are_there(home):
    """Entities that are not available are not meant by ``all``."""
    gone = Lamp("gone")
    await home.add(Lamp("a"), Lamp("b", LIES), gone)
    gone.become(available=False)
    step = {"action": "light.turn_on", "data": {"entity_id": "all"}}
    record = await home.done(step)
    assert record.targets == ("light.a", "light.b")
    assert home.calls[0].data == {"entity_id": "all"}
    assert home.calls[1].data == {"entity_id": ["light.b"]}


async def test_none_means_nobody(home):
    """A call for ``none`` goes out as natively, and nothing is expected of it."""
    await home.add(Lamp("a"))
    record = await home.done({"action": "light.turn_on", "data": {"entity_id": "none"}})
    assert (record.targets, record.attempts) == ((), 1)
    assert home.state("light.a") == "off"


async def test_an_entity_named_by_its_registry_id_is_found(home):
    """The id leads to the entity id of the moment in which the call is made."""
    await home.add(Lamp("a", LIES))
    entry = er.async_get(home.hass).async_get("light.a")
    record = await home.done(turn_on(entry.id))
    assert record.targets == ("light.a",)
    assert home.targets == [["light.a"], ["light.a"]]


async def test_targets_from_a_template_are_narrowed_too(home):
    """A rendered list is as good as a written one."""
    await home.add(Lamp("a"), Lamp("b", LIES))
    step = {
        "action": "light.turn_on",
        "target": {"entity_id": "{{ ['light.a', 'light.' ~ name] }}"},
    }
    await home.done(step, variables={"name": "b"})
    assert home.targets == [["light.a", "light.b"], ["light.b"]]


async def test_a_missing_target_is_a_failure(home):
    """Home Assistant would say nothing; the engine does not even call."""
    await home.add(Lamp("a"))
    error = await home.failed(turn_on("light.ghost"))
    assert isinstance(error, RetryExhaustedError)
    assert str(error) == ("light.turn_on failed 4 times: light.ghost is missing")
    assert home.calls == []
    assert home.now == 7


async def test_an_unavailable_target_is_a_failure(home):
    """What is not available cannot follow, and is not called."""
    lamp = Lamp("a")
    await home.add(lamp)
    lamp.become(available=False)
    error = await home.failed(turn_on("light.a", retry=False))
    assert str(error) == "light.turn_on failed: light.a is unavailable"
    assert lamp.received == []


async def test_a_target_that_comes_back_is_called_at_once(home):
    """The wait ends with the event, long before its time is over."""
    lamp = Lamp("a")
    await home.add(lamp)
    lamp.become(available=False)
    lamp.later(2.5, available=True)
    record = await home.done(turn_on("light.a", retry={"initial_delay": 60}))
    assert home.times == [2.5]
    assert record.attempts == 2
    assert home.state("light.a") == "on"


async def test_a_target_that_appears_is_called_at_once(home):
    """An entity that was missing counts as come back when it is there."""
    await home.add(Lamp("a"))
    late = Lamp("late")
    home.hass.loop.call_later(4, lambda: home.hass.async_create_task(home.add(late)))
    record = await home.done(turn_on("light.late", retry={"initial_delay": 60}))
    assert home.times == [4]
    assert record.seen is True


async def test_a_target_that_flaps_is_waited_for_again(home):
    """Back for one call that fails, gone when the next is due: another wait by event."""
    lamp = Lamp("a", fails(BROKEN))
    await home.add(lamp)
    lamp.become(available=False)
    lamp.later(1, available=True)
    lamp.later(1.2, available=False)
    lamp.later(30, available=True)
    retry = {"initial_delay": 2, "multiplier": 10, "max_delay": 60}
    record = await home.done(turn_on("light.a", retry=retry))
    assert home.times == [1, 30]
    assert [one.error for one in record.failures] == [
        "light.a is unavailable",
        "no answer",
        "light.a is unavailable",
    ]


async def test_each_of_two_missing_targets_is_waited_for(home):
    """The next attempt is made when both are back, not when the first one is."""
    a, b = Lamp("a"), Lamp("b")
    await home.add(a, b)
    for lamp, seconds in ((a, 1), (b, 3)):
        lamp.become(available=False)
        lamp.later(seconds, available=True)
    await home.done(turn_on("light.a", "light.b", retry={"initial_delay": 60}))
    assert home.times == [3]


async def test_who_is_there_is_called_while_another_is_not(home):
    """One lamp away: the other one is not kept waiting, the rest is for the one."""
    a, b = Lamp("a"), Lamp("b")
    await home.add(a, b)
    b.become(available=False)
    b.later(2, available=True)
    record = await home.done(turn_on("light.a", "light.b", retry={"initial_delay": 60}))
    assert home.times == [0, 2]
    assert home.targets[1] == ["light.b"]
    assert len(a.received) == 1
    assert record.failures[0].error == "light.b is unavailable"


async def test_one_is_away_and_another_raises(home):
    """Both are left to do; the one that followed is not called again."""
    a, b, c = Lamp("a"), Lamp("b", fails(BROKEN)), Lamp("c")
    await home.add(a, b, c)
    c.become(available=False)
    c.later(0.5, available=True)
    record = await home.done(turn_on("light.a", "light.b", "light.c"))
    assert home.targets[1:] == [["light.b", "light.c"]]
    assert set(record.failures[0].targets) == {"light.b", "light.c"}
    assert len(a.received) == 1


async def test_passing_over_missing_targets_can_be_asked_for(home):
    """With ``ignore_missing`` a call does what it natively does, and is no failure."""
    lamp, gone = Lamp("a", LIES), Lamp("gone")
    await home.add(lamp, gone)
    gone.become(available=False)
    record = await home.done(
        turn_on("light.a", "light.gone", "light.ghost"), ignore_missing=True
    )
    assert record.attempts == 2
    assert home.targets[1] == ["light.a"]
    assert home.state("light.a") == "on"


async def test_with_nobody_there_nothing_was_seen(home):
    """A call on missing targets only, passed over: done, but not verified."""
    await home.add(Lamp("a"))
    record = await home.done(turn_on("light.ghost"), ignore_missing=True)
    assert (record.attempts, record.seen) == (1, None)
    assert home.recorder.log.unseen == 1


async def test_a_target_that_goes_away_during_the_call_is_passed_over_as_well(home):
    """Nothing is expected of an entity that is not there any more."""
    a, b = Lamp("a"), Lamp("b", LIES)
    await home.add(a, b)
    home.hass.loop.call_later(2, lambda: b.become(available=False))
    error = await home.failed(turn_on("light.a", "light.b", retry=False))
    assert "expected on, found unavailable" in str(error)


async def test_a_call_without_verification_still_misses_its_targets(home):
    """Missing targets are failures also where nothing is expected of a call."""
    await home.add(Lamp("a"))
    error = await home.failed(turn_on("light.ghost", retry=False), verify=False)
    assert str(error) == "light.turn_on failed: light.ghost is missing"


async def test_without_verification_an_error_repeats_the_whole_call(home):
    """Nobody knows who followed, so everybody is told again."""
    await home.add(Lamp("a"), Lamp("b", fails(BROKEN)))
    await home.done(turn_on("light.a", "light.b"), verify=False)
    assert home.targets == [["light.a", "light.b"]] * 2


async def test_a_plain_service_is_never_narrowed(home):
    """Only entity services are known to act on just the entities that they name."""
    received = home.service("test.light_up", BROKEN)
    home.set("light.a", "off")
    step = {
        "action": "test.light_up",
        "data": {"entity_id": ["light.a", "light.ghost"], "level": 3},
        "retry": 1,
    }
    await home.done(step)
    assert [call.data for call in received] == [
        {"entity_id": ["light.a", "light.ghost"], "level": 3}
    ] * 2


async def test_turning_on_anything_is_spread_over_the_domains(home):
    """``homeassistant.turn_on`` is looked at by domain, and narrowed as any other."""
    assert await async_setup_component(home.hass, "homeassistant", {})
    await home.add(Lamp("a", LIES), Plug("pump"), Plug("fan", LIES))
    step = {
        "action": "homeassistant.turn_on",
        "target": {"entity_id": ["light.a", PUMP, "switch.fan"]},
    }
    record = await home.done(step)
    outer = [c.targets for c in home.calls if c.action == "homeassistant.turn_on"]
    assert outer == [["light.a", "switch.fan", PUMP], ["light.a", "switch.fan"]]
    assert record.expected == "on"
    assert record.seen is True


async def test_what_nobody_can_judge_is_left_out_when_spread(home):
    """A lock cannot be turned on: nothing is expected of it, the lamp is looked at."""
    assert await async_setup_component(home.hass, "homeassistant", {})
    await home.add(Lamp("a"), Bolt("door"))
    step = {
        "action": "homeassistant.turn_on",
        "target": {"entity_id": ["light.a", "lock.door"]},
    }
    record = await home.done(step)
    assert record.seen is True
    assert home.state("lock.door") == "locked"


async def test_turning_on_an_area_reaches_what_can_be_turned_on(home, belong):
    """Everything in the area that has such a service, and nothing else."""
    assert await async_setup_component(home.hass, "homeassistant", {})
    await home.add(Lamp("a"), Plug("pump"), Bolt("door"))
    target = belong("area_id", "light.a", PUMP, "lock.door")
    step = {"action": "homeassistant.turn_on", "target": target}
    record = await home.done(step)
    assert record.targets == ("light.a", PUMP)


async def test_other_generic_services_have_nothing_to_look_at(home):
    """``homeassistant.update_entity`` leads to nothing that could be expected."""
    assert await async_setup_component(home.hass, "homeassistant", {})
    await home.add(Lamp("a"))
    step = {"action": "homeassistant.update_entity", "data": {"entity_id": "light.a"}}
    record = await home.done(step)
    assert (record.expected, record.seen) == (None, None)


async def test_an_area_is_searched_for_the_entities_of_an_integration(
    home, belong, entity_registry
):
    """A service of an integration is for the entities that it has made itself."""
    ids = []
    for platform in ("test", "other"):
        entry = entity_registry.async_get_or_create("light", platform, platform)
        home.set(entry.entity_id, "on")
        ids.append(entry.entity_id)
    schema = cv.make_entity_service_schema({})
    home.service("test.boost", schema=schema)
    target = belong("area_id", *ids)
    record = await home.done({"action": "test.boost", "target": target})
    assert record.targets == (ids[0],)


async def test_whom_a_call_is_for_does_not_matter_where_nobody_asks(home):
    """Not verified, missing ones passed over: the call goes out as it is."""
    await home.add(Lamp("a"))
    record = await home.done(
        turn_on("light.a", "light.ghost"), verify=False, ignore_missing=True
    )
    assert (record.targets, record.attempts, record.seen) == ((), 1, None)
    assert home.state("light.a") == "on"


async def test_the_call_of_a_plan_is_not_changed_by_a_service(home):
    """Whatever a service does to its data, the next call is as the author wrote it."""
    seen = []

    async def spoil(call):
        seen.append(deepcopy(dict(call.data)))
        call.data["list"].append("spoilt")
        call.data["deep"]["x"] = 1

    home.hass.services.async_register("test", "spoil", spoil)
    step = {"action": "test.spoil", "data": {"list": ["a"], "deep": {}}}
    await home.done({"repeat": {"count": 2, "sequence": [step]}})
    assert seen == [{"list": ["a"], "deep": {}}] * 2


async def test_a_batch_that_is_slow_is_looked_at_when_it_has_returned(home):
    """The time to look begins when the call has returned."""
    await home.add(Lamp("a", Reaction(takes=20, late=4)))
    await home.done(turn_on("light.a"))
    assert home.times == [0]
    assert home.now == 24
