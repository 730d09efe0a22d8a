"""The way back, domain by domain: which calls in which order, or why none."""

from pathlib import Path

import pytest

from homeassistant import components
from homeassistant.core import State

from custom_components.action_engine.engine.model.undo import UndoWhat
from custom_components.action_engine.engine.undo.inverse import RULES
from custom_components.action_engine.engine.undo.traits import TRAITS
from tests.engine.undo.papers import back, calls_of

IMPOSSIBLE = UndoWhat.IMPOSSIBLE


def state(entity_id, name, /, **attributes):
    """Return a state."""
    return State(entity_id, name, attributes)


def test_every_domain_that_home_assistant_reproduces_has_a_rule():
    """No domain with a ``reproduce_state`` is left out."""
    installed = Path(components.__path__[0]).glob("*/reproduce_state.py")
    assert {path.parent.name for path in installed} <= set(RULES)


def test_domains_with_a_rule_are_those_of_which_something_is_kept():
    """What is taken down can be set back, and the other way round."""
    assert set(RULES) == set(TRAITS)


LIGHT = {"brightness": 128, "effect": None, "effect_list": ["rainbow", "off"]}
WARM = {**LIGHT, "color_mode": "color_temp", "color_temp_kelvin": 2700}
OPENABLE = {"supported_features": 15}
SLATTED = {"supported_features": 255}
PANEL = {"code_format": "number", "code_arm_required": True}
AWAKE = {"supported_features": 1 | 4 | 128 | 256 | 512 | 4096 | 16384 | 524288}
CONTENT = {"media_content_id": "a", "media_content_type": "music"}
LED = {"group_members": ["media_player.a", "media_player.b"]}
ALONE = {"group_members": ["media_player.a"]}
ROBOT = {"supported_features": 8192 | 4 | 8 | 16 | 32}
MOWER = {"supported_features": 7}
HEATER = {"operation_list": ["eco", "gas"], "supported_features": 15}
BOTH = {"has_date": True, "has_time": True}

