"""How often, and how patiently, a call is tried again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """A retry policy in Temporal's vocabulary; every time is in seconds."""

    max_retries: int = 3
    """Attempts after the first one; 0 means a single attempt."""

    initial_delay: float = 1.0
    """Wait before the first retry."""

    multiplier: float = 2.0
    """Growth of the wait from one retry to the next, at least 1."""

    max_delay: float = 60.0
    """No wait is longer than this, jitter included."""

    jitter: float = 0.1
    """Share of the wait, 0 to 1, that is drawn at random on both sides."""

    attempt_timeout: float | None = None
    """An attempt that takes longer is broken off and counts as failed."""

    deadline: float | None = None
    """No attempt starts later than this after the first one began."""

    def merged(self, overrides: Mapping[str, Any]) -> RetryPolicy:
        """Return this policy with the given fields replaced."""
        return replace(self, **overrides) if overrides else self
