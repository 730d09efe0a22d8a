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
from .request_fields import parse_nothing


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
    }


def _policy(gate: Gatekeeper, policy: Policy, *, whole: bool) -> dict[str, Any]:
    standing: dict[str, Any] = {
        "policy_id": policy.id,
        "name": policy.name,
        "status": gate.status(policy.id).value,
        "left": asdict(gate.usage(policy.id)),
    }
    if not whole:
        return standing
    if policy.rollout is not None:
        standing["rollout"] = _rollout(policy.rollout)
    figures = asdict(gate.figures(policy.id))
    return standing | {"figures": figures, "settings": policy_as_data(policy)}


def _rollout(rollout: Rollout) -> dict[str, Any]:
    number = rollout.number(dt_util.now().date())
    following = rollout.begins(number + 1)
    return {
        "stage": number,
        "stages": len(rollout.stages),
        "next": None if following is None else following.isoformat(),
    }
