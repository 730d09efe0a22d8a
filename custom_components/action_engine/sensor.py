"""How the engine is doing, in numbers and in one word."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import MATCH_ALL, PERCENTAGE, EntityCategory, UnitOfTime
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.engine import ActionEngine, Execution, Statistics
from .engine.model.state import ExecutionState
from .entity import ActionEngineEntity
from .journal_sensors import JOURNAL_SENSORS, JournalSensor, LastResumeSensor
from .policy_sensors import (
    POLICY_SENSORS,
    PendingApprovalsSensor,
    PolicySensor,
    SideDoorSensor,
)
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


LAST_EXECUTION_ATTRIBUTES: Final = (
    "execution_id",
    "name",
    "success",
    "verified",
    "strategy",
    "ending",
    "counts",
    "times",
    "error",
    "final_answer",
)
"""Of the summary; steps and responses may be large, and come with ``get_execution``."""


class Status(StrEnum):
    """What the engine is doing, in one word."""

    DISABLED = "disabled"
    """New work is refused; what was begun may still run."""

    IDLE = "idle"
    RUNNING = "running"
    BUSY = "busy"
    """Executions wait because every worker has one."""


def _status(engine: ActionEngine, statistics: Statistics) -> Status:
    if not engine.enabled:
        return Status.DISABLED
    if statistics.queued:
        return Status.BUSY
    return Status.RUNNING if statistics.running else Status.IDLE


@dataclass(frozen=True, kw_only=True)
class StatisticsDescription(SensorEntityDescription):
    """A sensor that shows one figure."""

    value: Callable[[ActionEngine, Statistics], str | float | None]


def _duration(
    key: str,
    value: Callable[[ActionEngine, Statistics], float | None],
    *,
    enabled: bool,
) -> StatisticsDescription:
    return StatisticsDescription(
        key=key,
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.SECONDS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=2,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=enabled,
        value=value,
    )


SENSORS: Final = (
    StatisticsDescription(
        key="status",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in Status],
        value=_status,
    ),
    StatisticsDescription(
        key="running",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda _engine, statistics: statistics.running,
    ),
    StatisticsDescription(
        key="queued",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda _engine, statistics: statistics.queued,
    ),
    StatisticsDescription(
        key="executions_today",
        state_class=SensorStateClass.TOTAL_INCREASING,
        value=lambda _engine, statistics: statistics.today,
    ),
    StatisticsDescription(
        key="success_rate",
        native_unit_of_measurement=PERCENTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda _engine, statistics: statistics.success_rate,
    ),
    _duration(
        "mean_duration",
        lambda _engine, statistics: statistics.mean_duration,
        enabled=True,
    ),
    _duration(
        "p95_duration",
        lambda _engine, statistics: statistics.p95_duration,
        enabled=False,
    ),
    StatisticsDescription(
        key="retries_today",
        state_class=SensorStateClass.TOTAL_INCREASING,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value=lambda _engine, statistics: statistics.retries_today,
    ),
)


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one sensor per figure, and for each policy those of its own."""
    async_add_entities(
        [
            *(StatisticsSensor(entry, description) for description in SENSORS),
            LastExecutionSensor(entry),
            *(JournalSensor(entry, description) for description in JOURNAL_SENSORS),
            LastResumeSensor(entry),
            PendingApprovalsSensor(entry),
        ]
    )
    for policy in entry.runtime_data.engine.gate.policies:
        async_add_entities(
            [
                *(PolicySensor(entry, policy, one) for one in POLICY_SENSORS),
                SideDoorSensor(entry, policy),
            ],
            config_subentry_id=policy.id,
        )


class StatisticsSensor(ActionEngineEntity, SensorEntity):
    """Shows one figure."""

    entity_description: StatisticsDescription

    def __init__(
        self, entry: ActionEngineConfigEntry, description: StatisticsDescription
    ) -> None:
        """Show what ``description`` says."""
        super().__init__(entry, description.key)
        self.entity_description = description

    @override
    def _take(self, statistics: Statistics) -> bool:
        value = self.entity_description.value(self._engine, statistics)
        if value == self._attr_native_value:
            return False
        self._attr_native_value = value
        return True


class LastExecutionSensor(ActionEngineEntity, SensorEntity):
    """Shows how the execution that ended last has ended."""

    _attr_device_class = SensorDeviceClass.ENUM
    _attr_options = [state.value for state in ExecutionState]
    # The journal of what happened is elsewhere; here is what a dashboard shows.
    _unrecorded_attributes = frozenset({MATCH_ALL})

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Show nothing until an execution has ended."""
        super().__init__(entry, "last_execution")
        self._shown: Execution | None = None

    @override
    def _take(self, statistics: Statistics) -> bool:
        if (last := statistics.last) is None or last is self._shown:
            return False
        self._shown = last
        self._attr_native_value = last.state.value
        account = last.summary.as_dict()
        self._attr_extra_state_attributes = {
            key: account[key] for key in LAST_EXECUTION_ATTRIBUTES
        }
        return True
