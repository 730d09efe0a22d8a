"""Which entities a policy lets its callers act on."""

from collections.abc import Collection, Iterable

from homeassistant.core import HomeAssistant
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
)

from ..errors import DOMAIN
from ..model.policy import Policy, Scope


def outside_of(
    hass: HomeAssistant,
    policy: Policy,
    entity_ids: Iterable[str],
    modes: Collection[str | None] = (),
) -> frozenset[str]:
    """Return those of the entities that a policy denies, or does not allow.

    The entities of this integration are among them for callers who are not trusted:
    with a switch of their own policy they would free themselves. ``modes`` are not: what
    they may choose there the policy says.
    """
    return frozenset(
        entity_id
        for entity_id in entity_ids
        if (not policy.trusted and entity_id not in modes and _is_own(hass, entity_id))
        or _is_in(hass, entity_id, policy.denied_targets)
        or (
            policy.allowed_targets
            and not _is_in(hass, entity_id, policy.allowed_targets)
        )
    )


def _is_own(hass: HomeAssistant, entity_id: str) -> bool:
    entry = er.async_get(hass).async_get(entity_id)
    return entry is not None and entry.platform == DOMAIN


def _is_in(hass: HomeAssistant, entity_id: str, scope: Scope) -> bool:
    if not scope:
        return False
    if entity_id in scope.entities:
        return True
    entry = er.async_get(hass).async_get(entity_id)
    if entry is None:
        return False
    device = dr.async_get(hass).async_get(entry.device_id) if entry.device_id else None
    area_id = entry.area_id or (device.area_id if device else None)
    area = ar.async_get(hass).async_get_area(area_id) if area_id else None
    labels = entry.labels | (device.labels if device else set())
    return (
        area_id in scope.areas
        or (area is not None and area.floor_id in scope.floors)
        or not scope.labels.isdisjoint(labels | (area.labels if area else set()))
    )
