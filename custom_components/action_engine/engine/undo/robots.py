"""Vacuum cleaners and lawn mowers: at work, on their way home, or standing somewhere."""

from collections.abc import Mapping
from typing import Final

from .compare import STATE
from .settings import gone, gone_note, setting
from .ways import Act, Case, Way, blocked, no_such_state

type _Orders = Mapping[str, tuple[str, int]]
"""The service that leads to a state, and the feature that it needs."""

_VACUUM: Final[_Orders] = {
    "cleaning": ("start", 8192),
    "docked": ("return_to_base", 16),
    "idle": ("stop", 8),
    "paused": ("pause", 4),
    "returning": ("return_to_base", 16),
}
_MOWER: Final[_Orders] = {
    "docked": ("dock", 4),
    "mowing": ("start_mowing", 1),
    "paused": ("pause", 2),
    "returning": ("dock", 4),
}
_STANDING: Final = frozenset({"idle", "paused"})
_HOME: Final = ("docked", "returning")


def vacuum(case: Case) -> Way:
    """Set the suction power, and put it to work, to rest or on its way home."""
    lost = case.lost()
    way = _order(case, _VACUUM) if STATE in lost else Way()
    if way.obstacle is not None:
        return way
    missing = gone(case, ("fan_speed",))
    power = None
    if "fan_speed" in lost:
        power = setting(case, "set_fan_speed", "fan_speed")
    acts = way.acts if power is None else (*way.acts, power)
    return Way(acts=acts, note=gone_note(case, missing) or way.note, unseen=missing)


def lawn_mower(case: Case) -> Way:
    """Put it to work, to rest or on its way home."""
    return _order(case, _MOWER)


def _order(case: Case, orders: _Orders) -> Way:
    state = case.before.state
    if state not in orders:
        return no_such_state(case)
    service, feature = orders[state]
    if not case.can(feature):
        return blocked(f"it does not know {service}")
    if state in _STANDING and case.here.state == "docked":
        return blocked("where it stood before it went home is not known")
    if state == "paused" and case.here.state == "idle":
        return blocked("only work can be paused, and it stands still")
    states = _HOME if state in _HOME else (state,)
    return Way(acts=(Act(action=f"{case.before.domain}.{service}", states=states),))