CASES = {
    "light off": (
        state("light.a", "off"),
        state("light.a", "on", **WARM),
        [("light.turn_off", {})],
    ),
    "light with its colour, and no effect that it had once": (
        state("light.a", "on", **WARM),
        state("light.a", "off", effect_list=["rainbow", "off"]),
        [
            (
                "light.turn_on",
                {"brightness": 128, "color_temp_kelvin": 2700, "effect": "off"},
            )
        ],
    ),
    "light without a word for no effect": (
        state("light.a", "on", **WARM | {"effect_list": ["rainbow"]}),
        state("light.a", "off", effect_list=["rainbow"]),
        [("light.turn_on", {"brightness": 128, "color_temp_kelvin": 2700})],
    ),
    "light with its effect": (
        state("light.a", "on", **WARM | {"effect": "rainbow"}),
        state("light.a", "on", **WARM),
        [
            (
                "light.turn_on",
                {"brightness": 128, "color_temp_kelvin": 2700, "effect": "rainbow"},
            )
        ],
    ),
    "white light": (
        state("light.a", "on", brightness=90, color_mode="white"),
        state("light.a", "off"),
        [("light.turn_on", {"white": 90})],
    ),
    "white light of unknown brightness": (
        state("light.a", "on", color_mode="white"),
        state("light.a", "off"),
        [("light.turn_on", {})],
    ),
    "light that can only be switched": (
        state("light.a", "on", color_mode="onoff"),
        state("light.a", "off"),
        [("light.turn_on", {})],
    ),
    "cover by its position, slats last": (
        state(
            "cover.a", "open", current_position=40, current_tilt_position=20, **SLATTED
        ),
        state(
            "cover.a", "closed", current_position=0, current_tilt_position=0, **SLATTED
        ),
        [
            ("cover.set_cover_position", {"position": 40}),
            ("cover.set_cover_tilt_position", {"tilt_position": 20}),
        ],
    ),
    "cover, slats only": (
        state(
            "cover.a", "open", current_position=40, current_tilt_position=20, **SLATTED
        ),
        state(
            "cover.a", "open", current_position=40, current_tilt_position=0, **SLATTED
        ),
        [("cover.set_cover_tilt_position", {"tilt_position": 20})],
    ),
    "cover whose slats know two positions, open": (
        state("cover.a", "open", current_tilt_position=100, supported_features=48),
        state("cover.a", "open", current_tilt_position=0, supported_features=48),
        [("cover.open_cover_tilt", {})],
    ),
    "cover whose slats know two positions, closed": (
        state("cover.a", "open", current_tilt_position=0, supported_features=48),
        state("cover.a", "open", current_tilt_position=100, supported_features=48),
        [("cover.close_cover_tilt", {})],
    ),
    "cover that knows two positions": (
        state("cover.a", "closed", supported_features=3),
        state("cover.a", "open", supported_features=3),
        [("cover.close_cover", {})],
    ),
    "cover that was on its way up": (
        state("cover.a", "opening", current_position=10, **OPENABLE),
        state("cover.a", "closed", current_position=0, **OPENABLE),
        [("cover.open_cover", {})],
    ),
    "cover that was on its way down": (
        state("cover.a", "closing", current_position=10, **OPENABLE),
        state("cover.a", "open", current_position=90, **OPENABLE),
        [("cover.close_cover", {})],
    ),
    "valve": (
        state("valve.a", "open", current_position=40, **OPENABLE),
        state("valve.a", "closed", current_position=0, **OPENABLE),
        [("valve.set_valve_position", {"position": 40})],
    ),
    "climate mode first, then all that hangs on it": (
        state(
            "climate.a",
            "cool",
            temperature=21,
            preset_mode="none",
            fan_mode="low",
            humidity=50.4,
        ),
        state("climate.a", "heat", temperature=21, preset_mode="none", fan_mode="low"),
        [
            ("climate.set_hvac_mode", {"hvac_mode": "cool"}),
            ("climate.set_preset_mode", {"preset_mode": "none"}),
            ("climate.set_temperature", {"temperature": 21}),
            ("climate.set_fan_mode", {"fan_mode": "low"}),
            ("climate.set_humidity", {"humidity": 50}),
        ],
    ),
    "climate preset last, since a temperature by hand ends it": (
        state("climate.a", "heat", temperature=17, preset_mode="eco"),
        state("climate.a", "heat", temperature=21, preset_mode="none"),
        [
            ("climate.set_temperature", {"temperature": 17}),
            ("climate.set_preset_mode", {"preset_mode": "eco"}),
        ],
    ),
    "climate preset again after its temperature": (
        state("climate.a", "heat", temperature=17, preset_mode="eco"),
        state("climate.a", "heat", temperature=21, preset_mode="eco"),
        [
            ("climate.set_temperature", {"temperature": 17}),
            ("climate.set_preset_mode", {"preset_mode": "eco"}),
        ],
    ),
    "climate range, both ends": (
        state("climate.a", "heat_cool", target_temp_low=19, target_temp_high=25),
        state("climate.a", "heat_cool", target_temp_low=18, target_temp_high=25),
        [("climate.set_temperature", {"target_temp_low": 19, "target_temp_high": 25})],
    ),
    "climate swing": (
        state("climate.a", "cool", swing_mode="on", swing_horizontal_mode="off"),
        state("climate.a", "cool", swing_mode="off", swing_horizontal_mode="on"),
        [
            ("climate.set_swing_mode", {"swing_mode": "on"}),
            ("climate.set_swing_horizontal_mode", {"swing_horizontal_mode": "off"}),
        ],
    ),
    "climate off, settings while it is on": (
        state("climate.a", "off", temperature=20),
        state("climate.a", "heat", temperature=25),
        [
            ("climate.set_temperature", {"temperature": 20}),
            ("climate.set_hvac_mode", {"hvac_mode": "off"}),
        ],
    ),
    "fan on with its preset": (
        state("fan.a", "on", preset_mode="auto", percentage=40, oscillating=True),
        state("fan.a", "off", preset_mode=None, percentage=0, oscillating=False),
        [
            ("fan.turn_on", {"preset_mode": "auto"}),
            ("fan.oscillate", {"oscillating": True}),
        ],
    ),
    "fan on with its speed": (
        state("fan.a", "on", preset_mode=None, percentage=40),
        state("fan.a", "off", preset_mode=None, percentage=0),
        [("fan.turn_on", {"percentage": 40})],
    ),
    "fan without speeds": (
        state("fan.a", "on"),
        state("fan.a", "off"),
        [("fan.turn_on", {})],
    ),
    "fan from preset to speed": (
        state("fan.a", "on", preset_mode=None, percentage=40),
        state("fan.a", "on", preset_mode="auto", percentage=40),
        [("fan.set_percentage", {"percentage": 40})],
    ),
    "fan direction only": (
        state("fan.a", "on", percentage=40, direction="forward"),
        state("fan.a", "on", percentage=40, direction="reverse"),
        [("fan.set_direction", {"direction": "forward"})],
    ),
    "fan off, which way it turns first": (
        state("fan.a", "off", direction="forward"),
        state("fan.a", "on", direction="reverse"),
        [("fan.set_direction", {"direction": "forward"}), ("fan.turn_off", {})],
    ),
    "fan off": (
        state("fan.a", "off", direction="forward"),
        state("fan.a", "on", direction="forward"),
        [("fan.turn_off", {})],
    ),
    "humidifier on, mode before humidity": (
        state("humidifier.a", "on", mode="eco", humidity=45),
        state("humidifier.a", "off", mode="eco", humidity=45),
        [
            ("humidifier.turn_on", {}),
            ("humidifier.set_mode", {"mode": "eco"}),
            ("humidifier.set_humidity", {"humidity": 45}),
        ],
    ),
    "humidifier off, settings while it is on": (
        state("humidifier.a", "off", mode="eco", humidity=45),
        state("humidifier.a", "on", mode="home", humidity=45),
        [
            ("humidifier.set_mode", {"mode": "eco"}),
            ("humidifier.set_humidity", {"humidity": 45}),
            ("humidifier.turn_off", {}),
        ],
    ),
    "water heater home first": (
        state("water_heater.a", "gas", temperature=50, away_mode="off", **HEATER),
        state("water_heater.a", "eco", temperature=40, away_mode="on", **HEATER),
        [
            ("water_heater.set_away_mode", {"away_mode": False}),
            ("water_heater.set_operation_mode", {"operation_mode": "gas"}),
            ("water_heater.set_temperature", {"temperature": 50}),
        ],
    ),
    "water heater away last": (
        state("water_heater.a", "eco", temperature=50, away_mode="on", **HEATER),
        state("water_heater.a", "eco", temperature=40, away_mode="off", **HEATER),
        [
            ("water_heater.set_temperature", {"temperature": 50}),
            ("water_heater.set_away_mode", {"away_mode": True}),
        ],
    ),
    "water heater off": (
        state("water_heater.a", "off", **HEATER),
        state("water_heater.a", "eco", **HEATER),
        [("water_heater.turn_off", {})],
    ),
    "water heater on": (
        state("water_heater.a", "on", **HEATER),
        state("water_heater.a", "off", **HEATER),
        [("water_heater.turn_on", {})],
    ),
    "water heater that is off as a mode": (
        state("water_heater.a", "off", supported_features=3),
        state("water_heater.a", "eco", supported_features=3),
        [("water_heater.set_operation_mode", {"operation_mode": "off"})],
    ),
    "player on, its settings before its title": (
        state("media_player.a", "playing", volume_level=0.4, **CONTENT, **AWAKE),
        state("media_player.a", "off", supported_features=128),
        [
            ("media_player.turn_on", {}),
            ("media_player.volume_set", {"volume_level": 0.4}),
            ("media_player.play_media", CONTENT),
        ],
    ),
    "player paused again after its title": (
        state("media_player.a", "paused", **CONTENT, **AWAKE),
        state(
            "media_player.a", "playing", **CONTENT | {"media_content_id": "b"}, **AWAKE
        ),
        [("media_player.play_media", CONTENT), ("media_player.media_pause", {})],
    ),
    "player goes on": (
        state("media_player.a", "playing", **AWAKE),
        state("media_player.a", "paused", **AWAKE),
        [("media_player.media_play", {})],
    ),
    "player stops": (
        state("media_player.a", "idle", **AWAKE),
        state("media_player.a", "playing", **AWAKE),
        [("media_player.media_stop", {})],
    ),
    "player that had stopped with a title": (
        state("media_player.a", "idle", **CONTENT, **AWAKE),
        state(
            "media_player.a", "playing", **CONTENT | {"media_content_id": "b"}, **AWAKE
        ),
        [("media_player.media_stop", {})],
    ),
    "player whose company is no list": (
        state("media_player.a", "playing", group_members="x", **AWAKE),
        state("media_player.a", "paused", group_members="y", **AWAKE),
        [("media_player.media_play", {})],
    ),
    "player that only has to wake up": (
        state("media_player.a", "playing", supported_features=128),
        state("media_player.a", "off", supported_features=128),
        [("media_player.turn_on", {})],
    ),
    "player off": (
        state("media_player.a", "off", **AWAKE),
        state("media_player.a", "playing", **AWAKE),
        [("media_player.turn_off", {})],
    ),
    "player alone again": (
        state("media_player.a", "off", **ALONE, **AWAKE),
        state("media_player.a", "standby", **LED, **AWAKE),
        [("media_player.unjoin", {})],
    ),
    "player in company again": (
        state("media_player.a", "playing", **LED, **AWAKE),
        state("media_player.a", "playing", **ALONE, **AWAKE),
        [("media_player.join", {"group_members": ["media_player.b"]})],
    ),
    "lock": (
        state("lock.a", "locked"),
        state("lock.a", "unlocked"),
        [("lock.lock", {})],
    ),
    "latch": (
        state("lock.a", "open", supported_features=1),
        state("lock.a", "locked", supported_features=1),
        [("lock.open", {})],
    ),
    "alarm without a code": (
        state("alarm_control_panel.a", "armed_night", code_format=None),
        state("alarm_control_panel.a", "disarmed", code_format=None),
        [("alarm_control_panel.alarm_arm_night", {})],
    ),
    "vacuum to work, at its power": (
        state("vacuum.a", "cleaning", fan_speed="low", **ROBOT),
        state("vacuum.a", "docked", fan_speed="max", **ROBOT),
        [("vacuum.start", {}), ("vacuum.set_fan_speed", {"fan_speed": "low"})],
    ),
    "vacuum, power only": (
        state("vacuum.a", "docked", fan_speed="low", **ROBOT),
        state("vacuum.a", "docked", fan_speed="max", **ROBOT),
        [("vacuum.set_fan_speed", {"fan_speed": "low"})],
    ),
    "vacuum home": (
        state("vacuum.a", "docked", **ROBOT),
        state("vacuum.a", "cleaning", **ROBOT),
        [("vacuum.return_to_base", {})],
    ),
    "mower home": (
        state("lawn_mower.a", "returning", **MOWER),
        state("lawn_mower.a", "mowing", **MOWER),
        [("lawn_mower.dock", {})],
    ),
    "mower to work": (
        state("lawn_mower.a", "mowing", **MOWER),
        state("lawn_mower.a", "paused", **MOWER),
        [("lawn_mower.start_mowing", {})],
    ),
    "switch": (
        state("switch.a", "on"),
        state("switch.a", "off"),
        [("switch.turn_on", {})],
    ),
    "automation": (
        state("automation.a", "off"),
        state("automation.a", "on"),
        [("automation.turn_off", {})],
    ),
    "siren": (
        state("siren.a", "off"),
        state("siren.a", "on"),
        [("siren.turn_off", {})],
    ),
    "remote in its activity": (
        state("remote.a", "on", current_activity="TV"),
        state("remote.a", "off", current_activity=None),
        [("remote.turn_on", {"activity": "TV"})],
    ),
    "remote off": (
        state("remote.a", "off", current_activity=None),
        state("remote.a", "on", current_activity="TV"),
        [("remote.turn_off", {})],
    ),
    "alert acknowledged": (
        state("alert.a", "off"),
        state("alert.a", "on"),
        [("alert.turn_off", {})],
    ),
    "group off": (
        state("group.a", "off", entity_id=["light.b", "light.c"]),
        state("group.a", "on", entity_id=["light.b", "light.c"]),
        [("homeassistant.turn_off", {})],
    ),
    "group of one": (
        state("group.a", "on", entity_id=["light.b"]),
        state("group.a", "off", entity_id=["light.b"]),
        [("homeassistant.turn_on", {})],
    ),
    "number": (
        state("number.a", "4.5"),
        state("number.a", "5"),
        [("number.set_value", {"value": 4.5})],
    ),
    "counter": (
        state("counter.a", "4", step=2, initial=1),
        state("counter.a", "6", step=2, initial=1),
        [("counter.set_value", {"value": 4})],
    ),
    "counter at its beginning": (
        state("counter.a", "1", step=2, initial=1),
        state("counter.a", "3", step=2, initial=1),
        [("counter.reset", {})],
    ),
    "text": (
        state("text.a", ""),
        state("text.a", "x"),
        [("text.set_value", {"value": ""})],
    ),
    "select": (
        state("select.a", "x", options=["x", "y"]),
        state("select.a", "y", options=["x", "y"]),
        [("select.select_option", {"option": "x"})],
    ),
    "helper with its options": (
        state("input_select.a", "x", options=["x", "y"]),
        state("input_select.a", "x", options=["x"]),
        [
            ("input_select.set_options", {"options": ["x", "y"]}),
            ("input_select.select_option", {"option": "x"}),
        ],
    ),
    "date": (
        state("date.a", "2026-11-20"),
        state("date.a", "2026-11-21"),
        [("date.set_value", {"date": "2026-11-20"})],
    ),
    "time": (
        state("time.a", "10:00:00"),
        state("time.a", "11:00:00"),
        [("time.set_value", {"time": "10:00:00"})],
    ),
    "moment": (
        state("datetime.a", "2026-11-20T10:00:00+00:00"),
        state("datetime.a", "2026-11-21T10:00:00+00:00"),
        [("datetime.set_value", {"datetime": "2026-11-20T10:00:00+00:00"})],
    ),
    "helper of date and time": (
        state("input_datetime.a", "2026-11-20 10:00:00", **BOTH),
        state("input_datetime.a", "2026-11-21 10:00:00", **BOTH),
        [("input_datetime.set_datetime", {"datetime": "2026-11-20 10:00:00"})],
    ),
    "timer that stood": (
        state("timer.a", "idle"),
        state("timer.a", "active", finishes_at="2026-11-20T10:00:00+00:00"),
        [("timer.cancel", {})],
    ),
    "timer that was paused": (
        state("timer.a", "paused", remaining="0:00:20"),
        state("timer.a", "idle"),
        [("timer.start", {"duration": "0:00:20"}), ("timer.pause", {})],
    ),
}


