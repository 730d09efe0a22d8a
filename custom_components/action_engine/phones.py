"""Phones with Home Assistant's app: whose they are, and how to reach them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
import logging
from typing import Any, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import slugify

_LOGGER = logging.getLogger(__name__)

APP: Final = "mobile_app"
NOTIFY: Final = "notify"
CLEAR: Final = "clear_notification"
"""As a message it takes back what was sent with the same tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """What is sent."""

    message: str
    title: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return it as the data of the action that sends it."""
        title = {} if self.title is None else {"title": self.title}
        return {"message": self.message, **title, "data": dict(self.data)}


@callback
def phones_by_person(hass: HomeAssistant) -> dict[str, list[str]]:
    """Return the actions that send to each person's phones, by user id.

    Home Assistant makes one action out of phones of the same name. If these belong to
    different people nobody can tell whom it reaches, and it is not used.
    """
    people: dict[str, set[str]] = defaultdict(set)
    for entry in hass.config_entries.async_entries(APP):
        service = slugify(f"{APP}_{entry.data.get('device_name')}")
        people[service].add(str(entry.data.get("user_id")))
    found: dict[str, list[str]] = defaultdict(list)
    for service, owners in people.items():
        if len(owners) == 1 and hass.services.has_service(NOTIFY, service):
            found[next(iter(owners))].append(service)
    return dict(found)


async def send(
    hass: HomeAssistant, services: Iterable[str], notification: Notification
) -> None:
    """Send to phones; one that cannot be reached does not keep the others from it."""
    for service in services:
        try:
            await hass.services.async_call(
                NOTIFY, service, notification.as_dict(), blocking=True
            )
        except HomeAssistantError as error:
            _LOGGER.warning("Could not send to notify.%s: %s", service, error)
