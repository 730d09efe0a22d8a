"""What can be restored of an entity, domain by domain: its state and these attributes.

A domain that is missing here cannot be restored at all; ``inverse`` has a rule for each
that is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One attribute that can be restored."""

    name: str
    tolerance: float = 0.0
    """How far two numbers, or two lists of numbers, may be apart and still count as
    the same, where a device rounds what it is given."""

    can_be_empty: bool = False
    """That it was empty is something to go back to; otherwise it was just not known."""

    counts: bool = True
    """An entity that differs in nothing else has something to be set back."""

    steady: bool = True
    """It does not change by itself, so that a change is somebody's doing."""

    is_seen: bool = True
    """The entity reports it again, word for word, when it has been restored."""


def _plain(*names: str) -> tuple[Trait, ...]:
    return tuple(Trait(name=name) for name in names)


_POSITION: Final = Trait(name="current_position", tolerance=5)
_HUMIDITY: Final = Trait(name="humidity", tolerance=1)
_TEMPERATURE: Final = Trait(name="temperature", tolerance=0.3)

TRAITS: Final[Mapping[str, tuple[Trait, ...]]] = {
    "alarm_control_panel": (),
    "alert": (),
    "automation": (),
    "climate": (
        _TEMPERATURE,
        Trait(name="target_temp_low", tolerance=0.3),
        Trait(name="target_temp_high", tolerance=0.3),
        _HUMIDITY,
        *_plain("preset_mode", "fan_mode", "swing_mode", "swing_horizontal_mode"),
    ),
    "counter": (),
    "cover": (_POSITION, Trait(name="current_tilt_position", tolerance=5)),
    "date": (),
    "datetime": (),
    "fan": (
        Trait(name="percentage", tolerance=1),
        Trait(name="preset_mode", can_be_empty=True),
        *_plain("oscillating", "direction"),
    ),
    # Its members are what can be restored, if they were not all alike.
    "group": (Trait(name="entity_id", counts=False, steady=False, is_seen=False),),
    "humidifier": (_HUMIDITY, *_plain("mode")),
    "input_boolean": (),
    "input_datetime": (),
    "input_number": (),
    "input_select": _plain("options"),
    "input_text": (),
    "lawn_mower": (),
    "light": (
        Trait(name="brightness", tolerance=3),
        *_plain("color_mode"),
        Trait(name="effect", can_be_empty=True),
        Trait(name="color_temp_kelvin", tolerance=100),
        Trait(name="hs_color", tolerance=5),
        Trait(name="xy_color", tolerance=0.03),
        Trait(name="rgb_color", tolerance=12),
        Trait(name="rgbw_color", tolerance=12),
        Trait(name="rgbww_color", tolerance=12),
    ),
    "lock": (),
    "media_player": (
        *_plain("source", "sound_mode"),
        Trait(name="volume_level", tolerance=0.02),
        *_plain("is_volume_muted", "shuffle", "repeat", "group_members"),
        # The next title begins without anybody's doing, and many players translate
        # what they are given into a name of their own.
        Trait(name="media_content_id", steady=False, is_seen=False),
        Trait(name="media_content_type", counts=False, steady=False, is_seen=False),
    ),
    "number": (),
    "remote": _plain("current_activity"),
    "select": (),
    "siren": (),
    "switch": (),
    "text": (),
    "time": (),
    "timer": (
        Trait(name="finishes_at", is_seen=False),
        # Of a timer that stands still, and seconds that a running one had left.
        Trait(name="remaining", is_seen=False),
        Trait(name="left", counts=False, steady=False, is_seen=False),
    ),
    "vacuum": _plain("fan_speed"),
    "valve": (_POSITION,),
    "water_heater": (_TEMPERATURE, *_plain("away_mode")),
}

NUMERIC: Final = frozenset({"counter", "input_number", "number"})
"""Domains whose state is a number, however it is written."""
