"""The webhooks of the loaded entry, by the names that their owner has given them."""

from collections.abc import Mapping
from typing import Any

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import callback

from .const import SUBENTRY_WEBHOOK
from .engine.errors import WebhookNotFoundError
from .engine.model.webhook import Webhook
from .stored_section import PolicyDataError
from .webhook_reading import read_webhook


@callback
def webhook_of(entry: ConfigEntry, name: str) -> Webhook:
    """Return an endpoint; raise ``WebhookNotFoundError`` if nothing can be sent there."""
    found = entry.get_subentries_of_type(SUBENTRY_WEBHOOK)
    for subentry in found:
        if subentry.title == name:
            try:
                return read_webhook(name, subentry.data)
            except PolicyDataError as problem:
                raise WebhookNotFoundError(endpoint=name, reason=problem) from None
    names = ", ".join(sorted(one.title for one in found)[:10])
    raise WebhookNotFoundError(endpoint=name, reason=f"there are {names or 'none'}")


def webhooks_for_diagnostics(entry: ConfigEntry) -> list[Mapping[str, Any]]:
    """Return how endpoints are set, without addresses, headers and secrets."""
    return [_outline(entry, one.title) for one in _by_title(entry)]


def _by_title(entry: ConfigEntry) -> list[Any]:
    found = entry.get_subentries_of_type(SUBENTRY_WEBHOOK)
    return sorted(found, key=lambda one: one.title)


def _outline(entry: ConfigEntry, name: str) -> Mapping[str, Any]:
    try:
        webhook = webhook_of(entry, name)
    except WebhookNotFoundError as problem:
        return {"name": name, "problem": str(problem)}
    return {
        "name": name,
        "methods": list(webhook.methods),
        "paths": webhook.paths,
        "allow_http": webhook.allow_http,
        "allow_private": webhook.allow_private,
        "headers": len(webhook.headers),
        "is_signed": webhook.secret is not None,
        "timeout": webhook.timeout,
        "retries": webhook.retries,
    }
