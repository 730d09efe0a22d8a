"""The devices of the crash tests in Home Assistant, and what kills it."""

from functools import partial
import json
from pathlib import Path
from typing import Any

from homeassistant.const import EVENT_HOMEASSISTANT_START, Platform
from homeassistant.core import (
    HassJob,
    HomeAssistant,
    ServiceCall,
    SupportsResponse,
    callback,
)
from homeassistant.helpers.discovery import async_load_platform
from homeassistant.helpers.start import async_at_started
from homeassistant.helpers.typing import ConfigType

from .commands import Commands
from .const import COMMANDS, DOMAIN, WISH_FILE
from .faults import Faults, Wish
from .link import Link
from .view import View


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Connect to the devices and register everything."""
    section = config[DOMAIN]
    link, view = Link(), View(hass)
    listening = await link.connect(section["socket"])
    hass.async_add_shutdown_job(HassJob(listening.cancel))
    faults = Faults(hass, view.durable, view.is_undo)
    commands = hass.data[DOMAIN] = Commands(link, faults)
    _register(hass, commands, view)
    hass.async_create_task(
        async_load_platform(
            hass, Platform.SWITCH, DOMAIN, {"plugs": section["plugs"]}, config
        )
    )
    wish = Path(hass.config.path(WISH_FILE))
    faults.arm(await hass.async_add_executor_job(_read_wish, wish))
    _watch(hass, faults, view)
    return True


def _register(hass: HomeAssistant, commands: Commands, view: View) -> None:
    async def send(name: str, call: ServiceCall) -> dict[str, Any] | None:
        answer = await commands.send(command=name, run=call.context.id, **call.data)
        return {"value": answer} if call.return_response else None

    async def status(call: ServiceCall) -> dict[str, Any]:
        return await view.answer(call.data.get("ids", []))

    async def arm(call: ServiceCall) -> None:
        commands.faults.arm(Wish(**call.data))

    register = hass.services.async_register
    for name in COMMANDS:
        optional = SupportsResponse.OPTIONAL
        register(DOMAIN, name, partial(send, name), supports_response=optional)
    register(DOMAIN, "status", status, supports_response=SupportsResponse.ONLY)
    register(DOMAIN, "arm", arm)


def _watch(hass: HomeAssistant, faults: Faults, view: View) -> None:
    @callback
    def start(_: object) -> None:
        # Everything is set up, and nothing of an earlier life has been taken up yet.
        view.engine.watch(faults.see)
        view.engine.on_move(view.count)

    @callback
    def started(_: object) -> None:
        view.start()
        faults.reached("while_recovering")

    hass.bus.async_listen_once(EVENT_HOMEASSISTANT_START, start)
    async_at_started(hass, started)


def _read_wish(path: Path) -> Wish | None:
    return Wish(**json.loads(path.read_text())) if path.exists() else None
