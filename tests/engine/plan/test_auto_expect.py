"""The table is checked row by row, and against the components that are installed."""

from functools import cache
from pathlib import Path

from hypothesis import given, strategies as st
import pytest

import homeassistant
from homeassistant.core import State
from homeassistant.util import dt as dt_util
from homeassistant.util.yaml import load_yaml

from custom_components.action_engine.engine.model.expectation import (
    Expectation,
    describe,
    holds,
)
from custom_components.action_engine.engine.plan.auto_expect import (
    RULES,
    SLOW,
    extra_within,
    infer,
)

COMPONENTS = Path(homeassistant.__file__).parent / "components"

ALWAYS = {
    "alarm_control_panel.alarm_arm_away": "armed_away",
    "alarm_control_panel.alarm_arm_custom_bypass": "armed_custom_bypass",
    "alarm_control_panel.alarm_arm_home": "armed_home",
    "alarm_control_panel.alarm_arm_night": "armed_night",
    "alarm_control_panel.alarm_arm_vacation": "armed_vacation",
    "alarm_control_panel.alarm_disarm": "disarmed",
    "alarm_control_panel.alarm_trigger": "triggered",
    "automation.toggle": "the opposite of before",
    "automation.turn_off": "off",
    "automation.turn_on": "on",
    "camera.disable_motion_detection": "motion_detection nothing",
    "camera.enable_motion_detection": "motion_detection true",
    "climate.turn_off": "off",
    "climate.turn_on": "auto, cool, dry, fan_only, heat or heat_cool",
    "cover.close_cover": "closed",
    "cover.open_cover": "open and current_position 100 ± 5 where reported",
    "cover.stop_cover": "closed, open or unknown",
    "cover.toggle": "the opposite of before",
    "fan.toggle": "the opposite of before",
    "fan.turn_off": "off",
    "humidifier.toggle": "the opposite of before",
    "humidifier.turn_off": "off",
    "humidifier.turn_on": "on",
    "input_boolean.toggle": "the opposite of before",
    "input_boolean.turn_off": "off",
    "input_boolean.turn_on": "on",
    "lawn_mower.dock": "docked or returning",
    "lawn_mower.pause": "paused",
    "lawn_mower.start_mowing": "mowing",
    "lawn_mower.stop": "docked, idle or paused",
    "lock.lock": "locked",
    "lock.open": "open, opening or unlocked",
    "lock.unlock": "open or unlocked",
    "media_player.media_pause": "idle or paused",
    "media_player.media_play": "buffering or playing",
    "media_player.media_play_pause": "the opposite of before",
    "media_player.media_stop": "idle, off, on, paused or standby",
    "media_player.turn_off": "off or standby",
    "media_player.turn_on": "buffering, idle, on, paused or playing",
    "remote.toggle": "the opposite of before",
    "remote.turn_off": "off",
    "remote.turn_on": "on",
    "script.turn_off": "off",
    "siren.toggle": "the opposite of before",
    "siren.turn_off": "off",
    "siren.turn_on": "on",
    "switch.toggle": "the opposite of before",
    "switch.turn_off": "off",
    "switch.turn_on": "on",
    "timer.cancel": "idle",
    "timer.finish": "idle",
    "timer.pause": "idle or paused",
    "timer.start": "active",
    "update.skip": "off",
    "vacuum.clean_area": "cleaning",
    "vacuum.clean_spot": "cleaning",
    "vacuum.pause": "paused",
    "vacuum.return_to_base": "docked or returning",
    "vacuum.start": "cleaning",
    "vacuum.stop": "docked, idle or paused",
    "valve.close_valve": "closed",
    "valve.open_valve": "open and current_position 100 ± 5 where reported",
    "valve.stop_valve": "closed, open or unknown",
    "valve.toggle": "the opposite of before",
    "water_heater.turn_off": "off",
}

