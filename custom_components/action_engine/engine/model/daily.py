"""What became of the executions of one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from .state import ExecutionState

_GOOD: Final = (ExecutionState.SUCCESS,)
_BAD: Final = (ExecutionState.FAILED, ExecutionState.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the home, by its own clock."""

    day: date
    states: Mapping[str, int]
    """Executions that were accepted on it, by their state now."""

    seconds: float | None = None
    """How long those took on average that succeeded; None if none did."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        success = self._count(_GOOD)
        failed = self._count(_BAD)
        return {
            "date": self.day.isoformat(),
            "success": success,
            "failed": failed,
            "other": sum(self.states.values()) - success - failed,
            "seconds": self.seconds,
        }

    def _count(self, states: tuple[ExecutionState, ...]) -> int:
        return sum(self.states.get(one.value, 0) for one in states)
