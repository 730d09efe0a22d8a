"""A to-do list as integrations have it."""

from dataclasses import replace

from homeassistant.components.todo import (
    TodoItem,
    TodoItemStatus,
    TodoListEntity,
    TodoListEntityFeature,
)


async def todo_items(hass):
    """Return what is on the list of the home."""
    found = await hass.services.async_call(
        "todo",
        "get_items",
        {"entity_id": "todo.home"},
        blocking=True,
        return_response=True,
    )
    return found["todo.home"]["items"]


class HomeList(TodoListEntity):
    """A to-do list that keeps everything."""

    _attr_name = "home"
    _attr_supported_features = TodoListEntityFeature(127)

    def __init__(self):
        """Begin with a task that has the same name as ours."""
        self._attr_todo_items = [
            TodoItem(uid="1", summary="Buy milk", status=TodoItemStatus.NEEDS_ACTION)
        ]

    async def async_create_todo_item(self, item):
        """Put a task in front."""
        item = replace(item, uid=f"new{len(self._attr_todo_items)}")
        self._attr_todo_items = [item, *self._attr_todo_items]
        self.async_write_ha_state()

    async def async_delete_todo_items(self, uids):
        """Remove tasks."""
        self._attr_todo_items = [
            one for one in self._attr_todo_items if one.uid not in uids
        ]
        self.async_write_ha_state()
