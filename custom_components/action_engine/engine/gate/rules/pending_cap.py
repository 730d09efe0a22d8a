"""Who is asked too much says yes to everything."""

from typing import Final

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny

MOST_PENDING: Final = 20
"""Questions of one policy that may wait at a time."""


def check(case: Case) -> Finding | None:
    """Deny everything while as many questions of the policy wait as ever may.

    Also what would need no question: a caller who has piled them up is to stop.
    """
    if case.usage.pending < MOST_PENDING:
        return None
    text = f"{case.usage.pending} questions of this policy wait for an answer."
    return deny("too_many_questions", text)
