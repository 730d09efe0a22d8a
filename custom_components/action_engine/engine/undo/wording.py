"""What becomes of an entity, in words for people."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from ..model.undo import Snapshot
from .compare import STATE

_LONGEST: Final = 60


def going_back(
    before: Snapshot, here: Snapshot, lost: Iterable[str], due: Collection[str]
) -> str:
    """Return what an entity goes back to: ``back to on (now off)``."""
    if due:
        kept = ", ".join(_value(before, name) for name in _in(due))
        return f"kept at {kept}, since a call has not had its effect yet"
    return f"back to {', '.join(_set_back(before, here, name) for name in _in(lost))}"


def has_changed(left: Snapshot, here: Snapshot, names: Iterable[str]) -> str:
    """Return what somebody changed: ``changed since: now off, it was left on``."""
    now = ", ".join(_value(here, name) for name in _in(names))
    then = ", ".join(_value(left, name) for name in _in(names))
    return f"changed since: now {now}, it was left at {then}"


def joined(reason: str, notes: Iterable[str | None]) -> str:
    """Return a reason and what else has to be said of it."""
    said = [note for note in dict.fromkeys(notes) if note]
    return f"{reason}; but {', and '.join(said)}" if said else reason


def _set_back(before: Snapshot, here: Snapshot, name: str) -> str:
    back = _value(before, name)
    if name != STATE and here.attributes.get(name) is None:
        return back
    return f"{back} (now {_bare(here, name)})"


def _in(names: Iterable[str]) -> list[str]:
    """Return the names with the state first."""
    return sorted(names, key=lambda name: (name != STATE, name))


def _value(snapshot: Snapshot, name: str) -> str:
    bare = _bare(snapshot, name)
    return bare if name == STATE else f"{name} {bare}"


def _bare(snapshot: Snapshot, name: str) -> str:
    if name == STATE:
        return shown(snapshot.state)
    return shown(snapshot.attributes.get(name))


def shown(value: Any) -> str:
    """Return a value as a person would write it, cut to a line."""
    if isinstance(value, bool):
        text = "yes" if value else "no"
    elif isinstance(value, list):
        text = f"[{', '.join(map(shown, value))}]"
    else:
        text = "nothing" if value is None else str(value) or "an empty text"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
