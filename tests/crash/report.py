"""What came of the lives of a home, and the table that it is printed in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from .judging import PROMISES, Violation

_WIDE: Final = 62
_NARROW: Final = 14
_RULE: Final = "─" * (_WIDE + 3 * _NARROW)
_SHOWN: Final = 40
"""Violations that are printed in full."""


@dataclass(slots=True, kw_only=True)
class Report:
    """Counts; times in seconds."""

    kills: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    """Kills at the very point that was asked for, the others came a while later."""

    hit: Counter[str] = field(default_factory=Counter)
    """Executions that were open at the kills of each point."""

    totals: Counter[str] = field(default_factory=Counter)
    """What there was, in words."""

    notes: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    starts: list[float] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)
    """From each start until something had become of all that was open."""

    settled: list[float] = field(default_factory=list)
    """From each start that was not cut short until all of it had ended."""

    violations: list[Violation] = field(default_factory=list)

    def add(self, other: Report) -> None:
        """Count what came of another home as well."""
        for mine, others in (
            (self.kills, other.kills),
            (self.reached, other.reached),
            (self.hit, other.hit),
            (self.totals, other.totals),
            (self.notes, other.notes),
            (self.ends, other.ends),
        ):
            mine.update(others)
        self.starts += other.starts
        self.recoveries += other.recoveries
        self.settled += other.settled
        self.violations += other.violations


def table(report: Report) -> str:
    """Return everything that was counted."""
    return "\n".join([*_points(report), *_promises(report), *_counts(report)])


def evidence(violations: Iterable[Violation]) -> Iterator[str]:
    """Return a line for each violation, the first ones."""
    for number, one in enumerate(violations):
        if number == _SHOWN:
            yield "…"
            return
        yield f"{one.promise}: {one.evidence}"


def _points(report: Report) -> Iterator[str]:
    yield _row("Killed with SIGKILL", "kills", "at the point", "open then")
    yield _RULE
    for point, kills in sorted(report.kills.items()):
        words = point.replace("_", " ")
        yield _row(f"  {words}", kills, report.reached[point], report.hit[point])
    yield _row(
        "  in all", report.kills.total(), report.reached.total(), report.hit.total()
    )
    yield _RULE


def _promises(report: Report) -> Iterator[str]:
    broken = Counter(one.promise for one in report.violations)
    yield _row("Must not happen", "happened")
    yield _RULE
    for promise in PROMISES:
        yield _row(f"  {promise}", broken[promise])
    yield _RULE


def _counts(report: Report) -> Iterator[str]:
    yield _row("What there was", "number")
    yield _RULE
    ends = {f"ended as {state}": number for state, number in report.ends.items()}
    for counts in (report.totals, ends, report.notes):
        for what, number in sorted(counts.items()):
            yield _row(f"  {what}", number)
    for what, times in (
        ("start until running", report.starts),
        ("running until all open ones are dealt with", report.recoveries),
        ("running until all open ones have ended", report.settled),
    ):
        if times:
            spread = f"{median(times):.2f} s", f"≤ {max(times):.2f} s"
            yield _row(f"  {what}, median and most", *spread)
    yield _RULE


def _row(what: str, *values: object) -> str:
    return f"{what:<{_WIDE}}" + "".join(f"{value!s:>{_NARROW}}" for value in values)
