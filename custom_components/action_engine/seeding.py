"""The two policies that every home begins with, once."""

from types import MappingProxyType
from typing import Final

from homeassistant.config_entries import ConfigEntry, ConfigSubentry, ConfigSubentryData
from homeassistant.core import HomeAssistant, callback

from .const import SUBENTRY_POLICY
from .engine.model.policy import AGENTS, HOUSEHOLD
from .policy_data import policy_as_data

SEEDED: Final = 2
"""From this minor version on an entry has had its policies. Who deletes one is rid of it."""


def seeds() -> list[ConfigSubentryData]:
    """Return what a new entry is created with."""
    return [
        ConfigSubentryData(
            data=policy_as_data(policy),
            subentry_type=SUBENTRY_POLICY,
            title=policy.name,
            unique_id=None,
        )
        for policy in (HOUSEHOLD, AGENTS)
    ]


@callback
def seed(hass: HomeAssistant, entry: ConfigEntry) -> None:
    """Give an entry of before its policies."""
    for one in seeds():
        subentry = ConfigSubentry(
            data=MappingProxyType(dict(one["data"])),
            subentry_type=one["subentry_type"],
            title=one["title"],
            unique_id=one["unique_id"],
        )
        hass.config_entries.async_add_subentry(entry, subentry)
    hass.config_entries.async_update_entry(entry, minor_version=SEEDED)
