"""The devices of the crash tests in Home Assistant, and the door that the driver uses."""

from functools import partial
import json
from pathlib import Path
from typing import Any, Final

from homeassistant.const import Platform
from homeassistant.core import HassJob, HomeAssistant, ServiceCall, SupportsResponse
from homeassistant.helpers.discovery import async_load_platform
from homeassistant.helpers.start import async_at_started
from homeassistant.helpers.typing import ConfigType

from .commands import Commands
from .door import DOMAIN, Door, open_door
from .faults import Faults, Wish
from .link import Link

WISH_FILE: Final = "crash_wish.json"
"""A wish that is there before Home Assistant starts."""

SERVICES: Final = ("tell", "press", "draw", "slow", "ring")
"""What a device can be told beside the switches; ``draw`` answers with a number."""


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Connect to the devices, open the engine, and register everything."""
    section = config[DOMAIN]
    door = await open_door(hass)
    faults = Faults(hass, door.durable)
    faults.is_undo = door.is_undo
    link = Link()
    listening = await link.connect(section["socket"])
    hass.async_add_shutdown_job(HassJob(listening.cancel))
    hass.async_add_shutdown_job(HassJob(door.engine.stop))
    commands = hass.data[DOMAIN] = Commands(link, faults)
    for name in SERVICES:
        hass.services.async_register(
            DOMAIN,
            name,
            partial(_command, commands, name),
            supports_response=SupportsResponse.OPTIONAL,
        )
    door.register(hass, faults)
    hass.async_create_task(
        async_load_platform(
            hass, Platform.SWITCH, DOMAIN, {"plugs": section["plugs"]}, config
        )
    )
    wish = Path(hass.config.path(WISH_FILE))
    faults.arm(await hass.async_add_executor_job(_read_wish, wish))
    door.engine.watch(faults.see)
    async_at_started(hass, partial(_started, door, faults))
    return True


async def _started(door: Door, faults: Faults, _hass: HomeAssistant) -> None:
    faults.reached("while_recovering")
    await door.recover()


async def _command(
    commands: Commands, name: str, call: ServiceCall
) -> dict[str, Any] | None:
    answer = await commands.send(command=name, run=call.context.id, **call.data)
    return {"value": answer} if call.return_response else None


def _read_wish(path: Path) -> Wish | None:
    return Wish(**json.loads(path.read_text())) if path.exists() else None
