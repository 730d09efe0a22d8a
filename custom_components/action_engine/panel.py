"""The panel in the sidebar: a module for browsers, built from ``frontend/``.

It shows what the WebSocket API answers to whoever looks, so everybody may open it.
The folder that is served here has the dashboard cards as well (``cards.py``).
"""

from collections.abc import Callable, Mapping
from functools import partial
import logging
from pathlib import Path
from typing import Final

from homeassistant.components import frontend, panel_custom
from homeassistant.components.http import StaticPathConfig
from homeassistant.core import HomeAssistant
from homeassistant.util.hass_dict import HassKey

from .const import BUILT_URL, DOMAIN, PANEL_PATH

_LOGGER = logging.getLogger(__name__)

_BUILT: Final = Path(__file__).parent / "frontend"
_ELEMENT: Final = "action-engine-panel"
_ENTRIES: Final = ("panel", "cards")
_MODULES: HassKey[Mapping[str, str]] = HassKey(f"{DOMAIN}_modules")
"""Addresses of the modules that are served, by entry; each has its hash in it."""


async def async_serve_built(hass: HomeAssistant) -> None:
    """Serve what was built, once: Home Assistant cannot take it back.

    A Home Assistant without a frontend has nothing to show it in.
    """
    if frontend.DOMAIN not in hass.config.components or _MODULES in hass.data:
        return
    modules = await hass.async_add_executor_job(_built)
    for name in _ENTRIES:
        if name not in modules:
            _LOGGER.error("There is no %s: %s has no %s-*.js", name, _BUILT, name)
    if not modules:
        return
    # The name of each file changes with its content, so browsers may keep them all.
    path = StaticPathConfig(BUILT_URL, str(_BUILT), cache_headers=True)
    await hass.http.async_register_static_paths([path])
    hass.data[_MODULES] = modules


def module_of(hass: HomeAssistant, entry: str) -> str | None:
    """Return the address of a module that is served, None if it is not."""
    return hass.data.get(_MODULES, {}).get(entry)


async def show_panel(hass: HomeAssistant) -> Callable[[], None]:
    """Show the panel, and return how that ends."""
    if (module := module_of(hass, "panel")) is None:
        return _nothing
    await panel_custom.async_register_panel(
        hass,
        frontend_url_path=PANEL_PATH,
        webcomponent_name=_ELEMENT,
        sidebar_title="Action Engine",
        sidebar_icon="mdi:shield-check",
        module_url=module,
        embed_iframe=False,
        require_admin=False,
    )
    return partial(frontend.async_remove_panel, hass, PANEL_PATH)


def _built() -> Mapping[str, str]:
    found = {
        name: sorted(path.name for path in _BUILT.glob(f"{name}-*.js"))
        for name in _ENTRIES
    }
    return {name: f"{BUILT_URL}/{files[0]}" for name, files in found.items() if files}


def _nothing() -> None:
    """End what has not begun."""
