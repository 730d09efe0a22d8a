"""The same again and again is a loop, not a wish."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named


def check(case: Case) -> Finding | None:
    """Deny what was done to the same entity too often within a minute."""
    looping = case.usage.looping
    if not looping:
        return None
    return deny("loop", f"The same was just done too often: {named(looping)}.")
