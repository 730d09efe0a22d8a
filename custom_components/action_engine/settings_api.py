"""How the gate and the engine are set and how they stand, for people to look at."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from homeassistant.util import dt as dt_util

from .asking import Asker
from .engine.engine import Gatekeeper
from .engine.model.policy import Policy
from .engine.model.rollout import Rollout
from .entry_options import shown_options
from .policy_data import policy_as_data
from .request_fields import parse_enabled, parse_nothing
from .rights import require_admin


async def settings(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return policies with what they let through yet, and circuits and options.

    Whoever does not see everything sees the policies that are about him or ask him, and
    how those are set only if he is asked: he need not know where the gaps are.
    """
    parse_nothing(data)
    engine, sight = asker.engine, asker.sight
    answer: dict[str, Any] = {
        "enabled": engine.enabled,
        "panicked": engine.gate.panicked,
    }
    if sight is not None:
        shown = [
            _policy(engine.gate, one, whole=one.id in sight.policies)
            for one in engine.gate.policies
            if one.id in sight.policies or sight.user_id in one.applies.users
        ]
        return answer | {"policies": shown}
    return answer | {
        "policies": [
            _policy(engine.gate, one, whole=True) for one in engine.gate.policies
        ],
        "circuits": [one.as_dict() for one in engine.gate.circuits()],
        "options": shown_options(engine),
        "people": await _people(asker),
    }


async def set_enabled(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Have the engine take new work, or refuse it, as its switch does."""
    await require_admin(asker.hass, asker.context)
    asker.engine.set_enabled(parse_enabled(data))
    return {"enabled": asker.engine.enabled}


async def _people(asker: Asker) -> dict[str, str]:
    """Return the names of all accounts that policies are about or ask."""
    named = {
        user_id
        for one in asker.engine.gate.policies
        for user_id in one.applies.users | one.approvers
    }
    users = await asker.hass.auth.async_get_users()
    return {one.id: one.name or one.id for one in users if one.id in named}


def _policy(gate: Gatekeeper, policy: Policy, *, whole: bool) -> dict[str, Any]:
    standing: dict[str, Any] = {
        "policy_id": policy.id,
        "name": policy.name,
        "status": gate.status(policy.id).value,
        "mode": gate.mode(policy.id),
        "left": asdict(gate.usage(policy.id)),
    }
    if not whole:
        return standing
    if policy.rollout is not None:
        standing["rollout"] = _rollout(policy, policy.rollout)
    figures = asdict(gate.figures(policy.id))
    return standing | {"figures": figures, "settings": policy_as_data(policy)}


def _rollout(policy: Policy, rollout: Rollout) -> dict[str, Any]:
    today = dt_util.now().date()
    number = rollout.number(today)
    following = rollout.begins(number + 1)
    return {
        "stage": number,
        "stages": len(rollout.stages),
        "percentage": min(policy.canary_percentage, rollout.stage(today).percentage),
        "next": None if following is None else following.isoformat(),
    }
