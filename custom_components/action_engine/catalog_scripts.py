"""Scripts that are named actions: picked, or with the label ``action_engine``."""

from collections.abc import Callable, Mapping, Set as AbstractSet
from typing import Any, Final

from homeassistant.components.script import DOMAIN as SCRIPT_DOMAIN, BaseScriptEntity
from homeassistant.const import EVENT_STATE_CHANGED
from homeassistant.core import (
    Event,
    EventStateChangedData,
    HomeAssistant,
    callback,
    split_entity_id,
)
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.entity_component import EntityComponent

from .const import DOMAIN
from .engine.model.named_action import SCRIPT, Offer

LABEL: Final = DOMAIN
"""The id of the label, which Home Assistant makes of the name *Action Engine*."""


def script_offers(hass: HomeAssistant, picked: AbstractSet[str]) -> list[Offer]:
    """Return the scripts that are to be named actions, unread; ``picked`` are ids."""
    component: EntityComponent[BaseScriptEntity] | None = hass.data.get(SCRIPT_DOMAIN)
    if component is None:
        return []
    known = er.async_get(hass).entities
    entries = {one.entity_id: one for one in known.get_entries_for_label(LABEL)}
    entries |= {one: entry for one in picked if (entry := known.get(one)) is not None}
    found = ((one, component.get_entity(one.entity_id)) for one in entries.values())
    return [
        _offer(entity_entry, script)
        for entity_entry, script in found
        if script is not None and script.raw_config is not None
    ]


@callback
def follow_scripts(
    hass: HomeAssistant, changed: Callable[[], None]
) -> Callable[[], None]:
    """Call ``changed`` when scripts come or go, are edited, or get other labels."""

    @callback
    def concerns_script(data: Mapping[str, Any]) -> bool:
        return str(data["entity_id"]).startswith(f"{SCRIPT_DOMAIN}.")

    @callback
    def comes_or_goes(data: EventStateChangedData) -> bool:
        both = data["old_state"] is not None and data["new_state"] is not None
        return not both and concerns_script(data)

    @callback
    def hear(_event: Event[Any]) -> None:
        changed()

    listen = hass.bus.async_listen
    ends = (
        listen(er.EVENT_ENTITY_REGISTRY_UPDATED, hear, event_filter=concerns_script),
        listen(EVENT_STATE_CHANGED, hear, event_filter=comes_or_goes),
    )

    def end() -> None:
        for one in ends:
            one()

    return end


def _offer(entry: er.RegistryEntry, script: BaseScriptEntity) -> Offer:
    config = script.raw_config or {}
    fields = config.get("fields") or {}
    # A direct call: it waits for the script, and its answer is that of the action.
    call = {
        "tool": f"{SCRIPT_DOMAIN}.{entry.unique_id}",
        "data": {name: f"${{{{{name}?}}}}" for name in fields},
        "response_variable": "result",
    }
    return Offer(
        name=split_entity_id(entry.entity_id)[1],
        source=f"{SCRIPT}:{entry.entity_id}",
        raw={
            "title": entry.name or entry.original_name or entry.entity_id,
            "description": str(config.get("description") or ""),
            "category": "scripts",
            "fields": fields,
            "rollback": {
                "supported": "no",
                "why": "what a script did is not recorded with its call",
            },
            "sequence": [call],
        },
    )
