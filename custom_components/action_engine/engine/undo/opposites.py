"""Calls that another call takes back, although no state holds what they did."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.helpers.template import is_template_string

from .ways import Act

type Data = Mapping[str, Any]

_TARGETS: Final = frozenset(
    {"area_id", "device_id", "entity_id", "floor_id", "label_id"}
)


def opposite(action: str, data: Data) -> Act | None:
    """Return the call that takes an action back, None if there is none."""
    find = _OPPOSITES.get(action)
    return None if find is None else find(data)


def _text(data: Data, field: str) -> str | None:
    """Return a text by which something is found again, None if there is none.

    Actions are rendered before they are sent: a text must not become code by that.
    """
    value = data.get(field)
    if not isinstance(value, str) or is_template_string(value):
        return None
    return value.strip() or None


def _dismiss(data: Data) -> Act | None:
    known = _text(data, "notification_id")
    if known is None:
        return None
    return Act(
        action="persistent_notification.dismiss", data={"notification_id": known}
    )


def _remove_item(data: Data) -> Act | None:
    item = _text(data, "item")
    if item is None:
        return None
    return Act(action="todo.remove_item", data={"item": item})


def _rename_back(data: Data) -> Act | None:
    """Take back a new name; of other fields nobody knows what they were."""
    item, name = _text(data, "item"), _text(data, "rename")
    others = set(data) - {"item", "rename"} - _TARGETS
    if item is None or name is None or others:
        return None
    return Act(action="todo.update_item", data={"item": name, "rename": item})


def _remove_from_shopping(data: Data) -> Act | None:
    name = _text(data, "name")
    if name is None:
        return None
    return Act(action="shopping_list.remove_item", data={"name": name})


def _unskip(_: Data) -> Act:
    return Act(action="update.clear_skipped")


_OPPOSITES: Final[Mapping[str, Callable[[Data], Act | None]]] = {
    "persistent_notification.create": _dismiss,
    "shopping_list.add_item": _remove_from_shopping,
    "todo.add_item": _remove_item,
    "todo.update_item": _rename_back,
    "update.skip": _unskip,
}
