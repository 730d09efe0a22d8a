"""A speaker."""

from typing import Any, override

from homeassistant.components.media_player import (
    MediaPlayerDeviceClass,
    MediaPlayerEntity,
    MediaPlayerEntityFeature,
    MediaPlayerState,
    MediaType,
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
    """Add the speakers."""
    async_add_entities(entry.runtime_data.build(Platform.MEDIA_PLAYER, Speaker))


class Speaker(SimulatedEntity, MediaPlayerEntity):
    """A speaker; off when the home starts."""

    _attr_device_class = MediaPlayerDeviceClass.SPEAKER
    _attr_supported_features = (
        MediaPlayerEntityFeature.TURN_ON
        | MediaPlayerEntityFeature.TURN_OFF
        | MediaPlayerEntityFeature.VOLUME_SET
        | MediaPlayerEntityFeature.PLAY
        | MediaPlayerEntityFeature.PAUSE
        | MediaPlayerEntityFeature.PLAY_MEDIA
    )

    @override
    def begin(self) -> None:
        self._attr_state = MediaPlayerState.OFF
        self._attr_volume_level = 0.5
        self._attr_media_title = None

    @override
    async def async_turn_on(self) -> None:
        self._become("turn_on", MediaPlayerState.IDLE)

    @override
    async def async_turn_off(self) -> None:
        self._become("turn_off", MediaPlayerState.OFF)

    @override
    async def async_media_play(self) -> None:
        self._become("media_play", MediaPlayerState.PLAYING)

    @override
    async def async_media_pause(self) -> None:
        self._become("media_pause", MediaPlayerState.PAUSED)

    @override
    async def async_set_volume_level(self, volume: float) -> None:
        if self.accept("volume_set", volume_level=volume):
            self._attr_volume_level = volume
            self.async_write_ha_state()

    @override
    async def async_play_media(
        self, media_type: MediaType | str, media_id: str, **kwargs: Any
    ) -> None:
        if self.accept("play_media", media_type=media_type, media_id=media_id):
            self._attr_media_title = media_id
            self._attr_state = MediaPlayerState.PLAYING
            self.async_write_ha_state()

    def _become(self, command: str, state: MediaPlayerState) -> None:
        if self.accept(command):
            self._attr_state = state
            self.async_write_ha_state()
