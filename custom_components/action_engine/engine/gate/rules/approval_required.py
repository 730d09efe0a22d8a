"""The policy, or the author of an action, wants a person to be asked each time."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import hold, named


def check(case: Case) -> Finding | None:
    """Ask a person about everything, or about some named actions."""
    if not case.policy.approval_required:
        return _wanted_by_actions(case)
    return hold("approval_required", "The policy wants a person to be asked each time.")


def _wanted_by_actions(case: Case) -> Finding | None:
    # Of the household nobody works out what it would do.
    if case.policy.trusted:
        return None
    asked = [one.asked for one in case.impact.touches if one.asked.needs_person]
    if not asked:
        return None
    names = named([one.action for one in asked])
    return hold("action_asks", f"A person is asked each time about {names}.")
