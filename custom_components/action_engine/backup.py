"""Lets a backup of Home Assistant contain a whole journal."""

import logging

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant

from .const import DOMAIN
from .engine.engine import ActionEngine
from .engine.errors import JournalUnavailableError

_LOGGER = logging.getLogger(__name__)


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Bring the file up to date, and leave it as it is; runs go on and stay durable."""
    for engine in _engines(hass):
        try:
            whole = await engine.record.journal.begin_backup()
        except JournalUnavailableError as error:
            # A backup without the newest of the journal is better than none.
            _LOGGER.warning("The backup gets the journal as it lies there: %s", error)
            continue
        if not whole:
            _LOGGER.warning("The backup may lack the newest rows of the journal")


async def async_post_backup(hass: HomeAssistant) -> None:
    """Let the journal write into its file again."""
    for engine in _engines(hass):
        try:
            await engine.record.journal.end_backup()
        except JournalUnavailableError as error:
            _LOGGER.warning(
                "The journal does not hear that the backup ended: %s", error
            )


def _engines(hass: HomeAssistant) -> list[ActionEngine]:
    """Return the one engine, or none while the entry is not loaded."""
    return [
        entry.runtime_data.engine
        for entry in hass.config_entries.async_entries(DOMAIN)
        if entry.state is ConfigEntryState.LOADED
    ]
