"""Whether the engine takes new work."""

from typing import Any, override

from homeassistant.components.switch import SwitchEntity
from homeassistant.const import STATE_OFF, EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.restore_state import RestoreEntity

from .engine.engine import Statistics
from .entity import ActionEngineEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the one switch."""
    async_add_entities([EnabledSwitch(entry)])


class EnabledSwitch(ActionEngineEntity, SwitchEntity, RestoreEntity):
    """Off: new work is refused, with an error that says so; what runs goes on."""

    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Follow the engine."""
        super().__init__(entry, "enabled")

    @override
    async def async_added_to_hass(self) -> None:
        """Switch off what was switched off before the restart."""
        last = await self.async_get_last_state()
        if last is not None and last.state == STATE_OFF:
            self._engine.set_enabled(False)
        await super().async_added_to_hass()

    @override
    async def async_turn_on(self, **_kwargs: Any) -> None:
        """Take new work again."""
        self._engine.set_enabled(True)

    @override
    async def async_turn_off(self, **_kwargs: Any) -> None:
        """Refuse new work from now on."""
        self._engine.set_enabled(False)

    @override
    def _take(self, _statistics: Statistics) -> bool:
        if self._attr_is_on is self._engine.enabled:
            return False
        self._attr_is_on = self._engine.enabled
        return True
