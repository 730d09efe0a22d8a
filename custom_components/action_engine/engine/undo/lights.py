"""Lights: brightness, colour and effect in one call."""

from typing import Any

from .compare import has_effect
from .snapshot import COLOUR_OF_MODE
from .ways import Act, Case, Way, no_such_state


def light(case: Case) -> Way:
    """Turn off, or on with all that it showed."""
    state = case.before.state
    if state == "off":
        return Way(acts=(Act(action="light.turn_off", states=("off",)),))
    if state != "on":
        return no_such_state(case)
    data = {**_level_and_colour(case), **_effect(case)}
    lost = _effect_is_gone(case)
    return Way(
        acts=(Act(action="light.turn_on", data=data, states=("on",)),),
        note=f"it no longer has the effect {case.wanted('effect')}" if lost else None,
        unseen=("effect",) if lost else (),
    )


def _level_and_colour(case: Case) -> dict[str, Any]:
    brightness = case.wanted("brightness")
    level = {} if brightness is None else {"brightness": brightness}
    if case.wanted("color_mode") == "white":
        # White is a colour of its own, and takes the brightness with it.
        return {} if brightness is None else {"white": brightness}
    # Which colour counts was decided when the snapshot was taken.
    colours = {
        name: value
        for name in COLOUR_OF_MODE.values()
        if (value := case.wanted(name)) is not None
    }
    return level | colours


def _effect(case: Case) -> dict[str, Any]:
    effect = case.wanted("effect")
    if has_effect(effect):
        return {"effect": effect} if case.offers("effect_list", effect) else {}
    if case.here.state == "on" and not has_effect(case.here.attributes.get("effect")):
        return {}
    # A light that is turned on may take up the effect that it had last.
    offered = case.options("effect_list")
    ends = next((name for name in offered if not has_effect(name)), None)
    return {} if ends is None else {"effect": ends}


def _effect_is_gone(case: Case) -> bool:
    effect = case.wanted("effect")
    return has_effect(effect) and not case.offers("effect_list", effect)
