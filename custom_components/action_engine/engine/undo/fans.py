"""Fans: speed or preset, direction, swinging."""

from .compare import STATE
from .settings import gone, gone_note, setting
from .ways import Act, Case, Way, no_such_state


def fan(case: Case) -> Way:
    """Turn on with speed or preset, or off; set which way it turns before that."""
    state, lost = case.before.state, case.lost()
    if state == "off":
        turn = setting(case, "set_direction", "direction")
        off = Act(action="fan.turn_off", states=("off",))
        # A fan may start when it is told which way to turn.
        return Way(acts=(turn, off) if turn and "direction" in lost else (off,))
    if state != "on":
        return no_such_state(case)
    anew = STATE in lost
    acts = [_turn_on(case)] if anew else _speed(case, lost)
    for name, service in (("direction", "set_direction"), ("oscillating", "oscillate")):
        if (anew or name in lost) and (act := setting(case, service, name)):
            acts.append(act)
    missing = gone(case, ("preset_mode",))
    return Way(acts=tuple(acts), note=gone_note(case, missing), unseen=missing)


def _turn_on(case: Case) -> Act:
    how = _preset(case) or setting(case, "set_percentage", "percentage")
    return Act(action="fan.turn_on", data=how.data if how else {}, states=("on",))


def _speed(case: Case, lost: frozenset[str]) -> list[Act]:
    if lost.isdisjoint({"percentage", "preset_mode"}):
        return []
    act = _preset(case) or setting(case, "set_percentage", "percentage")
    return [] if act is None else [act]


def _preset(case: Case) -> Act | None:
    return setting(case, "set_preset_mode", "preset_mode")
