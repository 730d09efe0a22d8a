"""Who hands something in at the desk, and what he says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from homeassistant.core import Context

from .caller import Agent
from .claim import NO_CLAIM, Claim
from .request import Request, Source, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """On whose behalf requests are made, and how they are to be run."""

    context: Context
    agent: Agent | None = None
    claim: Claim = NO_CLAIM
    wait: bool = True
    options: Mapping[str, Any] = field(default_factory=dict)
    """More fields of ``Request``."""

    def request(self, actions: list[Any], name: str | None, **more: Any) -> Request:
        """Return a request for these actions."""
        name = self.options.get("name", name)
        given = {"claim": self.claim, "wait": self.wait, **self.options, **more}
        given.pop("name", None)
        return Request(
            source=Source(kind=SourceKind.ACTIONS, value=actions),
            context=self.context,
            agent=self.agent,
            name=name,
            **given,
        )
