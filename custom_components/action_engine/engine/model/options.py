"""What the owner of the home has set on the options page."""

from dataclasses import dataclass, field
from enum import StrEnum

from .circuit import CircuitSettings
from .journal import JournalSettings
from .retry import RetryPolicy


class OnRestart(StrEnum):
    """What becomes of executions that a restart has broken off."""

    RESUME = "resume"
    FAIL = "fail"
    ASK = "ask"
    """They are ``unknown`` until a person decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """Defaults for every execution; a request or a step may override most of them."""

    workers: int = 2
    """Executions that may be active at the same time; waiting ones do not count."""

    max_queue: int = 100
    """Executions that may wait for a worker before new ones are refused."""

    timeout: float | None = None
    """Seconds that a whole execution may take, None for no limit."""

    retry: RetryPolicy = field(default_factory=RetryPolicy)
    """Retry policy of calls that do not bring their own."""

    verify: bool = True
    """Infer what a call should lead to, and look whether it did."""

    within: float = 5.0
    """Seconds that an expectation has to come true after its call returned."""

    on_restart: OnRestart = OnRestart.RESUME
    resume_within: float = 3600.0
    """Seconds after its last sign of life in which an execution is taken up again."""

    journal: JournalSettings = field(default_factory=JournalSettings)
    circuits: CircuitSettings = field(default_factory=CircuitSettings)
    approval_code: str | None = None
    """Hash of the code that counts for a second person; None if there is no code."""
