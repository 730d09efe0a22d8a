"""Whether, and when, a call is tried again: a pure decision."""

from dataclasses import dataclass
from enum import StrEnum

from ..model.repeat import Repeat
from ..model.retry import RetryPolicy


class GiveUp(StrEnum):
    """Why there is no further attempt."""

    POINTLESS = "the same call would fail again"
    NOT_REPEATABLE = "it may not be repeated blindly"
    EXHAUSTED = "no attempt is left"
    DEADLINE = "the deadline has passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What is known after an attempt that did not succeed."""

    attempt: int
    """Number of the attempt that failed, from 1."""

    elapsed: float
    """Seconds since the first attempt began."""

    pointless: bool = False
    """The call itself is wrong."""

    untouched: bool = False
    """Seen for certain: the attempt had no effect on what is still left to do."""

    repeat: Repeat = Repeat.ABSOLUTE
    asked: bool = False
    """Somebody asked for retries of this very call or request."""


def decide(policy: RetryPolicy, failure: Failure, draw: float) -> float | GiveUp:
    """Return the seconds to wait before the next attempt, or why there is none.

    ``draw`` is a number from 0 to 1 that says where in the range of the jitter the
    wait lies.
    """
    if failure.pointless:
        return GiveUp.POINTLESS
    if failure.attempt > policy.max_retries:
        return GiveUp.EXHAUSTED
    if not failure.untouched and not _may_repeat(failure):
        return GiveUp.NOT_REPEATABLE
    wait = backoff(policy, failure.attempt, draw)
    if policy.deadline is not None and failure.elapsed + wait > policy.deadline:
        return GiveUp.DEADLINE
    return wait


def _may_repeat(failure: Failure) -> bool:
    if failure.repeat is Repeat.UNCLEAR:
        return failure.asked
    return failure.repeat is Repeat.ABSOLUTE


def backoff(policy: RetryPolicy, attempt: int, draw: float) -> float:
    """Return the wait after an attempt: exponential, spread by jitter, then capped."""
    try:
        wait = policy.initial_delay * policy.multiplier ** (attempt - 1)
    except OverflowError:
        return policy.max_delay
    spread = 1 + policy.jitter * (2 * draw - 1)
    return min(wait * spread, policy.max_delay)
