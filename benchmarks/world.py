"""A small home in a real Home Assistant, on its own event loop.

Not the one of its test helper, which looks at every task that is made, and so makes
native scripts slower than they are.
"""

from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
import gc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from homeassistant import loader
from homeassistant.bootstrap import async_load_base_functionality
from homeassistant.components.switch import DATA_COMPONENT
from homeassistant.config_entries import ConfigEntries
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

from benchmarks.chores import add_chores
from benchmarks.devices import Switchboard
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.model.options import EngineOptions

_HOME: Final[dict[str, Any]] = {
    "homeassistant": {},
    "input_boolean": {"input_boolean": {"lamp": None}},
    "persistent_notification": {},
    "script": {"script": {"one_call": {"sequence": [{"action": "bench.noop"}]}}},
    "switch": {},
}
_PENDING: Final = 1_000
"""Live events that the subscriber keeps, as the one behind the web interface does."""


class World:
    """The home, and an engine that somebody watches."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Take a running Home Assistant."""
        self.hass = hass
        self.switches = Switchboard(hass)
        self.engine = ActionEngine(hass, EngineOptions())
        self.live: deque[Mapping[str, Any]] = deque(maxlen=_PENDING)
        self.engine.watch(self.live.append)


@asynccontextmanager
async def open_world() -> AsyncIterator[World]:
    """Start Home Assistant in a folder of its own, furnish it, and stop it at the end."""
    with TemporaryDirectory() as folder:
        hass = await _start(Path(folder))
        world = World(hass)
        await hass.data[DATA_COMPONENT].async_add_entities(world.switches.entities)
        await add_chores(hass)
        # What has been loaded by now stays, and need not be looked at again.
        gc.collect()
        gc.freeze()
        try:
            yield world
        finally:
            gc.unfreeze()
            await world.engine.stop()
            await hass.async_stop(force=True)


async def _start(folder: Path) -> HomeAssistant:
    hass = HomeAssistant(str(folder))
    loader.async_setup(hass)
    hass.config.skip_pip = True
    hass.config_entries = ConfigEntries(hass, {})
    if not await async_load_base_functionality(hass):
        raise RuntimeError("Home Assistant does not start")
    for domain, config in _HOME.items():
        if not await async_setup_component(hass, domain, config):
            raise RuntimeError(f"{domain} does not start")
    await hass.async_start()
    return hass
