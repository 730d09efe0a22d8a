"""What all entities have in common."""

from typing import override

from homeassistant.core import callback
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity

from .const import DOMAIN
from .engine.engine import Statistics
from .runtime import ActionEngineConfigEntry


class ActionEngineEntity(Entity):
    """An entity of the service device of the engine itself; it is never polled."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, entry: ActionEngineConfigEntry, key: str) -> None:
        """``key`` names it in the translations and within the entry."""
        self._engine = entry.runtime_data.engine
        self._pulse = entry.runtime_data.pulse
        self._keeper = entry.runtime_data.keeper
        self._gate = entry.runtime_data.gate
        self._attr_translation_key = key
        self._attr_unique_id = f"{entry.entry_id}_{key}"
        self._attr_device_info = DeviceInfo(
            entry_type=DeviceEntryType.SERVICE,
            identifiers={(DOMAIN, entry.entry_id)},
            name=entry.title,
        )

    @override
    async def async_added_to_hass(self) -> None:
        """Take over what is true now, and follow the pulse from here on."""
        await super().async_added_to_hass()
        self._take(self._engine.statistics)
        self.async_on_remove(self._pulse.listen(self._on_pulse))

    def _take(self, _statistics: Statistics) -> bool:
        """Take over what is new; return whether there is something to write."""
        return False

    @callback
    def _on_pulse(self, statistics: Statistics) -> None:
        if self._take(statistics):
            self.async_write_ha_state()
