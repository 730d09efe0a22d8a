"""Heating with a target temperature."""

from typing import Any, override

from homeassistant.components.climate import (
    ATTR_HVAC_MODE,
    ClimateEntity,
    ClimateEntityFeature,
    HVACMode,
)
from homeassistant.const import ATTR_TEMPERATURE, Platform, UnitOfTemperature
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the heating of each room."""
    async_add_entities(entry.runtime_data.build(Platform.CLIMATE, Heating))


class Heating(SimulatedEntity, ClimateEntity):
    """A radiator; at 21 °C when the home starts."""

    _attr_hvac_modes = [HVACMode.OFF, HVACMode.HEAT]
    _attr_temperature_unit = UnitOfTemperature.CELSIUS
    _attr_supported_features = (
        ClimateEntityFeature.TARGET_TEMPERATURE
        | ClimateEntityFeature.TURN_ON
        | ClimateEntityFeature.TURN_OFF
    )

    @override
    def begin(self) -> None:
        self._attr_hvac_mode = HVACMode.HEAT
        self._attr_current_temperature = 20.5
        self._attr_target_temperature = 21.0

    @override
    async def async_set_temperature(self, **kwargs: Any) -> None:
        if self.accept("set_temperature", **kwargs):
            self._attr_target_temperature = kwargs[ATTR_TEMPERATURE]
            self._attr_hvac_mode = kwargs.get(ATTR_HVAC_MODE, self.hvac_mode)
            self.async_write_ha_state()

    @override
    async def async_set_hvac_mode(self, hvac_mode: HVACMode) -> None:
        if self.accept("set_hvac_mode", hvac_mode=hvac_mode):
            self._attr_hvac_mode = hvac_mode
            self.async_write_ha_state()

    @override
    async def async_turn_on(self) -> None:
        await self.async_set_hvac_mode(HVACMode.HEAT)

    @override
    async def async_turn_off(self) -> None:
        await self.async_set_hvac_mode(HVACMode.OFF)
