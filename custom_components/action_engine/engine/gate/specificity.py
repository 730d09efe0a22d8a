"""Which of the policies counts for a caller: the most specific one.

    users ► entities ► assistants and platforms ► one of both ► labels ► agents ► household

A policy is about everybody whom one of its fields names; only assistants and platforms
narrow each other where both are named. Of two that are equally specific the stricter
one counts, and where no policy is about a caller, nothing is allowed.

A language model often speaks with the account of a person. It is not that person:

- ``household`` is never about it, and no policy that is trusted is about it because of
  its account, automation, script or labels: that trust was meant for somebody else.
- A policy that names its account counts only if it is at least as strict as the one
  about language models. Otherwise an open policy for a person would open the home to
  every model that the person talks to.
- A policy that names the account *and* language models is about both, and more
  specific than one about language models alone.
"""

from collections.abc import Iterable
from typing import Final

from ..model.caller import Agent, Caller, CallerKind
from ..model.policy import STRICT, Applies, Policy, SafetyMode

_NOT: Final = 0
_HOUSEHOLD: Final = 1
_AGENTS: Final = 2
_LABELS: Final = 3
_ASSISTANT_OR_PLATFORM: Final = 4
_ASSISTANT_AND_PLATFORM: Final = 5
_ENTITIES: Final = 6
_USERS: Final = 7

_HOME: Final = frozenset(CallerKind) - {CallerKind.AGENT}
"""Calls without a user come from code inside Home Assistant, which could call whatever
it likes without asking here; to refuse them would protect nobody."""

_FREEDOM: Final = {mode: rank for rank, mode in enumerate(SafetyMode)}


def choose(policies: Iterable[Policy], caller: Caller) -> Policy:
    """Return the policy that counts for a caller, ``STRICT`` if none is about it."""
    if caller.is_agent:
        return _for_agent(tuple(policies), caller)
    ranked = ((_own_rank(policy.applies, caller), policy) for policy in policies)
    return _best(ranked) or STRICT


def _for_agent(policies: tuple[Policy, ...], caller: Caller) -> Policy:
    agent = caller.agent or Agent()
    own: list[tuple[int, Policy]] = []
    about_models: list[tuple[int, Policy]] = []
    for policy in policies:
        by_account = _account_rank(policy.applies, caller)
        if by_model := _model_rank(policy.applies, agent):
            about_models.append((max(by_account, by_model), policy))
        elif not policy.trusted:
            own.append((by_account, policy))
    named, general = _best(own), _best(about_models)
    if named is None or general is None:
        return named or general or STRICT
    return general if _openness(general) < _openness(named) else named


def _own_rank(applies: Applies, caller: Caller) -> int:
    if rank := _account_rank(applies, caller):
        return rank
    return _HOUSEHOLD if applies.household and caller.kind in _HOME else _NOT


def _account_rank(applies: Applies, caller: Caller) -> int:
    if caller.user_id is not None and caller.user_id in applies.users:
        return _USERS
    if caller.entity_id is not None and caller.entity_id in applies.entities:
        return _ENTITIES
    return _NOT if caller.labels.isdisjoint(applies.labels) else _LABELS


def _model_rank(applies: Applies, agent: Agent) -> int:
    named = tuple(
        one in names
        for one, names in (
            (agent.assistant, applies.assistants),
            (agent.platform, applies.platforms),
        )
        if names
    )
    if named and all(named):
        return _ASSISTANT_AND_PLATFORM if len(named) > 1 else _ASSISTANT_OR_PLATFORM
    return _AGENTS if applies.agents else _NOT


def _best(ranked: Iterable[tuple[int, Policy]]) -> Policy | None:
    """Return the most specific policy, of several the strictest, of those the first."""
    about = [(-rank, _openness(one), one.id, one) for rank, one in ranked if rank]
    return min(about, key=lambda entry: entry[:3])[3] if about else None


def _openness(policy: Policy) -> tuple[bool, bool, bool, int, int, bool]:
    """Return how much a policy lets through; the smaller, the stricter."""
    return (
        policy.trusted,
        policy.enabled,
        not policy.approval_required,
        _FREEDOM[policy.safety_mode],
        policy.canary_percentage,
        policy.rollout is None,
    )
