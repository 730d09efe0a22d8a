"""The bus event at the end of an execution: one line of the logbook, one easy trigger."""

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback

from .const import EVENT_EXECUTION_ENDED
from .engine.engine import ActionEngine, Execution
from .engine.model.state import ENDED, ExecutionState


@callback
def announce_ends(hass: HomeAssistant, engine: ActionEngine) -> CALLBACK_TYPE:
    """Fire ``EVENT_EXECUTION_ENDED`` for every end until the returned callable is called.

    Its context is the caller's, so that the logbook can say who was behind it.
    """

    @callback
    def announce(execution: Execution, _previous: ExecutionState | None) -> None:
        if execution.state not in ENDED:
            return
        summary = execution.summary
        facts = {
            "execution_id": summary.execution_id,
            "name": summary.name,
            "state": summary.state.value,
            "success": summary.success,
            "verified": summary.verified,
            "error": summary.error and summary.error.get("message"),
            "final_answer": summary.final_answer,
        }
        context = execution.request.context
        hass.bus.async_fire(EVENT_EXECUTION_ENDED, facts, context=context)

    return engine.on_move(announce)
