"""The dashboard cards: a resource that dashboards load, and whose address is looked after.

Where Home Assistant keeps the resources itself, ours is added, follows each new version,
and goes with the entry. Where they stand in YAML they are the owner's: nothing is
written, and one line of YAML is enough for good, since ``STEADY_URL`` stays as it is.
"""

from http import HTTPStatus
import logging
from typing import Final

from aiohttp import web

from homeassistant.components.http import KEY_HASS, HomeAssistantView
from homeassistant.components.lovelace.const import LOVELACE_DATA
from homeassistant.components.lovelace.resources import ResourceStorageCollection
from homeassistant.core import HomeAssistant, callback
from homeassistant.setup import async_when_setup
from homeassistant.util.hass_dict import HassKey

from .const import BUILT_URL, DOMAIN
from .panel import module_of

_LOGGER = logging.getLogger(__name__)

STEADY_URL: Final = f"{BUILT_URL}/cards.js"
"""Leads to the module of the day; to be written down by people."""

_OURS: Final = f"{BUILT_URL}/cards-"
"""With this begins each address that we have ever added, and no other."""

_LOVELACE: Final = "lovelace"
_TOLD: HassKey[bool] = HassKey(f"{DOMAIN}_cards_told")
"""What to do about YAML was written into the log."""


@callback
def async_serve_cards(hass: HomeAssistant) -> None:
    """Serve the address that does not change, once, if there are cards."""
    if module_of(hass, "cards") is not None:
        hass.http.register_view(_SteadyView())


@callback
def offer_cards(hass: HomeAssistant) -> None:
    """Have dashboards load the cards, now or as soon as there are dashboards."""
    if module_of(hass, "cards") is not None:
        async_when_setup(hass, _LOVELACE, _offer)


async def withdraw_cards(hass: HomeAssistant) -> None:
    """Take our resource away again, and no other."""
    if (resources := _stored_resources(hass)) is None:
        return
    await resources.async_get_info()
    for resource_id in _ours(resources):
        await resources.async_delete_item(resource_id)


async def _offer(hass: HomeAssistant, _component: str) -> None:
    if (resources := _stored_resources(hass)) is None:
        _tell_of_yaml(hass)
        return
    await resources.async_get_info()
    # From here to the first change nothing is awaited, so there is never a second one.
    url = module_of(hass, "cards")
    # Dashboards may come late, and the entry may have been removed by then.
    if url is None or not hass.config_entries.async_has_entries(DOMAIN):
        return
    ours = _ours(resources)
    if not ours:
        await resources.async_create_item({"res_type": "module", "url": url})
        return
    kept, *doubles = ours
    if ours[kept] != url:
        await resources.async_update_item(kept, {"res_type": "module", "url": url})
    for resource_id in doubles:
        await resources.async_delete_item(resource_id)


def _stored_resources(hass: HomeAssistant) -> ResourceStorageCollection | None:
    """Return the resources if Home Assistant keeps them, None if YAML does or nobody."""
    data = hass.data.get(LOVELACE_DATA)
    resources = data and data.resources
    return resources if isinstance(resources, ResourceStorageCollection) else None


def _ours(resources: ResourceStorageCollection) -> dict[str, str]:
    """Return the addresses that we have added, by id."""
    return {
        str(item["id"]): str(item["url"])
        for item in resources.async_items()
        if str(item["url"]).startswith(_OURS)
    }


def _tell_of_yaml(hass: HomeAssistant) -> None:
    if _TOLD in hass.data:
        return
    hass.data[_TOLD] = True
    _LOGGER.info(
        "Resources of dashboards are kept in YAML; for the cards add there: "
        "{url: %s, type: module}",
        STEADY_URL,
    )


class _SteadyView(HomeAssistantView):
    url = STEADY_URL
    name = f"{DOMAIN}:cards"
    requires_auth = False

    async def get(self, request: web.Request) -> web.Response:
        """Lead to the module, which is asked for anew each time."""
        module = module_of(request.app[KEY_HASS], "cards")
        if module is None:
            return web.Response(status=HTTPStatus.NOT_FOUND)
        return web.Response(
            text=f'import "{module}";\n',
            content_type="text/javascript",
            headers={"Cache-Control": "no-cache"},
        )
