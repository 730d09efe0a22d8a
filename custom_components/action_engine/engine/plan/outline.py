"""A plan as a tree for people: what stands in what, and what waits for what.

The *path* of a node is the place of its step. The paths of an account are the same with
the number of each turn of a loop (``1/repeat/3/sequence/0``) and of each remedy.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..model.own_steps import GraphStep, NamedStep, Node, ToolStep
from ..model.plan import (
    CallStep,
    ChooseStep,
    ConditionStep,
    ConversationStep,
    CountStep,
    DelayStep,
    DeviceStep,
    EffortStep,
    EventStep,
    ForEachStep,
    IfStep,
    NativeStep,
    ParallelStep,
    Plan,
    SceneStep,
    SequenceStep,
    Step,
    Steps,
    StopStep,
    TryStep,
    UntilStep,
    VariablesStep,
    WaitTemplateStep,
    WaitTriggerStep,
    WhileStep,
)
from .titles import title_of

MOST: Final = 500
"""Nodes of one outline; as many steps are kept of one run."""

type _Branch = tuple[str, str, Steps]
"""Its label, where it stands in its step, and what is in it."""


def picture(plan: Plan, most: int = MOST) -> dict[str, Any]:
    """Return the outline of a plan, and whether steps had to be left out."""
    return {
        "steps": outline(plan, most),
        "truncated": plan.size > most,
        "size": plan.size,
    }


def outline(plan: Plan, most: int = MOST) -> list[dict[str, Any]]:
    """Return the first steps of a plan in the order of the source, each in its block."""
    return _Drawer(most).nodes(plan.steps)


class _Drawer:
    """Draws until there are enough."""

    def __init__(self, most: int) -> None:
        self._left = most

    def nodes(self, steps: Steps) -> list[dict[str, Any]]:
        drawn = []
        for step in steps:
            if not self._left:
                break
            self._left -= 1
            drawn.append(self._node(step))
        return drawn

    def _node(self, step: Step) -> dict[str, Any]:
        node: dict[str, Any] = {
            "path": step.place,
            "kind": KINDS[type(step)],
            "title": title_of(step),
            "alias": step.alias,
            "id": step.keys.id,
            "depends_on": [],
            "branches": [],
        }
        if step.enabled is False:
            node["enabled"] = False
        if isinstance(step, CallStep) and step.fixed is not None:
            node["targets"] = list(step.fixed.entity_ids or ())
        if isinstance(step, GraphStep):
            node["branches"] = list(self._graph(step))
        else:
            node["branches"] = [
                {
                    "label": label,
                    "path": f"{step.place}/{slot}",
                    "steps": self.nodes(steps),
                }
                for label, slot, steps in branches_of(step)
            ]
        return node

    def _graph(self, step: GraphStep) -> Iterator[dict[str, Any]]:
        for index, one in enumerate(step.nodes):
            if not (drawn := self.nodes(one.steps)):
                return
            drawn[0] |= {"id": one.id, "depends_on": _names(step.nodes, one)}
            yield {
                "label": one.id,
                "path": f"{step.place}/graph/{index}",
                "steps": drawn,
            }


def _names(nodes: Sequence[Node], node: Node) -> list[str]:
    return [nodes[index].id for index in node.needs]


def branches_of(step: Step) -> list[_Branch]:
    """Return the sequences of a step as its author wrote them, but those of a graph."""
    held = _BRANCHES.get(type(step))
    return [] if held is None else list(held(step))


def _effort(step: EffortStep) -> Iterator[_Branch]:
    if step.remedy:
        yield "remedy", "remedy", step.remedy
    if step.fallback:
        yield "fallback", "fallback", step.fallback


def _loop(step: Any) -> Iterator[_Branch]:
    yield "do", "repeat/sequence", step.steps


def _sequence(step: SequenceStep) -> Iterator[_Branch]:
    yield "do", "sequence", step.steps


def _if(step: IfStep) -> Iterator[_Branch]:
    yield "then", "then", step.then
    if step.otherwise is not None:
        yield "else", "else", step.otherwise


def _choose(step: ChooseStep) -> Iterator[_Branch]:
    for index, choice in enumerate(step.choices):
        title = choice.alias or ", ".join(choice.checks.titles)
        yield title or "option", f"choose/{index}/sequence", choice.steps
    if step.default is not None:
        yield "default", "default", step.default


def _parallel(step: ParallelStep) -> Iterator[_Branch]:
    for index, branch in enumerate(step.branches):
        yield branch.alias or "arm", f"parallel/{index}/sequence", branch.steps


def _try(step: TryStep) -> Iterator[_Branch]:
    yield "try", "try", step.body
    if step.catch is not None:
        yield "catch", "catch", step.catch
    if step.final:
        yield "finally", "finally", step.final


_BRANCHES: Final[Mapping[type[Step], Callable[[Any], Iterator[_Branch]]]] = {
    CallStep: _effort,
    SceneStep: _effort,
    ToolStep: _effort,
    DeviceStep: _effort,
    SequenceStep: _sequence,
    NamedStep: _sequence,
    IfStep: _if,
    ChooseStep: _choose,
    ParallelStep: _parallel,
    TryStep: _try,
    CountStep: _loop,
    ForEachStep: _loop,
    WhileStep: _loop,
    UntilStep: _loop,
}

KINDS: Final[Mapping[type[Step], str]] = {
    CallStep: "call",
    SceneStep: "scene",
    DeviceStep: "device",
    DelayStep: "delay",
    WaitTemplateStep: "wait",
    WaitTriggerStep: "wait",
    EventStep: "event",
    VariablesStep: "variables",
    StopStep: "stop",
    ConversationStep: "answer",
    ConditionStep: "condition",
    SequenceStep: "sequence",
    IfStep: "if",
    ChooseStep: "choose",
    ParallelStep: "parallel",
    CountStep: "repeat",
    ForEachStep: "repeat",
    WhileStep: "repeat",
    UntilStep: "repeat",
    TryStep: "try",
    ToolStep: "tool",
    GraphStep: "graph",
    NamedStep: "catalog",
    NativeStep: "native",
}
"""What kind of node each kind of step is."""
