"""The mode of the home says what is allowed in it."""

from typing import Final

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named
from ..listing import strangers

_NO_MODE: Final = frozenset({None, "unknown", "unavailable"})


def check(case: Case) -> Finding | None:
    """Deny what the mode of the home does not allow, and modes not theirs to choose.

    Neither from anywhere nor from the mode in which the home is.

    A mode that nobody knows, or for which nothing is listed, allows nothing.
    """
    return _asked(case) or _current(case)


def _asked(case: Case) -> Finding | None:
    if case.mode_asked is None:
        return None
    if case.mode_asked in case.policy.mode_changes:
        return _on_the_way(case, case.mode_asked)
    return deny("mode_change", "This caller may not ask for that mode of the home.")


def _on_the_way(case: Case, asked: str) -> Finding | None:
    """Object to a mode that is theirs to choose, but not from where the home is."""
    transitions, mode = case.policy.transitions, case.mode
    if not transitions or asked == mode:
        return None
    if mode is None or mode in _NO_MODE:
        return _unknown()
    ways = transitions.get(mode, ())
    if asked in ways:
        return None
    only = f"only to {named(ways)}" if ways else "nowhere"
    text = f"From {named([mode])} this caller may bring the home {only}."
    return deny("mode_transition", text)


def _unknown() -> Finding:
    return deny("mode_unknown", "The mode of the home is not known.")


def _current(case: Case) -> Finding | None:
    policy = case.policy
    if policy.mode_entity is None and not policy.has_own_mode:
        return None
    if case.mode is None or case.mode in _NO_MODE:
        return _unknown()
    patterns = policy.modes.get(case.mode, ())
    outside = strangers(patterns, case.impact.touches)
    if not outside:
        return None
    names = named(outside)
    return deny("mode_forbids", f"The mode of the home does not allow {names}.")
