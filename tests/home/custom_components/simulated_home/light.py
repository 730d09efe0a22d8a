"""Lamps with brightness and white temperature."""

from typing import Any, override

from homeassistant.components.light import (
    ATTR_BRIGHTNESS,
    ATTR_COLOR_TEMP_KELVIN,
    ColorMode,
    LightEntity,
)
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the lamps."""
    async_add_entities(entry.runtime_data.build(Platform.LIGHT, Lamp))


class Lamp(SimulatedEntity, LightEntity):
    """A lamp; off when the home starts."""

    _attr_supported_color_modes = {ColorMode.COLOR_TEMP}
    _attr_color_mode = ColorMode.COLOR_TEMP

    @override
    def begin(self) -> None:
        self._attr_is_on = False
        self._attr_brightness = 255
        self._attr_color_temp_kelvin = 3000

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        if self.accept("turn_on", **kwargs):
            self._attr_is_on = True
            self._attr_brightness = kwargs.get(ATTR_BRIGHTNESS, self.brightness)
            self._attr_color_temp_kelvin = kwargs.get(
                ATTR_COLOR_TEMP_KELVIN, self.color_temp_kelvin
            )
            self.async_write_ha_state()

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        if self.accept("turn_off", **kwargs):
            self._attr_is_on = False
            self.async_write_ha_state()
