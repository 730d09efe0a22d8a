"""A to-do list that remembers one task, behind Home Assistant's own actions."""

import logging
from typing import Final, override

from homeassistant.components.todo.const import (
    DATA_COMPONENT,
    TodoItemStatus,
    TodoListEntityFeature,
)
from homeassistant.components.todo.entity import TodoItem, TodoListEntity
from homeassistant.components.todo.services import async_setup_services
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_component import EntityComponent

CHORES: Final = "todo.chores"
_LOGGER = logging.getLogger(__name__)


class Chores(TodoListEntity):
    """Takes any number of tasks, and keeps the last: it never gets slower."""

    _attr_should_poll = False
    _attr_supported_features = (
        TodoListEntityFeature.CREATE_TODO_ITEM
        | TodoListEntityFeature.SET_DESCRIPTION_ON_ITEM
    )

    def __init__(self) -> None:
        """Begin with one task, so that its state stays the same ever after."""
        self.entity_id = CHORES
        self._attr_todo_items = [
            TodoItem(summary="Sweep", uid="0", status=TodoItemStatus.NEEDS_ACTION)
        ]
        self._taken = 0

    @override
    async def async_create_todo_item(self, item: TodoItem) -> None:
        self._taken += 1
        item.uid = str(self._taken)
        self._attr_todo_items = [item]
        self.async_write_ha_state()


async def add_chores(hass: HomeAssistant) -> None:
    """Add the list, and the actions for it; not the panel, which needs a web server."""
    component = EntityComponent[TodoListEntity](_LOGGER, "todo", hass)
    hass.data[DATA_COMPONENT] = component
    async_setup_services(hass)
    await component.async_add_entities([Chores()])
