"""Which of the named actions a caller may ask for at all, whatever they are given."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.named_action import NamedAction
from ..model.policy import Policy
from .patterns import matches_any


def may_ask_for(policy: Policy, action: NamedAction) -> bool:
    """Tell whether a policy would never deny an action because of its name.

    Whoever lists it by its name wants it to do its work; else all that it calls has to
    be allowed. What is denied counts in any case. The other rules are for the gate.
    """
    if not policy.enabled:
        return False
    calls = set(_calls(list(action.sequence)))
    if any(matches_any(policy.denied_actions, one) for one in {action.name} | calls):
        return False
    allowed = policy.allowed_actions
    if matches_any(allowed, action.name):
        return True
    return bool(calls) and all(matches_any(allowed, one) for one in calls)


def _calls(raw: Any) -> Iterator[str]:
    """Yield the names of what is called anywhere in raw steps, the way back excepted."""
    if isinstance(raw, (list, tuple)):
        for one in raw:
            yield from _calls(one)
    elif isinstance(raw, Mapping):
        for key, value in raw.items():
            if key in ("action", "service", "tool") and isinstance(value, str):
                yield value.lower()
            elif key not in ("data", "rollback"):
                yield from _calls(value)
