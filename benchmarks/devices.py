"""What can be called: services that do nothing, and switches that do what is asked."""

import asyncio
from typing import Any, Final, override

from homeassistant.components.switch import SwitchEntity
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.exceptions import HomeAssistantError

DOMAIN: Final = "bench"
MANY: Final = 50
SLOW: Final = 0.005
"""Seconds that a device needs for an answer."""

LATE: Final = 0.03
"""Seconds after the end of the call at which a late switch shows its new state."""


class Switch(SwitchEntity):
    """A switch whose weaknesses can be chosen."""

    _attr_should_poll = False

    def __init__(self, name: str) -> None:
        """Be off, and work."""
        self.entity_id = f"switch.{name}"
        self.is_late = False
        self.fails = 0
        """Calls that it is going to refuse."""

        self._attr_is_on = False

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        self._turn(on=True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        self._turn(on=False)

    def _turn(self, *, on: bool) -> None:
        if self.fails:
            self.fails -= 1
            raise HomeAssistantError("the relay is stuck")
        if self.is_late:
            self.hass.loop.call_later(LATE, self._show, on)
        else:
            self._show(on)

    def _show(self, on: bool) -> None:  # noqa: FBT001 - called by the loop
        self._attr_is_on = on
        self.async_write_ha_state()


class Switchboard:
    """Fifty switches, one more that is late, and the services of the benchmarks."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Register the services."""
        self.late = Switch("late")
        self.late.is_late = True
        self.many = [Switch(f"number_{index}") for index in range(MANY)]
        hass.services.async_register(DOMAIN, "noop", _noop)
        hass.services.async_register(DOMAIN, "pause", _pause)
        hass.services.async_register(DOMAIN, "device", _device)

    @property
    def entities(self) -> list[Switch]:
        """All switches."""
        return [*self.many, self.late]


async def _noop(_: ServiceCall) -> None:
    """Return at once."""


async def _pause(_: ServiceCall) -> None:
    """Return in the next turn of the loop, as a fast device would."""
    await asyncio.sleep(0)


async def _device(_: ServiceCall) -> None:
    """Return when a device would have answered."""
    await asyncio.sleep(SLOW)
