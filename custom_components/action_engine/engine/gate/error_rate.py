"""How many of the last calls failed, of whatever kind they were."""

from collections import deque
from collections.abc import Iterable
from typing import Final

WITHIN: Final = 300.0
ENOUGH: Final = 20
"""With fewer outcomes nothing is said about a rate."""

TOO_MANY: Final = 0.5
"""The share of failures beyond which everything is left alone for a while."""

MOST: Final = 200
"""Outcomes that are remembered; if more happens, they are those of less time."""


class ErrorRate:
    """The outcomes of the last minutes."""

    def __init__(self, outcomes: Iterable[tuple[float, bool]] = ()) -> None:
        """Begin with these outcomes: when, and whether it failed."""
        self._outcomes = deque(outcomes, MOST)
        self._failed = sum(failed for _, failed in self._outcomes)

    def add(self, now: float, *, failed: bool) -> None:
        """Count an outcome."""
        if len(self._outcomes) == MOST:
            self._forget_first()
        self._outcomes.append((now, failed))
        self._failed += failed
        while self._outcomes[0][0] <= now - WITHIN:
            self._forget_first()

    @property
    def too_high(self) -> bool:
        """Most of them failed, and there were enough to say so."""
        number = len(self._outcomes)
        return number >= ENOUGH and self._failed > number * TOO_MANY

    def clear(self) -> None:
        """Begin anew."""
        self._outcomes.clear()
        self._failed = 0

    def as_list(self) -> list[tuple[float, bool]]:
        """Return the outcomes in their order."""
        return list(self._outcomes)

    def _forget_first(self) -> None:
        self._failed -= self._outcomes.popleft()[1]
