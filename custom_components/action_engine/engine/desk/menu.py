"""What a caller may ask for at this moment; plain data, and nothing that was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Dish:
    """Actions that may be asked for."""

    pattern: str
    """``light.*``, ``mcp-1/*``, or the name of a named action."""

    example: Mapping[str, Any] = field(default_factory=dict)
    """``action`` and ``parameters``, which could be asked for as they are."""

    description: str | None = None
    """Of a named action, in the words of its author."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    """Of a named action, by name."""

    asks: bool = False
    """A person is asked each time, whatever the policy says of others."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, without what does not apply."""
        known = {
            "action": self.pattern,
            "description": self.description,
            "fields": dict(self.fields),
            "a_person_is_asked": self.asks,
            "example": dict(self.example),
        }
        return {key: value for key, value in known.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """What somebody may ask for. The gate judges each request anew all the same."""

    policies: tuple[str, ...] = ()
    """Ids, of which all count; that of the model before that of who speaks to it."""

    status: str
    """How the strictest of the policies stands."""

    hindrances: tuple[str, ...] = ()
    """Why nothing at all is let through now; sentences."""

    mode: str | None = None
    modes: tuple[str, ...] = ()
    """Modes of the home that may be asked for."""

    hour_left: int | None = None
    """Calls; None where there is no limit."""

    day_left: int | None = None
    actions: tuple[Dish, ...] = ()
    denied: tuple[str, ...] = ()
    """Patterns that are denied, whatever else is allowed."""

    named: tuple[Dish, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "status": self.status,
            "hindrances": list(self.hindrances),
            "mode": self.mode,
            "modes_you_may_ask_for": list(self.modes),
            "calls_left": {"this_hour": self.hour_left, "today": self.day_left},
            "actions": [one.as_dict() for one in self.actions],
            "denied": list(self.denied),
            "named_actions": [one.as_dict() for one in self.named],
        }
