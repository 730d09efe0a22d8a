"""The same done to the same entity over and over: somebody goes round in circles.

So many times within a minute are let through. With the last of them a silence begins in
which the same is not done again; what is refused in it does not make it longer.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ..model.policy import Policy
from .steady import SteadyClock
from .stored_times import optional_time, times_of

WITHIN: Final = 60.0
SILENCE: Final = 300.0

_SWEEP: Final = 1024
"""As in ``windows``; keys are many here, and most of them live for a minute."""

type Acts = Mapping[tuple[str, str], int]
"""How often a request does an action to an entity, by both."""


@dataclass(slots=True)
class _Trail:
    """When one thing was done of late, and until when it is not to be done again."""

    times: deque[float] = field(default_factory=deque)
    silent_until: float | None = None

    @property
    def until(self) -> float:
        """When nothing of it counts any more."""
        last = self.times[-1] + WITHIN if self.times else 0.0
        return max(last, self.silent_until or 0.0)

    def settle(self, steady: float) -> None:
        """Forget what does not count any more."""
        if self.silent_until is not None and self.silent_until <= steady:
            self.silent_until = None
        while self.times and self.times[0] <= steady - WITHIN:
            self.times.popleft()


class Loops:
    """What was done of late, by policy, action and entity."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._clock = SteadyClock()
        self._trails: dict[str, _Trail] = {}
        self._sweep_at = _SWEEP

    def looping(self, policy: Policy, acts: Acts, now: float) -> tuple[str, ...]:
        """Return the entities on which the same would be done too often."""
        if policy.repeats is None:
            return ()
        steady = self._clock.read(now)
        found = {
            entity_id
            for (action, entity_id), number in acts.items()
            if self._is_loop(_key(policy, action, entity_id), number, policy, steady)
        }
        return tuple(sorted(found))

    def note(self, policy: Policy, acts: Acts, now: float) -> tuple[str, ...]:
        """Write down what is done; return the keys that have changed."""
        if policy.repeats is None:
            return ()
        steady = self._clock.read(now)
        if len(self._trails) >= self._sweep_at:
            self.prune(now)
        keys = []
        for (action, entity_id), number in acts.items():
            keys.append(key := _key(policy, action, entity_id))
            trail = self._trails.setdefault(key, _Trail())
            trail.settle(steady)
            # More than begin a silence say nothing more.
            trail.times.extend([steady] * min(number, policy.repeats))
            if trail.silent_until is None and len(trail.times) >= policy.repeats:
                trail.silent_until = steady + SILENCE
        return tuple(keys)

    def known(self) -> tuple[str, ...]:
        """Return the keys of which something is known."""
        return tuple(self._trails)

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a key as plain data, None if nothing is."""
        if (trail := self._trails.get(key)) is None:
            return None
        return {
            "times": list(trail.times),
            "silent_until": trail.silent_until,
            "until": trail.until,
        }

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``StrangeStateError`` if it is not that."""
        times = times_of(state, "times")
        silent_until = optional_time(state, "silent_until")
        self._trails[key] = _Trail(deque(times), silent_until)
        if times:
            self._clock.resume(times[-1])
        if silent_until is not None:
            self._clock.resume(silent_until - SILENCE)

    def prune(self, now: float) -> tuple[str, ...]:
        """Drop the keys of which nothing counts any more; return them."""
        steady = self._clock.read(now)
        gone = tuple(key for key, one in self._trails.items() if one.until <= steady)
        for key in gone:
            del self._trails[key]
        self._sweep_at = len(self._trails) + _SWEEP
        return gone

    def _is_loop(self, key: str, number: int, policy: Policy, steady: float) -> bool:
        most = policy.repeats or 0
        if (trail := self._trails.get(key)) is None:
            return number > most
        trail.settle(steady)
        return trail.silent_until is not None or len(trail.times) + number > most


def _key(policy: Policy, action: str, entity_id: str) -> str:
    return f"{policy.id}/{action.lower()}/{entity_id}"
