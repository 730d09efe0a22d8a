"""Sentences for the logbook, one per execution: how it ended.

That an execution was queued or began is not worth a line, and the logbook has no way to
pass over single events of a type that is described; hence an event of its own.
"""

from collections.abc import Callable, Mapping
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
from .engine.model.state import ExecutionState

_GOOD_ICON: Final = "mdi:check-circle-outline"
_BAD_ICON: Final = "mdi:alert-circle-outline"

_SENTENCES: Final[dict[str, str]] = {
    ExecutionState.SUCCESS: "succeeded",
    ExecutionState.FAILED: "failed",
    ExecutionState.CANCELLED: "was cancelled",
    ExecutionState.UNKNOWN: "was interrupted, and may or may not have been done",
    ExecutionState.DENIED: "was refused",
    ExecutionState.REJECTED: "was rejected",
    ExecutionState.EXPIRED: "was not approved in time",
    ExecutionState.ROLLED_BACK: "was rolled back",
}


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
    return {
        LOGBOOK_ENTRY_NAME: facts["name"],
        LOGBOOK_ENTRY_MESSAGE: _sentence(facts),
        LOGBOOK_ENTRY_ICON: _GOOD_ICON if facts["success"] else _BAD_ICON,
        LOGBOOK_ENTRY_CONTEXT_ID: event.context_id,
    }


def _sentence(facts: Mapping[str, Any]) -> str:
    sentence = _SENTENCES[facts["state"]]
    if facts["error"]:
        return f"{sentence}: {facts['error']}"
    if facts["verified"]:
        return f"{sentence}, and was seen to"
    return sentence
