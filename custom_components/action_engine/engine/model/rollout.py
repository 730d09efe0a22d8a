"""How a policy is opened up step by step, on days that were set beforehand."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

WHOLE: Final = 100
"""The percentage at which everything runs that may."""

EVERYTHING: Final = ("*",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What runs by itself in one stretch of time; a person is asked about the rest."""

    day: int
    """So many days after the start it begins."""

    percentage: int
    """At most so much of it; the canary percentage of the policy counts as well."""

    actions: tuple[str, ...] = EVERYTHING
    """Patterns of actions."""

    @property
    def is_whole(self) -> bool:
        """Tell whether it holds nothing back."""
        return self.percentage >= WHOLE and self.actions == EVERYTHING


BEFORE: Final = Stage(day=0, percentage=0, actions=())
"""Before the first stage nothing runs by itself."""

OPEN: Final = Stage(day=0, percentage=WHOLE)
"""For policies that are not opened step by step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollout:
    """The stages, each of which lasts until the next one begins.

    Raises ``ValueError`` if there are none, or if two of them do not follow each other.
    """

    start: date
    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        """Look whether it can be gone through."""
        if not self.stages:
            raise ValueError("there are no stages")
        if any(after.day <= one.day for one, after in pairwise(self.stages)):
            raise ValueError("a stage does not begin after the one before it")
        if self.stages[-1].day > (date.max - self.start).days:
            raise ValueError("a stage begins after the end of all calendars")

    def number(self, today: date) -> int:
        """Return which stage it is, the first being 1; 0 before that."""
        gone = (today - self.start).days
        return sum(stage.day <= gone for stage in self.stages)

    def stage(self, today: date) -> Stage:
        """Return what runs by itself today."""
        number = self.number(today)
        return self.stages[number - 1] if number else BEFORE

    def begins(self, number: int) -> date | None:
        """Return the day on which a stage begins, None if there is no such stage."""
        if not 0 < number <= len(self.stages):
            return None
        return self.start + timedelta(days=self.stages[number - 1].day)
