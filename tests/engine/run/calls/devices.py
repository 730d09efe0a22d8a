"""Entities that do with each call what a test has told them beforehand."""

from asyncio import sleep
from collections import deque
from dataclasses import dataclass
from typing import Any

from homeassistant.components.button import ButtonEntity
from homeassistant.components.light import ColorMode, LightEntity
from homeassistant.components.lock import LockEntity
from homeassistant.components.number import NumberEntity
from homeassistant.components.switch import SwitchEntity
from homeassistant.helpers.entity import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What a device does with one call; times in seconds."""

    takes: float = 0.0
    """The call returns, or raises, only after this time."""

    obeys: bool = True
    late: float = 0.0
    """The state follows only so long after the call."""

    raises: Exception | None = None
    """Raised after the state has followed, or has not."""


OBEYS = Reaction()
LIES = Reaction(obeys=False)
"""It takes the command, says that all is well, and does nothing."""


def fails(error: Exception) -> Reaction:
    """Return the reaction of a device that does not obey, and says so."""
    return Reaction(obeys=False, raises=error)


class Device(Entity):
    """Reacts as programmed, one reaction a call; obeys when none is left."""

    _attr_should_poll = False
    domain: str

    def __init__(self, name: str, *reactions: Reaction) -> None:
        """Be ``<domain>.<name>``, known to the registry."""
        self.entity_id = f"{self.domain}.{name}"
        self.reactions = deque(reactions)
        self.received: list[dict[str, Any]] = []
        """The data of every call that reached it."""

        self._attr_unique_id = name
        self._attr_available = True

    def become(self, **values: Any) -> None:
        """Show other values from now on."""
        for name, value in values.items():
            setattr(self, f"_attr_{name}", value)
        self.async_write_ha_state()

    def later(self, seconds: float, **values: Any) -> None:
        """Show other values after some time."""
        self.hass.loop.call_later(seconds, lambda: self.become(**values))

    async def _react(self, data: dict[str, Any], **values: Any) -> None:
        self.received.append(data)
        reaction = self.reactions.popleft() if self.reactions else OBEYS
        await sleep(reaction.takes)
        if reaction.obeys and reaction.late:
            self.later(reaction.late, **values)
        elif reaction.obeys:
            self.become(**values)
        if reaction.raises is not None:
            raise reaction.raises


class _Switched(Device):
    _attr_is_on: bool | None

    def __init__(self, name: str, *reactions: Reaction) -> None:
        """Be off."""
        super().__init__(name, *reactions)
        self._attr_is_on = False

    async def async_turn_on(self, **kwargs: Any) -> None:
        """Take the command."""
        await self._react(kwargs, is_on=True, **kwargs)

    async def async_turn_off(self, **kwargs: Any) -> None:
        """Take the command."""
        await self._react(kwargs, is_on=False)


class Lamp(_Switched, LightEntity):
    """A light that can be dimmed."""

    domain = "light"
    _attr_color_mode = ColorMode.BRIGHTNESS
    _attr_supported_color_modes = {ColorMode.BRIGHTNESS}
    _attr_brightness = 255


class Plug(_Switched, SwitchEntity):
    """A switch."""

    domain = "switch"


class Bell(Device, ButtonEntity):
    """A button; what it shows is when it was pressed, so nothing can be expected."""

    domain = "button"

    async def async_press(self) -> None:
        """Take the command."""
        await self._react({})


class Bolt(Device, LockEntity):
    """A lock, with a latch that can be opened."""

    domain = "lock"
    _attr_is_locked = True

    async def async_lock(self, **kwargs: Any) -> None:
        """Take the command."""
        await self._react(kwargs, is_locked=True)

    async def async_unlock(self, **kwargs: Any) -> None:
        """Take the command."""
        await self._react(kwargs, is_locked=False)


class Knob(Device, NumberEntity):
    """A number from 0 to 100."""

    domain = "number"
    _attr_native_value = 0.0

    async def async_set_native_value(self, value: float) -> None:
        """Take the command."""
        await self._react({"value": value}, native_value=value)
