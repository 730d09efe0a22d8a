"""The desk: takes what language models and others hand in, in whatever shape."""

from collections.abc import Container
from typing import Any

from homeassistant.core import HomeAssistant

from ..catalog.catalog import Catalog
from ..intake.responses.read import read_response
from ..model.question import Question
from ..model.response import Wish
from ..model.sender import Sender
from ..model.trial import TextKind
from .asking import Asking
from .checking import Checking
from .hatch import Hatch
from .menu_reading import Menus
from .outside import Outside
from .patience import Door
from .plans import Plans
from .resolving import Resolver
from .responses import Answer, Responses
from .tools import Tools


class Desk:
    """Makes requests of what is handed in, and answers in the words of who did."""

    def __init__(
        self, hass: HomeAssistant, door: Door, running: Container[str]
    ) -> None:
        """Stand at this door; ``running`` has the ids of what runs now."""
        gate = door.gate
        self.outside = Outside(hass)
        self.tools = Tools(hass, running)
        self.catalog = Catalog(hass.services.has_service)
        self.resolver = Resolver(self.catalog, self.tools)
        self.hatch = Hatch(hass, door, self.catalog)
        self._plans = Plans(door.run)
        menus = Menus(hass, gate, self.catalog)
        self._asking = Asking(hass, menus, self.tools, self._plans)
        self._responses = Responses(door.run, gate.assess, gate.question_about)
        self._checking = Checking(door.validate, gate.assess, self._responses)

    async def run_plan(self, data: Any, sender: Sender) -> Answer:
        """Return what became of a decision plan; see ``intake.decision_plan``."""
        return await self._plans.run(data, sender)

    async def ask(self, question: Question, sender: Sender) -> Answer:
        """Return what became of a question; an error says at which stage it came up."""
        return await self._asking.ask(question, sender)

    async def process_response(
        self, content: Any, sender: Sender, *, kind: str = "auto", dry_run: bool = False
    ) -> Answer:
        """Return one record for each wish in the answer of a language model.

        ``content`` is its text, or plain data; ``kind`` is the format, ``auto`` to find
        out. Raises ``InvalidActionError`` for a format that nobody knows.
        """
        reading = read_response(content, format=kind)
        return await self._responses.process(reading, sender, dry_run=dry_run)

    async def check(self, text: str, kind: TextKind, sender: Sender) -> Answer:
        """Return what is wrong with a text, and what would become of it; nothing runs."""
        return await self._checking.check(text, kind, sender)

    async def propose(self, wish: Wish, sender: Sender) -> Answer:
        """Return what became of a single wish."""
        return await self._responses.grant(wish, sender, dry_run=False)
