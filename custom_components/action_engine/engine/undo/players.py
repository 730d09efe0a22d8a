"""Media players: power, source and sound first, then what played, then play or pause."""

from collections.abc import Iterator
from typing import Final

from .compare import STATE
from .settings import gone, gone_note, setting
from .ways import Act, Case, Way, blocked, no_such_state

_PAUSE: Final = 1
_TURN_ON: Final = 128
_TURN_OFF: Final = 256
_PLAY_MEDIA: Final = 512
_STOP: Final = 4096
_PLAY: Final = 16384
_GROUPING: Final = 524288

_ASLEEP: Final = frozenset({"off", "standby"})
_RUNNING: Final = frozenset({"playing", "buffering"})
_AWAKE: Final = ("on", "idle", "playing", "paused", "buffering")
_CONTENT: Final = "media_content_id"
_CHOICES: Final = ("source", "sound_mode")

_SETTINGS: Final = (
    ("source", "select_source", 2048),
    ("sound_mode", "select_sound_mode", 65536),
    ("volume_level", "volume_set", 4),
    ("is_volume_muted", "volume_mute", 8),
    ("shuffle", "shuffle_set", 32768),
    ("repeat", "repeat_set", 262144),
)
"""Attribute, service, and the feature that it needs; in the order of the calls."""


def player(case: Case) -> Way:
    """Turn off, or on with its settings, its title and its company."""
    state = case.before.state
    if state in _ASLEEP:
        return _to_sleep(case)
    if state not in _AWAKE:
        return no_such_state(case)
    waking = case.here.state in _ASLEEP
    if waking and not case.can(_TURN_ON):
        return blocked("it cannot be turned on from here")
    acts = [Act(action="media_player.turn_on", states=_AWAKE)] if waking else []
    acts += _settings(case, anew=waking)
    title = _title(case)
    if title is not None:
        acts.append(title)
    running = _run(case, fresh=waking, title=title is not None)
    if running.obstacle is not None:
        return running
    return _noted(case, (*acts, *running.acts), title)


def _to_sleep(case: Case) -> Way:
    acts = list(_company(case, case.lost()))
    if case.moved() and case.here.state not in _ASLEEP:
        if not case.can(_TURN_OFF):
            return blocked("it cannot be turned off from here")
        acts.append(Act(action="media_player.turn_off", states=("off", "standby")))
    return Way(acts=tuple(acts))


def _settings(case: Case, *, anew: bool) -> list[Act]:
    """Return the calls for the settings; a player that wakes up may have lost them."""
    lost = case.lost()
    acts = list(_company(case, lost))
    for name, service, feature in _SETTINGS:
        if (anew or name in lost) and case.can(feature):
            act = setting(case, service, name)
            acts += [] if act is None else [act]
    return acts


def _company(case: Case, lost: frozenset[str]) -> Iterator[Act]:
    """Bring together the players that played together; the first of them leads."""
    if "group_members" not in lost or not case.can(_GROUPING):
        return
    members, own = case.wanted("group_members"), case.before.entity_id
    shows = ("group_members",)
    if not isinstance(members, list):
        return
    if len(members) < 2:  # noqa: PLR2004 - alone, it has no company
        yield Act(action="media_player.unjoin", shows=shows)
    elif members[0] == own:
        data = {"group_members": members[1:]}
        yield Act(action="media_player.join", data=data, shows=shows)


def _title(case: Case) -> Act | None:
    """Play again what played or was paused, if something else came in its place."""
    kind = case.wanted("media_content_type")
    if kind is None or _CONTENT not in case.lost() or not case.can(_PLAY_MEDIA):
        return None
    if case.before.state not in {*_RUNNING, "paused"}:
        return None
    content = {_CONTENT: case.wanted(_CONTENT), "media_content_type": kind}
    return Act(action="media_player.play_media", data=content)


def _run(case: Case, *, fresh: bool, title: bool) -> Way:
    """Return the call for play, pause or stop; a title that starts plays already."""
    state = case.before.state
    moved = fresh or title or STATE in case.lost()
    if not moved or (title and state in _RUNNING) or state == "on":
        return Way()
    service, feature = _RUN[state]
    if case.can(feature):
        states = tuple(_RUNNING) if state in _RUNNING else (state,)
        return Way(acts=(Act(action=f"media_player.{service}", states=states),))
    return Way() if fresh else blocked(f"it does not know {service}")


_RUN: Final = {
    "buffering": ("media_play", _PLAY),
    "idle": ("media_stop", _STOP),
    "paused": ("media_pause", _PAUSE),
    "playing": ("media_play", _PLAY),
}


def _noted(case: Case, acts: tuple[Act, ...], title: Act | None) -> Way:
    missing = gone(case, _CHOICES)
    notes = [note for note in (gone_note(case, missing),) if note]
    if title is not None:
        notes.append("what played starts from the beginning")
    elif _CONTENT in case.lost():
        notes.append("what played is not called up again")
    return Way(acts=acts, note=" and ".join(notes) or None, unseen=missing)
