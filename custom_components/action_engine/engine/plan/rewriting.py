"""Raw actions with some steps replaced by others, at any depth.

What a service is given as data is left alone: an ``action`` in there is no step.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from ..errors import InvalidActionError
from .hollow import HOLLOWS
from .schema import action_type

type Change = Callable[[Mapping[str, Any], str], Awaitable[Mapping[str, Any]]]
"""Returns what stands for a step; gets its place, too."""

_OWN: Final = ("remedy", "fallback", "rollback")


async def rewritten(actions: Any, change: Change, place: str = "") -> Any:
    """Return a list of actions, or a single one, with every step changed.

    Steps come before those that they hold. What is no action comes back as it is:
    whoever compiles it finds better words.
    """
    if not isinstance(actions, list):
        actions = [] if actions is None else [actions]
    return [
        await _step(action, change, f"{place}/{index}" if place else str(index))
        for index, action in enumerate(actions)
    ]


async def _step(raw: Any, change: Change, place: str) -> Any:
    try:
        action_type(raw, place)
    except InvalidActionError:
        return raw
    step = dict(await change(raw, place))
    kind = action_type(step, place)
    slots = HOLLOWS[kind](dict(step)) if kind in HOLLOWS else {}
    slots |= {key: step[key] for key in _OWN if step.get(key) is not None}
    for slot, actions in slots.items():
        inside = await rewritten(actions, change, f"{place}/{slot}")
        step = _put(step, slot.split("/"), inside)
    return step


def _put(holder: Any, slot: list[str], actions: list[Any]) -> Any:
    """Return a copy in which the sequence of a slot is another one."""
    first, *rest = slot
    if isinstance(holder, Mapping) and not first.isdecimal():
        if not rest:
            return {**holder, first: actions}
        return {**holder, first: _put(holder[first], rest, actions)}
    items = list(holder) if isinstance(holder, list) else [holder]
    at = int(first)
    if not rest:
        # A node of a graph: one step, with what it waits for.
        needs = {k: v for k, v in items[at].items() if k == "depends_on"}
        items[at] = {**actions[0], **needs}
    elif rest == ["sequence"] and "sequence" not in items[at]:
        items[at] = {"sequence": actions}
    else:
        items[at] = _put(items[at], rest, actions)
    return items
