"""What just happened, for automations that are built with entities.

Of executions only the weightiest move of each beat is shown in a burst, and ``omitted`` says
how many were not; the bus event ``action_engine_execution`` leaves nothing out.
"""

from typing import Any, Final, override

from homeassistant.components.event import EventEntity
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .alerts import Alert, AlertKind
from .engine.engine import Execution, Statistics
from .engine.model.state import ENDED, ExecutionState
from .entity import ActionEngineEntity
from .policies import policy_name
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0

EVENT_TYPES: Final[dict[ExecutionState, str]] = {
    ExecutionState.EXECUTING: "started",
    ExecutionState.RETRYING: "retrying",
    ExecutionState.PAUSED: "paused",
    ExecutionState.SUCCESS: "succeeded",
    ExecutionState.CANCELLED: "cancelled",
    ExecutionState.ROLLED_BACK: "undone",
    ExecutionState.FAILED: "failed",
    ExecutionState.UNKNOWN: "undecided",
}
"""The moves that are shown, by the state that they lead to; the weightiest last."""

RESUMED: Final = "resumed"
"""Shown in place of ``started`` for what a restart has broken off."""

_RETRYING: Final = ExecutionState.RETRYING
_WEIGHTS: Final = {state: weight for weight, state in enumerate(EVENT_TYPES)}


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add that of executions, and that of alerts."""
    async_add_entities([ExecutionEvent(entry), AlertEvent(entry)])


class ExecutionEvent(ActionEngineEntity, EventEntity):
    """Shows the moves of executions."""

    _attr_event_types = [*EVENT_TYPES.values(), RESUMED]

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Show nothing until something moves."""
        super().__init__(entry, "execution")
        self._pending: tuple[ExecutionState, Execution] | None = None
        self._omitted = 0

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the moves as well."""
        await super().async_added_to_hass()
        self.async_on_remove(self._engine.on_move(self._on_move))

    @callback
    def _on_move(self, execution: Execution, previous: ExecutionState | None) -> None:
        state = execution.state
        goes_on = (previous, state) == (_RETRYING, ExecutionState.EXECUTING)
        if goes_on or state not in EVENT_TYPES:
            return
        self._pulse.touch()
        if self._pending is not None:
            self._omitted += 1
            if _WEIGHTS[state] < _WEIGHTS[self._pending[0]]:
                return
        self._pending = (state, execution)

    @override
    def _take(self, _statistics: Statistics) -> bool:
        if self._pending is None:
            return False
        state, execution = self._pending
        facts = _facts(execution, ended=state in ENDED)
        self._trigger_event(
            _type_of(state, execution), {**facts, "omitted": self._omitted}
        )
        self._pending = None
        self._omitted = 0
        return True


class AlertEvent(ActionEngineEntity, EventEntity):
    """Shows every alert when it begins; that it is over is seen on the repairs page."""

    _attr_event_types = [kind.value for kind in AlertKind]

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Show nothing until there is an alert."""
        super().__init__(entry, "alerts")
        self._alarm = entry.runtime_data.lookout.alarm

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the alerts."""
        await super().async_added_to_hass()
        self.async_on_remove(self._alarm.listen(self._on_alert))

    @callback
    def _on_alert(self, alert: Alert) -> None:
        kind, about = alert.subject.kind, alert.subject.about
        is_circuit = kind is AlertKind.CIRCUIT_OPEN
        policy = None if is_circuit or not about else policy_name(self._gate, about)
        facts = {
            "policy": policy,
            "circuit": about if is_circuit else None,
            "value": round(alert.value, 1),
        }
        self._trigger_event(kind.value, facts)
        self.async_write_ha_state()


def _type_of(state: ExecutionState, execution: Execution) -> str:
    begins = state is ExecutionState.EXECUTING
    return RESUMED if begins and execution.is_revived else EVENT_TYPES[state]


def _facts(execution: Execution, *, ended: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {"execution_id": execution.id, "name": execution.name}
    if ended:
        facts["final_answer"] = execution.summary.final_answer
    return facts
