"""Action Engine: runs actions that matter, and answers for them.

This package's top level only translates between Home Assistant and ``engine/``; the one
door to that is ``ActionEngine``.
"""

from functools import partial

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HassJob, HomeAssistant
from homeassistant.helpers import config_validation as cv, device_registry as dr
from homeassistant.helpers.typing import ConfigType

from .announce import announce
from .cards import async_serve_cards, offer_cards, withdraw_cards
from .catalog_platforms import async_setup_platform_actions
from .catalog_sources import apply_actions, follow_sources
from .const import DOMAIN, PLATFORMS
from .engine.engine import ActionEngine
from .entry_options import needs_reopening, options_from_entry
from .http import async_setup_http
from .issues import show_unreadable
from .keeper import Keeper
from .llm_api import async_setup_llm_apis
from .lookout import Lookout
from .panel import async_serve_built, show_panel
from .policies import apply_policies
from .pulse import Pulse
from .runtime import ActionEngineConfigEntry, Runtime
from .seeding import SEEDED, seed
from .services import async_setup_services
from .websocket_api import async_setup_websocket_api

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)


async def async_setup(hass: HomeAssistant, _config: ConfigType) -> bool:
    """Register what is there even while no entry is loaded, and explains so."""
    async_setup_services(hass)
    await async_setup_platform_actions(hass)
    async_setup_websocket_api(hass)
    async_setup_http(hass)
    await async_serve_built(hass)
    async_serve_cards(hass)
    return True


async def async_setup_entry(
    hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> bool:
    """Open the journal, start the engine, and show it."""
    engine = await ActionEngine.async_open(hass, options_from_entry(entry.options))
    apply_policies(hass, entry, engine)
    entry.async_on_unload(partial(show_unreadable, hass, {}))
    entry.async_on_unload(follow_sources(hass, entry, engine))
    pulse = Pulse(hass, engine)
    keeper = Keeper(hass, engine, pulse.touch)
    runtime = entry.runtime_data = Runtime(
        engine=engine,
        pulse=pulse,
        keeper=keeper,
        gate=engine.gate,
        lookout=Lookout(hass, entry, engine, pulse),
        device_id=_device(hass, entry),
    )
    entry.async_on_unload(announce(hass, engine))
    async_setup_llm_apis(hass, entry, engine)
    entry.async_on_unload(entry.add_update_listener(_options_changed))
    # Entries are not unloaded when Home Assistant stops.
    entry.async_on_unload(hass.async_add_shutdown_job(HassJob(runtime.stop)))
    try:
        await keeper.start()
        await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
        entry.async_on_unload(await show_panel(hass))
        offer_cards(hass)
    except BaseException:
        # Else the thread of the journal would stay, and the next attempt add another.
        pulse.stop()
        await runtime.stop()
        raise
    return True


def _device(hass: HomeAssistant, entry: ConfigEntry) -> str:
    """Return the device of the engine, which has to be there before those of policies."""
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id,
        entry_type=dr.DeviceEntryType.SERVICE,
        identifiers={(DOMAIN, entry.entry_id)},
        name=entry.title,
    )
    return device.id


async def async_migrate_entry(
    hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> bool:
    """Bring an entry of an earlier version up to date."""
    if entry.minor_version < SEEDED:
        seed(hass, entry)
    return True


async def async_unload_entry(
    hass: HomeAssistant, entry: ActionEngineConfigEntry
) -> bool:
    """Stop showing the engine, then the engine itself."""
    if not await hass.config_entries.async_unload_platforms(entry, PLATFORMS):
        return False
    entry.runtime_data.pulse.stop()
    await entry.runtime_data.stop()
    return True


async def async_remove_entry(
    hass: HomeAssistant, _entry: ActionEngineConfigEntry
) -> None:
    """Leave nothing behind in the dashboards' resources."""
    await withdraw_cards(hass)


async def _options_changed(hass: HomeAssistant, entry: ActionEngineConfigEntry) -> None:
    """Let the next execution use what was set; the running ones keep theirs.

    Another database, another way to write into it, or another policy with entities of
    its own means to begin anew: what runs is broken off and goes on.
    """
    engine = entry.runtime_data.engine
    options = options_from_entry(entry.options)
    reload = needs_reopening(engine.options.journal, options.journal)
    apply_actions(entry, engine)
    # Even then at once: a policy that was removed must not let anything in meanwhile.
    if apply_policies(hass, entry, engine) or reload:
        hass.config_entries.async_schedule_reload(entry.entry_id)
    else:
        engine.configure(options)
        entry.runtime_data.pulse.touch()
