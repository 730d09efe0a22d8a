"""The first time, somebody looks."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import hold, named


def check(case: Case) -> Finding | None:
    """Ask a person about actions that have never run under this policy."""
    if not case.first_used or not case.policy.ask_first_use:
        return None
    return hold("first_use", f"Done for the first time: {named(case.first_used)}.")
