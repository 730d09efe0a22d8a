"""Who asks, as far as it can be known."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class CallerKind(StrEnum):
    """What sort of asker it is."""

    PERSON = "person"
    """A user of Home Assistant, by hand or through a script."""

    AUTOMATION = "automation"
    SCRIPT = "script"
    AGENT = "agent"
    """A language model, or whoever passes on what one has said."""

    SYSTEM = "system"
    """A call without a user, of which nobody knows what made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """The language model on whose behalf a request is made."""

    assistant: str | None = None
    """As Home Assistant names it: ``conversation``, ``ai_task``, …"""

    platform: str | None = None
    """The integration that the model belongs to."""

    device_id: str | None = None
    """Where somebody spoke to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """The asker of one request, with what policies look at."""

    kind: CallerKind
    user_id: str | None = None
    is_admin: bool = False
    is_active: bool = True
    """False for a user who was switched off or removed."""

    entity_id: str | None = None
    """The automation or script in which the request was made."""

    labels: frozenset[str] = frozenset()
    """Labels of that entity."""

    agent: Agent | None = None

    @property
    def is_agent(self) -> bool:
        """Tell whether a language model has a say in it, whoever passes it on."""
        return self.kind is CallerKind.AGENT or self.agent is not None

    @property
    def name(self) -> str:
        """Return what people recognise it by, never anything that it said itself."""
        if self.agent is not None:
            parts = (self.agent.platform, self.agent.assistant)
            return "/".join(part for part in parts if part) or "agent"
        return self.entity_id or self.user_id or self.kind.value


SYSTEM: Final = Caller(kind=CallerKind.SYSTEM)
