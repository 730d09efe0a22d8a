"""What people have allowed in advance, and whether that is what is asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ..model.approval import Grant
from ..model.impact import Risk, Touch
from .names import spoken
from .steady import SteadyClock
from .stored_times import StrangeStateError, time_of


def covers(grant: Grant, policy: str, touches: Iterable[Touch], now: float) -> bool:
    """Tell whether all that would be done was allowed in advance.

    What nobody can foresee is not: targets that are not known yet, things that could
    not be opened up. Neither is what does nothing at all.
    """
    touches = tuple(touches)
    return (
        bool(touches)
        and grant.policy == policy
        and grant.given.timestamp() <= now < grant.until.timestamp()
        and all(_is_covered(grant, touch) for touch in touches)
    )


def _is_covered(grant: Grant, touch: Touch) -> bool:
    asked = touch.asked
    return (
        touch.risk <= grant.risk
        and touch.risk is not Risk.CRITICAL
        and spoken(asked) in grant.actions
        and not (asked.everything or asked.closed)
        and grant.entity_ids.issuperset(asked.entity_ids)
    )


class Grants:
    """The grants that have not ended."""

    def __init__(self) -> None:
        """Begin with none."""
        self._clock = SteadyClock()
        self._grants: dict[str, Grant] = {}

    def add(self, grant: Grant) -> None:
        """Take in a grant; ``ValueError`` if it allows what no grant may."""
        if grant.risk is Risk.CRITICAL:
            raise ValueError("what is critical is never allowed in advance")
        self._grants[grant.id] = grant
        self._clock.resume(grant.given.timestamp())

    def find(self, policy: str, touches: Iterable[Touch], now: float) -> Grant | None:
        """Return a grant that covers what is asked for."""
        steady, touches = self._clock.read(now), tuple(touches)
        for grant in self._grants.values():
            if covers(grant, policy, touches, steady):
                return grant
        return None

    def used(self, policy: str, touches: Iterable[Touch], now: float) -> str | None:
        """Count that a request was let in because of a grant; return the grant's id."""
        if (grant := self.find(policy, touches, now)) is None:
            return None
        self._grants[grant.id] = replace(grant, uses=grant.uses + 1)
        return grant.id

    def list(self, now: float) -> tuple[Grant, ...]:
        """Return the grants that count at this time."""
        self.prune(now)
        return tuple(self._grants.values())

    def revoke(self, grant_id: str) -> bool:
        """Take a grant back; False if there is none."""
        return self._grants.pop(grant_id, None) is not None

    def revoke_all(self, policy: str | None = None) -> tuple[str, ...]:
        """Take all grants back, or all of a policy; return their ids."""
        gone = tuple(
            grant.id
            for grant in self._grants.values()
            if policy is None or grant.policy == policy
        )
        for grant_id in gone:
            del self._grants[grant_id]
        return gone

    def known(self) -> tuple[str, ...]:
        """Return the ids of the grants."""
        return tuple(self._grants)

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a grant as plain data, None if nothing is."""
        if (grant := self._grants.get(key)) is None:
            return None
        return {
            **grant.as_dict(),
            "given": grant.given.timestamp(),
            "until": grant.until.timestamp(),
        }

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``StrangeStateError`` if it is not that."""
        try:
            grant = Grant(
                id=key,
                policy=str(state["policy"]),
                actions=frozenset(map(str, state["actions"])),
                entity_ids=frozenset(map(str, state["entity_ids"])),
                risk=Risk[str(state["risk"]).upper()],
                given_by=str(state["given_by"]),
                given=datetime.fromtimestamp(time_of(state, "given"), UTC),
                until=datetime.fromtimestamp(time_of(state, "until"), UTC),
                uses=int(state.get("uses", 0)),
            )
        except (KeyError, TypeError, OverflowError) as error:
            raise StrangeStateError(f"no grant: {error!r}") from error
        self.add(grant)

    def prune(self, now: float) -> tuple[str, ...]:
        """Drop the grants that have ended; return their ids."""
        steady = self._clock.read(now)
        gone = tuple(
            grant.id
            for grant in self._grants.values()
            if grant.until.timestamp() <= steady
        )
        for grant_id in gone:
            del self._grants[grant_id]
        return gone
