"""Which entities a call reaches now, and which of them are not there."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from homeassistant.const import ENTITY_MATCH_ALL, STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant, split_entity_id
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.entity_component import DATA_INSTANCES
from homeassistant.helpers.target import (
    TargetSelection,
    async_extract_referenced_entity_ids,
)

from ..plan.targets import listed

_ANY_DOMAIN: Final = "homeassistant"


def resolve(
    hass: HomeAssistant, domain: str, data: Mapping[str, Any]
) -> tuple[str, ...]:
    """Return the entities that an entity service of ``domain`` acts on, sorted.

    Entities that are named stay in whatever domain they are: Home Assistant would pass
    silently over a wrong one. Those that an area, device, floor, label or group leads to
    count only if the service is for them. ``all`` means all that are available.
    """
    if data.get("entity_id") == ENTITY_MATCH_ALL:
        ids = hass.states.async_entity_ids(domain)
        return tuple(sorted(i for i in ids if not is_gone(hass, i)))
    selected = async_extract_referenced_entity_ids(hass, TargetSelection(dict(data)))
    everyone = selected.referenced | selected.indirectly_referenced
    # Members of a group come with it, whatever they are.
    named = selected.referenced & set(listed(data.get("entity_id", ())))
    return tuple(sorted(i for i in everyone if i in named or _fits(hass, domain, i)))


def _fits(hass: HomeAssistant, domain: str, entity_id: str) -> bool:
    own = split_entity_id(entity_id)[0]
    if domain == _ANY_DOMAIN:
        return hass.services.has_service(own, "turn_on")
    if domain in hass.data.get(DATA_INSTANCES, {}):
        return own == domain
    entry = er.async_get(hass).async_get(entity_id)
    return entry is not None and entry.platform == domain


def is_gone(hass: HomeAssistant, entity_id: str) -> bool:
    """Tell whether an entity is missing or unavailable."""
    state = hass.states.get(entity_id)
    return state is None or state.state == STATE_UNAVAILABLE


def gone(hass: HomeAssistant, entity_ids: Iterable[str]) -> tuple[str, ...]:
    """Return those that are missing or unavailable, in their order."""
    get = hass.states.get
    return tuple(
        entity_id
        for entity_id in entity_ids
        if (state := get(entity_id)) is None or state.state == STATE_UNAVAILABLE
    )


def gone_text(hass: HomeAssistant, entity_ids: Iterable[str]) -> str:
    """Say of each that it is missing, or unavailable."""
    return ", ".join(
        f"{i} is {'missing' if hass.states.get(i) is None else 'unavailable'}"
        for i in entity_ids
    )
