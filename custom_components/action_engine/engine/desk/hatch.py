"""Where language models are served that call tools: soon, each thing once, in words."""

from collections.abc import Sequence
from typing import Any, Final

from homeassistant.core import HomeAssistant

from ..catalog.catalog import Catalog
from ..errors import ActionEngineError, JournalUnavailableError
from ..model.response import Wish
from ..model.sender import Sender
from .advice import advised, bounded
from .menu import Menu
from .menu_reading import Menus
from .menu_text import prompt_of
from .own import Own
from .patience import LONGEST, Door, Patience
from .plans import Plans
from .records import Outcome, of_error
from .responses import Answer, Responses
from .twins import Twins

TOO_LATE: Final = (
    "Nothing was asked of anybody: what was asked for before it still runs. Ask for it "
    "again when that has ended."
)


class Hatch:
    """Serves one call of a tool after the other."""

    def __init__(self, hass: HomeAssistant, door: Door, catalog: Catalog) -> None:
        """Serve at this door, and tell of the actions of this catalog."""
        self._door = door
        self._menus = Menus(hass, door.gate, catalog)
        self.twins = Twins(hass)
        self.seconds = LONGEST

    async def propose(self, wishes: Sequence[Wish], sender: Sender) -> list[Answer]:
        """Return what became of each wish, in their order.

        One is begun after the other has ended or waits for a person. When time is up,
        what has not been begun is not begun any more.
        """
        patience = Patience(self._door, self.seconds)
        gate = self._door.gate
        responses = Responses(patience.run, gate.assess, gate.question_about)
        told: list[Answer] = []
        for wish in wishes:
            if told and patience.is_spent:
                late = {"action": wish.name, "outcome": Outcome.REJECTED.value}
                told.append({**late, "error": TOO_LATE})
                continue
            try:
                answer = await responses.grant(wish, sender, dry_run=False)
            except ActionEngineError as error:
                # What was done before must be told all the same.
                answer = {"action": wish.name, **of_error(error)}
            told.append(advised(answer))
        return told

    async def run_plan(self, data: Any, sender: Sender) -> Answer:
        """Return what became of a decision plan."""
        patience = Patience(self._door, self.seconds)
        answer = await Plans(patience.run).run(data, sender)
        if (execution_id := answer.get("execution_id")) is None:
            return advised({**answer, "outcome": Outcome.REJECTED.value})
        seen = await Own(self._door, sender).look(execution_id)
        told: Answer = {key: seen[key] for key in ("outcome", "reasons") if key in seen}
        results = bounded(answer["detailed_results"])
        return advised({**answer, **told, "detailed_results": results})

    async def look(self, execution_id: str, sender: Sender) -> Answer:
        """See ``Own.look``."""
        return await Own(self._door, sender).look(execution_id)

    async def undo(self, execution_id: str, sender: Sender) -> Answer:
        """See ``Own.undo``."""
        patience = Patience(self._door, self.seconds)
        return await Own(self._door, sender).undo(execution_id, patience)

    async def menu(self, sender: Sender) -> Menu:
        """Return what somebody may ask for at this moment."""
        return await self._menus.read(sender)

    async def prompt(self, sender: Sender) -> str:
        """Return what a model is told before it begins."""
        menu = await self.menu(sender)
        try:
            # What a model has learnt is its own, and not that of who speaks to it.
            facts = await self._door.record.facts.for_prompt(menu.policies[0])
        except JournalUnavailableError:
            facts = ""
        return prompt_of(menu, facts)
