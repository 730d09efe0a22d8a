"""The desk: takes what language models and others hand in, in whatever shape."""

from collections.abc import Awaitable, Callable, Container
from typing import Any

from homeassistant.core import HomeAssistant

from ..archive.past import PastExecution
from ..catalog.catalog import Catalog
from ..gatehouse.gatekeeper import Gatekeeper
from ..intake.responses.read import read_response
from ..model.request import Request
from ..model.response import Wish
from ..model.sender import Sender
from ..run.execution import Execution
from .outside import Outside
from .plans import Plans
from .resolving import Resolver
from .responses import Answer, Responses
from .tools import Tools

type Run = Callable[[Request], Awaitable[Execution | PastExecution]]


class Desk:
    """Makes requests of what is handed in, and answers in the words of who did."""

    def __init__(
        self,
        hass: HomeAssistant,
        run: Run,
        gate: Gatekeeper,
        running: Container[str],
    ) -> None:
        """``run`` runs a request to its end; ``running`` has the ids of what runs now."""
        self.outside = Outside(hass)
        self.tools = Tools(hass, running)
        self.catalog = Catalog(hass.services.has_service)
        self.resolver = Resolver(self.catalog, self.tools)
        self._plans = Plans(run)
        self._responses = Responses(run, gate.assess, gate.question_about)

    async def run_plan(self, data: Any, sender: Sender) -> Answer:
        """Return what became of a decision plan; see ``intake.decision_plan``."""
        return await self._plans.run(data, sender)

    async def process_response(
        self, content: Any, sender: Sender, *, kind: str = "auto", dry_run: bool = False
    ) -> Answer:
        """Return one record for each wish in the answer of a language model.

        ``content`` is its text, or plain data; ``kind`` is the format, ``auto`` to find
        out. Raises ``InvalidActionError`` for a format that nobody knows.
        """
        reading = read_response(content, format=kind)
        return await self._responses.process(reading, sender, dry_run=dry_run)

    async def propose(self, wish: Wish, sender: Sender) -> Answer:
        """Return what became of a single wish."""
        return await self._responses.grant(wish, sender, dry_run=False)
