"""Whether an entity still stands as a call of ours left it, or is yet to follow."""

from collections.abc import Callable, Mapping, Sequence
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
    "unlock": "unlocked",
}
_SWITCHED_BY: Final = {"turn_off": "off", "turn_on": "on"}
_SWITCHED: Final = frozenset(
    {
        "automation",
        "fan",
        "humidifier",
        "input_boolean",
        "light",
        "remote",
        "siren",
        "switch",
    }
)
"""Domains whose entities are ``on`` after ``turn_on``; others have more words for it."""


def is_as_left(calls: Sequence[Done], left: Snapshot, here: Snapshot) -> bool:
    """Tell whether all that has changed since is a late effect of the calls.

    A motor arrives, a light ends its transition, a slow device reports at last what it
    was told, be it by an earlier call. Everything else is somebody's doing.
    """
    return all(
        any(_explains(call, name, left, here) for call in calls)
        for name in drifted(left, here)
    )


def _explains(call: Done, name: str, left: Snapshot, here: Snapshot) -> bool:
    if name == STATE and here.state in _ARRIVES.get((left.domain, left.state), ()):
        return True
    seen = call.after.get(here.entity_id)
    if seen is not None and _fulfils(call, name, seen):
        # What a call was seen to do, it does not do once more.
        return False
    if name == STATE:
        return _is_arrival(call, left, here)
    return _was_asked_for(call, name, here) or _is_on_its_way(call, name, left, here)


def _is_arrival(call: Done, left: Snapshot, here: Snapshot) -> bool:
    if left.state in _ENDS and left.domain in {"cover", "valve"}:
        return _has_travelled(call, left, here)
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
    return any(
        same_state(here.domain, asked, here.state)
        for asked in _asked_states(call, here.domain)
    )


def _asked_states(call: Done, domain: str) -> list[str]:
    asked = [str(call.data[field]) for field in _STATE_FIELDS if field in call.data]
    service = call.action.partition(".")[2]
    by_service = _STATE_SET_BY.get(service)
    if by_service is None and domain in _SWITCHED:
        by_service = _SWITCHED_BY.get(service)
    return asked if by_service is None else [*asked, by_service]


def _was_asked_for(call: Done, name: str, here: Snapshot) -> bool:
    asked = _asked_value(call, name)
    if asked is None:
        return False
    trait = next(t for t in TRAITS[here.domain] if t.name == name)
    return same(trait, asked, here.attributes.get(name), exactly=False)


def _is_on_its_way(call: Done, name: str, left: Snapshot, here: Snapshot) -> bool:
    """Tell whether a number is between what was left and what was asked for."""
    ends = as_number(left.attributes.get(name)), as_number(_asked_value(call, name))
    value = as_number(here.attributes.get(name))
    if value is None or ends[0] is None or ends[1] is None:
        return False
    return min(ends[0], ends[1]) <= value <= max(ends[0], ends[1])


def _asked_value(call: Done, name: str) -> Any:
    asked = call.data.get(_FIELDS.get(name, name), _SET_BY.get((call.action, name)))
    convert = _CONVERTED.get(name)
    if asked is None and convert is not None:
        return convert(call.data)
    return asked


def still_to_come(calls: Sequence[Done], here: Snapshot) -> frozenset[str]:
    """Return what calls have asked for and nobody has seen yet: names, and ``state``.

    Slats turn without a word in the state, and some devices report a minute late. What
    a call was seen to do, and is not there any more, somebody has set back.
    """
    names = [STATE, *(trait.name for trait in TRAITS[here.domain] if trait.steady)]
    return frozenset(name for name in names if _is_due(calls, name, here))


def _is_due(calls: Sequence[Done], name: str, here: Snapshot) -> bool:
    """Tell whether the last call that asked for the attribute waits for its effect."""
    for call in reversed(calls):
        if not _asks_for(call, name, here.domain):
            continue
        left = call.after.get(here.entity_id)
        if left is None or drifted(left, here):
            return False
        return not _fulfils(call, name, left)
    return False


def _asks_for(call: Done, name: str, domain: str) -> bool:
    if name == STATE:
        return bool(_asked_states(call, domain))
    return _asked_value(call, name) is not None


def _fulfils(call: Done, name: str, seen: Snapshot) -> bool:
    if name == STATE:
        return _state_was_asked_for(call, seen)
    return _was_asked_for(call, name, seen)


def _brightness(data: Mapping[str, Any]) -> float | None:
    per_cent = as_number(data.get("brightness_pct"))
    return None if per_cent is None else round(255 * per_cent / 100)


_CONVERTED: Final[Mapping[str, Callable[[Mapping[str, Any]], float | None]]] = {
    "brightness": _brightness,
}
