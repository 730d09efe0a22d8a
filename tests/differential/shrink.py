"""Makes a failing sequence as small as it can be while it still fails."""

from collections.abc import Awaitable, Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from .case import Case

type Fails = Callable[[Case], Awaitable[bool]]

_INNER = ("sequence", "then", "else", "default", "parallel", "choose")


async def async_shrink(case: Case, fails: Fails, *, tries: int = 400) -> Case:
    """Return a smaller case that fails as well; ``tries`` bounds how many are run."""
    smaller: Case | None = case
    while smaller is not None and tries > 0:
        case, smaller = smaller, None
        for candidate in _candidates(case):
            tries -= 1
            if await fails(candidate):
                smaller = candidate
                break
    return case


def _candidates(case: Case) -> Iterator[Case]:
    for index in range(len(case.happens)):
        rest = case.happens[:index] + case.happens[index + 1 :]
        yield replace(case, happens=rest)
    if case.cancel_at is not None:
        yield replace(case, cancel_at=None)
    if case.variables:
        yield replace(case, variables={})
    for position in range(len(list(_places(case.actions)))):
        yield from _without(case, position)


def _without(case: Case, position: int) -> Iterator[Case]:
    """Drop one step, put its inner steps in its place, or drop one of its keys."""
    for change in (_drop, _unwrap, _strip):
        actions = deepcopy(case.actions)
        siblings, index = list(_places(actions))[position]
        if change(siblings, index):
            yield replace(case, actions=actions)


def _drop(siblings: list[Any], index: int) -> bool:
    del siblings[index]
    return True


def _unwrap(siblings: list[Any], index: int) -> bool:
    step = siblings[index]
    inner = [lists for lists in _lists(step) if lists and "conditions" not in lists[0]]
    if not inner:
        return False
    siblings[index : index + 1] = inner[0]
    return True


def _strip(siblings: list[Any], index: int) -> bool:
    step = siblings[index]
    extra = {"enabled", "continue_on_error"} & set(step)
    for key in extra:
        del step[key]
    return bool(extra)


def _places(steps: list[Any]) -> Iterator[tuple[list[Any], int]]:
    """Yield every list of steps with every index in it, outer ones first."""
    for index, step in enumerate(steps):
        yield steps, index
        for inner in _lists(step):
            yield from _places(inner)


def _lists(step: Any) -> Iterator[list[Any]]:
    if not isinstance(step, dict):
        return
    loop = step.get("repeat", {})
    for holder in (step, loop):
        for key in _INNER:
            if isinstance(inner := holder.get(key), list):
                yield inner
