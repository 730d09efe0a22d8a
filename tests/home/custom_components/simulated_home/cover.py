"""A blind that takes its time, and a curtain that does not."""

from typing import Any, override

from homeassistant.components.cover import (
    ATTR_POSITION,
    CoverEntity,
    CoverEntityFeature,
)
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry

OPEN = 100
CLOSED = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the covers."""
    async_add_entities(entry.runtime_data.build(Platform.COVER, Blind))


class Blind(SimulatedEntity, CoverEntity):
    """A cover; open when the home starts."""

    _attr_supported_features = (
        CoverEntityFeature.OPEN
        | CoverEntityFeature.CLOSE
        | CoverEntityFeature.SET_POSITION
    )
    _position = OPEN

    @override
    def begin(self) -> None:
        self._arrive(OPEN)

    @override
    async def async_open_cover(self, **kwargs: Any) -> None:
        if self.accept("open_cover"):
            self._move_to(OPEN)

    @override
    async def async_close_cover(self, **kwargs: Any) -> None:
        if self.accept("close_cover"):
            self._move_to(CLOSED)

    @override
    async def async_set_cover_position(self, **kwargs: Any) -> None:
        if self.accept("set_cover_position", **kwargs):
            self._move_to(kwargs[ATTR_POSITION])

    def _move_to(self, position: int) -> None:
        self._attr_is_opening = position > self._position
        self._attr_is_closing = position < self._position
        self.travel(lambda: self._arrive(position))

    def _arrive(self, position: int) -> None:
        self._position = position
        self._attr_current_cover_position = position
        self._attr_is_closed = position == CLOSED
        self._attr_is_opening = self._attr_is_closing = False
