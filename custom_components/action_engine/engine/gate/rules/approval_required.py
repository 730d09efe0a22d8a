"""The policy wants a person to be asked each time."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import hold


def check(case: Case) -> Finding | None:
    """Ask a person about everything, if the policy says so."""
    if not case.policy.approval_required:
        return None
    return hold("approval_required", "The policy wants a person to be asked each time.")
