"""So many calls an hour and a day, and no more."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny what would exceed the policy's limits."""
    exceeded = case.usage.exceeded
    if not exceeded:
        return None
    return deny("limit", " ".join(exceeded))