BY_DATA = [
    ("climate.set_fan_mode", {"fan_mode": "low"}, "fan_mode low"),
    ("climate.set_fan_mode", {}, None),
    ("climate.set_humidity", {"humidity": "45"}, "humidity 45"),
    ("climate.set_humidity", {"humidity": "wet"}, None),
    ("climate.set_hvac_mode", {"hvac_mode": "heat"}, "heat"),
    ("climate.set_hvac_mode", {}, None),
    ("climate.set_preset_mode", {"preset_mode": "eco"}, "preset_mode eco"),
    (
        "climate.set_swing_horizontal_mode",
        {"swing_horizontal_mode": "on"},
        "swing_horizontal_mode on",
    ),
    ("climate.set_swing_mode", {"swing_mode": "both"}, "swing_mode both"),
    (
        "climate.set_temperature",
        {"temperature": 21, "hvac_mode": "heat"},
        "temperature 21 ± 0.3",
    ),
    (
        "climate.set_temperature",
        {"target_temp_low": 18, "target_temp_high": "24.5"},
        "target_temp_low 18 ± 0.3 and target_temp_high 24.5 ± 0.3",
    ),
    ("climate.set_temperature", {"hvac_mode": "heat"}, None),
    ("counter.set_value", {"value": 5}, "5"),
    ("cover.set_cover_position", {"position": 0}, "closed"),
    (
        "cover.set_cover_position",
        {"position": 3},
        "closed or open and current_position 3 ± 5 where reported",
    ),
    (
        "cover.set_cover_position",
        {"position": "50"},
        "open and current_position 50 ± 5 where reported",
    ),
    ("cover.set_cover_position", {}, None),
    (
        "cover.set_cover_tilt_position",
        {"tilt_position": 0},
        "current_tilt_position 0 ± 5",
    ),
    ("cover.set_cover_tilt_position", {"tilt_position": "half"}, None),
    ("date.set_value", {"date": "2026-11-20"}, "2026-11-20"),
    ("date.set_value", {"date": "tomorrow"}, None),
    (
        "datetime.set_value",
        {"datetime": "2026-11-20 10:00:00"},
        "2026-11-20T18:00:00+00:00",
    ),
    (
        "datetime.set_value",
        {"datetime": "2026-11-20T10:00:00+01:00"},
        "2026-11-20T09:00:00+00:00",
    ),
    ("datetime.set_value", {"datetime": "0001-01-01T00:00:00+12:00"}, None),
    ("datetime.set_value", {}, None),
    ("fan.oscillate", {"oscillating": "yes"}, "oscillating true"),
    ("fan.oscillate", {"oscillating": "maybe"}, None),
    ("fan.set_direction", {"direction": "reverse"}, "direction reverse"),
    ("fan.set_percentage", {"percentage": 0}, "percentage 0"),
    ("fan.set_percentage", {"percentage": 50}, None),
    ("fan.set_preset_mode", {"preset_mode": "auto"}, "preset_mode auto"),
    ("fan.turn_on", {}, "on"),
    ("fan.turn_on", {"percentage": 50}, "on"),
    ("fan.turn_on", {"percentage": 0}, None),
    ("humidifier.set_humidity", {"humidity": 60}, "humidity 60"),
    ("humidifier.set_mode", {"mode": "boost"}, "mode boost"),
    (
        "input_datetime.set_datetime",
        {"datetime": "2026-11-20 10:00:00"},
        "10:00:00, 2026-11-20 or 2026-11-20 10:00:00",
    ),
    (
        "input_datetime.set_datetime",
        {"date": "2026-11-20", "time": "10:00"},
        "10:00:00, 2026-11-20 or 2026-11-20 10:00:00",
    ),
    (
        "input_datetime.set_datetime",
        {"timestamp": 1795197600},
        "10:00:00, 2026-11-20 or 2026-11-20 10:00:00",
    ),
    (
        "input_datetime.set_datetime",
        {"date": "2026-11-20"},
        "year 2026 and month 11 and day 20",
    ),
    (
        "input_datetime.set_datetime",
        {"time": "10:30:05"},
        "hour 10 and minute 30 and second 5",
    ),
    ("input_datetime.set_datetime", {}, None),
    ("input_datetime.set_datetime", {"timestamp": 1e30}, None),
    ("input_number.set_value", {"value": "21.50"}, "21.5"),
    ("input_number.set_value", {"value": None}, None),
    ("input_select.select_option", {"option": "Guests"}, "Guests"),
    ("input_text.set_value", {"value": "hello"}, "hello"),
    ("light.toggle", {}, "the opposite of before"),
    ("light.toggle", {"brightness": 0}, None),
    ("light.toggle", {"flash": "short"}, None),
    ("light.turn_off", {"transition": 5}, "off"),
    ("light.turn_off", {"flash": "short"}, None),
    ("light.turn_on", {}, "on"),
    ("light.turn_on", {"rgb_color": [1, 2, 3], "brightness": 5}, "on"),
    ("light.turn_on", {"brightness": 0}, "off"),
    ("light.turn_on", {"brightness": "0.9"}, "off"),
    ("light.turn_on", {"brightness": "bright"}, None),
    ("light.turn_on", {"brightness_pct": 0.1}, "off"),
    ("light.turn_on", {"brightness_pct": 0.4}, "on"),
    ("light.turn_on", {"brightness_step": 10}, "on"),
    ("light.turn_on", {"brightness_step": -10}, None),
    ("light.turn_on", {"brightness_step_pct": 10}, "on"),
    ("light.turn_on", {"brightness_step_pct": -10}, None),
    ("light.turn_on", {"white": True}, "on"),
    ("light.turn_on", {"white": 0, "brightness": 9}, "off"),
    ("light.turn_on", {"profile": "relax"}, None),
    ("light.turn_on", {"flash": "long"}, None),
    ("media_player.repeat_set", {"repeat": "one"}, "repeat one"),
    ("media_player.select_sound_mode", {"sound_mode": "Movie"}, "sound_mode Movie"),
    ("media_player.select_source", {"source": "HDMI 1"}, "source HDMI 1"),
    ("media_player.shuffle_set", {"shuffle": False}, "shuffle false"),
    ("media_player.volume_mute", {"is_volume_muted": True}, "is_volume_muted true"),
    ("media_player.volume_set", {"volume_level": 0.35}, "volume_level 0.35 ± 0.01"),
    ("number.set_value", {"value": 1e-05}, "1e-05"),
    ("select.select_option", {"option": 5}, "5"),
    ("text.set_value", {"value": "hello"}, "hello"),
    ("time.set_value", {"time": "10:30"}, "10:30:00"),
    ("time.set_value", {"time": 630}, None),
    ("vacuum.set_fan_speed", {"fan_speed": "max"}, "fan_speed max"),
    (
        "valve.set_valve_position",
        {"position": 30},
        "open and current_position 30 ± 5 where reported",
    ),
    ("water_heater.set_away_mode", {"away_mode": True}, "away_mode true"),
    ("water_heater.set_operation_mode", {"operation_mode": "eco"}, "eco"),
    ("water_heater.set_temperature", {"temperature": 55}, "temperature 55 ± 0.3"),
]

