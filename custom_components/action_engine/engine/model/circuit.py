"""The breaker of one kind of action: what has failed too often is left alone a while."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class CircuitState(StrEnum):
    """Whether calls go through."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"
    """One call is let through, to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitSettings:
    """When a circuit opens, and for how long."""

    threshold: int = 5
    """Failures in a row."""

    cooldown: float = 120.0
    """Seconds until a probe is let through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circuit:
    """One breaker at one moment; times are seconds since the epoch."""

    key: str
    """``action:light.turn_on``, ``integration:hue`` or ``all``."""

    state: CircuitState = CircuitState.CLOSED
    failures: int = 0
    """In a row."""

    opened: float | None = None
    probing: bool = False
    """A probe is under way; nobody else goes through meanwhile."""

    error: str | None = None
    """The last failure, as people read it."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "key": self.key,
            "state": self.state.value,
            "failures": self.failures,
            "opened": self.opened,
            "probing": self.probing,
            "error": self.error,
        }
