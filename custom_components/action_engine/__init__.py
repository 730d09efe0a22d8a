"""Action Engine: runs actions that matter, and answers for them.

This package's top level only translates between Home Assistant and ``engine/``; the one
door to that is ``ActionEngine``.
"""

from homeassistant.core import HassJob, HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.typing import ConfigType

from .announce import announce_ends
from .const import DOMAIN, PLATFORMS
from .engine.engine import ActionEngine
from .entry_options import options_from_entry
from .pulse import Pulse
from .runtime import ActionEngineConfigEntry, Runtime
from .services import async_setup_services
from .websocket_api import async_setup_websocket_api

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)


async def async_setup(hass: HomeAssistant, _config: ConfigType) -> bool:
    """Register what is there even while no entry is loaded, and explains so."""
    async_setup_services(hass)
    async_setup_websocket_api(hass)
    return True


async def async_setup_entry(
    hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> bool:
    """Start the engine, and show it."""
    engine = ActionEngine(hass, options_from_entry(entry.options))
    entry.runtime_data = Runtime(engine=engine, pulse=Pulse(hass, engine))
    entry.async_on_unload(announce_ends(hass))
    entry.async_on_unload(entry.add_update_listener(_options_changed))
    # Entries are not unloaded when Home Assistant stops.
    entry.async_on_unload(hass.async_add_shutdown_job(HassJob(engine.stop)))
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    return True


async def async_unload_entry(
    hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> bool:
    """Stop showing the engine, then the engine itself."""
    if not await hass.config_entries.async_unload_platforms(entry, PLATFORMS):
        return False
    entry.runtime_data.pulse.stop()
    await entry.runtime_data.engine.stop()
    return True


async def _options_changed(
    _hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> None:
    """Let the next execution use what was set; the running ones keep theirs."""
    entry.runtime_data.engine.configure(options_from_entry(entry.options))
