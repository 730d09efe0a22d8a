"""Which sequences each kind of step holds."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from .own_steps import GraphStep, NamedStep, ToolStep
from .plan import (
    CallStep,
    ChooseStep,
    CountStep,
    DeviceStep,
    ForEachStep,
    IfStep,
    ParallelStep,
    SceneStep,
    SequenceStep,
    Step,
    Steps,
    TryStep,
    UntilStep,
    WhileStep,
)


def _effort(step: Any) -> tuple[Steps, ...]:
    return (step.remedy, step.fallback)


def _loop(step: Any) -> tuple[Steps, ...]:
    return (step.steps,)


_HELD: Final[Mapping[type[Step], Callable[[Any], tuple[Steps | None, ...]]]] = {
    CallStep: _effort,
    SceneStep: _effort,
    ToolStep: _effort,
    NamedStep: _loop,
    GraphStep: lambda step: tuple(one.steps for one in step.nodes),
    DeviceStep: _effort,
    SequenceStep: _loop,
    CountStep: _loop,
    ForEachStep: _loop,
    WhileStep: _loop,
    UntilStep: _loop,
    IfStep: lambda step: (step.then, step.otherwise),
    ChooseStep: lambda step: (*(one.steps for one in step.choices), step.default),
    ParallelStep: lambda step: tuple(one.steps for one in step.branches),
    TryStep: lambda step: (step.body, step.catch, step.final),
}


def inner_steps(step: Step) -> list[Steps]:
    """Return the sequences that may run inside a step, without empty ones."""
    held = _HELD.get(type(step))
    return [steps for steps in held(step) if steps] if held is not None else []


def _always(_: Step) -> bool:
    return True


def all_steps(steps: Steps, into: Callable[[Step], bool] = _always) -> Iterator[Step]:
    """Yield every step on all levels, in the order of the source.

    What lies in a step for which ``into`` is false is left out.
    """
    for step in steps:
        yield step
        if into(step):
            for inner in inner_steps(step):
                yield from all_steps(inner, into)
