"""The panel in the sidebar: one module for browsers, built from ``frontend/``.

It shows what the WebSocket API answers to whoever looks, so everybody may open it.
"""

from collections.abc import Callable
from functools import partial
import logging
from pathlib import Path
from typing import Final

from homeassistant.components import frontend, panel_custom
from homeassistant.components.http import StaticPathConfig
from homeassistant.core import HomeAssistant
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN, PANEL_PATH

_LOGGER = logging.getLogger(__name__)

_BUILT: Final = Path(__file__).parent / "frontend"
_URL: Final = f"/{DOMAIN}_panel"
_ELEMENT: Final = "action-engine-panel"
_MODULE: HassKey[str] = HassKey(f"{DOMAIN}_panel_module")
"""Name of the module that is served; its hash is in there."""


async def async_serve_panel(hass: HomeAssistant) -> None:
    """Serve what was built, once: Home Assistant cannot take it back.

    A Home Assistant without a frontend has nothing to show it in.
    """
    if frontend.DOMAIN not in hass.config.components or _MODULE in hass.data:
        return
    built = await hass.async_add_executor_job(_built)
    if built is None:
        _LOGGER.error("There is no panel: %s has no panel-*.js", _BUILT)
        return
    path = StaticPathConfig(f"{_URL}/{built}", str(_BUILT / built), cache_headers=True)
    await hass.http.async_register_static_paths([path])
    hass.data[_MODULE] = built


async def show_panel(hass: HomeAssistant) -> Callable[[], None]:
    """Show the panel, and return how that ends."""
    if (module := hass.data.get(_MODULE)) is None:
        return _nothing
    await panel_custom.async_register_panel(
        hass,
        frontend_url_path=PANEL_PATH,
        webcomponent_name=_ELEMENT,
        sidebar_title="Action Engine",
        sidebar_icon="mdi:shield-check",
        module_url=f"{_URL}/{module}",
        embed_iframe=False,
        require_admin=False,
    )
    return partial(frontend.async_remove_panel, hass, PANEL_PATH)


def _built() -> str | None:
    names = sorted(path.name for path in _BUILT.glob("panel-*.js"))
    return names[0] if names else None


def _nothing() -> None:
    """End what has not begun."""
