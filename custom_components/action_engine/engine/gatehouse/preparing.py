"""Gathers all that the rules of the gate may know about a request, or about one call."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.auth.models import User
from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

from ..gate.asking import Survey
from ..gate.canary import draw
from ..gate.case import Case, Rights, Usage
from ..gate.circuits import keys_of
from ..gate.limits import limits_of
from ..gate.names import spoken
from ..gate.risks import assess
from ..model.caller import Caller
from ..model.claim import NO_CLAIM, Claim
from ..model.impact import Asked
from ..model.policy import Policy
from .ledger import Ledger, now
from .reach import outside_of

NO_SURVEY: Final = Survey()

ADMIN_ONLY = frozenset({"event", "trigger"})
"""What only administrators may do through Home Assistant's own API."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One request, read and resolved."""

    policy: Policy
    caller: Caller
    asked: tuple[Asked, ...]
    digest: str
    claim: Claim = NO_CLAIM
    templates: tuple[str, ...] = ()
    survey: Survey = NO_SURVEY
    conditions_met: bool = True
    durations: tuple[float, ...] = ()
    """Seconds that it took before, shortest first."""

    answering: bool = False
    """It is judged once more because a person answers."""


class Preparing:
    """Reads the home, the registries and the books of the gate; changes nothing."""

    def __init__(
        self, hass: HomeAssistant, ledger: Ledger, *, pending: Callable[[str], int]
    ) -> None:
        """``pending`` counts the open questions of a policy."""
        self._hass = hass
        self._ledger = ledger
        self._pending = pending
        self.mode_entities: dict[str, str] = {}
        """By policy the entity that shows a mode of the engine's own."""

    async def of_request(self, wanted: Wanted) -> Case:
        """Return the case of a request."""
        policy, asked = wanted.policy, wanted.asked
        impact = assess(
            asked,
            seconds=at_share(wanted.durations, 0.5),
            slow_seconds=at_share(wanted.durations, 0.95),
        )
        ledger, at = self._ledger, now()
        actions = {*map(spoken, asked)}
        return Case(
            policy=policy,
            caller=wanted.caller,
            weigh=lambda: impact,
            claim=wanted.claim,
            ready=ledger.is_read,
            panicked=ledger.panic is not None,
            templates=wanted.templates,
            calls=wanted.survey.calls,
            turns=wanted.survey.turns,
            countless=wanted.survey.countless,
            rights=await self._rights(wanted.caller, asked),
            outside_targets=self._outside(policy, asked),
            mode=self._mode(policy),
            mode_asked=self._mode_asked(policy, asked),
            conditions_met=wanted.conditions_met,
            usage=self._usage(policy, asked, answering=wanted.answering),
            open_circuits=self._circuits(policy, asked),
            first_used=ledger.first_uses.unused(policy.id, actions),
            stage=policy.stage(dt_util.now().date()),
            canary=draw(policy.id, actions, " ".join(impact.entity_ids)),
            rejected=ledger.rejections.left(wanted.digest, at),
            granted=ledger.grants.find(policy.id, impact.touches, at) is not None,
        )

    def of_call(self, policy: Policy, caller: Caller, asked: tuple[Asked, ...]) -> Case:
        """Return the case of one call that is about to be made, and what it leads to."""
        return Case(
            policy=policy,
            caller=caller,
            weigh=lambda: assess(asked),
            ready=self._ledger.is_read,
            panicked=self._ledger.panic is not None,
            outside_targets=self._outside(policy, asked),
            mode=self._mode(policy),
            mode_asked=self._mode_asked(policy, asked),
            stage=policy.stage(dt_util.now().date()),
        )

    def mode(self, policy: Policy) -> str | None:
        """Return the mode of the home that a policy goes by, None if there is none."""
        return self._mode(policy)

    def integrations(self, asked: Asked) -> frozenset[str]:
        """Return the integrations of the entities that are meant."""
        registry = er.async_get(self._hass)
        entries = (registry.async_get(i) for i in asked.entity_ids)
        return frozenset(one.platform for one in entries if one is not None)

    def uses(self, policy: Policy, asked: tuple[Asked, ...]) -> tuple[Any, ...]:
        """Return what a request needs of the limits of a policy."""
        actions = Counter(map(spoken, asked))
        entities = Counter(i for one in asked for i in one.entity_ids)
        # A named action counts once, whatever its author needs for it.
        calls = sum(one.within is None for one in asked)
        return limits_of(policy, actions, entities, calls)

    def _usage(
        self, policy: Policy, asked: tuple[Asked, ...], *, answering: bool
    ) -> Usage:
        acts = acts_of(asked)
        return Usage(
            exceeded=self._exceeded(policy, asked),
            looping=self._ledger.loops.looping(policy, acts, now()),
            # It must not stand in its own way.
            pending=0 if answering else self._pending(policy.id),
        )

    def _exceeded(self, policy: Policy, asked: tuple[Asked, ...]) -> tuple[str, ...]:
        uses = self.uses(policy, asked)
        if uses and now() < self._ledger.unsure_until:
            return ("What was used of the limits cannot be read.",)
        return self._ledger.windows.room(uses, now())

    def _circuits(
        self, policy: Policy, asked: tuple[Asked, ...]
    ) -> Mapping[str, float]:
        if not policy.circuits:
            return {}
        keys = {
            key for one in asked for key in keys_of(spoken(one), self.integrations(one))
        }
        return self._ledger.circuits.blocked(keys, now())

    async def _rights(self, caller: Caller, asked: tuple[Asked, ...]) -> Rights:
        if caller.user_id is None or caller.is_admin:
            return Rights()
        user = await self._hass.auth.async_get_user(caller.user_id)
        return Rights(
            forbidden_entities=_forbidden(user, asked),
            admin_only=tuple({a.action for a in asked if a.action in ADMIN_ONLY}),
        )

    def _outside(self, policy: Policy, asked: tuple[Asked, ...]) -> tuple[str, ...]:
        if policy.trusted and not (policy.allowed_targets or policy.denied_targets):
            return ()
        ids = {i for one in asked for i in one.entity_ids}
        # For this one of the engine's own there is a rule that looks closer.
        modes = {self.mode_entity(policy)} & {*self.mode_entities.values()}
        return tuple(sorted(outside_of(self._hass, policy, ids, modes)))

    def _mode(self, policy: Policy) -> str | None:
        if policy.has_own_mode:
            return self._ledger.modes.current(policy) if self._ledger.is_read else None
        if policy.mode_entity is None:
            return None
        state = self._hass.states.get(policy.mode_entity)
        return None if state is None else state.state

    def mode_entity(self, policy: Policy) -> str | None:
        """Return the entity whose state is the mode of a policy."""
        return policy.mode_entity or self.mode_entities.get(policy.id)

    def _mode_asked(self, policy: Policy, asked: tuple[Asked, ...]) -> str | None:
        """Return the mode into which the home is to go, if that is asked for."""
        if (entity_id := self.mode_entity(policy)) is None:
            return None
        for one in asked:
            if entity_id in one.entity_ids:
                return str(one.data.get("option", one.action))
        return None


def at_share(ordered: tuple[float, ...], share: float) -> float | None:
    """Return the value below which so much of them lies, None if there are none."""
    if not ordered:
        return None
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def acts_of(asked: tuple[Asked, ...]) -> Counter[tuple[str, str]]:
    """Return how often each action is done to each entity."""
    return Counter((one.action, i) for one in asked for i in one.entity_ids)


def _forbidden(user: User | None, asked: tuple[Asked, ...]) -> tuple[str, ...]:
    ids = {i for one in asked for i in one.entity_ids}
    if user is None:
        return tuple(sorted(ids))
    check = user.permissions.check_entity
    return tuple(sorted(i for i in ids if not check(i, POLICY_CONTROL)))
