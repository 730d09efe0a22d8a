"""Executions and their events, as the journal keeps them and gives them back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypedDict

from .request import Priority
from .state import ENDED, ExecutionState

RUN: Final = "run"
"""The action type of an execution that brought its own actions."""

FORGETTING: Final = ENDED - {ExecutionState.UNKNOWN}
"""States in which no exact copy of anything secret is kept any more. ``unknown`` is
ended, yet a person may still say that it is to be run again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionFacts:
    """What is true of an execution from the moment in which it was accepted."""

    id: str
    """A ULID: the order of ids is the order of time."""

    name: str
    created: datetime
    type: str = RUN
    """The type of a named action, or ``run``."""

    parameters: Any = None
    source: Any = None
    """What has to be known to run it again, in any storable shape; while it is being
    accepted also what makes it, called in another thread."""

    policy: str | None = None
    confidence: float | None = None
    reasoning: str | None = None
    prediction_id: str | None = None
    llm_response_id: str | None = None
    conversation_id: str | None = None
    origin: str | None = None
    user_id: str | None = None
    parent_id: str | None = None
    idempotency_key: str | None = None
    priority: int = Priority.NORMAL
    interpreter_version: int = 0
    plan_hash: str | None = None
    undo_of: str | None = None
    repeat_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewExecution(ExecutionFacts):
    """An execution that is just being accepted."""

    state: ExecutionState = ExecutionState.QUEUED
    approval_status: str | None = None
    resumable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredExecution(ExecutionFacts):
    """An execution as it was read back; ``parameters`` and ``result`` are redacted."""

    state: ExecutionState
    approval_status: str | None = None
    resumable: bool = True
    """False: something that it decided or received could not be written down."""

    started: datetime | None = None
    """When it began for the first time, in whichever life that was."""

    ended: datetime | None = None
    duration: float | None = None
    """Seconds from ``started`` to ``ended``, with the time in which Home Assistant was
    down; None until it has ended."""

    success: bool | None = None
    verified: bool | None = None
    result: Any = None
    error_code: str | None = None
    error: str | None = None
    source_exact: bool = False
    """``source`` is what was handed in. False: it was not asked for, or it held a
    secret that is forgotten by now, and ``source`` is the redacted copy."""


class ExecutionChange(TypedDict, total=False):
    """The columns that may change after an execution was accepted."""

    state: ExecutionState
    approval_status: str | None
    resumable: bool
    started: datetime | None
    ended: datetime | None
    duration: float | None
    success: bool | None
    verified: bool | None
    result: Any
    """Or what makes it, called in another thread, of what nobody changes."""

    error_code: str | None
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """One thing that happened in an execution."""

    execution_id: str
    seq: int
    """Counts from 1 in each execution, without gaps."""

    at: datetime
    kind: str
    path: str
    data: Any
    """Redacted and plain, for people."""

    exact: Any = None
    """The value as it was handed in, with its types, if ``is_exact``."""

    is_exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenExecution:
    """An execution that had not ended, with all that is known of it, in order."""

    execution: StoredExecution
    events: tuple[StoredEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody sees who may not see everything: what he asked for, and some more."""

    user_id: str
    policies: frozenset[str] = frozenset()
    """All that was asked for under these."""

    def covers(self, user_id: str | None, policy: str | None) -> bool:
        """Tell whether he sees what a user has asked for under a policy."""
        return user_id == self.user_id or policy in self.policies


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionFilter:
    """Which executions a list shows; what is left out does not matter."""

    states: frozenset[ExecutionState] = frozenset()
    action: str | None = None
    """An action that was called, or the type of the execution."""

    entity_id: str | None = None
    origin: str | None = None
    user_id: str | None = None
    policy: str | None = None
    sight: Sight | None = None
    """Of whoever asks; None: he sees everything."""

    undo_of: str | None = None
    repeat_of: str | None = None
    since: datetime | None = None
    """Accepted at this time or later."""

    until: datetime | None = None
    """Accepted before this time."""

    before: str | None = None
    """``Page.next`` of the page before this one."""

    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Executions, the newest first."""

    items: tuple[StoredExecution, ...]
    next: str | None
    """Where the following page begins, None on the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that was learnt under a policy and outlives its execution."""

    policy: str
    key: str
    value: Any
    category: str | None = None
    source: str | None = None
    """Who has said it, as the gate knew him."""

    at: datetime

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, without the policy: whoever sees it has that."""
        return {
            "key": self.key,
            "value": self.value,
            "category": self.category,
            "source": self.source,
            "at": self.at.isoformat(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What became of a fact that was handed in."""

    fact: Fact
    """As it is kept: what is secret in it, or personal, is masked."""

    previous: Fact | None
    """Whose place it took."""

    masked: bool
    """Something of it was taken out."""


@dataclass(frozen=True, slots=True)
class NotKept:
    """Something was not written down as it is: the run cannot be resumed from here."""

    reason: str
