"""Written records of calls, put together by hand."""

from typing import Any

from homeassistant.core import State

from custom_components.action_engine.engine.model.undo import (
    Conflict,
    Done,
    Snapshot,
    UndoItem,
    UndoPlan,
)
from custom_components.action_engine.engine.undo.planning import plan_undo
from custom_components.action_engine.engine.undo.snapshot import take


def seen(entity_id: str, state: str, **attributes: Any) -> Snapshot:
    """Return the snapshot of a state."""
    return take(State(entity_id, state, attributes))


class Papers:
    """What was done, one after the other, and how all stands now."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.done: list[Done] = []
        self.states: dict[str, State] = {}

    def now(self, entity_id: str) -> State | None:
        """Return how an entity stands."""
        return self.states.get(entity_id)

    def stands(self, entity_id: str, state: str, **attributes: Any) -> None:
        """Let an entity stand so from now on."""
        self.states[entity_id] = State(entity_id, state, attributes)

    def call(self, action: str, *entity_ids: str, **more: Any) -> None:
        """Write down a call that took a second; ``more`` are fields of ``Done``."""
        ended = more.get("ended", float(len(self.done) + 1))
        record = {
            "path": str(len(self.done)),
            "entity_ids": entity_ids,
            "ended": ended,
            "began": ended - 1,
        }
        self.done.append(Done(action=action, **record | more))

    def change(self, action: str, before: State, after: State, /, **more: Any) -> None:
        """Write down a call that made one state of another, and let it stand so."""
        entity_id = before.entity_id
        self.states[entity_id] = after
        record = {
            "before": {entity_id: take(before)},
            "after": {entity_id: take(after)},
        }
        self.call(action, entity_id, **record | more)

    def turn(self, entity_id: str, before: str, after: str, **more: Any) -> None:
        """Write down that an entity was turned on or off."""
        action = f"{entity_id.partition('.')[0]}.turn_{after}"
        states = State(entity_id, before), State(entity_id, after)
        self.change(action, *states, **more)

    def plan(self, conflict: Conflict = Conflict.SKIP) -> UndoPlan:
        """Return what would undo it."""
        return plan_undo(self.done, self.now, conflict=conflict)

    def only(self, conflict: Conflict = Conflict.SKIP) -> UndoItem:
        """Return the single item of the plan."""
        [item] = self.plan(conflict).items
        return item


def back(before: State, now: State, action: str = "", **more: Any) -> UndoItem:
    """Return what becomes of an entity that a call has brought from one to the other."""
    papers = Papers()
    papers.change(action or f"{before.domain}.turn_on", before, now, **more)
    return papers.only()


def calls_of(item: UndoItem) -> list[tuple[str, dict[str, Any]]]:
    """Return the calls of an item, each with its data."""
    steps = [call for step in item.actions for call in step.get("sequence", [step])]
    assert all(step["target"]["entity_id"] == item.entity_id for step in steps)
    return [(step["action"], step.get("data", {})) for step in steps]
