"""Sentences for the logbook, one per execution: how it ended.

Two more where they apply: that it goes on after a restart, and that it was undone. That
it was queued or began is not worth a line, and the logbook has no way to pass over
single events of a type that is described; hence events of their own.
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

from .const import (
    DOMAIN,
    EVENT_EXECUTION_ENDED,
    EVENT_EXECUTION_RESUMED,
    EVENT_EXECUTION_UNDONE,
)
from .engine.model.quoting import one_line
from .engine.model.state import ExecutionState

type Describe = Callable[[LazyEventPartialState], dict[str, Any]]

_GOOD_ICON: Final = "mdi:check-circle-outline"
_BAD_ICON: Final = "mdi:alert-circle-outline"
_OPEN_ICON: Final = "mdi:help-circle-outline"


@callback
def async_describe_events(
    _hass: HomeAssistant,
    async_describe_event: Callable[[str, str, Describe], None],
) -> None:
    """Tell the logbook which events there are, and how to put them."""
    async_describe_event(DOMAIN, EVENT_EXECUTION_ENDED, _ended)
    async_describe_event(DOMAIN, EVENT_EXECUTION_RESUMED, _resumed)
    async_describe_event(DOMAIN, EVENT_EXECUTION_UNDONE, _undone)


@callback
def _ended(event: LazyEventPartialState) -> dict[str, Any]:
    facts = event.data
    name, answer = facts.get("name", ""), facts.get("final_answer", "")
    icon = _GOOD_ICON if facts.get("success") else _BAD_ICON
    if facts.get("state") == ExecutionState.UNKNOWN:
        icon = _OPEN_ICON
    # The logbook puts the name in front by itself.
    return _line(event, answer.removeprefix(name).strip(" ."), icon)


@callback
def _resumed(event: LazyEventPartialState) -> dict[str, Any]:
    return _line(event, "goes on where a restart broke it off", "mdi:restart")


@callback
def _undone(event: LazyEventPartialState) -> dict[str, Any]:
    return _line(event, "was undone", "mdi:undo-variant")


def _line(event: LazyEventPartialState, message: str, icon: str) -> dict[str, Any]:
    return {
        LOGBOOK_ENTRY_NAME: one_line(event.data.get("name", "")),
        LOGBOOK_ENTRY_MESSAGE: one_line(message),
        LOGBOOK_ENTRY_ICON: icon,
        LOGBOOK_ENTRY_CONTEXT_ID: event.context_id,
    }
