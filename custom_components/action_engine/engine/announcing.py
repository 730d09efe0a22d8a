"""Tells the world, and everybody inside, what becomes of executions."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.core import HomeAssistant

from .journal.codec import encode
from .journal.redaction import Redactor
from .model.state import ExecutionState
from .run.execution import Execution
from .run.listeners import Listeners
from .run.live import StepEvent, move_event

EVENT_EXECUTION: Final = "action_engine_execution"
"""Fired on the bus for every move of an execution, never for a single step."""

type OnMove = Callable[[Execution, ExecutionState | None], None]
type OnLive = Callable[[Mapping[str, Any]], None]


class Announcer:
    """The bus carries moves; steps reach only those who asked for them."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Begin with nobody who listens."""
        self._hass = hass
        self.moves: Listeners[Execution, ExecutionState | None] = Listeners()
        self.changes: Listeners[[]] = Listeners()
        self.live: Listeners[Mapping[str, Any]] = Listeners()

    def moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        """Tell of a move."""
        event = move_event(execution, previous)
        if "error" in event:
            # Events are heard by everybody, and kept by the recorder.
            event = without_secrets(event, execution)
        self._hass.bus.async_fire(EVENT_EXECUTION, event, context=execution.context)
        self.moves.tell(execution, previous)
        if self.live:
            self.live.tell(event)
        self.changes.tell()

    def follow(self, execution: Execution) -> None:
        """Tell of the steps of an execution from now on, if anybody listens."""
        if self.live:
            tell, execution_id = self.live.tell, execution.id
            execution.recorder.watch = lambda record, status: tell(
                StepEvent(execution_id, record, status)
            )


def without_secrets(event: dict[str, Any], execution: Execution) -> dict[str, Any]:
    """Return an event without what the request held under a telling name.

    A service that was given a wrong code may say in its error which one.
    """
    redactor = Redactor()
    draft = None if execution.pinned is None else execution.pinned.draft.actions
    given, _ = encode([draft, dict(execution.request.variables)])
    known = redactor.redact(given).found
    error = event["error"]
    return {
        **event,
        "final_answer": redactor.text(event["final_answer"], known),
        "error": {**error, "message": redactor.text(error["message"], known)},
    }
