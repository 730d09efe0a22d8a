"""Calls that Home Assistant's demo devices and helpers understand, by entity."""

from typing import Any

type Call = tuple[str, dict[str, Any]]

_OFF_ON: list[Call] = [("turn_off", {}), ("turn_on", {}), ("toggle", {})]
_POSITIONS: list[Call] = [
    ("open_cover", {}),
    ("close_cover", {}),
    ("toggle", {}),
    ("stop_cover", {}),
    ("set_cover_position", {"position": 0}),
    ("set_cover_position", {"position": 40}),
    ("set_cover_position", {"position": 100}),
]
_TILTS: list[Call] = [
    ("open_cover_tilt", {}),
    ("close_cover_tilt", {}),
    ("set_cover_tilt_position", {"tilt_position": 20}),
]
_COLOURED: list[Call] = [
    *_OFF_ON,
    ("turn_on", {"brightness": 90}),
    ("turn_on", {"brightness_pct": 40, "rgb_color": [255, 0, 0]}),
    ("turn_on", {"hs_color": [120, 60]}),
    ("turn_on", {"xy_color": [0.3, 0.4]}),
    ("turn_on", {"color_temp_kelvin": 3000}),
    ("turn_on", {"brightness": 0}),
]
_PLAYING: list[Call] = [
    *_OFF_ON,
    ("media_play", {}),
    ("media_pause", {}),
    ("media_stop", {}),
    ("media_play_pause", {}),
    ("select_sound_mode", {"sound_mode": "Movie"}),
    ("shuffle_set", {"shuffle": True}),
]
_LOUD: list[Call] = [
    ("volume_set", {"volume_level": 0.3}),
    ("volume_down", {}),
    ("volume_mute", {"is_volume_muted": True}),
]
_LOCKING: list[Call] = [("lock", {}), ("unlock", {})]
_BLOWING: list[Call] = [
    *_OFF_ON,
    ("set_percentage", {"percentage": 33}),
    ("set_percentage", {"percentage": 0}),
    ("turn_on", {"percentage": 67}),
    ("increase_speed", {}),
]
_PRESETS: list[Call] = [
    ("set_preset_mode", {"preset_mode": "sleep"}),
    ("set_preset_mode", {"preset_mode": "auto"}),
    ("turn_on", {"preset_mode": "smart"}),
]
_SWINGING: list[Call] = [
    ("oscillate", {"oscillating": True}),
    ("set_direction", {"direction": "reverse"}),
]
_VALVES: list[Call] = [("open_valve", {}), ("close_valve", {}), ("toggle", {})]
_VACUUM: list[Call] = [
    ("start", {}),
    ("pause", {}),
    ("stop", {}),
    ("return_to_base", {}),
    ("clean_spot", {}),
    ("set_fan_speed", {"fan_speed": "max"}),
    ("set_fan_speed", {"fan_speed": "min"}),
]

