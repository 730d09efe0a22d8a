"""The account of one execution: the same record for services, entities and events."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .state import ExecutionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When it was, and how long it took; durations in seconds.

    Of an execution that was taken up after a restart they count from its first life on,
    with the time in which Home Assistant was down.
    """

    created: datetime
    started: datetime | None = None
    ended: datetime | None = None
    queued: float = 0.0
    run: float = 0.0
    total: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data with ISO timestamps."""
        return {
            "created": self.created.isoformat(),
            "started": self.started and self.started.isoformat(),
            "ended": self.ended and self.ended.isoformat(),
            "queued": round(self.queued, 4),
            "run": round(self.run, 4),
            "total": round(self.total, 4),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one execution did, and what of it was seen."""

    execution_id: str
    name: str
    state: ExecutionState
    success: bool
    verified: bool
    """Every call was seen to have had its effect; False if there was no call."""

    strategy: str
    """``single``, ``sequential``, ``parallel`` or ``hybrid``: the shape of the plan."""

    ending: str | None
    counts: dict[str, int]
    times: Times
    steps: list[dict[str, Any]]
    steps_omitted: int = 0
    response: Any = None
    responses: dict[str, Any] = field(default_factory=dict)
    """Response variables that the run filled."""

    conversation_response: str | None = None
    error: dict[str, Any] | None = None
    """``code``, ``type``, ``message`` and, where known, ``step``."""

    observed: dict[str, Any] | None = None
    final_answer: str = ""
    verdict: dict[str, Any] | None = None
    """What the gate has answered."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data that can be written as JSON."""
        result: dict[str, Any] = {
            "execution_id": self.execution_id,
            "name": self.name,
            "state": self.state.value,
            "success": self.success,
            "verified": self.verified,
            "strategy": self.strategy,
            "ending": self.ending,
            "counts": self.counts,
            "times": self.times.as_dict(),
            "steps": self.steps,
            "steps_omitted": self.steps_omitted,
            "response": self.response,
            "responses": self.responses,
            "error": self.error,
            "final_answer": self.final_answer,
            "verdict": self.verdict,
        }
        if self.conversation_response is not None:
            result["conversation_response"] = self.conversation_response
        if self.observed is not None:
            result["observed"] = self.observed
        return result
