"""Which actions have run under which policy: the first time a person may be asked."""

from collections.abc import Iterable, Mapping
from typing import Any

from .stored_times import StrangeStateError


class FirstUses:
    """Actions that have succeeded at least once, by id of the policy."""

    def __init__(self) -> None:
        """Begin with none."""
        self._used: dict[str, set[str]] = {}

    def unused(self, policy: str, actions: Iterable[str]) -> tuple[str, ...]:
        """Return those of the actions that have never run under the policy."""
        used = self._used.get(policy, set())
        return tuple(sorted({action.lower() for action in actions} - used))

    def succeeded(self, policy: str, actions: Iterable[str]) -> bool:
        """Remember that they ran; True if that is news, which is to be kept."""
        used = self._used.setdefault(policy, set())
        before = len(used)
        used.update(action.lower() for action in actions)
        return len(used) > before

    def forget(self, policy: str) -> None:
        """Ask anew about everything."""
        self._used.pop(policy, None)

    def known(self) -> tuple[str, ...]:
        """Return the policies of which something is known."""
        return tuple(self._used)

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a policy as plain data, None if nothing is."""
        used = self._used.get(key)
        return {"actions": sorted(used)} if used else None

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``StrangeStateError`` if it is not that."""
        actions = state.get("actions")
        if not isinstance(actions, list | tuple):
            raise StrangeStateError("there are no actions")
        self._used[key] = set(map(str, actions))
