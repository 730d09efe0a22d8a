"""The plan as people read it: one line for each step, on all levels."""

from collections.abc import Iterator
from typing import Any

from ..model.plan import Plan, Step, Steps
from ..model.walk import inner_steps


def outline(plan: Plan) -> list[dict[str, Any]]:
    """Return place, action and alias of every step in the order of the source."""
    return [
        {"place": step.place, "action": step.action}
        | ({"alias": step.alias} if step.alias else {})
        for step in _all_steps(plan.steps)
    ]


def _all_steps(steps: Steps) -> Iterator[Step]:
    for step in steps:
        yield step
        for inner in inner_steps(step):
            yield from _all_steps(inner)
