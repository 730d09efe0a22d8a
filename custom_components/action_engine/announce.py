"""The bus event at the end of an execution: one line of the logbook, one easy trigger."""

from collections.abc import Mapping
from typing import Any

from homeassistant.core import CALLBACK_TYPE, Context, Event, HomeAssistant, callback

from .const import EVENT_EXECUTION_ENDED
from .engine.engine import EVENT_EXECUTION
from .engine.model.state import ENDED


@callback
def announce_ends(hass: HomeAssistant) -> CALLBACK_TYPE:
    """Fire ``EVENT_EXECUTION_ENDED`` for every end until the returned callable is called.

    The engine has told all of it with the last move already. What is added is the
    caller's context: the logbook says who was behind it.
    """

    @callback
    def announce(event: Event[Mapping[str, Any]]) -> None:
        own = event.context
        caller = Context(id=own.parent_id, user_id=own.user_id)
        facts = {key: value for key, value in event.data.items() if key != "previous"}
        hass.bus.async_fire(EVENT_EXECUTION_ENDED, facts, context=caller)

    return hass.bus.async_listen(EVENT_EXECUTION, announce, event_filter=_is_end)


@callback
def _is_end(move: Mapping[str, Any]) -> bool:
    return move.get("state") in ENDED
