"""The mode of the home says what is allowed in it."""

from typing import Final

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named
from ..listing import strangers

_NO_MODE: Final = frozenset({None, "unknown", "unavailable"})


def check(case: Case) -> Finding | None:
    """Deny what the mode of the home does not allow, and modes not theirs to choose.

    A mode that nobody knows, or for which nothing is listed, allows nothing.
    """
    return _asked(case) or _current(case)


def _asked(case: Case) -> Finding | None:
    if case.mode_asked is None or case.mode_asked in case.policy.mode_changes:
        return None
    return deny("mode_change", "This caller may not ask for that mode of the home.")


def _current(case: Case) -> Finding | None:
    policy = case.policy
    if policy.mode_entity is None:
        return None
    if case.mode is None or case.mode in _NO_MODE:
        return deny("mode_unknown", "The mode of the home is not known.")
    patterns = policy.modes.get(case.mode, ())
    outside = strangers(patterns, case.impact.touches)
    if not outside:
        return None
    names = named(outside)
    return deny("mode_forbids", f"The mode of the home does not allow {names}.")
