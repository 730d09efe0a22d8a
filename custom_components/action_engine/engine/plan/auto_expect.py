"""What a call should lead to, where its author did not say it.

One entry for each service of which something can be said: an expectation where it is
always the same, a rule where it depends on the data. What is not here is not looked
at; among it, on purpose:

- fan speeds, ``play_media``, ``select_next``: the outcome depends on the device;
- ``toggle`` of climate devices and players: what "not off" means differs;
- ``open_cover_tilt``, ``close_cover_tilt``: many covers do not report their slats;
- ``camera.turn_off``: a camera that is off is ``idle``, as one that is on;
- ``water_heater.turn_on``: the mode that it wakes up in has no common name;
- ``script.turn_on``: a short script is over before anybody looks.
"""

from collections.abc import Mapping
from typing import Any, Final

from ..model.expectation import Expectation
from ..model.likeness import as_number
from .expect_rules import (
    INVERTED,
    OFF,
    ON,
    TEMPERATURE_TOLERANCE,
    VOLUME_TOLERANCE,
    Rule,
    attribute,
    date_set,
    datetime_set,
    fan_speed_set,
    fan_turned_on,
    input_datetime_set,
    light_toggled,
    light_turned_off,
    light_turned_on,
    number_attribute,
    number_state,
    position_set,
    standing,
    states,
    switch_attribute,
    temperature_set,
    text_attribute,
    text_state,
    tilt_set,
    time_set,
)

# A cover that stood half open is ``open`` before it has begun to move.
_OPEN: Final = standing(100, "open")
_CLOSED: Final = states("closed")
# A cover without a known position is ``unknown`` when it stands still.
_STILL: Final = states("open", "closed", "unknown")
_DOCKING: Final = states("returning", "docked")
_RESTING: Final = states("idle", "paused", "docked")

_SWITCHED: Final[Mapping[str, Expectation | Rule]] = {
    "turn_on": ON,
    "turn_off": OFF,
    "toggle": INVERTED,
}

_BY_DOMAIN: Final[Mapping[str, Mapping[str, Expectation | Rule]]] = {
    "alarm_control_panel": {
        "alarm_arm_away": states("armed_away"),
        "alarm_arm_custom_bypass": states("armed_custom_bypass"),
        "alarm_arm_home": states("armed_home"),
        "alarm_arm_night": states("armed_night"),
        "alarm_arm_vacation": states("armed_vacation"),
        "alarm_disarm": states("disarmed"),
        "alarm_trigger": states("triggered"),
    },
    "automation": _SWITCHED,
    "camera": {
        "enable_motion_detection": attribute("motion_detection", value=True),
        # The attribute is there while detection is on only.
        "disable_motion_detection": attribute("motion_detection", value=None),
    },
    "climate": {
        "set_fan_mode": text_attribute("fan_mode"),
        "set_humidity": number_attribute("humidity"),
        "set_hvac_mode": text_state("hvac_mode"),
        "set_preset_mode": text_attribute("preset_mode"),
        "set_swing_horizontal_mode": text_attribute("swing_horizontal_mode"),
        "set_swing_mode": text_attribute("swing_mode"),
        "set_temperature": temperature_set,
        "turn_off": OFF,
        "turn_on": states("heat", "cool", "heat_cool", "auto", "dry", "fan_only"),
    },
    "counter": {"set_value": number_state("value")},
    "cover": {
        "close_cover": _CLOSED,
        "open_cover": _OPEN,
        "set_cover_position": position_set,
        "set_cover_tilt_position": tilt_set,
        "stop_cover": _STILL,
        "toggle": INVERTED,
    },
    "date": {"set_value": date_set},
    "datetime": {"set_value": datetime_set},
    "fan": {
        "oscillate": switch_attribute("oscillating"),
        "set_direction": text_attribute("direction"),
        "set_percentage": fan_speed_set,
        "set_preset_mode": text_attribute("preset_mode"),
        "toggle": INVERTED,
        "turn_off": OFF,
        "turn_on": fan_turned_on,
    },
    "humidifier": {
        **_SWITCHED,
        "set_humidity": number_attribute("humidity"),
        "set_mode": text_attribute("mode"),
    },
    "input_boolean": _SWITCHED,
    "input_datetime": {"set_datetime": input_datetime_set},
    "input_number": {"set_value": number_state("value")},
    "input_select": {"select_option": text_state("option")},
    "input_text": {"set_value": text_state("value")},
    "lawn_mower": {
        "dock": _DOCKING,
        "pause": states("paused"),
        "start_mowing": states("mowing"),
        "stop": _RESTING,
    },
    "light": {
        "toggle": light_toggled,
        "turn_off": light_turned_off,
        "turn_on": light_turned_on,
    },
    "lock": {
        "lock": states("locked"),
        # Most locks have no word for an open latch; none is locked with it.
        "open": states("open", "opening", "unlocked"),
        "unlock": states("unlocked", "open"),
    },
    "media_player": {
        # A stream that cannot be paused is stopped.
        "media_pause": states("paused", "idle"),
        "media_play": states("playing", "buffering"),
        "media_play_pause": INVERTED,
        "media_stop": states("idle", "on", "off", "paused", "standby"),
        "repeat_set": text_attribute("repeat"),
        "select_sound_mode": text_attribute("sound_mode"),
        "select_source": text_attribute("source"),
        "shuffle_set": switch_attribute("shuffle"),
        "turn_off": states("off", "standby"),
        "turn_on": states("on", "idle", "playing", "paused", "buffering"),
        "volume_mute": switch_attribute("is_volume_muted"),
        "volume_set": number_attribute("volume_level", VOLUME_TOLERANCE),
    },
    "number": {"set_value": number_state("value")},
    "remote": _SWITCHED,
    "script": {"turn_off": OFF},
    "select": {"select_option": text_state("option")},
    "siren": _SWITCHED,
    "switch": _SWITCHED,
    "text": {"set_value": text_state("value")},
    "time": {"set_value": time_set},
    "timer": {
        "cancel": states("idle"),
        "finish": states("idle"),
        # A timer that does not run is not paused, and nothing is wrong with that.
        "pause": states("paused", "idle"),
        "start": states("active"),
    },
    "update": {"skip": OFF},
    "vacuum": {
        "clean_area": states("cleaning"),
        "clean_spot": states("cleaning"),
        "pause": states("paused"),
        # The way home may take an hour; that it is on its way was all that was asked.
        "return_to_base": _DOCKING,
        "set_fan_speed": text_attribute("fan_speed"),
        "start": states("cleaning"),
        "stop": _RESTING,
    },
    "valve": {
        "close_valve": _CLOSED,
        "open_valve": _OPEN,
        "set_valve_position": position_set,
        "stop_valve": _STILL,
        "toggle": INVERTED,
    },
    "water_heater": {
        "set_away_mode": switch_attribute("away_mode"),
        "set_operation_mode": text_state("operation_mode"),
        "set_temperature": number_attribute("temperature", TEMPERATURE_TOLERANCE),
        "turn_off": OFF,
    },
}

