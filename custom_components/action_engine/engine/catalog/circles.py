"""Named actions that would lead to themselves."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..model.named_action import NamedAction

_CALLS: Final = ("action", "service", "tool", "catalog")


def in_circles(actions: Mapping[str, NamedAction]) -> dict[str, str]:
    """Return the actions that could never be written out, each with what leads back."""
    leads = {
        name: {one for one in _names(list(action.sequence)) if one in actions}
        for name, action in actions.items()
    }
    return {
        name: back for name in leads if (back := _way_back(name, leads)) is not None
    }


def _way_back(name: str, leads: Mapping[str, set[str]]) -> str | None:
    """Return the last action before the name comes up again, None if it does not."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if name in leads[here]:
            return here
        waiting += sorted(leads[here] - seen)
        seen |= leads[here]
    return None


def _names(raw: Any) -> Iterator[str]:
    if isinstance(raw, list):
        for one in raw:
            yield from _names(one)
    elif isinstance(raw, Mapping):
        for key, value in raw.items():
            if key in _CALLS and isinstance(value, str):
                yield value.lower()
            elif key != "data":
                yield from _names(value)
