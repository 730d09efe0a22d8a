"""What goes out of the home, or is made to go out: webhooks and messages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from homeassistant.core import HomeAssistant

from ..catalog.messages.filling_in import Filler
from ..catalog.messages.shelf import Shelf
from ..catalog.webhooks.sending import Sender

FOLDER: Final = ("action_engine", "templates")
"""Below the configuration folder."""


class Outside:
    """Sends, and puts into words what is sent. Holds no connection open."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Do nothing until asked."""
        self.sender = Sender()
        self._hass = hass
        self._filler = Filler(hass)
        self._shelf = Shelf(Path(hass.config.path(*FOLDER)))

    async def message(
        self, template: str, variables: Mapping[str, Any]
    ) -> dict[str, str]:
        """Return the message, and perhaps the subject, that a template makes."""
        found = await self._hass.async_add_executor_job(self._shelf.get, template)
        return self._filler.fill_in(template, found, variables)

    async def template_names(self) -> list[str]:
        """Return the names of the owner's templates."""
        return await self._hass.async_add_executor_job(self._shelf.names)
