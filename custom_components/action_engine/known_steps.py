"""How many steps an execution will have, as far as that can be known beforehand."""

from .engine.engine import Execution
from .engine.model.own_steps import GraphStep
from .engine.model.plan import (
    ChooseStep,
    CountStep,
    ForEachStep,
    IfStep,
    Plan,
    TryStep,
    UntilStep,
    WhileStep,
)
from .engine.model.walk import all_steps

_OPEN_ENDED = (
    *(ChooseStep, CountStep, ForEachStep, GraphStep),
    *(IfStep, TryStep, UntilStep, WhileStep),
)
"""How often what is inside runs, if at all, only the run decides."""


def known_steps(execution: Execution) -> int | None:
    """Return how many steps will be done in all; None if only the run decides."""
    return _counted(execution.plan)


def _counted(plan: Plan) -> int | None:
    steps = [one for one in all_steps(plan.steps) if one.enabled is not False]
    if any(isinstance(one, _OPEN_ENDED) for one in steps):
        return None
    return len(steps)
