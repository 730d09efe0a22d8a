"""Whether an entity still stands as a call of ours left it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..model.likeness import as_number
from ..model.undo import Done, Snapshot
from .compare import STATE, drifted, same, same_state
from .traits import TRAITS

_ARRIVES: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("alarm_control_panel", "arming"): frozenset(
        {
            "armed_away",
            "armed_custom_bypass",
            "armed_home",
            "armed_night",
            "armed_vacation",
        }
    ),
    ("alarm_control_panel", "pending"): frozenset({"triggered"}),
    ("lawn_mower", "returning"): frozenset({"docked"}),
    ("lock", "locking"): frozenset({"locked"}),
    # A latch springs back by itself.
    ("lock", "open"): frozenset({"unlocked"}),
    ("lock", "opening"): frozenset({"open", "unlocked"}),
    ("lock", "unlocking"): frozenset({"unlocked"}),
    ("media_player", "buffering"): frozenset({"playing"}),
    ("vacuum", "returning"): frozenset({"docked"}),
}
"""What becomes of a state by itself."""

_ENDS: Final = {"opening": 100.0, "closing": 0.0}
_POSITION: Final = "current_position"

_FIELDS: Final[Mapping[str, str]] = {
    "current_position": "position",
    "current_tilt_position": "tilt_position",
    "current_activity": "activity",
}
"""Fields that are named otherwise than the attribute that they set."""

_SET_BY: Final[Mapping[tuple[str, str], float]] = {
    ("cover.close_cover", _POSITION): 0,
    ("cover.close_cover_tilt", "current_tilt_position"): 0,
    ("cover.open_cover", _POSITION): 100,
    ("cover.open_cover_tilt", "current_tilt_position"): 100,
    ("valve.close_valve", _POSITION): 0,
    ("valve.open_valve", _POSITION): 100,
}
_STATE_FIELDS: Final = ("value", "option", "hvac_mode", "operation_mode")
_STATE_SET_BY: Final[Mapping[str, str]] = {
    "close_cover": "closed",
    "close_valve": "closed",
    "lock": "locked",
    "open_cover": "open",
    "open_valve": "open",
    "turn_off": "off",
    "turn_on": "on",
    "unlock": "unlocked",
}


def is_as_left(call: Done, left: Snapshot, here: Snapshot) -> bool:
    """Tell whether all that has changed since is the call's own, late effect.

    A motor arrives, a light ends its transition, a slow device reports at last what it
    was told. Everything else is somebody's doing.
    """
    return all(
        _is_arrival(call, left, here)
        if name == STATE
        else _was_asked_for(call, name, here)
        for name in drifted(left, here)
    )


def _is_arrival(call: Done, left: Snapshot, here: Snapshot) -> bool:
    if left.state in _ENDS and left.domain in {"cover", "valve"}:
        return _has_travelled(call, left, here)
    if here.state in _ARRIVES.get((left.domain, left.state), ()):
        return True
    return _state_was_asked_for(call, here)


def _has_travelled(call: Done, left: Snapshot, here: Snapshot) -> bool:
    end = as_number(call.data.get("position"))
    if end is None:
        end = _ENDS[left.state]
    position = here.attributes.get(_POSITION)
    if position is None:
        return here.state == ("open" if end else "closed")
    trait = next(t for t in TRAITS[here.domain] if t.name == _POSITION)
    return same(trait, end, position, exactly=False)


def _state_was_asked_for(call: Done, here: Snapshot) -> bool:
    domain = here.domain
    asked = [call.data[field] for field in _STATE_FIELDS if field in call.data]
    asked.append(_STATE_SET_BY.get(call.action.partition(".")[2]))
    return any(
        one is not None and same_state(domain, str(one), here.state) for one in asked
    )


def _was_asked_for(call: Done, name: str, here: Snapshot) -> bool:
    trait = next(t for t in TRAITS[here.domain] if t.name == name)
    asked = call.data.get(_FIELDS.get(name, name), _SET_BY.get((call.action, name)))
    convert = _CONVERTED.get(name)
    if asked is None and convert is not None:
        asked = convert(call.data)
    if asked is None:
        return False
    return same(trait, asked, here.attributes.get(name), exactly=False)


def _brightness(data: Mapping[str, Any]) -> float | None:
    per_cent = as_number(data.get("brightness_pct"))
    return None if per_cent is None else round(255 * per_cent / 100)


_CONVERTED: Final[Mapping[str, Callable[[Mapping[str, Any]], float | None]]] = {
    "brightness": _brightness,
}
