"""What the devices share, and what they have in common."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, override

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import Platform
from homeassistant.core import CALLBACK_TYPE, HassJob, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.event import async_call_later
from homeassistant.util import slugify

from .const import DOMAIN
from .device_log import DeviceLog
from .devices import INVENTORY, Device

type SimulatedHomeEntry = ConfigEntry[Home]


class Home:
    """The devices that are there, by entity id."""

    def __init__(self, log: DeviceLog | None) -> None:
        """Begin empty; devices enter when they are added to Home Assistant."""
        self._log = log
        self._devices: dict[str, SimulatedEntity] = {}

    def build[E: SimulatedEntity](
        self, platform: Platform, kind: Callable[[Home, Device], E]
    ) -> Iterator[E]:
        """Make the devices that the inventory lists for one platform."""
        return (kind(self, it) for it in INVENTORY if it.platform is platform)

    def enter(self, entity: SimulatedEntity) -> None:
        """Let a device take part in ``reset`` and ``drop``."""
        self._devices[entity.entity_id] = entity

    def leave(self, entity: SimulatedEntity) -> None:
        """Forget a device."""
        self._devices.pop(entity.entity_id, None)

    def record(self, entity_id: str, command: str, data: Mapping[str, Any]) -> None:
        """Note a command that a device accepted."""
        if self._log is not None:
            self._log.write(entity_id, command, data)

    @callback
    def reset(self) -> None:
        """Put every device back into the state in which the home started."""
        for entity in self._devices.values():
            entity.reset()

    @callback
    def drop(self, entity_ids: set[str], seconds: float) -> None:
        """Cut the connection of these devices; it comes back by itself."""
        for entity_id in entity_ids & self._devices.keys():
            self._devices[entity_id].drop(seconds)


class SimulatedEntity(Entity):
    """A device that logs its commands, may refuse some, and can lose its connection."""

    _attr_has_entity_name = True
    _attr_name = None
    _attr_should_poll = False

    def __init__(self, home: Home, device: Device) -> None:
        """Take the place in the home that the inventory gives the device."""
        self._home = home
        self._device = device
        self._refusals = device.refuses
        self._stop_travel: CALLBACK_TYPE | None = None
        self._stop_drop: CALLBACK_TYPE | None = None
        self._attr_unique_id = slugify(f"{device.platform} {device.area} {device.name}")
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, self._attr_unique_id)},
            name=device.name,
            suggested_area=device.area,
        )
        self.begin()

    def begin(self) -> None:
        """Set the attributes that the device has when the home starts."""

    @override
    async def async_added_to_hass(self) -> None:
        self._home.enter(self)

    @override
    async def async_will_remove_from_hass(self) -> None:
        self._home.leave(self)
        self._cancel_timers()

    @callback
    def accept(self, command: str, **data: Any) -> bool:
        """Log a command, and say whether the device follows it.

        Raises HomeAssistantError as long as the device refuses; such a command is
        not in the log.
        """
        if self._refusals:
            self._refusals -= 1
            message = f"{self.entity_id} did not answer"
            raise HomeAssistantError(message)
        self._home.record(self.entity_id, command, data)
        return not self._device.deaf

    @property
    def lag(self) -> float:
        """Seconds that a command takes to return."""
        return self._device.lag

    @callback
    def travel(self, arrive: Callable[[], None]) -> None:
        """Call ``arrive`` when the device got there; a newer journey replaces it."""
        if self._stop_travel is not None:
            self._stop_travel()
            self._stop_travel = None
        if self._device.travel:
            self._stop_travel = self._later(self._device.travel, arrive)
        else:
            arrive()
        self.async_write_ha_state()

    @callback
    def drop(self, seconds: float) -> None:
        """Be unavailable for so many seconds."""
        if self._stop_drop is not None:
            self._stop_drop()
        self._attr_available = False
        self._stop_drop = self._later(seconds, self._reconnect)
        self.async_write_ha_state()

    @callback
    def reset(self) -> None:
        """Be as at the start of the home."""
        self._cancel_timers()
        self._refusals = self._device.refuses
        self._attr_available = True
        self.begin()
        self.async_write_ha_state()

    @callback
    def _reconnect(self) -> None:
        self._attr_available = True

    @callback
    def _later(self, seconds: float, action: Callable[[], None]) -> CALLBACK_TYPE:
        @callback
        def run(_now: object) -> None:
            action()
            self.async_write_ha_state()

        # Home Assistant must not wait for a blind when it shuts down.
        return async_call_later(
            self.hass, seconds, HassJob(run, cancel_on_shutdown=True)
        )

    @callback
    def _cancel_timers(self) -> None:
        for stop in (self._stop_travel, self._stop_drop):
            if stop is not None:
                stop()
        self._stop_travel = self._stop_drop = None
