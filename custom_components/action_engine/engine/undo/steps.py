"""From the calls of a way to raw actions that the engine runs and verifies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..model.likeness import as_number
from ..model.undo import RawAction, Snapshot
from .compare import has_effect
from .snapshot import COLOUR_OF_MODE
from .traits import TRAITS, Trait
from .ways import Act, Way

_ALSO: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("cover", "closing"): ("closing", "closed"),
    ("cover", "opening"): ("opening", "open"),
    ("lawn_mower", "docked"): ("docked", "returning"),
    ("lawn_mower", "returning"): ("docked", "returning"),
    ("lock", "locking"): ("locking", "locked"),
    ("lock", "open"): ("open", "opening", "unlocked"),
    ("lock", "opening"): ("open", "opening", "unlocked"),
    ("lock", "unlocking"): ("unlocking", "unlocked"),
    ("media_player", "buffering"): ("buffering", "playing"),
    ("media_player", "idle"): ("idle", "on"),
    ("media_player", "off"): ("off", "standby"),
    ("media_player", "on"): ("on", "idle"),
    ("media_player", "paused"): ("paused", "idle"),
    ("media_player", "playing"): ("playing", "buffering"),
    ("media_player", "standby"): ("standby", "off"),
    ("vacuum", "docked"): ("docked", "returning"),
    ("vacuum", "returning"): ("docked", "returning"),
    ("valve", "closing"): ("closing", "closed"),
    ("valve", "opening"): ("opening", "open"),
}
"""States that will do in the place of the one that was: it has arrived meanwhile, is on
its way, or the device has another word for it."""

_PATIENCE: Final[Mapping[str, float]] = {
    "alarm_control_panel": 125,
    "cover": 65,
    "lawn_mower": 35,
    "lock": 20,
    "media_player": 25,
    "vacuum": 35,
    "valve": 65,
}
"""Seconds that motors, exit delays and booting televisions need; others take what the
options give them."""

_COLOURS: Final = frozenset({*COLOUR_OF_MODE.values(), "color_mode"})
_PALE: Final = 10
_NEAR_RED: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """One step that sets one entity back."""

    step: RawAction
    expect: Mapping[str, Any]


def restore(before: Snapshot, way: Way, step_id: str) -> Restore:
    """Return the step for all calls of a way.

    Each call waits for what it is to show, the last one for the whole. A step that
    fails does not keep other entities from being set back.
    """
    entity_id = before.entity_id
    whole = expect_whole(before, way.unseen)
    calls = [_call(entity_id, act) for act in way.acts]
    for call, act in zip(calls[:-1], way.acts, strict=False):
        if expect := _expect_act(before, act):
            call["expect"] = expect
    calls[-1]["expect"] = dict(whole)
    return Restore(step=_named(calls, step_id, f"Set {entity_id} back"), expect=whole)


def bare(entity_id: str | None, act: Act, step_id: str) -> RawAction:
    """Return the step for a call of which nothing is expected in any state."""
    call = _call(entity_id, act)
    return _named([call | {"expect": "none"}], step_id, f"Take back with {act.action}")


def authored(actions: Sequence[RawAction], step_id: str, path: str) -> RawAction:
    """Return the step for what the author of a step wrote to undo it."""
    alias = f"Undo step {path}"
    return _named([{"sequence": list(actions), "alias": alias}], step_id, alias)


def expect_whole(before: Snapshot, unseen: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Return the key ``expect`` for an entity that is back as it was."""
    traits = [
        trait
        for trait in TRAITS.get(before.domain, ())
        if trait.name not in unseen and _can_be_seen(trait, before)
    ]
    states = _ALSO.get((before.domain, before.state), (before.state,))
    return _expect(before, states, traits)


def _expect_act(before: Snapshot, act: Act) -> Mapping[str, Any]:
    traits = [t for t in TRAITS[before.domain] if t.name in act.shows]
    if not act.states and not traits:
        return {}
    return _expect(before, act.states, traits)


def _expect(
    before: Snapshot, states: tuple[str, ...], traits: list[Trait]
) -> Mapping[str, Any]:
    expect: dict[str, Any] = {}
    if states == ("",):
        # The key takes no empty text as a state.
        expect["template"] = f"{{{{ is_state('{before.entity_id}', '') }}}}"
    elif states:
        expect["state"] = states[0] if len(states) == 1 else list(states)
    if traits:
        expect["attributes"] = {
            trait.name: _with_tolerance(trait, before.attributes[trait.name])
            for trait in traits
        }
    if within := _PATIENCE.get(before.domain):
        expect["within"] = within
    return expect


def _with_tolerance(trait: Trait, value: Any) -> Any:
    numbers = value if isinstance(value, list) else [value]
    if not trait.tolerance or any(as_number(one) is None for one in numbers):
        return value
    return {"value": value, "tolerance": trait.tolerance}


def _can_be_seen(trait: Trait, before: Snapshot) -> bool:
    name, known = trait.name, before.attributes
    if name not in known or not trait.is_seen:
        return False
    value = known[name]
    shows_effect = has_effect(known.get("effect"))
    if name == "effect":
        # A light without one says so in many words, or in none.
        return shows_effect
    if name in _COLOURS and shows_effect:
        return False
    if name == "hs_color" and isinstance(value, list):
        return _has_clear_hue(value)
    return value is not None or trait.can_be_empty


def _has_clear_hue(colour: Sequence[float]) -> bool:
    """Tell whether the hue means something, and 359° cannot be taken for 0°."""
    hue, saturation = (as_number(part) or 0 for part in (*colour, 0, 0)[:2])
    return saturation > _PALE and _NEAR_RED < hue < 360 - _NEAR_RED


def _call(entity_id: str | None, act: Act) -> RawAction:
    call: RawAction = {"action": act.action}
    if entity_id is not None:
        call["target"] = {"entity_id": entity_id}
    if act.data:
        call["data"] = dict(act.data)
    return call


def _named(calls: list[RawAction], step_id: str, alias: str) -> RawAction:
    step = calls[0] if len(calls) == 1 else {"sequence": calls}
    return step | {"id": step_id, "alias": alias, "continue_on_error": True}
