"""From a request to a verdict: who asks, under which policy, and what it would do."""

from collections.abc import Iterable
from contextvars import copy_context
from dataclasses import dataclass, replace
import logging
from typing import Final

from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import config_validation as cv, entity_registry as er
from homeassistant.helpers.condition import async_validate_condition_config

from ..errors import JournalUnavailableError
from ..gate.asking import survey
from ..gate.digest import digest, fingerprint
from ..gate.judge import judge
from ..gate.literal import templates_in
from ..gate.order import CALL_RULES
from ..gate.specificity import choose
from ..journal.journal import Journal
from ..model.caller import Agent, Caller, CallerKind
from ..model.draft import Draft
from ..model.impact import Asked
from ..model.leave import Leave, Permit
from ..model.plan import Plan
from ..model.policy import HOUSEHOLD, STRICT, Policy
from ..model.request import Request
from ..model.standing import Standing
from ..model.verdict import Decision, Verdict
from ..plan.checks import LazyChecks
from ..run.plain_data import plain
from .callers import Callers
from .preparing import Preparing, Wanted
from .sameness import data_as_asked, data_of, is_called
from .weighing import Weigher

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A verdict with all that follows from it."""

    verdict: Verdict
    policy: Policy
    caller: Caller
    digest: str = ""
    asked: tuple[Asked, ...] = ()
    leave: Leave | None = None
    """Under which it runs, watched; None: it may do what its caller may."""

    @property
    def permits(self) -> tuple[Permit, ...]:
        """Return what a person agrees to who agrees to this."""
        return tuple(
            Permit(
                action=one.action,
                entity_ids=frozenset(one.entity_ids),
                data_hash=data_of(one),
            )
            for one in self.asked
            if is_called(one) and not (one.everything and not one.entity_ids)
        )


class Rulings:
    """Judges requests; changes nothing."""

    def __init__(
        self,
        hass: HomeAssistant,
        callers: Callers,
        weigher: Weigher,
        preparing: Preparing,
        journal: Journal | None,
    ) -> None:
        """Begin without policies: everybody is judged by the strict one."""
        self.policies: tuple[Policy, ...] = ()
        self._hass = hass
        self._callers = callers
        self._weigher = weigher
        self._preparing = preparing
        self._journal = journal
        self._allowed: dict[str, Verdict] = {}
        """The verdict of policies that have nothing to object to anything."""

        self._checks: dict[str, LazyChecks] = {}

    def set_policies(self, policies: Iterable[Policy]) -> None:
        """Judge by these from now on."""
        self.policies = tuple(policies)
        self.close()
        self._allowed = {
            one.id: Verdict(decision=Decision.ALLOW, policy=one.id)
            for one in self.policies
            if is_open(one)
        }

    def close(self) -> None:
        """Let go of the conditions."""
        while self._checks:
            self._checks.popitem()[1].unload()

    def policy(self, policy_id: str) -> Policy:
        """Return a policy as it is now; one that is gone denies everything."""
        found = (one for one in self.policies if one.id == policy_id)
        return next(found, STRICT)

    async def policy_for(self, request: Request) -> Policy:
        """Return the policy that counts for whoever makes a request."""
        return choose(self.policies, await self._callers.identify(request))

    async def rule(self, request: Request, draft: Draft, plan: Plan) -> Ruling:
        """Return the verdict about a request, and what follows from it.

        Whoever speaks for a language model is judged twice, also as himself: to say so
        must not lead to more than to keep silent. Without a user there is no self.
        """
        caller = await self._callers.identify(request)
        policy = choose(self.policies, caller)
        ruling = await self._rule(request, draft, plan, policy=policy, caller=caller)
        if request.agent is None or request.context.user_id is None:
            return ruling
        person = await self._callers.identify(replace(request, agent=None))
        if (own := choose(self.policies, person)) is policy:
            return ruling
        strict = await self._rule(request, draft, plan, policy=own, caller=person)
        return _stricter(ruling, strict)

    async def standings(self, request: Request) -> tuple[Standing, ...]:
        """Return under which policies a request would be judged: all of them count."""
        asking = [request]
        if request.agent is not None and request.context.user_id is not None:
            asking.append(replace(request, agent=None))
        callers = [await self._callers.identify(one) for one in asking]
        policies = {one.id: one for one in (choose(self.policies, c) for c in callers)}
        return tuple(
            [
                Standing(
                    policy=policy,
                    mode=self._preparing.mode(policy),
                    conditions_met=await self._conditions_met(policy),
                )
                for policy in policies.values()
            ]
        )

    async def assess(self, request: Request, draft: Draft, plan: Plan) -> Verdict:
        """Return the verdict about a request, with its impact."""
        ruling = await self.rule(request, draft, plan)
        if ruling.verdict.impact is not None:
            return ruling.verdict
        policy, caller = ruling.policy, ruling.caller
        weighed = await self.weigh(request, draft, plan, policy=policy, caller=caller)
        return weighed.verdict

    async def _rule(
        self,
        request: Request,
        draft: Draft,
        plan: Plan,
        *,
        policy: Policy,
        caller: Caller,
    ) -> Ruling:
        if (verdict := self._allowed.get(policy.id)) is not None and _is_free(
            caller, request
        ):
            return Ruling(verdict=verdict, policy=policy, caller=caller)
        return await self.weigh(request, draft, plan, policy=policy, caller=caller)

    async def weigh(
        self,
        request: Request,
        draft: Draft,
        plan: Plan,
        *,
        policy: Policy,
        caller: Caller,
        answering: bool = False,
    ) -> Ruling:
        """Return the verdict, with the impact, whatever the policy is."""
        variables = {**draft.defaults, **request.variables}
        asked = await self._weigher.weigh(plan, variables)
        wanted = Wanted(
            policy=policy,
            caller=caller,
            asked=asked,
            digest=self._digest(policy, draft, request, asked),
            claim=request.claim,
            templates=() if policy.trusted else _templates(draft, request),
            survey=survey(plan),
            durations=await self._durations(request.name or draft.name),
            conditions_met=await self._conditions_met(policy),
            answering=answering,
        )
        case = await self._preparing.of_request(wanted)
        verdict = replace(judge(case), impact=case.impact)
        return Ruling(
            verdict=verdict,
            policy=policy,
            caller=caller,
            digest=wanted.digest,
            asked=asked,
            leave=Leave(
                policy=policy.id,
                caller=caller,
                exact=verdict.decision is Decision.HOLD,
            ),
        )

    def of_call(
        self,
        execution_id: str,
        policy: Policy,
        caller: Caller,
        asked: tuple[Asked, ...],
    ) -> Ruling:
        """Return the verdict about one call before which a run has halted."""
        case = self._preparing.of_call(policy, caller, asked)
        verdict = replace(judge(case, CALL_RULES), impact=case.impact)
        ruling = Ruling(verdict=verdict, policy=policy, caller=caller, asked=asked)
        permits = [one.as_dict() for one in ruling.permits]
        about = {"execution": execution_id, "policy": policy.id, "permits": permits}
        return replace(ruling, digest=fingerprint(about))

    async def of_own(
        self, context: Context, asked: Asked, agent: Agent | None = None
    ) -> Ruling:
        """Return the verdict about an action of the engine's own that somebody calls.

        What a run calls was judged when the run called it, and people may have agreed.
        """
        caller, is_run = await self._callers.behind(context, agent)
        policy = choose(self.policies, caller)
        if is_run:
            verdict = Verdict(decision=Decision.ALLOW, policy=policy.id)
            return Ruling(verdict=verdict, policy=policy, caller=caller)
        case = self._preparing.of_call(policy, caller, (asked,))
        verdict = judge(case, CALL_RULES)
        return Ruling(verdict=verdict, policy=policy, caller=caller)

    def _digest(
        self, policy: Policy, draft: Draft, request: Request, asked: Iterable[Asked]
    ) -> str:
        """Return the hash of what must not change between a question and its answer.

        Not what templates come to that hold no target: that may change by the minute,
        and each call is looked at again before it is made. Entities count by what the
        registry knows them as: another one may have been given their name.
        """
        known = er.async_get(self._hass).async_get

        def identity(entity_id: str) -> str:
            entry = known(entity_id)
            return entity_id if entry is None else f"{entity_id}={entry.id}"

        return digest(
            actions=draft.actions,
            variables={
                "own": plain(dict(draft.variables)),
                "given": plain(dict(request.variables)),
            },
            targets={
                f"{n}/{one.action}/{data_as_asked(one)}": map(identity, one.entity_ids)
                for n, one in enumerate(asked)
            },
            policy=policy.id,
        )

    async def _durations(self, name: str | None) -> tuple[float, ...]:
        """Return how long it took before, as far as that can be known now."""
        if name is None or self._journal is None:
            return ()
        try:
            return await self._journal.durations(name)
        except JournalUnavailableError:
            return ()

    async def _conditions_met(self, policy: Policy) -> bool:
        """Tell whether all conditions of a policy hold; one that breaks does not."""
        if not policy.conditions:
            return True
        try:
            checks = await self._checkers(policy)
            checkers = await checks.ready(self._hass)
            # In a context of their own: each leaves an element in the trace of its own.
            return copy_context().run(
                lambda: all(one.async_check() for one in checkers)
            )
        except Exception:
            _LOGGER.exception("A condition of the policy %s is broken", policy.name)
            return False

    async def _checkers(self, policy: Policy) -> LazyChecks:
        """Return the checks of a policy.

        They live as long as it does: some count the time for which something is so.
        """
        if (checks := self._checks.get(policy.id)) is None:
            configs = [
                await async_validate_condition_config(
                    self._hass, cv.CONDITION_SCHEMA(dict(raw))
                )
                for raw in policy.conditions
            ]
            checks = self._checks.setdefault(policy.id, LazyChecks(configs))
        return checks


_STRICTNESS: Final = {decision: rank for rank, decision in enumerate(Decision)}


def _stricter(ruling: Ruling, other: Ruling) -> Ruling:
    """Return the stricter of two, on behalf of whom the first one is about."""
    first, second = ruling.verdict.decision, other.verdict.decision
    if _STRICTNESS[second] <= _STRICTNESS[first]:
        return ruling
    leave = other.leave and replace(other.leave, caller=ruling.caller)
    return replace(other, caller=ruling.caller, leave=leave)


def is_open(policy: Policy) -> bool:
    """Tell whether a policy has nothing to object to anything that its callers may do."""
    return policy == replace(
        HOUSEHOLD,
        id=policy.id,
        name=policy.name,
        applies=policy.applies,
        notify_on_auto_action=policy.notify_on_auto_action,
        approvers=policy.approvers,
        approval_ttl=policy.approval_ttl,
    )


def _is_free(caller: Caller, request: Request) -> bool:
    """Tell whether Home Assistant itself checks all that a caller may not do."""
    if caller.kind is CallerKind.AGENT or request.claim.confidence is not None:
        return False
    return caller.user_id is None or (caller.is_admin and caller.is_active)


def _templates(draft: Draft, request: Request) -> tuple[str, ...]:
    return (
        *templates_in(draft.actions),
        *templates_in(dict(draft.variables)),
        *templates_in(dict(request.variables)),
    )
