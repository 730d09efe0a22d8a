"""Plugs with a level; what they are comes from the device process alone."""

from typing import Any, override

import voluptuous as vol

from homeassistant.components.switch import SwitchEntity
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import config_validation as cv, entity_platform
from homeassistant.helpers.entity_platform import AddEntitiesCallback
from homeassistant.helpers.typing import ConfigType, DiscoveryInfoType

from .commands import Commands
from .const import DOMAIN


async def async_setup_platform(
    hass: HomeAssistant,
    _config: ConfigType,
    async_add_entities: AddEntitiesCallback,
    discovery_info: DiscoveryInfoType | None = None,
) -> None:
    """Add the plugs that the configuration names."""
    if discovery_info is None:
        return
    commands: Commands = hass.data[DOMAIN]
    plugs = {name: Plug(name, commands) for name in discovery_info["plugs"]}
    async_add_entities(plugs.values())
    entity_platform.async_get_current_platform().async_register_entity_service(
        "set_level",
        {vol.Required("mark"): cv.string, vol.Required("level"): vol.Coerce(int)},
        "async_set_level",
    )

    @callback
    def changed(states: dict[str, dict[str, Any]]) -> None:
        for name in states.keys() & plugs.keys():
            if plugs[name].hass is not None:
                plugs[name].async_write_ha_state()

    commands.link.on_states = changed


class Plug(SwitchEntity):
    """One plug."""

    _attr_should_poll = False

    def __init__(self, name: str, commands: Commands) -> None:
        """Speak for one device."""
        self._attr_name = name
        self._attr_unique_id = name
        self._device = name
        self._commands = commands

    @property
    def _state(self) -> dict[str, Any]:
        return self._commands.link.states.get(self._device) or {"on": False, "level": 0}

    @property
    @override
    def is_on(self) -> bool:
        return bool(self._state["on"])

    @property
    @override
    def extra_state_attributes(self) -> dict[str, Any]:
        return {"level": self._state["level"]}

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        await self._send("turn_on")

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        await self._send("turn_off")

    @override
    async def async_toggle(self, **kwargs: Any) -> None:
        await self._send("toggle")

    async def async_set_level(self, mark: str, level: int) -> None:
        """Set the level."""
        await self._send("set_level", mark=mark, value=level)

    async def _send(self, command: str, **more: Any) -> None:
        run = None if self._context is None else self._context.id
        await self._commands.send(command=command, device=self._device, run=run, **more)
