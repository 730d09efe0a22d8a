"""What can be said of a step before it runs."""

from ..model.expectation import describe
from ..model.plan import CallStep, Step


def foreseen(step: Step) -> str | None:
    """Return what is expected of a step, in words; None if only its run can tell."""
    written = step.keys.expect
    if written is not None and not written.auto:
        known = written.expectation
        return None if known is None else describe(known)
    if not isinstance(step, CallStep) or step.fixed is None:
        return None
    return step.fixed.expected or None
