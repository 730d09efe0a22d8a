"""What an execution changed, and what would set it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

type RawAction = dict[str, Any]
"""One action as Home Assistant's YAML has it, together with the engine's keys."""


class Conflict(StrEnum):
    """What happens to an entity that has changed since the execution left it."""

    SKIP = "skip"
    FORCE = "force"
    ASK = "ask"


class UndoWhat(StrEnum):
    """What becomes of an entity, or of a step, when the undo runs."""

    WILL = "will"
    """It is set back."""

    NOTHING = "nothing"
    """It is as it was before: nothing has to be done."""

    SKIPPED = "skipped"
    """Somebody has changed it since, so it is left alone."""

    ASKS = "asks"
    """Somebody has changed it since; a person may choose its actions all the same."""

    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """An entity at one moment, as far as its domain can bring it back; plain data."""

    entity_id: str
    state: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """None as a value: the entity has the attribute, and it was empty."""

    features: int = 0
    """What the entity could do at that moment: its ``supported_features``."""

    @property
    def domain(self) -> str:
        """The part of the entity id before the dot."""
        return self.entity_id.partition(".")[0]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, for ``from_dict``."""
        return {
            "entity_id": self.entity_id,
            "state": self.state,
            "attributes": dict(self.attributes),
            "features": self.features,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return what ``as_dict`` wrote."""
        return cls(**data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One completed call of an execution, or one completed block with a rollback."""

    path: str
    """Names the occurrence of the step; what is below it begins with it and ``/``."""

    action: str
    """``light.turn_on``; for a block its kind, such as ``sequence``."""

    data: Mapping[str, Any] = field(default_factory=dict)
    """What the call was given, rendered. Codes and secrets may be masked, but their keys
    have to stay: a call without ``code`` shows that none was asked for."""

    entity_ids: tuple[str, ...] = ()
    before: Mapping[str, Snapshot] = field(default_factory=dict)
    """By entity. It may name more entities than the targets, such as those that a scene
    is known to change."""

    after: Mapping[str, Snapshot] = field(default_factory=dict)
    """By entity, as seen right after the call."""

    rollback: tuple[RawAction, ...] | None = None
    """What the author of the step wrote to undo it."""

    ended: float
    """When it was completed: seconds of one clock for all that is undone together."""

    began: float | None = None
    """When ``before`` was taken, by the same clock; None if nobody knows."""

    execution_id: str = ""
    """Tells equal paths apart where several executions are undone together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoItem:
    """What becomes of one entity, or of one step that concerns no entity."""

    entity_id: str | None
    path: str
    """The oldest call whose effect the item takes back."""

    what: UndoWhat
    reason: str
    """For people: what it goes back to, or why it does not."""

    actions: tuple[RawAction, ...] = ()
    """What sets it back; empty unless it will be, or a person is asked."""

    expect: Mapping[str, Any] | None = None
    """The ``expect`` key by which the whole of it is seen to be back."""

    id: str | None = None
    """The ``id`` key of the step that holds its actions."""

    execution_id: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "entity_id": self.entity_id,
            "path": self.path,
            "what": self.what.value,
            "reason": self.reason,
            "actions": list(self.actions),
            "expect": None if self.expect is None else dict(self.expect),
            "id": self.id,
            "execution_id": self.execution_id,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoPlan:
    """What would be set back, what not, and why."""

    items: tuple[UndoItem, ...]
    """In the order in which they are undone."""

    actions: tuple[RawAction, ...]
    """What to run, for the items that will be set back."""
