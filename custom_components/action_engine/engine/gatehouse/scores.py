"""What became of requests, policy by policy, as far as this life remembers."""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Final

from ..errors import FloodedError
from ..model.policy import Policy
from ..model.standing import NO_FIGURES, Figures
from ..model.state import ExecutionState
from ..model.verdict import Decision, Verdict
from ..run.execution import Execution

FLOOD: Final = 60
"""Requests under one policy that were not let through at once, within a minute. Beyond
that they are not even written down: whoever floods the gate must not fill the journal."""

_MINUTE: Final = 60.0
_RATED: Final = 50

_COUNTED: Final = frozenset({ExecutionState.SUCCESS, ExecutionState.FAILED})


@dataclass(slots=True)
class _Score:
    verdicts: Counter[Decision] = field(default_factory=Counter)
    refused: deque[float] = field(default_factory=lambda: deque(maxlen=FLOOD))
    ended: deque[bool] = field(default_factory=lambda: deque(maxlen=_RATED))
    rollbacks: int = 0
    flooded: int = 0


class Scores:
    """One score for each policy."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._scores: dict[str, _Score] = {}

    def judged(self, policy: Policy, verdict: Verdict, now: float) -> None:
        """Count a verdict; raise ``FloodedError`` if there were too many."""
        if verdict.decision is Decision.ALLOW:
            return
        score = self._scores.setdefault(policy.id, _Score())
        score.verdicts[verdict.decision] += 1
        full = len(score.refused) == FLOOD
        if full and score.refused[0] > now - _MINUTE:
            score.flooded += 1
            raise FloodedError(name=policy.name)
        score.refused.append(now)

    def ended(self, policy: str, state: ExecutionState) -> None:
        """Count an end."""
        score = self._scores.setdefault(policy, _Score())
        if state in _COUNTED:
            score.ended.append(state is ExecutionState.FAILED)
        score.rollbacks += state is ExecutionState.ROLLED_BACK

    def figures(self, policy: str) -> Figures:
        """Return the score of a policy."""
        if (score := self._scores.get(policy)) is None:
            return NO_FIGURES
        failed, number = sum(score.ended), len(score.ended)
        return Figures(
            failure_rate=100 * failed / number if number else None,
            ended=number,
            rollbacks=score.rollbacks,
            denied=score.verdicts[Decision.DENY],
            held=score.verdicts[Decision.HOLD],
            flooded=score.flooded,
        )


def used_by(execution: Execution) -> set[str]:
    """Return what an execution has done, by the names under which it was judged.

    Records have what an earlier life did; the guard knows named actions and tools, too.
    """
    records = execution.recorder.log.records
    made = {one.action for one in records if one.attempts}
    return made if execution.guard is None else made | execution.guard.used
