"""What one loaded entry consists of."""

from dataclasses import dataclass

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.helpers.service import async_get_config_entry

from .const import DOMAIN
from .engine.engine import ActionEngine, Gatekeeper
from .keeper import Keeper
from .lookout import Lookout
from .pulse import Pulse

type ActionEngineConfigEntry = ConfigEntry[Runtime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """Lives as long as the entry is loaded."""

    engine: ActionEngine
    pulse: Pulse
    """Tells the entities when there is something new."""

    keeper: Keeper
    gate: Gatekeeper
    lookout: Lookout
    """Sees what goes past the gate, and tells people what they should know."""

    device_id: str
    """Of the engine itself, to which the devices of policies are attached."""

    async def stop(self) -> None:
        """Take no more work, write everything down and close the journal.

        What had not ended goes on after the next start. May be called twice.
        """
        self.lookout.stop()
        await self.keeper.stop()
        await self.engine.stop()


def loaded_entry(hass: HomeAssistant) -> ActionEngineConfigEntry:
    """Return the one entry; raises ServiceValidationError if it is not loaded."""
    return async_get_config_entry(hass, DOMAIN, None)


def loaded_engine(hass: HomeAssistant) -> ActionEngine:
    """Return the engine; raises ServiceValidationError if it is not loaded."""
    return loaded_entry(hass).runtime_data.engine
