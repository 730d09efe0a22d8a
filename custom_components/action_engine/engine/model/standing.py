"""How a policy stands, in figures for people."""

from dataclasses import dataclass
from typing import Final

from .policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Calls that a policy lets through yet; None where it sets no limit."""

    hour_left: int | None = None
    day_left: int | None = None
    budget_left: int | None = None
    """Units, not calls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What became of that which was asked for under a policy."""

    failure_rate: float | None = None
    """Percent of what ended lately, None while nothing has."""

    ended: int = 0
    """How many that rate is taken from."""

    rollbacks: int = 0
    denied: int = 0
    held: int = 0
    flooded: int = 0
    """Requests beyond what is even written down."""


NO_FIGURES: Final = Figures()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Under which policy somebody asks, and how that is at this moment."""

    policy: Policy
    mode: str | None = None
    """The mode of the home; None if the policy knows of none, or nobody can tell."""

    conditions_met: bool = True
