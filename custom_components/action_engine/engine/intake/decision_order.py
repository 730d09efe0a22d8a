"""What the calls of a decision plan need, and in which groups they can run."""

from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.decision import DecisionPlan, Strategy, ToolCall
from ..model.reference import read_references, references_in
from .wording import in_words

_NOTHING: Final = frozenset({"", "none", "null"})


def levels(plan: DecisionPlan) -> list[list[ToolCall]]:
    """Return the calls in groups, each of which needs only those before it."""
    sorter = TopologicalSorter({one.id: one.needs for one in plan.calls})
    sorter.prepare()
    by_id = {one.id: one for one in plan.calls}
    groups: list[list[ToolCall]] = []
    while ready := sorter.get_ready():
        order = sorted(ready, key=list(by_id).index)
        groups.append([by_id[one] for one in order])
        sorter.done(*ready)
    return groups


def with_needs(
    calls: list[ToolCall], raw: list[Any], known: frozenset[str]
) -> list[ToolCall]:
    """Return the calls with what each needs, as it says and as its parameters show."""
    found = []
    for index, one in enumerate(calls):
        place = f"tool_calls/{index}"
        said = _said(raw[index].get("dependency"), calls, f"{place}/dependency")
        taken = _taken(one, calls, known, f"{place}/parameters")
        needs = tuple(dict.fromkeys((*said, *taken)))
        if one.id in needs:
            raise InvalidActionError(place, "a call that needs itself", "another one")
        found.append(replace(one, needs=needs))
    return found


def _said(value: Any, calls: list[ToolCall], place: str) -> list[str]:
    """Return what a call says that it depends on."""
    items = value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in items:
        if item is None or str(item).strip().lower() in _NOTHING:
            continue
        word = str(item).strip().removeprefix("step ").removeprefix("step_")
        meant = [
            one.id
            for one in calls
            if word in (one.id, str(one.step)) or str(item).strip() == one.variable
        ]
        if not meant:
            names = ", ".join(f"{one.step} ({one.variable})" for one in calls)
            raise InvalidActionError(place, in_words(item), f"one of {names}")
        found += meant
    return found


def _taken(
    call: ToolCall, calls: list[ToolCall], known: frozenset[str], place: str
) -> list[str]:
    """Return the calls whose results a call takes."""
    try:
        references = list(references_in(read_references(call.parameters)))
    except ValueError as error:
        raise InvalidActionError(place, "a broken reference", str(error)) from error
    by_variable = {one.variable: one.id for one in calls}
    found: list[str] = []
    for one in references:
        if one.name in by_variable:
            found.append(by_variable[one.name])
        elif one.name not in known and not one.optional:
            names = ", ".join((*by_variable, *sorted(known)))
            raise InvalidActionError(place, str(one), f"one of {names}")
    return found


def chained(calls: list[ToolCall]) -> list[ToolCall]:
    """Let each call wait for the one before it, in the order of their steps."""
    order = sorted(calls, key=lambda one: one.step)
    found = order[:1]
    for before, one in pairwise(order):
        needs = tuple(dict.fromkeys((*one.needs, before.id)))
        found.append(replace(one, needs=needs))
    return found


def refuse_circles(calls: list[ToolCall]) -> None:
    """Raise for calls that wait for each other."""
    try:
        TopologicalSorter({one.id: one.needs for one in calls}).prepare()
    except CycleError as error:
        circle = " → ".join(error.args[1])
        expected = "calls that do not wait for each other"
        raise InvalidActionError("tool_calls", circle, expected) from None


def fitting(strategy: Strategy, calls: list[ToolCall]) -> Strategy:
    """Return the strategy that the calls come to; raise if it is not the wanted one."""
    if strategy is Strategy.AUTO:
        return _shape(calls)
    needy = next((one for one in calls if one.needs), None)
    if strategy is Strategy.SINGLE and len(calls) > 1:
        raise InvalidActionError("tool_calls", f"{len(calls)} calls", "a single one")
    if strategy is Strategy.PARALLEL and needy is not None:
        came = f"{needy.id}, which needs {', '.join(needy.needs)}"
        raise InvalidActionError("tool_calls", came, "calls that need nothing")
    return strategy


def _shape(calls: list[ToolCall]) -> Strategy:
    if len(calls) == 1:
        return Strategy.SINGLE
    if not any(one.needs for one in calls):
        return Strategy.PARALLEL
    needed = [need for one in calls for need in one.needs]
    first = sum(not one.needs for one in calls)
    is_chain = first == 1 and len(needed) == len(set(needed)) == len(calls) - 1
    return Strategy.SEQUENTIAL if is_chain else Strategy.HYBRID
