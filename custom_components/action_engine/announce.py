"""Bus events of which each is one line of the logbook, and one easy trigger.

action_engine_execution_ended    once per execution: how it ended
action_engine_execution_resumed  it was broken off by a restart, and goes on
action_engine_execution_undone   it had ended, and was set back
"""

from collections.abc import Mapping
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, Context, Event, HomeAssistant, callback

from .const import (
    EVENT_EXECUTION_ENDED,
    EVENT_EXECUTION_RESUMED,
    EVENT_EXECUTION_UNDONE,
)
from .engine.engine import EVENT_EXECUTION, ActionEngine, Execution
from .engine.model.state import ENDED, ExecutionState

_UNDOING: Final = ExecutionState.ROLLING_BACK
_OURS: Final = ("kind", "previous")
"""What only a move has."""


@callback
def announce(hass: HomeAssistant, engine: ActionEngine) -> CALLBACK_TYPE:
    """Fire the events until the returned callable is called.

    The engine has told all of it with its own event already. What is added is the
    caller's context: the logbook says who was behind it.
    """

    @callback
    def moved(event: Event[Mapping[str, Any]]) -> None:
        undone = event.data["state"] == ExecutionState.ROLLED_BACK
        name = EVENT_EXECUTION_UNDONE if undone else EVENT_EXECUTION_ENDED
        own = event.context
        caller = Context(id=own.parent_id, user_id=own.user_id)
        facts = {key: one for key, one in event.data.items() if key not in _OURS}
        hass.bus.async_fire(name, facts, context=caller)

    @callback
    def begun(execution: Execution, previous: ExecutionState | None) -> None:
        if previous is None and execution.is_revived:
            facts = {
                "execution_id": execution.id,
                "name": execution.name,
                "origin": execution.origin,
            }
            caller = execution.request.context
            hass.bus.async_fire(EVENT_EXECUTION_RESUMED, facts, context=caller)

    unsubscribe = (
        hass.bus.async_listen(EVENT_EXECUTION, moved, event_filter=is_told),
        engine.on_move(begun),
    )

    @callback
    def stop() -> None:
        for one in unsubscribe:
            one()

    return stop


@callback
def is_told(move: Mapping[str, Any]) -> bool:
    """Pass over moves between, and an undo that failed: its own execution says so."""
    if move.get("previous") == _UNDOING:
        return move.get("state") == ExecutionState.ROLLED_BACK
    return move.get("state") in ENDED
