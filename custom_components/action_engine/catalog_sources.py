"""What the owner and other integrations put into the catalog, handed to the engine."""

from collections.abc import Callable

from homeassistant.config_entries import ConfigEntry, ConfigSubentry
from homeassistant.core import HomeAssistant, callback

from .catalog_platforms import platform_actions
from .catalog_scripts import follow_scripts, script_offers
from .const import SUBENTRY_ACTION
from .engine.engine import ActionEngine
from .engine.model.named_action import PLATFORM, SCRIPT, SUBENTRY, Offer
from .issues import show_unusable


@callback
def follow_sources(
    hass: HomeAssistant, entry: ConfigEntry, engine: ActionEngine
) -> Callable[[], None]:
    """Fill the catalog, keep it up to date, and show what does not count."""
    platforms = platform_actions(hass)

    def show() -> None:
        show_unusable(hass, engine.catalog.problems)

    def scripts() -> None:
        engine.catalog.offer(SCRIPT, script_offers(hass))
        show()

    def others() -> None:
        engine.catalog.offer(PLATFORM, platforms.offers)
        show()

    apply_actions(entry, engine)
    scripts()
    others()
    ends = [
        follow_scripts(hass, scripts),
        platforms.listeners.add(others),
        engine.catalog.on_change(show),
    ]

    def end() -> None:
        for one in ends:
            one()
        show_unusable(hass, ())

    return end


@callback
def apply_actions(entry: ConfigEntry, engine: ActionEngine) -> None:
    """Put the stored actions of the owner into the catalog."""
    stored = entry.get_subentries_of_type(SUBENTRY_ACTION)
    engine.catalog.offer(SUBENTRY, [offer_of(one) for one in stored])


def offer_of(subentry: ConfigSubentry) -> Offer:
    """Return what is stored of an action, unread."""
    raw = {key: one for key, one in subentry.data.items() if key != "name"}
    return Offer(
        name=str(subentry.data.get("name", "")),
        source=f"{SUBENTRY}:{subentry.subentry_id}",
        raw={"title": subentry.title, **raw},
    )