@pytest.mark.parametrize(("before", "now", "calls"), CASES.values(), ids=CASES)
def test_way_back(before, now, calls):
    """The calls that set the entity back, in their order."""
    item = back(before, now)
    assert item.what is UndoWhat.WILL, item.reason
    assert calls_of(item) == calls


HOPELESS = {
    "it was unavailable before": (
        state("light.a", "unavailable"),
        state("light.a", "on"),
    ),
    "it was unknown before": (state("cover.a", "unknown"), state("cover.a", "open")),
    "it is not available": (state("light.a", "on"), state("light.a", "unavailable")),
    "nothing can make it auto": (state("light.a", "auto"), state("light.a", "on")),
    "nothing can make it dimmed": (
        state("switch.a", "dimmed"),
        state("switch.a", "on"),
    ),
    "nothing can make it ajar": (state("cover.a", "ajar"), state("cover.a", "open")),
    "nothing can make it slow": (state("fan.a", "slow"), state("fan.a", "on")),
    "nothing can make it jammed": (
        state("lock.a", "jammed"),
        state("lock.a", "locked"),
    ),
    "nothing can make it arming": (
        state("alarm_control_panel.a", "arming"),
        state("alarm_control_panel.a", "disarmed"),
    ),
    "nothing can make it error": (
        state("vacuum.a", "error"),
        state("vacuum.a", "docked"),
    ),
    "nothing can make it tired": (
        state("media_player.a", "tired"),
        state("media_player.a", "on"),
    ),
    "nothing can make it many": (state("number.a", "many"), state("number.a", "1")),
    "nothing can make it lots": (state("counter.a", "lots"), state("counter.a", "1")),
    "nothing can make it late": (state("timer.a", "late"), state("timer.a", "idle")),
    "it cannot be opened": (
        state("cover.a", "open", supported_features=2),
        state("cover.a", "closed", supported_features=2),
    ),
    "it cannot be closed": (
        state("valve.a", "closing", supported_features=1),
        state("valve.a", "open", supported_features=1),
    ),
    "nothing brings back its current_tilt_position": (
        state("cover.a", "open", current_tilt_position=40, supported_features=48),
        state("cover.a", "open", current_tilt_position=0, supported_features=48),
    ),
    "it needs a code, so that it cannot be undone by itself": (
        state("lock.a", "locked", code_format="^\\d{4}$"),
        state("lock.a", "unlocked", code_format="^\\d{4}$"),
    ),
    "its latch cannot be opened": (state("lock.a", "open"), state("lock.a", "locked")),
    "an alarm that went off is not set off again": (
        state("alarm_control_panel.a", "triggered"),
        state("alarm_control_panel.a", "disarmed"),
    ),
    "it cannot be turned on from here": (
        state("media_player.a", "playing"),
        state("media_player.a", "off"),
    ),
    "it cannot be turned off from here": (
        state("media_player.a", "off"),
        state("media_player.a", "playing"),
    ),
    "it does not know media_pause": (
        state("media_player.a", "paused"),
        state("media_player.a", "playing"),
    ),
    "it does not know start": (
        state("vacuum.a", "cleaning", supported_features=4),
        state("vacuum.a", "idle", supported_features=4),
    ),
    "where it stood before it went home is not known": (
        state("lawn_mower.a", "paused", **MOWER),
        state("lawn_mower.a", "docked", **MOWER),
    ),
    "only work can be paused, and it stands still": (
        state("vacuum.a", "paused", **ROBOT),
        state("vacuum.a", "idle", **ROBOT),
    ),
    "an alert rises and ends with what it watches": (
        state("alert.a", "idle"),
        state("alert.a", "on"),
    ),
    "what it warned of is over": (state("alert.a", "off"), state("alert.a", "idle")),
    "what each of its members was is not recorded": (
        state("group.a", "on", entity_id=["light.b", "light.c"]),
        state("group.a", "off", entity_id=["light.b", "light.c"]),
    ),
    "it can be set to multiples of 2 only, not to 3": (
        state("counter.a", "3", step=2, initial=1),
        state("counter.a", "5", step=2, initial=1),
    ),
    "x is none of its options any more": (
        state("select.a", "x", options=["x", "y"]),
        state("select.a", "y", options=["y"]),
    ),
    "it holds neither a date nor a time any more": (
        state("input_datetime.a", "10:00:00"),
        state("input_datetime.a", "11:00:00"),
    ),
    "it had run out": (
        state("timer.a", "active", finishes_at="2001-01-01T00:00:00+00:00"),
        state("timer.a", "idle"),
    ),
    "how much time was left is not recorded": (
        state("timer.a", "paused"),
        state("timer.a", "idle"),
    ),
    "what it reported reads as a template": (
        state("input_text.a", "{{ states('lock.a') }}"),
        state("input_text.a", "x"),
    ),
    "it does not offer fan_speed low any more": (
        state("vacuum.a", "docked", fan_speed="low", fan_speed_list=["low"], **ROBOT),
        state("vacuum.a", "docked", fan_speed="max", fan_speed_list=["max"], **ROBOT),
    ),
    "nothing brings back its group_members": (
        state("media_player.b", "playing", **LED, **AWAKE),
        state("media_player.b", "playing", **ALONE, **AWAKE),
    ),
}


