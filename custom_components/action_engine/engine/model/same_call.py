"""What makes two calls the same one."""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SameCall:
    """One way in which a call is known again."""

    key: Hashable
    seconds: float
    """For so long after the answer; while there is none yet they are the same anyhow."""
