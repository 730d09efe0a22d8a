"""What is inferred comes true on Home Assistant's own demo devices and helpers."""

from datetime import timedelta

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_fire_time_changed,
)

from homeassistant.components import demo
from homeassistant.components.demo import lock as demo_lock, valve as demo_valve
from homeassistant.const import Platform
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.expectation import (
    can_be_judged,
    holds,
    unmet_text,
)
from custom_components.action_engine.engine.plan.auto_expect import extra_within, infer

DEVICES = {
    "alarm_control_panel.security": [
        ("alarm_arm_away", {"code": "1234"}),
        ("alarm_disarm", {"code": "1234"}),
        ("alarm_arm_home", {"code": "1234"}),
        ("alarm_disarm", {"code": "1234"}),
        ("alarm_arm_night", {"code": "1234"}),
        ("alarm_trigger", {}),
        ("alarm_disarm", {"code": "1234"}),
        ("alarm_arm_vacation", {"code": "1234"}),
        ("alarm_disarm", {"code": "1234"}),
        ("alarm_arm_custom_bypass", {"code": "1234"}),
        ("alarm_disarm", {"code": "1234"}),
    ],
    "climate.hvac": [
        ("set_temperature", {"temperature": 23.5}),
        ("set_hvac_mode", {"hvac_mode": "heat"}),
        ("turn_off", {}),
        ("turn_on", {}),
        ("set_fan_mode", {"fan_mode": "auto_low"}),
        ("set_swing_mode", {"swing_mode": "auto"}),
        ("set_swing_horizontal_mode", {"swing_horizontal_mode": "rangefull"}),
        ("set_humidity", {"humidity": 40}),
    ],
    "climate.ecobee": [
        ("set_temperature", {"target_temp_low": 19, "target_temp_high": 25}),
        ("set_preset_mode", {"preset_mode": "eco"}),
    ],
    "cover.hall_window": [
        ("open_cover", {}),
        ("close_cover", {}),
        ("toggle", {}),
        ("set_cover_position", {"position": 45}),
        ("stop_cover", {}),
        ("set_cover_position", {"position": 0}),
    ],
    "cover.living_room_window": [
        ("set_cover_tilt_position", {"tilt_position": 80}),
    ],
    "date.date": [("set_value", {"date": "2026-11-20"})],
    "datetime.date_and_time": [
        ("set_value", {"datetime": "2026-11-20 10:00:00"}),
        ("set_value", {"datetime": "2026-11-20T10:00:00+03:00"}),
    ],
    "fan.living_room_fan": [
        ("turn_on", {"percentage": 33}),
        ("oscillate", {"oscillating": True}),
        ("set_direction", {"direction": "reverse"}),
        ("set_preset_mode", {"preset_mode": "sleep"}),
        ("set_percentage", {"percentage": 0}),
        ("toggle", {}),
        ("turn_off", {}),
    ],
    "humidifier.hygrostat": [
        ("turn_on", {}),
        ("set_humidity", {"humidity": 44}),
        ("set_mode", {"mode": "eco"}),
        ("toggle", {}),
        ("turn_off", {}),
    ],
    "light.bed_light": [
        ("turn_on", {"brightness_pct": 40, "rgb_color": [255, 0, 0]}),
        ("turn_on", {"brightness": 0}),
        ("toggle", {}),
        ("turn_on", {"brightness_step": 20}),
        ("turn_off", {}),
    ],
    "lock.openable_lock": [("unlock", {}), ("lock", {}), ("open", {}), ("lock", {})],
    "media_player.bedroom": [
        ("turn_on", {}),
        ("volume_set", {"volume_level": 0.37}),
        ("volume_mute", {"is_volume_muted": True}),
        ("select_sound_mode", {"sound_mode": "Movie"}),
        ("shuffle_set", {"shuffle": True}),
        ("media_pause", {}),
        ("media_play", {}),
        ("media_play_pause", {}),
        ("media_play_pause", {}),
        ("media_stop", {}),
        ("turn_off", {}),
    ],
    "media_player.lounge_room": [
        ("turn_on", {}),
        ("select_source", {"source": "xbox"}),
    ],
    "media_player.walkman": [("repeat_set", {"repeat": "one"})],
    "number.volume": [("set_value", {"value": 37.5})],
    "remote.remote_one": [("turn_on", {}), ("toggle", {}), ("turn_off", {})],
    "select.speed": [("select_option", {"option": "light_speed"})],
    "siren.siren": [("turn_off", {}), ("turn_on", {}), ("toggle", {})],
    "switch.ac": [("turn_on", {}), ("toggle", {}), ("turn_off", {})],
    "text.text": [("set_value", {"value": "007"}), ("set_value", {"value": ""})],
    "time.time": [("set_value", {"time": "10:30"})],
    "update.demo_add_on": [("skip", {})],
    "vacuum.demo_vacuum_0_ground_floor": [
        ("start", {}),
        ("pause", {}),
        ("set_fan_speed", {"fan_speed": "max"}),
        ("clean_spot", {}),
        ("stop", {}),
        ("return_to_base", {}),
    ],
    "valve.front_garden": [("open_valve", {}), ("toggle", {}), ("open_valve", {})],
    "valve.trees": [
        ("set_valve_position", {"position": 30}),
        ("stop_valve", {}),
        ("close_valve", {}),
    ],
    "water_heater.demo_water_heater": [
        ("set_temperature", {"temperature": 48.5}),
        ("set_operation_mode", {"operation_mode": "eco"}),
        ("set_away_mode", {"away_mode": True}),
        ("set_away_mode", {"away_mode": False}),
        ("turn_off", {}),
    ],
}

