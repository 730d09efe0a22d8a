"""A stored question to a person, and its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from homeassistant.core import Context

from .impact import Risk


class Answer(StrEnum):
    """What became of a question."""

    PENDING = "pending"
    APPROVED = "approved"
    AUTO_APPROVED = "auto_approved"
    """By a grant that a person gave before."""

    REJECTED = "rejected"
    EXPIRED = "expired"
    REPLACED = "replaced"
    """It would do something else by now, and another question was asked about that."""

    WITHDRAWN = "withdrawn"
    """What it was about was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One question. It counts for one execution, once, and for nothing else."""

    id: str
    execution_id: str
    policy: str
    asked: datetime
    expires: datetime
    digest: str
    """Hash of what was asked for: actions, frozen data, resolved targets, policy."""

    risk: Risk
    needed: int = 1
    """How many people have to agree."""

    agreed: tuple[str, ...] = ()
    """Users who have agreed so far."""

    answer: Answer = Answer.PENDING
    answered: datetime | None = None
    answered_by: str | None = None
    notes: str | None = None
    asker: str | None = None
    """User id of who asked, never of one who may answer this."""

    name: str = ""
    verdict: Mapping[str, Any] = field(default_factory=dict)
    """The verdict as plain data: reasons, and the impact step by step."""

    claim: Mapping[str, Any] = field(default_factory=dict)
    """What was claimed, to be shown as a quotation."""

    @property
    def is_open(self) -> bool:
        """Nobody has answered finally."""
        return self.answer is Answer.PENDING

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, without anything that would help to answer it."""
        return {
            "approval_id": self.id,
            "execution_id": self.execution_id,
            "name": self.name,
            "policy": self.policy,
            "answer": self.answer.value,
            "risk": self.risk.word,
            "asked": self.asked.isoformat(),
            "expires": self.expires.isoformat(),
            "needed": self.needed,
            "agreed": list(self.agreed),
            "answered": self.answered and self.answered.isoformat(),
            "answered_by": self.answered_by,
            "notes": self.notes,
            "verdict": dict(self.verdict),
            "claim": dict(self.claim),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One person's yes."""

    approval_id: str
    context: Context
    notes: str | None = None
    code: str | None = None
    """Counts for a second person where what is asked for is critical."""

    similar_for: timedelta | None = None
    """Similar requests need not be asked about for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Leave that a person has given in advance: similar requests, for a while."""

    id: str
    policy: str
    actions: frozenset[str]
    """Exactly these actions."""

    entity_ids: frozenset[str]
    """On no other entities than these."""

    risk: Risk
    """Up to this risk, which is never critical."""

    given_by: str
    given: datetime
    until: datetime
    uses: int = 0
    """Requests that were let in because of it."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "grant_id": self.id,
            "policy": self.policy,
            "actions": sorted(self.actions),
            "entity_ids": sorted(self.entity_ids),
            "risk": self.risk.word,
            "given_by": self.given_by,
            "given": self.given.isoformat(),
            "until": self.until.isoformat(),
            "uses": self.uses,
        }