NEVER = [
    ("light.turn_up", {}),
    ("climate.toggle", {}),
    ("media_player.toggle", {}),
    ("media_player.play_media", {"media_content_id": "song"}),
    ("cover.open_cover_tilt", {}),
    ("script.turn_on", {}),
    ("scene.turn_on", {}),
    ("button.press", {}),
    ("notify.send_message", {"message": "hello"}),
    ("homeassistant.turn_on", {}),
]


@pytest.fixture(autouse=True)
def _los_angeles():
    """Local times are eight hours behind UTC in these tests."""
    before = dt_util.get_default_time_zone()
    dt_util.set_default_time_zone(dt_util.get_time_zone("America/Los_Angeles"))
    yield
    dt_util.set_default_time_zone(before)


def described(name, data, **more):
    """Return the inferred expectation in words, None where there is none."""
    expectation = infer(*name.split("."), data, **more)
    return None if expectation is None else describe(expectation)


@cache
def source_of(domain):
    """Return the code of a component, and of the constants that all of them share."""
    select = COMPONENTS / "select" / "__init__.py"
    places = [
        *(COMPONENTS / domain).glob("*.py"),
        select,
        COMPONENTS.parent / "const.py",
    ]
    return "".join(path.read_text() for path in places)


@pytest.mark.parametrize(("name", "text"), ALWAYS.items(), ids=ALWAYS)
def test_a_plain_service_leads_to_the_same_each_time(name, text):
    """The expectation is made once, whatever the data."""
    assert described(name, {}) == text
    domain, service = name.split(".")
    assert infer(domain, service, {}) is infer(domain, service, {"code": "1234"})


@pytest.mark.parametrize(("name", "data", "text"), BY_DATA)
def test_a_rule_reads_the_data(name, data, text):
    """What the call asks for is what is expected, and nothing where it is unclear."""
    assert described(name, data) == text


@pytest.mark.parametrize(("name", "data"), NEVER)
def test_nothing_is_expected_where_nothing_is_certain(name, data):
    """A service that is not in the table is not looked at."""
    assert described(name, data) is None


def test_every_rule_is_checked_here():
    """No row of the table is without a row in these tests."""
    checked = {*ALWAYS, *(name for name, _, _ in BY_DATA)}
    assert {".".join(key) for key in RULES} == checked


def test_the_table_is_as_wide_as_promised():
    """At least sixty services over at least twenty-five domains."""
    assert len(RULES) >= 60
    assert len({domain for domain, _ in RULES}) >= 25


@pytest.mark.parametrize("domain", sorted({domain for domain, _ in RULES}))
def test_every_service_of_the_table_exists(domain):
    """Home Assistant describes a service of that name."""
    known = load_yaml(COMPONENTS / domain / "services.yaml")
    assert {service for of, service in RULES if of == domain} <= set(known)


