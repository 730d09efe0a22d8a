"""What the rollout has not come to yet does not run by itself."""

from ...model.rollout import EVERYTHING
from ...model.verdict import Finding
from ..case import Case
from ..findings import hold, named
from ..listing import strangers


def check(case: Case) -> Finding | None:
    """Ask a person about actions that are not in today's stage."""
    patterns = case.stage.actions
    if patterns == EVERYTHING:
        return None
    outside = strangers(patterns, case.impact.touches)
    if not outside:
        return None
    return hold("rollout", f"The rollout has not come to {named(outside)} yet.")
