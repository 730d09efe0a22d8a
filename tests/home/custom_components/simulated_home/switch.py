"""Plugs; one of them needs a few tries."""

from typing import Any, override

from homeassistant.components.switch import SwitchEntity
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the plugs."""
    async_add_entities(entry.runtime_data.build(Platform.SWITCH, Plug))


class Plug(SimulatedEntity, SwitchEntity):
    """A plug; off when the home starts."""

    @override
    def begin(self) -> None:
        self._attr_is_on = False

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        self._switch("turn_on", is_on=True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        self._switch("turn_off", is_on=False)

    def _switch(self, command: str, *, is_on: bool) -> None:
        if self.accept(command):
            self._attr_is_on = is_on
            self.async_write_ha_state()
