"""What the policy keeps its callers away from."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, hold, named
from ..listing import denied
from ..names import is_unknowable, spoken


def check(case: Case) -> Finding | None:
    """Deny actions and targets that the policy denies.

    An action counts under every name that leads to it, and inside of scripts. Where
    nobody can tell what will be done, it may be what is denied: callers who are not
    trusted are refused, for the others a person has to look.
    """
    return _actions(case) or _targets(case)


def _actions(case: Case) -> Finding | None:
    patterns = case.policy.denied_actions
    if not patterns:
        return None
    touches = case.impact.touches
    if found := denied(patterns, touches):
        return deny("action_denied", f"The policy denies {named(found)}.")
    hidden = [spoken(one.asked) for one in touches if is_unknowable(one.asked)]
    if not hidden:
        return None
    object_to = hold if case.policy.trusted else deny
    text = f"What {named(hidden)} would do may be something that the policy denies."
    return object_to("action_hidden", text)


def _targets(case: Case) -> Finding | None:
    if not case.policy.denied_targets:
        return None
    if case.outside_targets:
        names = named(case.outside_targets)
        return deny("target_denied", f"The policy keeps its callers away from {names}.")
    if any(touch.asked.everything for touch in case.impact.touches):
        text = "It may act on entities that the policy keeps its callers away from."
        return deny("target_hidden", text)
    return None
