"""Questions to people: asked, stored, answered once, and expired."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later
from homeassistant.util import dt as dt_util
from homeassistant.util.ulid import ulid_now

from ..errors import ApprovalNotFoundError
from ..journal.journal import Journal
from ..model.approval import Answer, Approval
from ..model.caller import Caller
from ..model.claim import Claim
from ..model.impact import Risk
from ..model.policy import Policy
from ..model.verdict import Verdict
from .telling import told

AUDIT: Final = "approval"
"""Kind of the events that are chained to an execution for each question and answer."""

FOR_CRITICAL: Final = 2
"""People who have to agree to what is critical, unless one of them knows the code."""

type Changed = Callable[[Approval], None]


class Questions:
    """The questions that wait for an answer, and what is written down of them."""

    def __init__(
        self, hass: HomeAssistant, journal: Journal, *, changed: Changed
    ) -> None:
        """Begin without any; ``changed`` hears of every question and every answer."""
        self._hass = hass
        self._journal = journal
        self._changed = changed
        self._open: dict[str, Approval] = {}
        self._timers: dict[str, CALLBACK_TYPE] = {}

    async def load(self, *, trusted: bool) -> None:
        """Take up the questions of an earlier life.

        Not ``trusted``: the journal is an old copy. What was open in it may have been
        answered since, so nothing of it can be answered any more.
        """
        for approval in await self._journal.approvals(open_only=True):
            if trusted:
                self._keep(approval)
            else:
                self.close(approval, Answer.EXPIRED, notes="the journal is a copy")

    @property
    def pending(self) -> list[Approval]:
        """All open questions, the oldest first."""
        return sorted(self._open.values(), key=lambda one: one.asked)

    def count(self, policy: str) -> int:
        """Return how many questions of a policy are open."""
        return sum(one.policy == policy for one in self._open.values())

    def get(self, approval_id: str) -> Approval:
        """Return an open question; it may also be named by its execution."""
        found = self._open.get(approval_id) or self.about(approval_id)
        if found is None:
            raise ApprovalNotFoundError(approval_id=approval_id)
        return found

    def about(self, execution_id: str) -> Approval | None:
        """Return the open question about an execution."""
        everyone: Iterable[Approval] = self._open.values()
        return next((one for one in everyone if one.execution_id == execution_id), None)

    @callback
    def ask(  # noqa: PLR0913 - what a question consists of
        self,
        execution_id: str,
        name: str,
        policy: Policy,
        caller: Caller,
        verdict: Verdict,
        *,
        digest: str,
        claim: Mapping[str, Any],
        beside: Any = None,
    ) -> Approval:
        """Ask about an execution, and write that down; ``beside`` as for ``told``."""
        now = dt_util.utcnow()
        risk = verdict.impact.risk if verdict.impact is not None else Risk.HIGH
        question = told(
            self._journal, name, caller, verdict, claim=claim, beside=beside
        )
        approval = Approval(
            id=ulid_now(),
            execution_id=execution_id,
            policy=policy.id,
            asked=now,
            expires=now + timedelta(seconds=policy.approval_ttl),
            digest=digest,
            risk=risk,
            needed=FOR_CRITICAL if risk is Risk.CRITICAL else 1,
            asker=caller.user_id,
            name=question.name,
            verdict=question.verdict,
            claim=question.claim,
        )
        self._journal.approval_asked(approval)
        self._audit(approval, "asked")
        self._keep(approval)
        self._changed(approval)
        return approval

    @callback
    def agree(self, approval: Approval, person: str) -> Approval:
        """Note that one more person agrees; that alone lets nothing run."""
        agreed = tuple(dict.fromkeys((*approval.agreed, person)))
        approval = replace(approval, agreed=agreed)
        self._open[approval.id] = approval
        self._journal.approval_changed(approval)
        self._audit(approval, "agreed")
        self._changed(approval)
        return approval

    @callback
    def stop(self) -> None:
        """Let go of the timers; the questions stay open on disk."""
        for cancel in self._timers.values():
            cancel()
        self._timers.clear()

    @callback
    def close(
        self,
        approval: Approval,
        answer: Answer,
        *,
        person: str | None = None,
        notes: str | None = None,
    ) -> Approval:
        """Put an answer down, for good."""
        self._open.pop(approval.id, None)
        if (cancel := self._timers.pop(approval.id, None)) is not None:
            cancel()
        approval = replace(
            approval,
            answer=answer,
            answered=dt_util.utcnow(),
            answered_by=person,
            notes=notes,
        )
        self._journal.approval_changed(approval)
        self._audit(approval, answer.value)
        self._changed(approval)
        return approval

    def _keep(self, approval: Approval) -> None:
        self._open[approval.id] = approval
        left = (approval.expires - dt_util.utcnow()).total_seconds()

        @callback
        def expire(_now: datetime) -> None:
            self._timers.pop(approval.id, None)
            if (current := self._open.get(approval.id)) is not None:
                self.close(current, Answer.EXPIRED)

        self._timers[approval.id] = async_call_later(
            self._hass, max(left, 0), HassJob(expire, cancel_on_shutdown=True)
        )

    def _audit(self, approval: Approval, what: str) -> None:
        """Chain it to the execution, so that nobody can change it unnoticed."""
        entry = {
            "what": what,
            "approval": approval.id,
            "digest": approval.digest,
            "policy": approval.policy,
            "agreed": list(approval.agreed),
            "by": approval.answered_by,
            "notes": approval.notes,
        }
        self._journal.append(approval.execution_id, AUDIT, "", entry)


def quoted(claim: Claim) -> dict[str, Any]:
    """Return what was claimed, without what was not."""
    given = {
        "confidence": claim.confidence,
        "reasoning": claim.reasoning,
        "prediction_id": claim.prediction_id,
        "llm_response_id": claim.llm_response_id,
        "conversation_id": claim.conversation_id,
        "repaired": claim.repaired,
    }
    return {key: value for key, value in given.items() if value is not None}