@pytest.mark.parametrize(("reason", "states"), HOPELESS.items(), ids=HOPELESS)
def test_no_way_back(reason, states):
    """What cannot be set back says why, and brings no actions."""
    item = back(*states)
    assert (item.what, item.reason, item.actions) == (IMPOSSIBLE, reason, ())


NOTED = {
    "it no longer has the effect rainbow": (
        state("light.a", "on", effect="rainbow", effect_list=["rainbow"]),
        state("light.a", "off", effect_list=["fire"]),
    ),
    "it sounds with its usual tone, volume and duration": (
        state("siren.a", "on"),
        state("siren.a", "off"),
    ),
    "it stood at 40 %, and can only be opened all the way": (
        state("cover.a", "open", current_position=40, supported_features=3),
        state("cover.a", "closed", current_position=0, supported_features=3),
    ),
    "it was on its way": (
        state("valve.a", "opening", **OPENABLE),
        state("valve.a", "closed", **OPENABLE),
    ),
    "it does not offer preset_mode eco any more": (
        state("fan.a", "on", preset_mode="eco", preset_modes=["eco"]),
        state("fan.a", "off", preset_mode=None, preset_modes=["auto"]),
    ),
    "it does not offer source tv any more": (
        state("media_player.a", "playing", source="tv", **AWAKE),
        state("media_player.a", "paused", source="tv", source_list=["radio"], **AWAKE),
    ),
    "what played starts from the beginning": (
        state("media_player.a", "playing", **CONTENT, **AWAKE),
        state("media_player.a", "off", **AWAKE),
    ),
    "what played is not called up again": (
        state("media_player.a", "playing", media_content_id="a", **AWAKE),
        state("media_player.a", "off", **AWAKE),
    ),
    "it runs for the time that was left": (
        state("timer.a", "active", finishes_at="2226-11-20T10:00:00+00:00"),
        state("timer.a", "idle"),
    ),
}


