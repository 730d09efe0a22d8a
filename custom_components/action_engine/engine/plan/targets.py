"""Which entities a call is meant for, as far as its data says so by itself."""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.const import ENTITY_MATCH_ALL, ENTITY_MATCH_NONE
from homeassistant.core import split_entity_id, valid_entity_id

INDIRECT: Final = ("device_id", "area_id", "floor_id", "label_id")
"""Keys of a target that stand for entities which only the registries know."""

_DIRECT: Final = "entity_id"
_KEYS: Final = frozenset({_DIRECT, *INDIRECT})
_GROUP: Final = "group"


def listed(value: Any) -> tuple[str, ...]:
    """Return ids given as a list, a text, or a text with commas, in their order."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple, set, frozenset)):
        return ()
    return tuple(dict.fromkeys(str(part).strip().lower() for part in parts))


def explicit_ids(data: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Return the entity ids that a call names, None if something must be resolved.

    Areas, devices, floors, labels, groups and ``all`` are resolved when the call is
    made, since who belongs to them may change until then.
    """
    if _KEYS.isdisjoint(data):
        return ()
    if any(data.get(key) for key in INDIRECT):
        return None
    ids = listed(data.get(_DIRECT, ()))
    if ids == (ENTITY_MATCH_NONE,):
        return ()
    if ids == (ENTITY_MATCH_ALL,) or not all(map(valid_entity_id, ids)):
        return None
    if any(split_entity_id(entity_id)[0] == _GROUP for entity_id in ids):
        return None
    return ids
