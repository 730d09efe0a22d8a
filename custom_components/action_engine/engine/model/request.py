"""What a caller asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Any

from homeassistant.core import Context

from .caller import Agent
from .claim import NO_CLAIM, Claim


class Priority(IntEnum):
    """Order in the queue; a larger value starts sooner."""

    LOW = 0
    NORMAL = 1
    HIGH = 2
    CRITICAL = 3


class Mode(StrEnum):
    """What happens when an execution with the same key is still open."""

    PARALLEL = "parallel"
    QUEUED = "queued"
    SINGLE = "single"
    RESTART = "restart"


class OnFailure(StrEnum):
    """What happens when a step of the execution fails for good."""

    STOP = "stop"
    CONTINUE = "continue"
    """The steps after it run all the same, whatever it failed with."""

    ROLLBACK = "rollback"
    """What was done until then is undone, as a saga."""


class SourceKind(StrEnum):
    """The four shapes in which actions can be handed in."""

    ACTIONS = "actions"
    YAML = "yaml"
    SCRIPT = "script"
    AUTOMATION = "automation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The actions as they were handed in, unread."""

    kind: SourceKind
    value: Any
    """A list, a text, or the entity id of a script or an automation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request for an execution; None means: as the options say."""

    source: Source
    context: Context
    variables: Mapping[str, Any] = field(default_factory=dict)
    name: str | None = None
    priority: Priority = Priority.NORMAL
    key: str | None = None
    """Executions with one key know of each other; ``mode`` says what follows."""

    mode: Mode = Mode.PARALLEL
    wait: bool = True
    observe: bool = False
    on_failure_raise: bool | None = None
    """None: raise when no response was asked for."""

    retry: Mapping[str, Any] = field(default_factory=dict)
    """Fields of ``RetryPolicy`` that differ from the options."""

    verify: bool | None = None
    within: float | None = None
    skip_if_already: bool = False
    ignore_missing: bool = False
    """Do as Home Assistant does: pass silently over targets that are not there."""

    timeout: float | None = None
    on_failure: OnFailure = OnFailure.STOP
    idempotency_key: str | None = None
    """The same key within a day is answered with the execution that had it first."""

    agent: Agent | None = None
    """The language model that asks, if one does."""

    claim: Claim = NO_CLAIM

    @property
    def has_wishes(self) -> bool:
        """Anything is to be done otherwise than the options say."""
        return bool(
            self.retry
            or self.verify is not None
            or self.within is not None
            or self.skip_if_already
            or self.ignore_missing
            or self.observe
            or self.on_failure is not OnFailure.STOP
        )

    @property
    def identity(self) -> tuple[str, str | None] | None:
        """What makes it the same request: its idempotency key, and who asks.

        Somebody else with the same key must not be shown what was done for the first.
        """
        if self.idempotency_key is None:
            return None
        return self.idempotency_key, self.context.user_id

    def again(self, context: Context) -> Request:
        """Return the same request on behalf of somebody else."""
        return replace(self, context=context, idempotency_key=None)
