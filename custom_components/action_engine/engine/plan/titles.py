"""What a step is called where there is room for a few words.

A title has names of actions, entities, events and variables, and plain numbers. What was
given to them as data is not in it: that is shown where it is redacted.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..model.own_steps import GraphStep, NamedStep
from ..model.plan import (
    ChooseStep,
    ConditionStep,
    CountStep,
    DelayStep,
    DeviceStep,
    EventStep,
    ForEachStep,
    IfStep,
    ParallelStep,
    Step,
    UntilStep,
    VariablesStep,
    WaitTriggerStep,
    WhileStep,
)

_LONGEST: Final = 80


def title_of(step: Step) -> str:
    """Return the title of a step; the action where there is nothing better."""
    title = _TITLES.get(type(step))
    text = step.action if title is None else title(step)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _checks(step: Any) -> str:
    return ", ".join(step.checks.titles)


def _delay(step: DelayStep) -> str:
    return "" if step.seconds is None else f"{step.seconds:g} s"


def _device(step: DeviceStep) -> str:
    config = step.config
    return f"{config.get('domain', '')}.{config.get('type', 'device')}"


def _triggers(step: WaitTriggerStep) -> str:
    kinds = (one.get("trigger") or one.get("platform") for one in step.triggers)
    return ", ".join(str(one) for one in kinds if one)


def _variables(step: VariablesStep) -> str:
    return ", ".join(map(str, step.variables.variables))


def _count(step: CountStep) -> str:
    return (
        f"{step.count}\N{MULTIPLICATION SIGN}"
        if isinstance(step.count, int)
        else "count"
    )


def _for_each(step: ForEachStep) -> str:
    known = isinstance(step.items, list)
    return f"for_each {len(step.items)}" if known else "for_each"


_TITLES: Final[Mapping[type[Step], Callable[[Any], str]]] = {
    DelayStep: _delay,
    DeviceStep: _device,
    WaitTriggerStep: _triggers,
    EventStep: lambda step: str(step.event),
    VariablesStep: _variables,
    ConditionStep: lambda step: ", ".join(step.check.titles),
    IfStep: _checks,
    WhileStep: lambda step: f"while {_checks(step)}".strip(),
    UntilStep: lambda step: f"until {_checks(step)}".strip(),
    CountStep: _count,
    ForEachStep: _for_each,
    ChooseStep: lambda step: str(len(step.choices)),
    ParallelStep: lambda step: str(len(step.branches)),
    GraphStep: lambda step: str(len(step.nodes)),
    NamedStep: lambda step: str(step.name),
}
