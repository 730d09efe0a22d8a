"""What a person who has agreed in advance has agreed to.

Leave in advance answers the questions that would be asked anew each time. It never
lifts a denial, and nothing at all of what is critical.
"""

from typing import Final

from ..model.impact import Impact, Risk
from ..model.verdict import Decision, Reason

LIFTED: Final = frozenset(
    {"confidence", "risk", "first_use", "rollout", "canary", "approval_required"}
)
"""Rules whose questions count as answered; ``conditions`` still asks at night."""


def without_granted(reasons: list[Reason], impact: Impact | None) -> list[Reason]:
    """Return the reasons that are left when somebody has agreed in advance."""
    if impact is None or impact.risk >= Risk.CRITICAL:
        return reasons
    return [reason for reason in reasons if not _is_lifted(reason)]


def _is_lifted(reason: Reason) -> bool:
    return reason.finding.decision is Decision.HOLD and reason.rule in LIFTED
