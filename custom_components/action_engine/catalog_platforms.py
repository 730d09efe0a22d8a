"""Named actions that other integrations bring along in a module ``action_engine``.

It has ``async_get_actions(hass)``, which returns a list of mappings; see
``docs/how-to/own-actions.md``. Whatever goes wrong there is logged and shown, and harms
nobody else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from inspect import isawaitable
import logging
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.helpers.integration_platform import (
    async_process_integration_platforms,
)
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN
from .engine.model.named_action import PLATFORM, Offer

_LOGGER = logging.getLogger(__name__)


class Hearers:
    """Those who are told that there are other actions."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._all: list[Callable[[], None]] = []

    def add(self, hearer: Callable[[], None]) -> Callable[[], None]:
        """Add one, and return how it goes again."""
        self._all.append(hearer)
        return lambda: self._all.remove(hearer)

    def tell(self) -> None:
        """Tell everybody."""
        for hearer in tuple(self._all):
            hearer()


@dataclass(slots=True)
class PlatformActions:
    """What integrations have brought along, as long as Home Assistant runs."""

    by_domain: dict[str, list[Offer]] = field(default_factory=dict)
    listeners: Hearers = field(default_factory=Hearers)

    @property
    def offers(self) -> list[Offer]:
        """Return all of it, unread."""
        return [one for each in self.by_domain.values() for one in each]


_ACTIONS: HassKey[PlatformActions] = HassKey(f"{DOMAIN}_platform_actions")


def platform_actions(hass: HomeAssistant) -> PlatformActions:
    """Return what was brought along until now; more may come."""
    return hass.data.setdefault(_ACTIONS, PlatformActions())


async def async_setup_platform_actions(hass: HomeAssistant) -> None:
    """Look at every integration, those that come later as well."""
    await async_process_integration_platforms(hass, DOMAIN, _process)


async def _process(hass: HomeAssistant, domain: str, platform: Any) -> None:
    known = platform_actions(hass)
    try:
        found = platform.async_get_actions(hass)
        given = await found if isawaitable(found) else found
        known.by_domain[domain] = list(_offers(domain, given))
    except Exception:
        _LOGGER.exception("The named actions of %s cannot be used", domain)
        return
    known.listeners.tell()


def _offers(domain: str, given: Iterable[Any]) -> Iterable[Offer]:
    for one in given:
        # What is no mapping becomes an entry that cannot be read, so that it is shown.
        raw = dict(one) if isinstance(one, Mapping) else {"entry": one}
        name = raw.pop("name", "")
        yield Offer(name=name, source=f"{PLATFORM}:{domain}", raw=raw)
