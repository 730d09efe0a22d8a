"""What one execution may do, kept with it so that it holds after a restart, too."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from .caller import Agent, Caller, CallerKind

ANY_DATA: Final = "*"
"""In the place of a hash: what a template of a trusted caller comes to is not fixed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """One call to which a person has agreed, exactly as it was shown."""

    action: str
    entity_ids: frozenset[str]
    data_hash: str

    def covers(self, action: str, entity_ids: frozenset[str], data_hash: str) -> bool:
        """Tell whether a call is this one, perhaps for fewer of its targets."""
        return (
            self.action == action
            and entity_ids <= self.entity_ids
            and bool(entity_ids) is bool(self.entity_ids)
            and self.data_hash in (ANY_DATA, data_hash)
        )

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "action": self.action,
            "entity_ids": sorted(self.entity_ids),
            "data_hash": self.data_hash,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Permit:
        """Return what ``as_dict`` gave; raises KeyError or TypeError for anything else."""
        return cls(
            action=data["action"],
            entity_ids=frozenset(data["entity_ids"]),
            data_hash=data["data_hash"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Under which policy an execution runs, on whose behalf, and how far that goes."""

    policy: str
    caller: Caller
    exact: bool = False
    """Only what a person has agreed to may be done. Else also what the policy allows."""

    reserved: int = 0
    """Calls that were counted against the limits when it was let through."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        caller = asdict(self.caller)
        caller["kind"] = self.caller.kind.value
        caller["labels"] = sorted(self.caller.labels)
        return {
            "policy": self.policy,
            "caller": caller,
            "exact": self.exact,
            "reserved": self.reserved,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Leave:
        """Return what ``as_dict`` gave; raises KeyError or TypeError for anything else."""
        given = dict(data["caller"])
        agent = given.pop("agent")
        given["kind"] = CallerKind(given["kind"])
        given["labels"] = frozenset(given["labels"])
        caller = Caller(**given, agent=None if agent is None else Agent(**agent))
        return cls(
            policy=data["policy"],
            caller=caller,
            exact=data["exact"],
            reserved=data["reserved"],
        )
