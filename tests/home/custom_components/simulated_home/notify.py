"""A display that shows messages."""

from typing import override

from homeassistant.components.notify import NotifyEntity, NotifyEntityFeature
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the displays."""
    async_add_entities(entry.runtime_data.build(Platform.NOTIFY, Display))


class Display(SimulatedEntity, NotifyEntity):
    """Messages end in the device log; every one of them counts."""

    _attr_supported_features = NotifyEntityFeature.TITLE

    @override
    async def async_send_message(self, message: str, title: str | None = None) -> None:
        self.accept("send_message", message=message, title=title)
