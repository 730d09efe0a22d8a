"""The states of an execution, and the one table of legal moves between them.

┌──── hold ───► pending_approval ──► rejected | expired
│                     │ approve
gate ─► allow ───────────► queued ─► executing ⇄ retrying ─► success | failed
│                     ▲         │                    cancelled | unknown
└── deny ► denied     └ paused ◄┘    success|failed ► rolling_back ► rolled_back
"""

from enum import StrEnum
from typing import Final


class ExecutionState(StrEnum):
    """Where an execution is on its way."""

    PENDING_APPROVAL = "pending_approval"
    QUEUED = "queued"
    EXECUTING = "executing"
    RETRYING = "retrying"
    PAUSED = "paused"
    SUCCESS = "success"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    DENIED = "denied"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ROLLING_BACK = "rolling_back"
    ROLLED_BACK = "rolled_back"


_S = ExecutionState

INITIAL: Final = frozenset({_S.QUEUED, _S.PENDING_APPROVAL, _S.DENIED})
"""How the gate may answer: these are the states that an execution can begin in."""

MOVES: Final[dict[ExecutionState, frozenset[ExecutionState]]] = {
    _S.PENDING_APPROVAL: frozenset({_S.QUEUED, _S.REJECTED, _S.EXPIRED, _S.CANCELLED}),
    # Expired and unknown: found after a restart, and not to be taken up again.
    _S.QUEUED: frozenset(
        {_S.EXECUTING, _S.PAUSED, _S.CANCELLED, _S.FAILED, _S.EXPIRED, _S.UNKNOWN}
    ),
    # Pending again: what it would do next is not what a person has agreed to.
    _S.EXECUTING: frozenset(
        {
            *(_S.RETRYING, _S.PAUSED, _S.SUCCESS, _S.FAILED, _S.CANCELLED, _S.UNKNOWN),
            _S.PENDING_APPROVAL,
        }
    ),
    _S.RETRYING: frozenset(
        {
            *(_S.EXECUTING, _S.PAUSED, _S.FAILED, _S.CANCELLED, _S.UNKNOWN),
            _S.PENDING_APPROVAL,
        }
    ),
    _S.PAUSED: frozenset({_S.QUEUED, _S.CANCELLED, _S.FAILED, _S.PENDING_APPROVAL}),
    # A person decides what an unknown execution was: run again, done, or given up.
    _S.UNKNOWN: frozenset({_S.QUEUED, _S.SUCCESS, _S.FAILED, _S.CANCELLED}),
    _S.SUCCESS: frozenset({_S.ROLLING_BACK}),
    _S.FAILED: frozenset({_S.ROLLING_BACK}),
    _S.ROLLING_BACK: frozenset({_S.ROLLED_BACK, _S.FAILED}),
    _S.CANCELLED: frozenset(),
    _S.DENIED: frozenset(),
    _S.REJECTED: frozenset(),
    _S.EXPIRED: frozenset(),
    _S.ROLLED_BACK: frozenset(),
}

WAITING: Final = frozenset({_S.QUEUED, _S.PENDING_APPROVAL})
"""Accepted, and nothing of it has run yet or it waits to go on."""

RUNNING: Final = frozenset({_S.EXECUTING, _S.RETRYING, _S.PAUSED, _S.ROLLING_BACK})
"""Begun and not ended; a restart has to deal with these."""

OPEN: Final = WAITING | RUNNING
"""Not ended: can be cancelled, counts against nobody's success rate."""

ENDED: Final = frozenset(_S) - OPEN
"""Nothing more happens by itself."""


class IllegalMoveError(Exception):
    """Code asked for a move that the table does not have: a defect, never a user's fault."""

    def __init__(
        self, previous: ExecutionState | None, following: ExecutionState
    ) -> None:
        """Name both ends of the move."""
        super().__init__(f"{previous or 'start'} -> {following} is not a legal move")
        self.previous = previous
        self.following = following


def check_move(previous: ExecutionState | None, following: ExecutionState) -> None:
    """Raise ``IllegalMoveError`` unless the table has this move.

    ``previous`` is None for an execution that is just being created.
    """
    allowed = INITIAL if previous is None else MOVES[previous]
    if following not in allowed:
        raise IllegalMoveError(previous, following)
