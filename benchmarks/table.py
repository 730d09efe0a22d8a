"""What was measured, and the table that it is printed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_WHAT: Final = 58
_VALUE: Final = 12
_GOAL: Final = 12
RULE: Final = "─" * (_WHAT + _VALUE + _GOAL + 6)
RATIO: Final = "by native"
"""The unit of a ratio; it is what the column says, and not printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line: a median over rounds, and what it should be."""

    what: str
    value: float
    unit: str = RATIO
    goal: float | None = None
    """None: told for comparison only."""

    at_least: bool = False
    """The goal is a floor; else it is a ceiling."""

    @property
    def met(self) -> bool | None:
        """Whether the goal is met, None if there is none."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def heading() -> str:
    """Return the names of the columns."""
    return f"\n{_row('', 'ours/native', 'goal', 'met?')}\n{RULE}"


def section(title: str, figures: Iterable[Figure]) -> str:
    """Return the lines of one group."""
    return "\n".join([title, *map(_line, figures), RULE])


def _line(figure: Figure) -> str:
    goal = ""
    if figure.goal is not None:
        sign = "≥" if figure.at_least else "≤"
        goal = f"{sign} {_amount(figure.goal, figure.unit)}"
    verdict = {True: "yes", False: "NO", None: ""}[figure.met]
    return _row(f"  {figure.what}", _amount(figure.value, figure.unit), goal, verdict)


def _row(what: str, value: str, goal: str, verdict: str) -> str:
    return f"{what:<{_WHAT}}{value:>{_VALUE}}{goal:>{_GOAL}}  {verdict}".rstrip()


def _amount(value: float, unit: str) -> str:
    if unit != RATIO:
        return f"{value:.1f} {unit}" if value % 1 else f"{value:.0f} {unit}"
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"
