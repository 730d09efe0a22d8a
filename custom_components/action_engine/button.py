"""Two buttons: stop everything, and once more."""

from typing import override

from homeassistant.components.button import ButtonEntity
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .entity import ActionEngineEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the buttons."""
    async_add_entities([CancelAllButton(entry), RepeatLastButton(entry)])


class CancelAllButton(ActionEngineEntity, ButtonEntity):
    """Cancels everything that has not ended."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Wait to be pressed."""
        super().__init__(entry, "cancel_all")

    @override
    async def async_press(self) -> None:
        """Cancel, and do not wait until all of it has ended."""
        self._engine.cancel_all()


class RepeatLastButton(ActionEngineEntity, ButtonEntity):
    """Hands the last request in once more."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Wait to be pressed."""
        super().__init__(entry, "repeat_last")

    @override
    async def async_press(self) -> None:
        """Hand it in on behalf of who pressed; raises if there is none yet."""
        await self._engine.repeat_last(self._context or Context())
