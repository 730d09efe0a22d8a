"""Take down of a state what can be restored of it."""

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import Enum
from math import isfinite
from typing import Any, Final

from homeassistant.const import ATTR_SUPPORTED_FEATURES
from homeassistant.core import State
from homeassistant.util import dt as dt_util

from ..model.undo import Snapshot
from .traits import TRAITS

COLOUR_OF_MODE: Final[Mapping[str, str]] = {
    "color_temp": "color_temp_kelvin",
    "hs": "hs_color",
    "rgb": "rgb_color",
    "rgbw": "rgbw_color",
    "rgbww": "rgbww_color",
    "xy": "xy_color",
}
"""The attribute that holds the colour itself; the others are converted from it."""

_MOVING: Final = frozenset({"opening", "closing"})


def take(state: State) -> Snapshot:
    """Return what can be restored, as plain data that can be written as JSON.

    A domain that cannot be restored gives its bare state. What means nothing in a state
    is left out, such as the position of a cover on its way: it is wrong at once.
    """
    domain = state.domain
    known = state.attributes
    names = {trait.name for trait in TRAITS.get(domain, ())}
    found = {name: _plain(known[name]) for name in names if name in known}
    narrow = _NARROW.get(domain)
    features = known.get(ATTR_SUPPORTED_FEATURES)
    return Snapshot(
        entity_id=state.entity_id,
        state=state.state,
        attributes=found if narrow is None else narrow(state.state, found),
        features=int(features) if isinstance(features, int) else 0,
    )


def _light(state: str, found: dict[str, Any]) -> dict[str, Any]:
    """Leave the one colour that can be set; a light that is off has none."""
    if state != "on":
        return {}
    colours = list(COLOUR_OF_MODE.values())
    mode = found.get("color_mode")
    if mode in (None, "unknown"):
        kept = next((name for name in colours if found.get(name) is not None), None)
    else:
        kept = COLOUR_OF_MODE.get(str(mode))
    return {k: v for k, v in found.items() if k == kept or k not in colours}


def _still(state: str, found: dict[str, Any]) -> dict[str, Any]:
    return _without(found, "current_position") if state in _MOVING else found


def _fan(state: str, found: dict[str, Any]) -> dict[str, Any]:
    """Leave speed or preset, one of which follows from the other.

    A fan that is off does not swing either; which way it turns is a setting.
    """
    if state != "on":
        return {k: v for k, v in found.items() if k == "direction"}
    if found.get("preset_mode") is not None:
        return _without(found, "percentage")
    return found


def _timer(state: str, found: dict[str, Any]) -> dict[str, Any]:
    """Keep the end of a running timer, and what was left of it just now."""
    if state == "paused":
        return {k: v for k, v in found.items() if k == "remaining"}
    end = dt_util.parse_datetime(str(found.get("finishes_at")))
    if state != "active" or end is None:
        return {}
    left = (end - dt_util.utcnow()).total_seconds()
    return {"finishes_at": found["finishes_at"], "left": max(round(left), 0)}


def _without(found: dict[str, Any], name: str) -> dict[str, Any]:
    return {k: v for k, v in found.items() if k != name}


_NARROW: Final[Mapping[str, Callable[[str, dict[str, Any]], dict[str, Any]]]] = {
    "cover": _still,
    "fan": _fan,
    "light": _light,
    "timer": _timer,
    "valve": _still,
}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(one) for one in value), key=str)
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return None
    simple = value is None or isinstance(value, (bool, int, float, str))
    return value if simple else str(value)