@pytest.mark.parametrize(("note", "states"), NOTED.items(), ids=NOTED)
def test_what_does_not_come_back_is_said(note, states):
    """The rest is set back, and people hear what is not."""
    item = back(*states)
    assert item.what is UndoWhat.WILL
    assert item.reason.endswith(f"; but {note}")
    [name] = [
        n for n in ("effect", "preset_mode", "source", "current_position") if n in note
    ] or [""]
    assert name not in item.expect.get("attributes", {})


@pytest.mark.parametrize(
    ("service", "data", "before", "now", "can"),
    [
        ("alarm_arm_away", {}, "disarmed", "armed_away", True),
        ("alarm_arm_away", {"code": "1"}, "disarmed", "armed_away", False),
        ("alarm_disarm", {}, "armed_home", "disarmed", True),
        ("alarm_disarm", {"code": "1"}, "armed_home", "disarmed", False),
        ("alarm_arm_away", {}, "armed_home", "armed_away", True),
    ],
)
def test_a_panel_takes_no_code_only_where_it_took_none_before(
    service, data, before, now, can
):
    """A call without a code, where one is asked for, shows that one is on file."""
    item = back(
        state("alarm_control_panel.a", before, **PANEL),
        state("alarm_control_panel.a", now, **PANEL),
        f"alarm_control_panel.{service}",
        data=data,
    )
    assert (item.what is UndoWhat.WILL) is can


def test_a_panel_that_needs_no_code_to_arm_is_armed_again():
    """Only disarming asks for a code, so arming is no trouble."""
    known = {"code_format": "number", "code_arm_required": False}
    item = back(
        state("alarm_control_panel.a", "armed_home", **known),
        state("alarm_control_panel.a", "disarmed", **known),
        "alarm_control_panel.alarm_disarm",
        data={"code": "1"},
    )
    assert calls_of(item) == [("alarm_control_panel.alarm_arm_home", {})]


def test_a_lock_that_took_no_code_is_locked_without():
    """The lock asks for a code, but has one on file, as our own call has shown."""
    known = {"code_format": "^\\d{4}$"}
    before, now = (state("lock.a", one, **known) for one in ("locked", "unlocked"))
    assert back(before, now, "lock.unlock").what is UndoWhat.WILL
    item = back(before, now, "lock.unlock", data={"code": "***"})
    assert item.what is IMPOSSIBLE
