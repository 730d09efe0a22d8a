"""How one run treats its calls: options, request and engine defaults, already merged."""

from dataclasses import dataclass, field
from math import inf

from .retry import RetryPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What the interpreter has to know beside the plan; times in seconds."""

    retry: RetryPolicy = field(default_factory=RetryPolicy)
    retry_asked: bool = False
    """The request itself brought a retry policy: its author takes the repetition of
    calls on himself of which nobody knows whether they may be repeated."""

    verify: bool = True
    within: float = 5.0
    skip_if_already: bool = False
    ignore_missing: bool = False
    observe: bool = False
    carry_on: bool = False
    """Every step behaves as if it had ``continue_on_error``, and for any error."""

    slice: float = 0.003
    """Longest time that the run keeps the event loop before it lets others in."""

    @classmethod
    def native(cls) -> RunSettings:
        """Return settings under which a run does what a native script does."""
        return cls(
            retry=RetryPolicy(max_retries=0),
            verify=False,
            ignore_missing=True,
            slice=inf,
        )
