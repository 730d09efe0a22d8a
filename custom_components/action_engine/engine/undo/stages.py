"""Which steps of an undo run together, and which one after the other."""

from typing import Any

from ..model.undo import RawAction
from .lineup import Unit


class Stages:
    """Steps in the order in which they were added.

    Entities of one call are set back together, and so are calls that were made at the
    same time. What was done one after the other may depend on it, so it is undone one
    after the other. What an author wrote always runs alone.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._stages: list[list[RawAction]] = []
        self._last: Unit | None = None
        self._latest_began = 0.0

    def add(self, step: RawAction, unit: Unit) -> None:
        """Add a step of a unit that ended no later than those before it."""
        if self._runs_beside(unit):
            self._stages[-1].append(step)
            self._latest_began = max(self._latest_began, unit.began)
        else:
            self._stages.append([step])
            self._latest_began = unit.began
        self._last = unit

    def actions(self) -> tuple[RawAction, ...]:
        """Return the steps as raw actions."""
        return tuple(map(_together, self._stages))

    def _runs_beside(self, unit: Unit) -> bool:
        last = self._last
        if last is None or unit.rollback is not None or last.rollback is not None:
            return False
        return unit is last or unit.head.ended > self._latest_began


def _together(steps: list[RawAction]) -> dict[str, Any]:
    if len(steps) == 1:
        return steps[0]
    arms = [{"sequence": [step]} for step in steps]
    return {"parallel": arms, "alias": f"Set {len(arms)} back together"}
