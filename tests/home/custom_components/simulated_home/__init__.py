"""A home without hardware, for demonstrations and tests.

``devices.py`` is the inventory: what there is, and what is wrong with it.
``home.py`` holds what the devices share. The platform files are the devices.
Nothing is polled and nothing is random: the same commands give the same states.
"""

from typing import Final

import voluptuous as vol

from homeassistant.config_entries import SOURCE_IMPORT
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.typing import ConfigType

from .const import CONF_DEVICE_LOG, DOMAIN
from .device_log import DeviceLog
from .devices import INVENTORY
from .home import Home, SimulatedHomeEntry
from .services import async_setup_services

PLATFORMS: Final[list[Platform]] = sorted({device.platform for device in INVENTORY})

CONFIG_SCHEMA = vol.Schema(
    {DOMAIN: vol.Schema({vol.Optional(CONF_DEVICE_LOG): cv.string})},
    extra=vol.ALLOW_EXTRA,
)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Register the services, and import a ``simulated_home:`` section if there is one."""
    async_setup_services(hass)
    if (section := config.get(DOMAIN)) is not None:
        hass.async_create_task(
            hass.config_entries.flow.async_init(
                DOMAIN, context={"source": SOURCE_IMPORT}, data=dict(section)
            )
        )
    return True


async def async_setup_entry(hass: HomeAssistant, entry: SimulatedHomeEntry) -> bool:
    """Open the device log and build every device of the inventory."""
    path = entry.data.get(CONF_DEVICE_LOG)
    log = None
    if path:
        log = await hass.async_add_executor_job(DeviceLog, hass.config.path(path))
        entry.async_on_unload(log.close)
    entry.runtime_data = Home(log)
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    return True


async def async_unload_entry(hass: HomeAssistant, entry: SimulatedHomeEntry) -> bool:
    """Take the devices away again."""
    return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)
