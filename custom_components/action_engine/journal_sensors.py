"""Sensors of what is remembered; the platform adds them from ``sensor.py``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, override

from homeassistant.components.sensor import (
    RestoreSensor,
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import EntityCategory, UnitOfInformation

from .engine.engine import Statistics
from .entity import ActionEngineEntity
from .keeper import Keeper
from .runtime import ActionEngineConfigEntry


@dataclass(frozen=True, kw_only=True)
class JournalDescription(SensorEntityDescription):
    """A sensor that shows one figure of the journal."""

    value: Callable[[Keeper, Statistics], int | None]


def _open(keeper: Keeper, statistics: Statistics) -> int:
    return keeper.interrupted + statistics.running + statistics.queued


def _size(keeper: Keeper, _statistics: Statistics) -> int | None:
    return None if keeper.size is None else keeper.size.bytes


JOURNAL_SENSORS: Final = (
    JournalDescription(
        key="open_executions",
        state_class=SensorStateClass.MEASUREMENT,
        value=_open,
    ),
    JournalDescription(
        key="undecided",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda keeper, _statistics: len(keeper.undecided),
    ),
    JournalDescription(
        key="journal_size",
        device_class=SensorDeviceClass.DATA_SIZE,
        native_unit_of_measurement=UnitOfInformation.BYTES,
        state_class=SensorStateClass.MEASUREMENT,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=_size,
    ),
)


class JournalSensor(ActionEngineEntity, SensorEntity):
    """Shows one figure of the journal."""

    entity_description: JournalDescription

    def __init__(
        self, entry: ActionEngineConfigEntry, description: JournalDescription
    ) -> None:
        """Show what ``description`` says."""
        super().__init__(entry, description.key)
        self.entity_description = description

    @override
    def _take(self, statistics: Statistics) -> bool:
        value = self.entity_description.value(self._keeper, statistics)
        if value == self._attr_native_value:
            return False
        self._attr_native_value = value
        return True


class LastResumeSensor(ActionEngineEntity, RestoreSensor):
    """Shows when executions were taken up last after a restart had broken them off."""

    _attr_device_class = SensorDeviceClass.TIMESTAMP
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Show nothing until that has happened."""
        super().__init__(entry, "last_resume")

    @override
    async def async_added_to_hass(self) -> None:
        """Go on showing the last time, if nothing was taken up by this start."""
        last = await self.async_get_last_sensor_data()
        if last is not None and isinstance(last.native_value, datetime):
            self._attr_native_value = last.native_value
        await super().async_added_to_hass()

    @override
    def _take(self, _statistics: Statistics) -> bool:
        resumed = self._keeper.last_resume
        if resumed is None or resumed == self._attr_native_value:
            return False
        self._attr_native_value = resumed
        return True
