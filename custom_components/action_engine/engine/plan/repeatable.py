"""What a second identical call does, when nobody knows how the first one ended.

Only what is known to be absolute is repeated blindly. A pattern of names helps with
services that bring a new thing into being each time they are called; everything that
nobody can know, such as scripts and services of somebody's own, is unclear.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..model.repeat import Repeat

_ON_OFF: Final = frozenset({"turn_on", "turn_off"})

ABSOLUTE: Final[Mapping[str, frozenset[str]]] = {
    "action_engine": frozenset({"forget", "recall", "remember", "render_message"}),
    "alarm_control_panel": frozenset(
        {
            "alarm_arm_away",
            "alarm_arm_custom_bypass",
            "alarm_arm_home",
            "alarm_arm_night",
            "alarm_arm_vacation",
            "alarm_disarm",
            "alarm_trigger",
        }
    ),
    "automation": _ON_OFF,
    "calendar": frozenset({"get_events"}),
    "camera": _ON_OFF
    | {"disable_motion_detection", "enable_motion_detection", "snapshot"},
    "climate": _ON_OFF
    | {
        "set_fan_mode",
        "set_humidity",
        "set_hvac_mode",
        "set_preset_mode",
        "set_swing_horizontal_mode",
        "set_swing_mode",
        "set_temperature",
    },
    "counter": frozenset({"reset", "set_value"}),
    "cover": frozenset(
        {
            "close_cover",
            "close_cover_tilt",
            "open_cover",
            "open_cover_tilt",
            "set_cover_position",
            "set_cover_tilt_position",
            "stop_cover",
            "stop_cover_tilt",
        }
    ),
    "date": frozenset({"set_value"}),
    "datetime": frozenset({"set_value"}),
    "fan": _ON_OFF
    | {"oscillate", "set_direction", "set_percentage", "set_preset_mode"},
    "frontend": frozenset({"reload_themes", "set_theme"}),
    "group": frozenset({"remove", "set"}),
    "homeassistant": _ON_OFF
    | {
        "check_config",
        "reload_all",
        "reload_config_entry",
        "reload_core_config",
        "reload_custom_templates",
        "save_persistent_states",
        "set_location",
        "update_entity",
    },
    "humidifier": _ON_OFF | {"set_humidity", "set_mode"},
    "image": frozenset({"snapshot"}),
    "input_boolean": _ON_OFF,
    "input_datetime": frozenset({"set_datetime"}),
    "input_number": frozenset({"set_value"}),
    "input_select": frozenset(
        {"select_first", "select_last", "select_option", "set_options"}
    ),
    "input_text": frozenset({"set_value"}),
    "lawn_mower": frozenset({"dock", "pause", "start_mowing", "stop"}),
    "light": _ON_OFF,
    "lock": frozenset({"lock", "unlock"}),
    "logger": frozenset({"set_default_level", "set_level"}),
    "media_player": _ON_OFF
    | {
        "browse_media",
        "clear_playlist",
        "join",
        "media_pause",
        "media_play",
        "media_seek",
        "media_stop",
        "repeat_set",
        "search_media",
        "select_sound_mode",
        "select_source",
        "shuffle_set",
        "unjoin",
        "volume_mute",
        "volume_set",
    },
    "number": frozenset({"set_value"}),
    "persistent_notification": frozenset({"dismiss", "dismiss_all"}),
    "recorder": frozenset(
        {"disable", "enable", "get_statistics", "purge", "purge_entities"}
    ),
    "remote": _ON_OFF,
    "scene": frozenset({"apply", "turn_on"}),
    "schedule": frozenset({"get_schedule"}),
    "script": frozenset({"turn_off"}),
    "select": frozenset({"select_first", "select_last", "select_option"}),
    "siren": _ON_OFF,
    "switch": _ON_OFF,
    "system_log": frozenset({"clear"}),
    "text": frozenset({"set_value"}),
    "time": frozenset({"set_value"}),
    "timer": frozenset({"cancel", "finish", "pause"}),
    "todo": frozenset({"get_items", "remove_completed_items"}),
    "tts": frozenset({"clear_cache"}),
    "update": frozenset({"clear_skipped", "skip"}),
    "vacuum": frozenset(
        {
            "pause",
            "return_to_base",
            "set_fan_speed",
            "start",
            "stop",
        }
    ),
    "valve": frozenset(
        {"close_valve", "open_valve", "set_valve_position", "stop_valve"}
    ),
    "water_heater": _ON_OFF
    | {"set_away_mode", "set_operation_mode", "set_temperature"},
    "weather": frozenset({"get_forecast", "get_forecasts"}),
}

RELATIVE: Final[Mapping[str, frozenset[str]]] = {
    "assist_satellite": frozenset({"announce", "ask_question", "start_conversation"}),
    "automation": frozenset({"trigger"}),
    "backup": frozenset({"create", "create_automatic"}),
    "button": frozenset({"press"}),
    "calendar": frozenset({"create_event"}),
    "conversation": frozenset({"process"}),
    "homeassistant": frozenset({"restart", "stop"}),
    "input_button": frozenset({"press"}),
    # The latch springs back: a second time opens a door that was shut meanwhile.
    "lock": frozenset({"open"}),
    "logbook": frozenset({"log"}),
    "media_player": frozenset(
        {
            "media_next_track",
            "media_play_pause",
            "media_previous_track",
            "volume_down",
            "volume_up",
        }
    ),
    "remote": frozenset({"send_command"}),
    "shopping_list": frozenset({"add_item"}),
    "system_log": frozenset({"write"}),
    "timer": frozenset({"change"}),
    "todo": frozenset({"add_item"}),
    "vacuum": frozenset({"start_pause"}),
}

SPEAKING: Final = frozenset({"notify", "tts"})
"""Domains in which each service says something to somebody."""

OPAQUE: Final = frozenset({"python_script", "rest_command", "script", "shell_command"})
"""Domains whose services are what somebody wrote; their names tell nothing."""

_PREFIXES: Final = ("toggle", "increase", "decrease", "increment", "decrement")
_SUFFIXES: Final = ("_toggle", "_increase", "_decrease", "_next", "_previous")


def repeatability(domain: str, service: str, data: Mapping[str, Any]) -> Repeat:
    """Return what a second identical call does; ``data`` is rendered."""
    if (judge := BY_DATA.get((domain, service))) is not None:
        return judge(data)
    return _TABLE.get((domain, service)) or _by_name(domain, service)


def _by_name(domain: str, service: str) -> Repeat:
    if domain in SPEAKING:
        return Repeat.RELATIVE
    if service == "reload":
        return Repeat.ABSOLUTE
    if service == "toggle":
        return Repeat.RELATIVE
    if domain in OPAQUE:
        return Repeat.UNCLEAR
    if service.startswith(_PREFIXES) or service.endswith(_SUFFIXES):
        return Repeat.RELATIVE
    return Repeat.UNCLEAR


def _light(data: Mapping[str, Any]) -> Repeat:
    relative = {"brightness_step", "brightness_step_pct", "flash"} & data.keys()
    return Repeat.RELATIVE if relative else Repeat.ABSOLUTE


def _notification(data: Mapping[str, Any]) -> Repeat:
    # With an id the second one replaces the first.
    return Repeat.ABSOLUTE if data.get("notification_id") else Repeat.RELATIVE


def _scene(data: Mapping[str, Any]) -> Repeat:
    # A snapshot that is taken later holds what others have changed meanwhile.
    return Repeat.UNCLEAR if data.get("snapshot_entities") else Repeat.ABSOLUTE


def _media(data: Mapping[str, Any]) -> Repeat:
    if data.get("announce") or data.get("enqueue") in ("add", "next"):
        return Repeat.RELATIVE
    return Repeat.UNCLEAR


def _webhook(data: Mapping[str, Any]) -> Repeat:
    # The server knows by the key that it is the same call.
    return Repeat.ABSOLUTE if data.get("idempotency_key") else Repeat.RELATIVE


def _report(data: Mapping[str, Any]) -> Repeat:
    return Repeat.RELATIVE if data.get("deliver") else Repeat.ABSOLUTE


BY_DATA: Final[Mapping[tuple[str, str], Callable[[Mapping[str, Any]], Repeat]]] = {
    ("action_engine", "call_webhook"): _webhook,
    ("action_engine", "generate_report"): _report,
    ("homeassistant", "turn_on"): _light,
    ("light", "turn_off"): _light,
    ("light", "turn_on"): _light,
    ("media_player", "play_media"): _media,
    ("persistent_notification", "create"): _notification,
    ("scene", "create"): _scene,
}

_TABLE: Final[Mapping[tuple[str, str], Repeat]] = {
    (domain, service): repeat
    for repeat, table in ((Repeat.ABSOLUTE, ABSOLUTE), (Repeat.RELATIVE, RELATIVE))
    for domain, services in table.items()
    for service in services
}