RULES: Final[Mapping[tuple[str, str], Expectation | Rule]] = {
    (domain, service): rule
    for domain, services in _BY_DOMAIN.items()
    for service, rule in services.items()
}

_MOVING: Final = 60.0
_TILTING: Final = 30.0
_DELAYED: Final = 120.0
_TURNING: Final = 15.0
_BOOTING: Final = 20.0
_ROLLING: Final = 30.0

SLOW: Final[Mapping[tuple[str, str], float]] = {
    ("alarm_control_panel", "alarm_arm_away"): _DELAYED,
    ("alarm_control_panel", "alarm_arm_custom_bypass"): _DELAYED,
    ("alarm_control_panel", "alarm_arm_home"): _DELAYED,
    ("alarm_control_panel", "alarm_arm_night"): _DELAYED,
    ("alarm_control_panel", "alarm_arm_vacation"): _DELAYED,
    ("alarm_control_panel", "alarm_trigger"): _DELAYED,
    ("cover", "close_cover"): _MOVING,
    ("cover", "open_cover"): _MOVING,
    ("cover", "set_cover_position"): _MOVING,
    ("cover", "set_cover_tilt_position"): _TILTING,
    ("cover", "toggle"): _MOVING,
    ("lawn_mower", "dock"): _ROLLING,
    ("lawn_mower", "pause"): _ROLLING,
    ("lawn_mower", "start_mowing"): _ROLLING,
    ("lawn_mower", "stop"): _ROLLING,
    ("lock", "lock"): _TURNING,
    ("lock", "open"): _TURNING,
    ("lock", "unlock"): _TURNING,
    ("media_player", "turn_off"): _BOOTING,
    ("media_player", "turn_on"): _BOOTING,
    ("vacuum", "clean_area"): _ROLLING,
    ("vacuum", "clean_spot"): _ROLLING,
    ("vacuum", "pause"): _ROLLING,
    ("vacuum", "return_to_base"): _ROLLING,
    ("vacuum", "start"): _ROLLING,
    ("vacuum", "stop"): _ROLLING,
    ("valve", "close_valve"): _MOVING,
    ("valve", "open_valve"): _MOVING,
    ("valve", "set_valve_position"): _MOVING,
    ("valve", "toggle"): _MOVING,
}
"""Seconds that a motor, an exit delay or a booting television needs beside the usual.

Covers and valves count when they have arrived: ``opening`` is a promise only.
"""

_GENERIC_DOMAIN: Final = "homeassistant"
_GENERIC: Final = frozenset(_SWITCHED)


def infer(
    domain: str,
    service: str,
    data: Mapping[str, Any],
    entity_domain: str | None = None,
) -> Expectation | None:
    """Return what the call should lead to, None if nothing can be said of it.

    ``data`` is rendered. ``entity_domain`` is the domain of the entity to look at; it
    counts for ``homeassistant.turn_on``, ``turn_off`` and ``toggle``, which do to each
    entity what its own domain does. Never raises, whatever the data holds.
    """
    rule = RULES.get(_meant(domain, service, entity_domain))
    return rule if rule is None or isinstance(rule, Expectation) else rule(data)


def extra_within(
    domain: str,
    service: str,
    data: Mapping[str, Any],
    entity_domain: str | None = None,
) -> float:
    """Return the seconds to wait longer than usual for what ``infer`` returned.

    The time of a ``transition`` is added, since some lights are on or off at its end.
    """
    extra = SLOW.get(_meant(domain, service, entity_domain), 0.0)
    if "transition" in data:
        extra += max(as_number(data["transition"]) or 0.0, 0.0)
    return extra


def _meant(domain: str, service: str, entity_domain: str | None) -> tuple[str, str]:
    if domain == _GENERIC_DOMAIN and entity_domain and service in _GENERIC:
        return entity_domain, service
    return domain, service
