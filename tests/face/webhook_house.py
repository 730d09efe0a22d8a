"""A loaded entry with webhooks that lead to a server on this machine."""

from types import MappingProxyType
from typing import Any

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant

from custom_components.action_engine.const import SUBENTRY_WEBHOOK
from custom_components.action_engine.engine.model.webhook import Webhook
from custom_components.action_engine.webhook_reading import webhook_as_data


def add_webhook(
    hass: HomeAssistant, entry: ConfigEntry, webhook: Webhook, **data: Any
) -> ConfigSubentry:
    """Store a webhook, or ``data`` in its place."""
    subentry = ConfigSubentry(
        data=MappingProxyType(data or webhook_as_data(webhook)),
        subentry_type=SUBENTRY_WEBHOOK,
        title=webhook.name,
        unique_id=None,
    )
    hass.config_entries.async_add_subentry(entry, subentry)
    return subentry
