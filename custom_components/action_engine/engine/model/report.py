"""What a report is about, and the figures that it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from .state import ExecutionState
from .stored import Sight, StoredExecution

MOST_FAILURES: Final = 20
MOST_ACTIONS: Final = 10
MOST_DENIALS: Final = 200
"""Denied executions, the newest, whose reasons are counted."""


class ReportKind(StrEnum):
    """What somebody wants to know."""

    SUMMARY = "summary"
    """Of everything something."""

    FAILURES = "failures"
    AGENTS = "agents"
    """Each policy with what came of that which was asked for under it."""

    APPROVALS = "approvals"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWish:
    """One report: all executions that were accepted from ``since`` to before ``until``."""

    kind: ReportKind = ReportKind.SUMMARY
    since: datetime
    until: datetime
    sight: Sight | None = None
    """Of whoever reads it; None: he sees everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations:
    """How long executions took that began and ended, in seconds."""

    number: int
    mean: float
    median: float
    p95: float
    longest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCount:
    """In how many executions an action was called, and how many of them failed."""

    action: str
    executions: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the journal knows of a period."""

    states: Mapping[str, int]
    """Executions by their state now."""

    policies: Mapping[str, Mapping[str, int]]
    """The same by policy; an empty text for those of no policy."""

    durations: Durations | None
    actions: tuple[ActionCount, ...]
    """The most frequent ones first."""

    failures: tuple[StoredExecution, ...]
    """The newest executions that failed or are unknown; there may be more."""

    denials: Mapping[str, int]
    """The newest denied ones by the rule that decided."""

    approvals: Mapping[str, int]
    """Questions that were asked in the period, by their answer."""

    undos: int
    """Executions that undid others."""

    @property
    def total(self) -> int:
        """Return how many executions there were."""
        return sum(self.states.values())

    @property
    def success_rate(self) -> float | None:
        """Return the per cent of success among what ended in success or failure."""
        good = self.states.get(ExecutionState.SUCCESS, 0)
        bad = self.states.get(ExecutionState.FAILED, 0)
        return None if good + bad == 0 else round(100 * good / (good + bad), 1)

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as plain data, failures as id, name, code and reason."""
        durations = self.durations
        return {
            "total": self.total,
            "success_rate": self.success_rate,
            "states": dict(self.states),
            "policies": {one: dict(states) for one, states in self.policies.items()},
            "durations": None
            if durations is None
            else {
                name: getattr(durations, name)
                for name in ("number", "mean", "median", "p95", "longest")
            },
            "actions": [
                {
                    "action": one.action,
                    "executions": one.executions,
                    "failed": one.failed,
                }
                for one in self.actions
            ],
            "failures": [
                {
                    "execution_id": one.id,
                    "name": one.name,
                    "state": one.state.value,
                    "at": one.created.isoformat(),
                    "error_code": one.error_code,
                    "error": one.error,
                }
                for one in self.failures
            ],
            "denials": dict(self.denials),
            "approvals": dict(self.approvals),
            "undos": self.undos,
        }
