"""Covers and valves: what travels between open and closed, and may be tilted."""

from dataclasses import dataclass
from typing import Final

from .compare import STATE
from .ways import Act, Case, Way, blocked, no_such_state

_OPEN: Final = 1
_CLOSE: Final = 2
_SET_POSITION: Final = 4
"""These bits mean the same for covers and valves."""

_STOP: Final = 8
_OPEN_TILT: Final = 16
_CLOSE_TILT: Final = 32
_STOP_TILT: Final = 64
_SET_TILT: Final = 128

_FULLY: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Services:
    open: str
    close: str
    move: str
    stop: str


_COVER: Final = _Services(
    open="cover.open_cover",
    close="cover.close_cover",
    move="cover.set_cover_position",
    stop="cover.stop_cover",
)
_VALVE: Final = _Services(
    open="valve.open_valve",
    close="valve.close_valve",
    move="valve.set_valve_position",
    stop="valve.stop_valve",
)


def valve(case: Case) -> Way:
    """Open, close or turn to where it stood."""
    return _halted(case, _VALVE, _travel(case, _VALVE))


def cover(case: Case) -> Way:
    """Move to where it stood, then tilt its slats: a move may turn them."""
    lost = case.lost()
    way = Way()
    if lost & {STATE, "current_position"}:
        way = _halted(case, _COVER, _travel(case, _COVER))
    if way.obstacle is not None:
        return way
    return Way(acts=(*way.acts, *_tilted(case)), note=way.note, unseen=way.unseen)


def _halted(case: Case, services: _Services, way: Way) -> Way:
    """Stop it first where it is about to leave: it is where it is told to go."""
    if not case.due & {STATE, "current_position"} or not case.can(_STOP):
        return way
    acts = (Act(action=services.stop), *way.acts) if way.acts else ()
    return Way(acts=acts, obstacle=way.obstacle, note=way.note, unseen=way.unseen)


def _travel(case: Case, services: _Services) -> Way:
    state, position = case.before.state, case.wanted("current_position")
    if state in {"opening", "closing"}:
        return _go_on(case, services)
    if state not in {"open", "closed"}:
        return no_such_state(case)
    if position is not None and case.can(_SET_POSITION):
        act = Act(
            action=services.move,
            data={"position": position},
            states=(state,),
            shows=("current_position",),
        )
        return Way(acts=(act,))
    if state == "closed":
        return _close(case, services)
    way = _open(case, services)
    if way.acts and position not in (None, _FULLY):
        return Way(
            acts=way.acts,
            note=f"it stood at {position} %, and can only be opened all the way",
            unseen=("current_position",),
        )
    return way


def _go_on(case: Case, services: _Services) -> Way:
    """Let it go on to where it was going: all the way, as far as anybody knows."""
    opening = case.before.state == "opening"
    way = _open(case, services) if opening else _close(case, services)
    return way if way.obstacle else Way(acts=way.acts, note="it was on its way")


def _open(case: Case, services: _Services) -> Way:
    if not case.can(_OPEN):
        return blocked("it cannot be opened")
    return Way(acts=(Act(action=services.open, states=("open",)),))


def _close(case: Case, services: _Services) -> Way:
    if not case.can(_CLOSE):
        return blocked("it cannot be closed")
    return Way(acts=(Act(action=services.close, states=("closed",)),))


def _tilted(case: Case) -> list[Act]:
    act = _tilt(case)
    if act is None:
        return []
    is_turning = "current_tilt_position" in case.due and case.can(_STOP_TILT)
    return [Act(action="cover.stop_cover_tilt"), act] if is_turning else [act]


def _tilt(case: Case) -> Act | None:
    tilt = case.wanted("current_tilt_position")
    if tilt is None:
        return None
    shows = ("current_tilt_position",)
    if case.can(_SET_TILT):
        data = {"tilt_position": tilt}
        return Act(action="cover.set_cover_tilt_position", data=data, shows=shows)
    if tilt == _FULLY and case.can(_OPEN_TILT):
        return Act(action="cover.open_cover_tilt", shows=shows)
    if tilt == 0 and case.can(_CLOSE_TILT):
        return Act(action="cover.close_cover_tilt", shows=shows)
    return None