HELPERS = {
    "automation": [{"id": "a", "alias": "a", "triggers": [], "actions": []}],
    "counter": {"a": {}},
    "input_boolean": {"a": {}},
    "input_datetime": {
        "date": {"has_date": True},
        "time": {"has_time": True},
        "both": {"has_date": True, "has_time": True},
    },
    "input_number": {"a": {"min": 0, "max": 100}},
    "input_select": {"a": {"options": ["x", "y"]}},
    "input_text": {"a": {}},
    "script": {"a": {"sequence": [{"delay": 60}]}},
    "timer": {"a": {"duration": 60}},
}
DAY, CLOCK = {"date": "2026-11-20"}, {"time": "10:30:05"}
HELPER_CALLS = {
    "automation.a": [("turn_off", {}), ("turn_on", {}), ("toggle", {})],
    "counter.a": [("set_value", {"value": 5})],
    "input_boolean.a": [("turn_on", {}), ("toggle", {}), ("turn_off", {})],
    "input_datetime.date": [
        ("set_datetime", DAY),
        ("set_datetime", {"timestamp": 1795197600}),
    ],
    "input_datetime.time": [
        ("set_datetime", CLOCK),
        ("set_datetime", {"timestamp": 1795197600}),
    ],
    "input_datetime.both": [
        ("set_datetime", DAY),
        ("set_datetime", CLOCK),
        ("set_datetime", DAY | {"time": "11:00"}),
        ("set_datetime", {"datetime": "2026-11-21 10:00:00"}),
        ("set_datetime", {"timestamp": 1795197600}),
    ],
    "input_number.a": [("set_value", {"value": 21.5})],
    "input_select.a": [("select_option", {"option": "y"})],
    "input_text.a": [("set_value", {"value": "hello"})],
    "script.a": [("turn_off", {})],
    "timer.a": [
        ("start", {}),
        ("pause", {}),
        ("start", {}),
        ("finish", {}),
        ("cancel", {}),
    ],
}


async def check(hass, freezer, entity_id, calls):
    """Make the calls one after the other; each has to be seen within its time."""
    domain = entity_id.partition(".")[0]
    for service, data in calls:
        before = hass.states.get(entity_id)
        expectation = infer(domain, service, data)
        assert can_be_judged(expectation, before), (service, before)
        call = {"entity_id": entity_id, **data}
        await hass.services.async_call(domain, service, call, blocking=True)
        await hass.async_block_till_done()
        for _ in range(int(5 + extra_within(domain, service, data))):
            if holds(expectation, hass.states.get(entity_id), before):
                break
            freezer.tick(timedelta(seconds=1))
            async_fire_time_changed(hass)
            await hass.async_block_till_done()
        after = hass.states.get(entity_id)
        assert holds(expectation, after, before), unmet_text(expectation, after)


@pytest.mark.parametrize("expected_lingering_timers", [True])
@pytest.mark.parametrize(("entity_id", "calls"), DEVICES.items(), ids=DEVICES)
async def test_demo_devices_do_what_is_inferred(
    hass, freezer, monkeypatch, entity_id, calls
):
    """Each call on the device leads to what was inferred for it."""
    # These two sleep inside their services, for which a frozen clock would wait for ever.
    monkeypatch.setattr(demo_lock, "LOCK_UNLOCK_DELAY", 0)
    monkeypatch.setattr(demo_valve, "OPEN_CLOSE_DELAY", 0)
    domain = Platform(entity_id.partition(".")[0])
    monkeypatch.setattr(demo, "COMPONENTS_WITH_CONFIG_ENTRY_DEMO_PLATFORM", [domain])
    entry = MockConfigEntry(domain="demo")
    entry.add_to_hass(hass)
    assert await async_setup_component(hass, "homeassistant", {})
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    await check(hass, freezer, entity_id, calls)


@pytest.mark.parametrize(("entity_id", "calls"), HELPER_CALLS.items(), ids=HELPER_CALLS)
async def test_helpers_do_what_is_inferred(hass, freezer, entity_id, calls):
    """Each call on the helper leads to what was inferred for it."""
    domain = entity_id.partition(".")[0]
    assert await async_setup_component(hass, domain, {domain: HELPERS[domain]})
    await hass.async_block_till_done()
    await check(hass, freezer, entity_id, calls)
