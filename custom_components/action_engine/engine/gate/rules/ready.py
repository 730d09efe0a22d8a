"""What was decided before has to be known before anything new is."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny callers who are not trusted while the books of the gate cannot be read.

    Somebody may have pressed panic stop, or all limits may be used up: who cannot look
    must not guess.
    """
    if case.ready or case.policy.trusted:
        return None
    return deny("not_ready", "What was decided before cannot be read at this time.")
