"""Entities that are on or off, and hardly more."""

from typing import Final

from .ways import Act, Case, Way, blocked, no_such_state

_SERVICES: Final = {"on": "turn_on", "off": "turn_off"}


def switched(case: Case) -> Way:
    """Turn on or off."""
    state = case.before.state
    if state not in _SERVICES:
        return no_such_state(case)
    act = Act(action=f"{case.before.domain}.{_SERVICES[state]}", states=(state,))
    return Way(acts=(act,))


def alert(case: Case) -> Way:
    """Acknowledge an alert, or take that back, as long as it goes on."""
    if case.before.state == "idle":
        return blocked("an alert rises and ends with what it watches")
    if case.here.state == "idle":
        return blocked("what it warned of is over")
    return switched(case)


def siren(case: Case) -> Way:
    """Silence it, or let it sound again."""
    way = switched(case)
    if case.before.state != "on":
        return way
    return Way(acts=way.acts, note="it sounds with its usual tone, volume and duration")


def remote(case: Case) -> Way:
    """Turn on or off, in the activity that ran."""
    activity = case.wanted("current_activity")
    if case.before.state != "on" or activity is None:
        return switched(case)
    act = Act(action="remote.turn_on", data={"activity": activity}, states=("on",))
    return Way(acts=(act,))


def group(case: Case) -> Way:
    """Turn all members off; which of them were on, a group does not say."""
    members, state = case.wanted("entity_id"), case.before.state
    is_alone = isinstance(members, list) and len(members) == 1
    if state == "off" or (state == "on" and is_alone):
        act = Act(action=f"homeassistant.{_SERVICES[state]}", states=(state,))
        return Way(acts=(act,))
    return blocked("what each of its members was is not recorded")
