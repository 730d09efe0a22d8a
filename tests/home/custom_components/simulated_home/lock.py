"""Door locks; the motor of one needs a moment."""

from typing import Any, override

from homeassistant.components.lock import LockEntity
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .home import SimulatedEntity, SimulatedHomeEntry


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: SimulatedHomeEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the locks."""
    async_add_entities(entry.runtime_data.build(Platform.LOCK, DoorLock))


class DoorLock(SimulatedEntity, LockEntity):
    """A lock; unlocked when the home starts."""

    @override
    def begin(self) -> None:
        self._turned(is_locked=False)

    @override
    async def async_lock(self, **kwargs: Any) -> None:
        if self.accept("lock", **kwargs):
            self._attr_is_locking = True
            self.travel(lambda: self._turned(is_locked=True))

    @override
    async def async_unlock(self, **kwargs: Any) -> None:
        if self.accept("unlock", **kwargs):
            self._attr_is_unlocking = True
            self.travel(lambda: self._turned(is_locked=False))

    def _turned(self, *, is_locked: bool) -> None:
        self._attr_is_locking = self._attr_is_unlocking = False
        self._attr_is_locked = is_locked
