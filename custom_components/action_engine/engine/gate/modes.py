"""Modes that the engine keeps itself, each for one policy without a mode entity."""

from collections.abc import Mapping
from typing import Any, Final

from ..model.policy import Policy

_MODE: Final = "mode"


class Modes:
    """In which mode each policy is.

    What cannot be read is no mode: it allows nothing until somebody chooses one.
    """

    def __init__(self) -> None:
        """Begin with every policy in the first of its modes."""
        self._modes: dict[str, str | None] = {}
        self._chosen: set[str] = set()
        """Policies whose mode was chosen in this life."""

    def current(self, policy: Policy) -> str | None:
        """Return the mode of a policy with modes of its own, None if nobody knows it."""
        if policy.id not in self._modes:
            return next(iter(policy.modes), None)
        mode = self._modes[policy.id]
        return mode if mode in policy.modes else None

    def choose(self, policy_id: str, mode: str) -> None:
        """Be in a mode from now on."""
        self._modes[policy_id] = mode
        self._chosen.add(policy_id)

    def doubt(self, policy_id: str) -> None:
        """Know the mode of a policy no more, unless it was chosen since."""
        if policy_id not in self._chosen:
            self._modes[policy_id] = None

    def known(self) -> tuple[str, ...]:
        """Return the policies of which something is known."""
        return tuple(self._modes)

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a policy as plain data, None if nothing is."""
        return {_MODE: self._modes[key]} if key in self._modes else None

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; raises if it is not that, and is in doubt then."""
        if key in self._chosen:
            return
        self.doubt(key)
        mode = state[_MODE]
        if not isinstance(mode, str | None):
            raise TypeError("that is no mode")
        self._modes[key] = mode
