"""What a request would do to the home, judged before it runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from .tool import ToolTraits


class Risk(IntEnum):
    """How bad it would be if it was wrong."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2
    CRITICAL = 3

    @property
    def word(self) -> str:
        """Return it in lower case."""
        return self.name.lower()


class Reversible(StrEnum):
    """Whether it can be undone."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that a plan would have done, with whom it is meant for resolved."""

    place: str
    """Where it stands in the source; in a script that was opened, after its id."""

    action: str
    """``light.turn_on``; ``event``, ``device``, ``trigger`` or ``native`` for what is no
    call; ``template`` for a call whose name is rendered."""

    entity_ids: tuple[str, ...] = ()
    everything: bool = False
    """It is meant for all entities, or nobody can know for which."""

    data: Mapping[str, Any] = field(default_factory=dict)
    """As it was written; templates in it are objects, not texts."""

    templated: bool = False
    """Name, target or data are rendered later."""

    written: Mapping[str, Any] | None = None
    """The data of such a call with its templates as texts, for people to read."""

    device_classes: frozenset[str] = frozenset()
    """Of the entities that it is meant for, an empty text for one that has none."""

    reversible: bool = False
    opened_from: str | None = None
    """The script, scene or automation in which it was found."""

    within: str | None = None
    """The action of the catalog whose author has written it."""

    is_named: bool = False
    """It is such an action itself, and what it does is in the list as well."""

    declared: Risk = Risk.LOW
    """How bad its author says it would be if it was wrong."""

    needs_person: bool = False
    """Its author wants a person to be asked each time."""

    closed: bool = False
    """It leads to something that could not be opened up."""

    tool: ToolTraits | None = None
    """Of a call of a tool, as far as it could be told which."""

    by_tool: bool = False
    """A tool does it, which is looked at again right before the call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One thing that was asked, with its risk and why it has that."""

    asked: Asked
    risk: Risk
    why: str

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        asked = self.asked
        named = {} if asked.tool is None else {"tool": asked.tool.name}
        return named | {
            "place": asked.place,
            "action": asked.action,
            "entity_ids": list(asked.entity_ids),
            "everything": asked.everything,
            "risk": self.risk.word,
            "why": self.why,
            "reversible": asked.reversible,
            "opened_from": asked.opened_from,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """All of it together."""

    touches: tuple[Touch, ...]
    risk: Risk
    reversible: Reversible
    entity_ids: tuple[str, ...]
    seconds: float | None = None
    """How long it usually takes (median), None if it never ran."""

    slow_seconds: float | None = None
    """How long it takes at worst in 19 of 20 cases."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "risk": self.risk.word,
            "reversible": self.reversible.value,
            "entity_ids": list(self.entity_ids),
            "expected_seconds": self.seconds,
            "slow_seconds": self.slow_seconds,
            "steps": [touch.as_dict() for touch in self.touches],
        }
