"""Where the policy lists what is allowed, nothing else is."""

from ...model.rollout import EVERYTHING
from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named
from ..listing import strangers


def check(case: Case) -> Finding | None:
    """Deny actions and targets that the policy does not list."""
    return _actions(case) or _targets(case)


def _actions(case: Case) -> Finding | None:
    patterns = case.policy.allowed_actions
    if patterns == EVERYTHING:
        return None
    outside = strangers(patterns, case.impact.touches)
    if not outside:
        return None
    return deny("action_not_allowed", f"The policy does not allow {named(outside)}.")


def _targets(case: Case) -> Finding | None:
    policy = case.policy
    # Denied targets speak for themselves, in a rule of their own.
    if case.outside_targets and (policy.allowed_targets or not policy.denied_targets):
        names = named(case.outside_targets)
        return deny("target_not_allowed", f"The policy does not reach to {names}.")
    if not policy.allowed_targets:
        return None
    if any(touch.asked.everything for touch in case.impact.touches):
        text = "It may act on entities to which the policy does not reach."
        return deny("target_hidden", text)
    return None
