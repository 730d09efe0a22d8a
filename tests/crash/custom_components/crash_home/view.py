"""What the tests see of the engine beside its services: who lives, and since when."""

import time
from typing import Any

from homeassistant.core import HomeAssistant, callback

from .const import ENGINE
from custom_components.action_engine.engine.engine import ActionEngine, Execution
from custom_components.action_engine.engine.errors import ExecutionNotFoundError


class View:
    """Looks at the engine of the one entry, through its public door."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Look when there is something to be seen."""
        self.started: float | None = None
        """When Home Assistant had started."""

        self._hass = hass
        self._resumed = 0

    @property
    def engine(self) -> ActionEngine:
        """The engine; the entry is loaded before Home Assistant has started."""
        (entry,) = self._hass.config_entries.async_loaded_entries(ENGINE)
        engine: ActionEngine = entry.runtime_data.engine
        return engine

    async def durable(self) -> None:
        """Return when all that was written is on disk."""
        await self.engine.record.journal.durable()

    def is_undo(self, execution_id: str) -> bool:
        """Tell whether an execution undoes another one."""
        try:
            return self.engine.get(execution_id).undo_of is not None
        except ExecutionNotFoundError:
            return False

    @callback
    def count(self, execution: Execution, previous: object) -> None:
        """Count those that are taken up again."""
        self._resumed += previous is None and execution.is_revived

    def start(self) -> None:
        """Note the time."""
        self.started = time.time()

    async def answer(self, ids: list[str]) -> dict[str, Any]:
        """Return how executions are."""
        record = self.engine.record
        return {
            "started": self.started,
            "resumed": self._resumed,
            "live": [one.id for one in self.engine.executions if not one.is_ended],
            "states": {one: (await record.get(one))["state"] for one in ids},
        }
