"""Sentences for the logbook, one per execution: how it ended.

That an execution was queued or began is not worth a line, and the logbook has no way to
pass over single events of a type that is described; hence an event of its own.
"""

from collections.abc import Callable
from typing import Any, Final

from homeassistant.components.logbook import (
    LOGBOOK_ENTRY_CONTEXT_ID,
    LOGBOOK_ENTRY_ICON,
    LOGBOOK_ENTRY_MESSAGE,
    LOGBOOK_ENTRY_NAME,
    LazyEventPartialState,
)
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN, EVENT_EXECUTION_ENDED

_GOOD_ICON: Final = "mdi:check-circle-outline"
_BAD_ICON: Final = "mdi:alert-circle-outline"


@callback
def async_describe_events(
    _hass: HomeAssistant,
    async_describe_event: Callable[
        [str, str, Callable[[LazyEventPartialState], dict[str, Any]]], None
    ],
) -> None:
    """Tell the logbook which events there are, and how to put them."""
    async_describe_event(DOMAIN, EVENT_EXECUTION_ENDED, _describe)


@callback
def _describe(event: LazyEventPartialState) -> dict[str, Any]:
    facts = event.data
    name, answer = facts.get("name", ""), facts.get("final_answer", "")
    # The logbook puts the name in front by itself.
    message = answer.removeprefix(name).strip(" .")
    return {
        LOGBOOK_ENTRY_NAME: name,
        LOGBOOK_ENTRY_MESSAGE: message,
        LOGBOOK_ENTRY_ICON: _GOOD_ICON if facts.get("success") else _BAD_ICON,
        LOGBOOK_ENTRY_CONTEXT_ID: event.context_id,
    }
