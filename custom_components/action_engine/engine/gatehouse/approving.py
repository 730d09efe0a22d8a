"""What people answer: who may, when it counts, and what follows."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final

from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant
from homeassistant.util import dt as dt_util
from homeassistant.util.ulid import ulid_now

from ..archive.origin import Origin
from ..errors import ApprovalNotFoundError, ApprovalRefusedError, RequestDeniedError
from ..gate.code import matches
from ..gate.names import spoken
from ..model.approval import Answer, Approval, Consent, Grant
from ..model.impact import Risk
from ..model.policy import Policy
from ..model.request import Request, Source
from ..model.verdict import Decision
from ..run.execution import Execution
from .callers import Callers
from .ledger import Ledger, now
from .questions import Questions
from .ruling import Ruling
from .waiting_room import WaitingRoom

type Start = Callable[[Request, Origin], Awaitable[Execution]]

LONGEST_GRANT: Final = timedelta(days=1)


class Approving:
    """Takes answers, one at a time."""

    def __init__(  # noqa: PLR0913 - what an answer has to do with
        self,
        hass: HomeAssistant,
        questions: Questions,
        callers: Callers,
        ledger: Ledger,
        *,
        room: WaitingRoom,
        policy: Callable[[str], Policy],
        release: Callable[[Approval, Ruling], Awaitable[None]],
        start: Start,
    ) -> None:
        """``release`` lets run what people have agreed to, ``start`` anything else."""
        self._hass = hass
        self._questions = questions
        self._callers = callers
        self._ledger = ledger
        self._room = room
        self._policy = policy
        self._release = release
        self._start = start
        self._one_at_a_time = asyncio.Lock()
        self.code_hash: str | None = None
        """Of the code for what is critical; None if there is no code."""

    async def approve(self, consent: Consent) -> Approval:
        """Take a yes. What it is about runs as soon as enough people have said so."""
        async with self._one_at_a_time:
            approval, person = await self._answerable(
                consent.approval_id, consent.context
            )
            ruling = await self._still_the_same(approval)
            self._refuse_denied(ruling)
            knows_code = await self._knows_code(consent)
            approval = self._questions.agree(approval, person.id)
            if not knows_code and len(approval.agreed) < approval.needed:
                return approval
            if consent.similar_for is not None:
                self._grant(approval, ruling, person, consent.similar_for)
            approval = self._questions.close(
                approval, Answer.APPROVED, person=person.id, notes=consent.notes
            )
            await self._release(approval, ruling)
            return approval

    async def reject(
        self, approval_id: str, context: Context, reason: str | None
    ) -> Approval:
        """Take a no; the same request is not asked about again for a while."""
        async with self._one_at_a_time:
            approval, person = await self._answerable(approval_id, context)
            return self._reject(approval, person, reason)

    async def replace(
        self, consent: Consent, source: Source
    ) -> tuple[Approval, Execution]:
        """Take a no to what was asked for, and have something else run in its place.

        In the name of who answers. If that is not let in, the question stays open.
        """
        async with self._one_at_a_time:
            approval, person = await self._answerable(
                consent.approval_id, consent.context
            )
            request = Request(
                source=source, context=consent.context, name=approval.name, wait=False
            )
            origin = Origin(repeat_of=approval.execution_id)
            other = await self._start(request, origin)
            _refuse_stopped(other)
            replaced = f"replaced by {other.id}"
            reason = f"{consent.notes} ({replaced})" if consent.notes else replaced
            return self._reject(approval, person, reason), other

    async def may_answer(self, user: User | None, approval: Approval) -> bool:
        """Tell whether a person may answer a question at all."""
        if user is None or not user.is_active or user.system_generated:
            return False
        if user.id == approval.asker:
            return False
        approvers = self._policy(approval.policy).approvers
        return user.id in approvers if approvers else user.is_admin

    def _reject(self, approval: Approval, person: User, reason: str | None) -> Approval:
        self._ledger.rejections.reject(approval.digest, now())
        self._ledger.keep("rejections", (approval.digest,))
        approval = self._questions.close(
            approval, Answer.REJECTED, person=person.id, notes=reason
        )
        self._room.close(approval.execution_id, Answer.REJECTED, reason)
        return approval

    async def _answerable(
        self, approval_id: str, context: Context
    ) -> tuple[Approval, User]:
        """Return the question and the person; the same error whatever is amiss."""
        approval = self._questions.get(approval_id)
        user = None
        if context.user_id is not None and not self._callers.automated(context):
            user = await self._hass.auth.async_get_user(context.user_id)
        if user is None or not await self.may_answer(user, approval):
            raise ApprovalNotFoundError(approval_id=approval_id)
        return approval, user

    async def _still_the_same(self, approval: Approval) -> Ruling:
        """Return the verdict as of now, about just what the question was about."""
        ruling = await self._room.rule_again(approval.execution_id)
        if ruling.digest != approval.digest:
            self._questions.close(approval, Answer.REPLACED)
            self._questions.ask(
                approval.execution_id,
                approval.name,
                ruling.policy,
                ruling.caller,
                ruling.verdict,
                digest=ruling.digest,
                claim=approval.claim,
            )
            raise ApprovalRefusedError(
                reason="it would do something else by now; look at the new question"
            )
        return ruling

    def _refuse_denied(self, ruling: Ruling) -> None:
        """Nobody can agree to what is denied, whatever was asked before."""
        if ruling.verdict.decision is Decision.DENY:
            texts = (
                one.finding.text
                for one in ruling.verdict.reasons
                if one.finding.decision is Decision.DENY
            )
            raise ApprovalRefusedError(reason=next(texts))

    async def _knows_code(self, consent: Consent) -> bool:
        if consent.code is None or self.code_hash is None:
            return False
        code, hashed = consent.code, self.code_hash
        if not await self._hass.async_add_executor_job(matches, code, hashed):
            raise ApprovalRefusedError(reason="the code is wrong")
        return True

    def _grant(
        self, approval: Approval, ruling: Ruling, person: User, span: timedelta
    ) -> None:
        if approval.risk is Risk.CRITICAL:
            raise ApprovalRefusedError(
                reason="what is critical is asked about each time"
            )
        given = dt_util.utcnow()
        grant = Grant(
            id=ulid_now(),
            policy=approval.policy,
            actions=frozenset(spoken(one) for one in ruling.asked),
            entity_ids=frozenset(i for one in ruling.asked for i in one.entity_ids),
            risk=approval.risk,
            given_by=person.id,
            given=given,
            until=given + min(span, LONGEST_GRANT),
        )
        self._ledger.grants.add(grant)
        self._ledger.keep("grants", (grant.id,))


def _refuse_stopped(execution: Execution) -> None:
    if (verdict := execution.verdict) and verdict.decision is Decision.DENY:
        raise RequestDeniedError(
            name=execution.name, execution_id=execution.id, reason=verdict.reason
        )


def audit_of(approval: Approval) -> dict[str, Any]:
    """Return who has agreed to what, for the record of what came of it."""
    return {
        "approval_id": approval.id,
        "agreed": list(approval.agreed),
        "answered_by": approval.answered_by,
        "digest": approval.digest,
    }
