"""A claim may lower trust, and never raises it."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import hold


def check(case: Case) -> Finding | None:
    """Ask a person where the claimed confidence is below the policy's threshold.

    A language model that claims nothing is below every threshold but zero. A number
    that is no share is no claim but an attempt. However high it is, no other rule
    looks at it.
    """
    claimed, threshold = case.claim.confidence, case.policy.auto_approval_threshold
    if claimed is None:
        # A threshold that is no number is never zero or less, and lets nobody pass.
        if not case.caller.is_agent or threshold <= 0:
            return None
        return hold("no_confidence", "The language model does not say how sure it is.")
    if not 0 <= claimed <= 1:
        return hold("confidence_invalid", "The claimed confidence is not from 0 to 1.")
    if claimed >= threshold:
        return None
    text = f"The claimed confidence is below {threshold:.2f}."
    return hold("low_confidence", text)
