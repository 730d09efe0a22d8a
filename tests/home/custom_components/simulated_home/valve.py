"""A water valve that answers late."""

import asyncio
from typing import override

from homeassistant.components.valve import ValveEntity, ValveEntityFeature
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the valves."""
    async_add_entities(entry.runtime_data.build(Platform.VALVE, WaterValve))


class WaterValve(SimulatedEntity, ValveEntity):
    """A valve; open when the home starts."""

    _attr_reports_position = False
    _attr_supported_features = ValveEntityFeature.OPEN | ValveEntityFeature.CLOSE

    @override
    def begin(self) -> None:
        self._attr_is_closed = False

    @override
    async def async_open_valve(self) -> None:
        await self._turn("open_valve", is_closed=False)

    @override
    async def async_close_valve(self) -> None:
        await self._turn("close_valve", is_closed=True)

    async def _turn(self, command: str, *, is_closed: bool) -> None:
        await asyncio.sleep(self.lag)
        if self.accept(command):
            self._attr_is_closed = is_closed
            self.async_write_ha_state()
