"""Panic stop: nobody who is not trusted does anything until it is lifted."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny everything under policies that are not trusted while panic stop is on.

    The household goes on: it has to be able to set things right.
    """
    if not case.panicked or case.policy.trusted:
        return None
    return deny("panic_stop", "Panic stop is on until somebody lifts it.")
