"""What the owner and other integrations put into the catalog, handed to the engine."""

from collections.abc import Callable
from typing import Final

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant, callback

from .catalog_platforms import platform_actions
from .catalog_scripts import follow_scripts, script_offers
from .const import SECTION_CATALOG, SUBENTRY_ACTION
from .engine.engine import ActionEngine
from .engine.model.named_action import PLATFORM, SCRIPT, SUBENTRY, Offer
from .issues import show_unusable

_SETTINGS: Final = {
    "task_list": ("create_task", "list"),
    "notify_target": ("send_notification", "target"),
    "mail_service": ("send_email", "service"),
}
"""Options that stand in for a field which a caller does not give."""


@callback
def follow_sources(
    hass: HomeAssistant, entry: ConfigEntry, engine: ActionEngine
) -> Callable[[], None]:
    """Fill the catalog, keep it up to date, and show what does not count."""
    platforms = platform_actions(hass)

    def show() -> None:
        show_unusable(hass, engine.desk.catalog.problems)

    def scripts() -> None:
        engine.desk.catalog.offer(SCRIPT, script_offers(hass, _picked(entry)))
        show()

    def others() -> None:
        engine.desk.catalog.offer(PLATFORM, platforms.offers)
        show()

    async def options_changed(_hass: HomeAssistant, _entry: ConfigEntry) -> None:
        scripts()

    apply_actions(entry, engine)
    scripts()
    others()
    ends = [
        follow_scripts(hass, scripts),
        entry.add_update_listener(options_changed),
        platforms.listeners.add(others),
        engine.desk.catalog.on_change(show),
    ]

    def end() -> None:
        for one in ends:
            one()
        show_unusable(hass, ())

    return end


@callback
def apply_actions(entry: ConfigEntry, engine: ActionEngine) -> None:
    """Put the stored actions of the owner into the catalog."""
    chosen = entry.options.get(SECTION_CATALOG, {})
    engine.desk.catalog.set_settings(
        {
            action: {field: chosen[option]}
            for option, (action, field) in _SETTINGS.items()
            if chosen.get(option)
        }
    )
    stored = entry.get_subentries_of_type(SUBENTRY_ACTION)
    engine.desk.catalog.offer(SUBENTRY, [offer_of(one) for one in stored])


def _picked(entry: ConfigEntry) -> frozenset[str]:
    """Return the scripts that the owner has picked."""
    return frozenset(entry.options.get(SECTION_CATALOG, {}).get("scripts", ()))


def offer_of(subentry: ConfigSubentry) -> Offer:
    """Return what is stored of an action, unread."""
    raw = {key: one for key, one in subentry.data.items() if key != "name"}
    return Offer(
        name=str(subentry.data.get("name", "")),
        source=f"{SUBENTRY}:{subentry.subentry_id}",
        raw={"title": subentry.title, **raw},
    )
