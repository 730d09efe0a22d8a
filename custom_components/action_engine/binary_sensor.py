"""Whether what happens is really written down."""

from typing import override

from homeassistant.components.binary_sensor import (
    BinarySensorDeviceClass,
    BinarySensorEntity,
)
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.engine import Statistics
from .engine.model.journal import JournalHealth
from .entity import ActionEngineEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the one sensor."""
    async_add_entities([JournalProblemSensor(entry)])


class JournalProblemSensor(ActionEngineEntity, BinarySensorEntity):
    """On: runs go on, and nothing of them would survive a crash."""

    _attr_device_class = BinarySensorDeviceClass.PROBLEM
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Follow the health of the journal."""
        super().__init__(entry, "journal")
        self._shown: JournalHealth | None = None

    @override
    def _take(self, _statistics: Statistics) -> bool:
        health = self._keeper.health
        if health == self._shown:
            return False
        self._shown = health
        self._attr_is_on = not health.durable
        self._attr_extra_state_attributes = {
            "reason": health.reason,
            "rows_lost": health.lost,
        }
        return True
