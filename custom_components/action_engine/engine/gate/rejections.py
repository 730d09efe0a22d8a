"""What a person has said no to is not asked again at once."""

from collections.abc import Mapping
from typing import Any, Final

from .steady import SteadyClock
from .stored_times import time_of

BLOCKED: Final = 600.0
"""Seconds for which the same request stays away."""


class Rejections:
    """Requests that were rejected of late, by the digest of what was asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self._clock = SteadyClock()
        self._rejected: dict[str, tuple[float, float]] = {}

    def reject(self, digest: str, now: float, seconds: float = BLOCKED) -> None:
        """Block the same request for a while; never shorter than it already is."""
        steady = self._clock.read(now)
        _, until = self._rejected.get(digest, (steady, steady))
        self._rejected[digest] = (steady, max(until, steady + seconds))

    def left(self, digest: str, now: float) -> float | None:
        """Return for how many seconds a request stays blocked, None if it is not."""
        steady = self._clock.read(now)
        if (found := self._rejected.get(digest)) is None or found[1] <= steady:
            return None
        return found[1] - steady

    def known(self) -> tuple[str, ...]:
        """Return the digests of which something is known."""
        return tuple(self._rejected)

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a digest as plain data, None if nothing is."""
        if (found := self._rejected.get(key)) is None:
            return None
        return {"at": found[0], "until": found[1]}

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``StrangeStateError`` if it is not that."""
        at, until = time_of(state, "at"), time_of(state, "until")
        self._rejected[key] = (at, until)
        self._clock.resume(at)

    def prune(self, now: float) -> tuple[str, ...]:
        """Drop what is blocked no more; return it."""
        steady = self._clock.read(now)
        gone = tuple(key for key, one in self._rejected.items() if one[1] <= steady)
        for key in gone:
            del self._rejected[key]
        return gone