DEVICES: dict[str, list[Call]] = {
    "climate.heatpump": [
        ("set_temperature", {"temperature": 25}),
        ("set_hvac_mode", {"hvac_mode": "off"}),
        ("set_hvac_mode", {"hvac_mode": "heat"}),
        ("set_temperature", {"temperature": 18.5, "hvac_mode": "heat"}),
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
        ("set_hvac_mode", {"hvac_mode": "cool"}),
        ("set_preset_mode", {"preset_mode": "eco"}),
        ("set_preset_mode", {"preset_mode": "home"}),
        ("turn_off", {}),
    ],
    "cover.garage_door": [("open_cover", {}), ("close_cover", {}), ("toggle", {})],
    "cover.hall_window": _POSITIONS,
    "cover.living_room_window": [*_POSITIONS, *_TILTS],
    "cover.pergola_roof": _TILTS,
    "date.date": [
        ("set_value", {"date": "2026-11-20"}),
        ("set_value", {"date": "2027-01-01"}),
    ],
    "datetime.date_and_time": [
        ("set_value", {"datetime": "2026-11-20 10:00:00"}),
        ("set_value", {"datetime": "2026-11-20T10:00:00+03:00"}),
    ],
    "fan.ceiling_fan": _BLOWING,
    "fan.living_room_fan": [*_BLOWING, *_PRESETS, *_SWINGING],
    "fan.percentage_full_fan": [*_BLOWING, *_PRESETS, *_SWINGING],
    "fan.preset_only_limited_fan": [*_OFF_ON, *_PRESETS],
    "humidifier.dehumidifier": [*_OFF_ON, ("set_humidity", {"humidity": 44})],
    "humidifier.hygrostat": [
        *_OFF_ON,
        ("set_humidity", {"humidity": 44}),
        ("set_mode", {"mode": "eco"}),
        ("set_mode", {"mode": "home"}),
    ],
    "light.bed_light": [
        *_COLOURED,
        ("turn_on", {"effect": "rainbow"}),
        ("turn_on", {"effect": "off"}),
    ],
    "light.entrance_color_white_lights": [*_COLOURED, ("turn_on", {"white": 200})],
    "light.living_room_rgbww_lights": [
        *_COLOURED,
        ("turn_on", {"rgbww_color": [1, 2, 3, 4, 5]}),
    ],
    "light.office_rgbw_lights": [
        *_COLOURED,
        ("turn_on", {"rgbw_color": [10, 20, 30, 40]}),
    ],
    "lock.front_door": _LOCKING,
    "lock.openable_lock": [*_LOCKING, ("open", {})],
    "media_player.bedroom": [
        *_PLAYING,
        *_LOUD,
        (
            "play_media",
            {"media_content_id": "another", "media_content_type": "movie"},
        ),
    ],
    "media_player.lounge_room": [*_PLAYING, ("select_source", {"source": "youtube"})],
    "media_player.walkman": [
        *_PLAYING,
        *_LOUD,
        ("repeat_set", {"repeat": "one"}),
        ("join", {"group_members": ["media_player.kitchen"]}),
        ("unjoin", {}),
    ],
    "number.volume": [("set_value", {"value": 37}), ("set_value", {"value": 90})],
    "remote.remote_one": _OFF_ON,
    "select.speed": [
        ("select_option", {"option": "light_speed"}),
        ("select_next", {}),
        ("select_last", {}),
    ],
    "siren.siren": _OFF_ON,
    "switch.ac": _OFF_ON,
    "text.text": [("set_value", {"value": "007"}), ("set_value", {"value": ""})],
    "time.time": [("set_value", {"time": "10:30"}), ("set_value", {"time": "23:00"})],
    "vacuum.demo_vacuum_0_ground_floor": _VACUUM,
    "valve.front_garden": _VALVES,
    # Its position stays where it is when it is opened or closed as a whole.
    "valve.trees": [
        ("set_valve_position", {"position": 80}),
        ("set_valve_position", {"position": 0}),
        ("stop_valve", {}),
    ],
    "water_heater.demo_water_heater": [
        ("set_temperature", {"temperature": 48.5}),
        ("set_operation_mode", {"operation_mode": "electric"}),
        ("set_away_mode", {"away_mode": True}),
        ("set_away_mode", {"away_mode": False}),
        ("turn_off", {}),
        ("turn_on", {}),
    ],
}

HELPERS: dict[str, dict[str, Any]] = {
    "automation": {
        "automation": [{"id": "a", "alias": "a", "triggers": [], "actions": []}]
    },
    "counter": {"counter": {"a": {"initial": 3, "step": 2}}},
    "input_boolean": {"input_boolean": {"a": {}}},
    "input_datetime": {
        "input_datetime": {
            "date": {"has_date": True},
            "time": {"has_time": True},
            "both": {"has_date": True, "has_time": True},
        }
    },
    "input_number": {"input_number": {"a": {"min": 0, "max": 100}}},
    "input_select": {"input_select": {"a": {"options": ["x", "y", "z"]}}},
    "input_text": {"input_text": {"a": {"initial": "once"}}},
}
_DAY, _CLOCK = {"date": "2026-11-20"}, {"time": "10:30:05"}
HELPER_CALLS: dict[str, list[Call]] = {
    "automation.a": _OFF_ON,
    "counter.a": [
        ("increment", {}),
        ("decrement", {}),
        ("set_value", {"value": 8}),
        ("reset", {}),
    ],
    "input_boolean.a": _OFF_ON,
    "input_datetime.both": [
        ("set_datetime", _DAY),
        ("set_datetime", _CLOCK),
        ("set_datetime", {"timestamp": 1795197600}),
    ],
    "input_datetime.date": [("set_datetime", _DAY)],
    "input_datetime.time": [("set_datetime", _CLOCK)],
    "input_number.a": [
        ("set_value", {"value": 21.5}),
        ("increment", {}),
        ("decrement", {}),
    ],
    "input_select.a": [
        ("select_last", {}),
        ("select_next", {}),
        ("set_options", {"options": ["p", "q"]}),
        ("set_options", {"options": ["x", "y", "z"]}),
    ],
    "input_text.a": [("set_value", {"value": "hello"}), ("set_value", {"value": ""})],
}
