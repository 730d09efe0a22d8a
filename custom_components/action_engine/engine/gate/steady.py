"""A clock that never goes back, made of one that may.

The clock of a computer is set: after a start without network, by hand, by a leap. When it
goes back, time stands still here for that one look, and goes on at the pace of the
clock: what was measured before grows older, only later. So a step back never makes a
window shorter, and one that was wrong by a year does not block anything for a year.

A step forward cannot be told from time that has passed. It lets what was counted expire
early: once for each step, as much as the window allows.
"""

from math import inf


class SteadyClock:
    """Reads seconds since the epoch; runs ahead of them after a step back."""

    def __init__(self) -> None:
        """Begin before all time."""
        self._ahead = 0.0
        self._latest = -inf

    def read(self, now: float) -> float:
        """Return the time, given what the clock of the computer says."""
        steady = now + self._ahead
        if steady < self._latest:
            self._ahead += self._latest - steady
            steady = self._latest
        self._latest = steady
        return steady

    def resume(self, moment: float) -> None:
        """Remember a time that was read in an earlier life: it is past."""
        self._latest = max(self._latest, moment)
