"""A fan with a speed."""

from typing import Any, override

from homeassistant.components.fan import FanEntity, FanEntityFeature
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the fans."""
    async_add_entities(entry.runtime_data.build(Platform.FAN, Fan))


class Fan(SimulatedEntity, FanEntity):
    """A fan; off when the home starts."""

    _attr_supported_features = (
        FanEntityFeature.TURN_ON
        | FanEntityFeature.TURN_OFF
        | FanEntityFeature.SET_SPEED
    )

    @override
    def begin(self) -> None:
        self._attr_percentage = 0

    @override
    async def async_turn_on(
        self,
        percentage: int | None = None,
        preset_mode: str | None = None,
        **kwargs: Any,
    ) -> None:
        self._spin("turn_on", 50 if percentage is None else percentage)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        self._spin("turn_off", 0)

    @override
    async def async_set_percentage(self, percentage: int) -> None:
        self._spin("set_percentage", percentage)

    def _spin(self, command: str, percentage: int) -> None:
        if self.accept(command, percentage=percentage):
            self._attr_percentage = percentage
            self.async_write_ha_state()
