"""The plan, and what is wrong with it, as people read it."""

from collections.abc import Sequence
from typing import Any

from ..errors import RequestError
from ..model.plan import Plan
from ..model.walk import all_steps
from .foreseeing import foreseen
from .outline import picture


def listing(plan: Plan) -> list[dict[str, Any]]:
    """Return every step in the order of the source, with what is expected of it."""
    return [
        {"place": step.place, "action": step.action}
        | ({"alias": step.alias} if step.alias else {})
        | ({"expected": expected} if (expected := foreseen(step)) else {})
        for step in all_steps(plan.steps)
    ]


def report(problems: Sequence[RequestError], plan: Plan | None) -> dict[str, Any]:
    """Return whether it is valid, every problem with its place, and the plan."""
    told: dict[str, Any] = {
        "valid": not problems,
        "problems": list(map(_problem, problems)),
    }
    if plan is not None:
        told |= {"steps": plan.size, "plan": listing(plan), "outline": picture(plan)}
    return told


def _problem(error: RequestError) -> dict[str, str]:
    facts = error.translation_placeholders or {}
    if (entity_id := facts.get("entity_id")) is not None:
        place = entity_id.partition(".")[0]
        return {"place": place, "came": entity_id, "expected": "one that is there"}
    return {name: facts[name] for name in ("place", "came", "expected")}
