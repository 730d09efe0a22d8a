"""No means no, for a while."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny what a person has just rejected, so that nobody is worn down by asking."""
    if case.rejected is None:
        return None
    text = f"A person has rejected this; it stays blocked for {case.rejected:.0f} s."
    return deny("rejected_before", text)