@pytest.mark.parametrize(("name", "data", "text"), BY_DATA)
def test_every_attribute_of_the_table_exists(name, data, text):
    """The component has an attribute of that name, and the service such a field."""
    domain, service = name.split(".")
    expectation = infer(domain, service, data)
    names = {wanted.name for wanted in expectation.attributes} if text else set()
    assert all(f'"{word}"' in source_of(domain) for word in {*names, *data})


@pytest.mark.parametrize("name", ALWAYS)
def test_every_state_of_the_table_exists(name):
    """The component, or Home Assistant itself, has a state of that name."""
    domain, service = name.split(".")
    wanted = infer(domain, service, {}).states or ()
    assert all(f'"{state}"' in source_of(domain) for state in wanted)


@pytest.mark.parametrize(
    ("service", "entity_domain", "text"),
    [
        ("turn_on", "light", "on"),
        ("turn_off", "media_player", "off or standby"),
        ("toggle", "switch", "the opposite of before"),
        ("turn_on", "climate", "auto, cool, dry, fan_only, heat or heat_cool"),
        ("turn_on", "cover", None),
        ("toggle", "climate", None),
        ("turn_on", None, None),
        ("stop", "vacuum", None),
        ("update_entity", "light", None),
    ],
)
def test_the_generic_services_do_what_each_domain_does(service, entity_domain, text):
    """``homeassistant.turn_on`` of a player is ``media_player.turn_on``."""
    name = f"homeassistant.{service}"
    assert described(name, {}, entity_domain=entity_domain) == text


def test_the_domain_of_the_entity_counts_for_generic_services_only():
    """A switch that is watched in place of a cover changes nothing."""
    assert described("cover.close_cover", {}, entity_domain="switch") == "closed"


@pytest.mark.parametrize(
    ("name", "data", "more", "seconds"),
    [
        ("light.turn_on", {}, {}, 0.0),
        ("light.turn_on", {"transition": 30}, {}, 30.0),
        ("light.turn_off", {"transition": "2.5"}, {}, 2.5),
        ("light.turn_off", {"transition": -3}, {}, 0.0),
        ("light.turn_off", {"transition": "slow"}, {}, 0.0),
        ("cover.open_cover", {}, {}, 60.0),
        ("cover.stop_cover", {}, {}, 0.0),
        ("valve.close_valve", {}, {}, 60.0),
        ("alarm_control_panel.alarm_arm_away", {}, {}, 120.0),
        ("alarm_control_panel.alarm_disarm", {}, {}, 0.0),
        ("vacuum.return_to_base", {}, {}, 30.0),
        ("homeassistant.turn_on", {}, {"entity_domain": "media_player"}, 20.0),
        ("homeassistant.turn_on", {"transition": 4}, {"entity_domain": "light"}, 4.0),
    ],
)
def test_slow_devices_get_more_time(name, data, more, seconds):
    """Motors, exit delays and transitions are waited for."""
    assert extra_within(*name.split("."), data, **more) == seconds


def test_only_what_is_expected_is_slow():
    """No time is granted to a service of which nothing is expected."""
    assert set(SLOW) <= set(RULES)


def test_a_cover_on_its_way_has_not_arrived():
    """Movement is a promise; only the end of it is seen as done."""
    expectation = infer("cover", "set_cover_position", {"position": 50})
    passing = State("cover.blind", "opening", {"current_position": 50})
    arrived = State("cover.blind", "open", {"current_position": 48})
    assert not holds(expectation, passing)
    assert holds(expectation, arrived)


def test_a_cover_that_stands_half_open_is_not_opened():
    """Its state is open before anything has moved; its position tells."""
    expectation = infer("cover", "open_cover", {})
    assert not holds(
        expectation, State("cover.blind", "open", {"current_position": 40})
    )
    assert holds(expectation, State("cover.blind", "open", {"current_position": 99}))
    assert holds(expectation, State("cover.gate", "open"))


def test_half_a_degree_is_not_the_same_temperature():
    """What was chosen before is not taken for what is wanted now."""
    expectation = infer("climate", "set_temperature", {"temperature": 21.5})
    assert not holds(expectation, State("climate.hall", "heat", {"temperature": 21.0}))
    assert holds(expectation, State("climate.hall", "heat", {"temperature": 21.7}))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates()
    | st.datetimes(),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=4,
)
FIELDS = sorted({field for _, data, _ in BY_DATA for field in data})


@given(
    st.sampled_from(sorted(RULES)),
    st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4),
)
def test_no_data_makes_the_inference_fail(key, data):
    """Wrong data is the service's to refuse, not a reason to crash."""
    expectation = infer(*key, data)
    assert expectation is None or isinstance(expectation, Expectation)
    assert extra_within(*key, data) >= 0
