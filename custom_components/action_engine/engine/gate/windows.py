"""How often something was done of late: every single time is known, nothing is estimated.

A limit looks back over so many seconds. What was taken at a time counts until exactly
that many seconds later, so that no stretch of time of this length, wherever it begins,
holds more than the limit. Times are those of a ``SteadyClock``.
"""

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from .steady import SteadyClock
from .stored_times import StrangeStateError, time_of, times_of

_SWEEP: Final = 256
"""So many keys more than after the last look at all of them: time for the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most so many within so many seconds."""

    key: str
    most: int
    seconds: float
    text: str
    """Says what is limited, for people: “At most 10 calls in an hour”."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a request needs of a limit."""

    limit: Limit
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was counted, to be given back if it never runs."""

    at: float
    numbers: Mapping[str, int]
    """By key of the limit."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"at": self.at, "numbers": dict(self.numbers)}


class Windows:
    """All that was taken and still counts, by the key of the limit."""

    def __init__(self) -> None:
        """Begin with nothing taken."""
        self._clock = SteadyClock()
        self._times: dict[str, deque[float]] = {}
        self._seconds: dict[str, float] = {}
        self._sweep_at = _SWEEP

    def room(self, uses: Iterable[Use], now: float) -> tuple[str, ...]:
        """Return a sentence for each limit that would be exceeded."""
        steady = self._clock.read(now)
        return tuple(
            f"{use.limit.text}: {used} used, {use.number} needed."
            for use in _together(uses)
            if (used := self._used(use.limit, steady)) + use.number > use.limit.most
        )

    def take(self, uses: Iterable[Use], now: float) -> Taken | None:
        """Count all of it, or nothing and return None if there is no room for all.

        The keys of what was taken have changed and are to be kept.
        """
        together = _together(uses)
        if self.room(together, now):
            return None
        steady = self._clock.read(now)
        for use in together:
            times = self._times.setdefault(use.limit.key, deque())
            times.extend([steady] * use.number)
            self._seconds[use.limit.key] = use.limit.seconds
        if len(self._times) >= self._sweep_at:
            self.prune(now)
        return Taken(at=steady, numbers={use.limit.key: use.number for use in together})

    def refund(self, taken: Taken) -> None:
        """Count it no more: it was not done, and will not be. Only once for each.

        Also right in a later life than the one in which it was taken.
        """
        for key, number in taken.numbers.items():
            if (times := self._times.get(key)) is None:
                continue
            for _ in range(min(number, times.count(taken.at))):
                times.remove(taken.at)
            if not times:
                self._drop(key)

    def left(self, limit: Limit, now: float) -> int:
        """Return for how much there is room."""
        return max(0, limit.most - self._used(limit, self._clock.read(now)))

    def known(self) -> tuple[str, ...]:
        """Return the keys of which something is known."""
        return tuple(self._times)

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a key as plain data, None if nothing is."""
        if not (times := self._times.get(key)):
            return None
        seconds = self._seconds[key]
        return {
            "times": list(times),
            "seconds": seconds,
            "until": times[-1] + seconds,
        }

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``StrangeStateError`` if it is not that."""
        times, seconds = times_of(state, "times"), time_of(state, "seconds")
        if times:
            self._times[key] = deque(times)
            self._seconds[key] = seconds
            self._clock.resume(times[-1])

    def prune(self, now: float) -> tuple[str, ...]:
        """Drop the keys of which nothing counts any more; return them."""
        steady = self._clock.read(now)
        gone = tuple(
            key
            for key, times in self._times.items()
            if times[-1] <= steady - self._seconds[key]
        )
        for key in gone:
            self._drop(key)
        self._sweep_at = len(self._times) + _SWEEP
        return gone

    def _used(self, limit: Limit, steady: float) -> int:
        if (times := self._times.get(limit.key)) is None:
            return 0
        while times and times[0] <= steady - limit.seconds:
            times.popleft()
        if not times:
            self._drop(limit.key)
        return len(times)

    def _drop(self, key: str) -> None:
        del self._times[key], self._seconds[key]


def taken_of(state: Mapping[str, Any]) -> Taken:
    """Return what was taken from plain data; ``StrangeStateError`` if it is not that."""
    numbers = state.get("numbers")
    if not isinstance(numbers, Mapping):
        raise StrangeStateError("numbers is no mapping")
    return Taken(
        at=time_of(state, "at"),
        numbers={str(key): int(number) for key, number in numbers.items()},
    )


def _together(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Add up what is needed of the same limit: two halves must not pass one by one."""
    limits: dict[str, Limit] = {}
    numbers: Counter[str] = Counter()
    for use in uses:
        if use.number > 0:
            limits[use.limit.key] = use.limit
            numbers[use.limit.key] += use.number
    return tuple(Use(limits[key], number) for key, number in numbers.items())
