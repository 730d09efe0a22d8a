"""What is written down of a call before which a run halts, and reading it again."""

from collections.abc import Mapping
from typing import Any, Final

from ..model.impact import Asked
from ..model.tool import ToolTraits

_INSIDE: Final = "inside"


def note_of(everything: tuple[Asked, ...]) -> dict[str, Any]:
    """Return a call, and what it leads to, as plain data."""
    asked, *inside = everything
    note = _plain(asked)
    return note | {_INSIDE: [_plain(one) for one in inside]} if inside else note


def asked_of(note: Mapping[str, Any]) -> tuple[Asked, ...]:
    """Return what ``note_of`` was given."""
    own = {key: value for key, value in note.items() if key != _INSIDE}
    return (_asked(own), *map(_asked, note.get(_INSIDE, ())))


def _plain(asked: Asked) -> dict[str, Any]:
    plain = {
        "place": asked.place,
        "action": asked.action,
        "entity_ids": asked.entity_ids,
        "everything": asked.everything,
        "data": dict(asked.data),
        "device_classes": sorted(asked.device_classes),
        "reversible": asked.reversible,
    }
    if asked.tool is not None:
        plain |= {"tool": asked.tool.as_dict(), "closed": asked.closed}
    if asked.by_tool:
        plain |= {"by_tool": True, "opened_from": asked.opened_from}
    return plain


def _asked(value: Mapping[str, Any]) -> Asked:
    tool = value.get("tool")
    return Asked(
        **{
            **value,
            "entity_ids": tuple(value["entity_ids"]),
            "device_classes": frozenset(value["device_classes"]),
            "tool": None if tool is None else ToolTraits.from_dict(tool),
        }
    )
