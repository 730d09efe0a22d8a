"""Figures about the executions of today and of late."""

from collections import deque
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Final

from homeassistant.util import dt as dt_util

from ..model.state import ExecutionState
from .execution import Execution

WINDOW: Final = 200
"""Ended executions that rates and durations are taken from."""

_RATED: Final = frozenset({ExecutionState.SUCCESS, ExecutionState.FAILED})
_PERCENTILE: Final = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The figures at one moment; durations in seconds, None before there are any."""

    running: int = 0
    queued: int = 0
    today: int = 0
    retries_today: int = 0
    success_rate: float | None = None
    """Per cent of those that ended in success or failure."""

    mean_duration: float | None = None
    p95_duration: float | None = None
    last: Execution | None = None


class Tally:
    """Counts what ends."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.last: Execution | None = None
        self._day: date | None = None
        self._today = 0
        self._retries = 0
        self._recent: deque[tuple[bool, float]] = deque(maxlen=WINDOW)

    def add(self, execution: Execution) -> None:
        """Count an execution that has ended."""
        self._turn_page()
        self.last = execution
        log = execution.recorder.log
        self._today += 1
        self._retries += log.attempts - min(log.calls, log.attempts)
        if execution.state in _RATED:
            ticks = execution.ticks
            duration = ticks["ended"] - ticks.get("started", ticks["created"])
            self._recent.append((execution.state is ExecutionState.SUCCESS, duration))

    def read(self, *, running: int, queued: int) -> Statistics:
        """Return the figures as of now."""
        self._turn_page()
        durations = sorted(duration for _, duration in self._recent)
        good = sum(success for success, _ in self._recent)
        return Statistics(
            running=running,
            queued=queued,
            today=self._today,
            retries_today=self._retries,
            success_rate=100 * good / len(durations) if durations else None,
            mean_duration=fmean(durations) if durations else None,
            p95_duration=_nearest_rank(durations) if durations else None,
            last=self.last,
        )

    def _turn_page(self) -> None:
        today = dt_util.now().date()
        if today != self._day:
            self._day, self._today, self._retries = today, 0, 0


def _nearest_rank(ordered: list[float]) -> float:
    rank = -(-len(ordered) * _PERCENTILE // 1)
    return ordered[int(rank) - 1]
