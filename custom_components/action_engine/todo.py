"""Questions that wait for an answer, as a list to look at.

To tick one off answers nothing: Home Assistant lets everybody do that who may control
the list, and only some people may approve.
"""

from typing import override

from homeassistant.components.todo import TodoItem, TodoItemStatus, TodoListEntity
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.engine import Statistics
from .engine.model.approval import Approval
from .engine.model.quoting import one_line
from .entity import ActionEngineEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the one list."""
    async_add_entities([ApprovalsList(entry)])


class ApprovalsList(ActionEngineEntity, TodoListEntity):
    """Has one item for each question; it supports no change."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Show what waits."""
        super().__init__(entry, "pending_approvals")

    @override
    def _take(self, _statistics: Statistics) -> bool:
        items = [self._item(one) for one in self._gate.pending()]
        if items == self._attr_todo_items:
            return False
        self._attr_todo_items = items
        return True

    def _item(self, approval: Approval) -> TodoItem:
        names = {policy.id: policy.name for policy in self._engine.gate.policies}
        policy = names.get(approval.policy, approval.policy)
        agreed = f", {len(approval.agreed)} of {approval.needed} agreed"
        return TodoItem(
            uid=approval.id,
            status=TodoItemStatus.NEEDS_ACTION,
            # The name is of the asker's choice: what it really does is in the verdict.
            summary=f"{one_line(policy)}: {approval.risk.word} risk, “{one_line(approval.name)}”",
            description=f"Execution {approval.execution_id}"
            + (agreed if approval.needed > 1 else ""),
            due=approval.expires,
        )
