"""The plan as people read it: one line for each step, on all levels."""

from typing import Any

from ..model.plan import Plan
from ..model.walk import all_steps


def outline(plan: Plan) -> list[dict[str, Any]]:
    """Return place, action and alias of every step in the order of the source."""
    return [
        {"place": step.place, "action": step.action}
        | ({"alias": step.alias} if step.alias else {})
        for step in all_steps(plan.steps)
    ]
