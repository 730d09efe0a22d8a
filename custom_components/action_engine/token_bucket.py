"""How often somebody may ask: a bucket of tokens for each, filled at an even pace."""

from dataclasses import dataclass
from typing import Final

_SWEEP: Final = 256
"""Buckets after which those that are full again are thrown away."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class TokenBuckets:
    """One bucket for each key. Full at first; each request takes a token out."""

    def __init__(self, per_minute: int) -> None:
        """Hold so many tokens each, and fill up with as many in a minute."""
        self._most = float(per_minute)
        self._pace = per_minute / 60
        self._buckets: dict[str, _Bucket] = {}

    def take(self, key: str, now: float) -> float:
        """Take a token and return 0, or return the seconds until there is one.

        ``now`` is in seconds and never runs backwards. Who is refused loses nothing.
        """
        bucket = self._filled(key, now)
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / self._pace
        bucket.tokens -= 1
        return 0.0

    def __len__(self) -> int:
        """Return how many buckets are kept."""
        return len(self._buckets)

    def _filled(self, key: str, now: float) -> _Bucket:
        if (bucket := self._buckets.get(key)) is None:
            if len(self._buckets) >= _SWEEP:
                self._throw_away_full(now)
            bucket = self._buckets[key] = _Bucket(self._most, now)
        bucket.tokens = self._level(bucket, now)
        bucket.at = now
        return bucket

    def _level(self, bucket: _Bucket, now: float) -> float:
        return min(self._most, bucket.tokens + (now - bucket.at) * self._pace)

    def _throw_away_full(self, now: float) -> None:
        """Forget whoever has asked for nothing lately: he would begin with a full one."""
        for key, bucket in list(self._buckets.items()):
            if self._level(bucket, now) >= self._most:
                del self._buckets[key]
