"""What the gate answers to a request, and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .impact import Impact


class Decision(StrEnum):
    """Whether something may run."""

    ALLOW = "allow"
    HOLD = "hold"
    """A person is asked first."""

    DENY = "deny"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule has to object."""

    decision: Decision
    """``HOLD`` or ``DENY``: a rule without objections finds nothing."""

    code: str
    """Stable, for programs and translations."""

    text: str
    """English, one sentence for people. Never holds what the asker has written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A finding, with the rule that it comes from."""

    rule: str
    finding: Finding

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "rule": self.rule,
            "decision": self.finding.decision.value,
            "code": self.finding.code,
            "text": self.finding.text,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer, with every reason and not only the one that decided."""

    decision: Decision
    policy: str
    """Id of the policy that counted."""

    reasons: tuple[Reason, ...] = ()
    decided_by: str | None = None
    """The rule that decided, None if nobody had anything to object."""

    impact: Impact | None = None
    """None if no rule had to know it, and nobody asked."""

    in_advance: bool = False
    """Somebody has agreed to it before, who would have been asked otherwise."""

    @property
    def reason(self) -> str:
        """Return the reason that decided, as a sentence for people."""
        texts = (
            one.finding.text
            for one in self.reasons
            if one.finding.decision is self.decision
        )
        return next(texts, "")

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "decision": self.decision.value,
            "policy": self.policy,
            "decided_by": self.decided_by,
            "reasons": [reason.as_dict() for reason in self.reasons],
            "impact": None if self.impact is None else self.impact.as_dict(),
        }
