"""Which questions somebody sees, and how much of them."""

from collections.abc import Mapping
from typing import Any

from .engine.model.approval import Approval
from .engine.model.stored import Sight


def sees_question(sight: Sight | None, approval: Approval) -> bool:
    """Tell whether a question is somebody's business: his own, or he is asked."""
    return sight is None or sight.covers(approval.asker, approval.policy)


def seen_question(sight: Sight | None, approval: Approval) -> dict[str, Any]:
    """Return a question as plain data, as much of it as is somebody's business.

    Who only asks for something knows what he wrote himself; what scripts of the home
    are written like is shown to those who are asked.
    """
    plain = approval.as_dict()
    if sight is None or approval.policy in sight.policies:
        return plain
    return plain | {"verdict": without_inside(approval.verdict)}


def without_inside(verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Return a verdict without the parameters of what was found inside of scripts."""
    impact = verdict.get("impact")
    if not isinstance(impact, Mapping):
        return dict(verdict)
    steps = [
        step if step.get("opened_from") is None else {**step, "data": {}}
        for step in impact.get("steps", ())
    ]
    return {**verdict, "impact": {**impact, "steps": steps}}
