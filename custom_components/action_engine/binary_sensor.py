"""Whether what happens is written down, and whether anything is let through."""

from typing import override

from homeassistant.components.binary_sensor import (
    BinarySensorDeviceClass,
    BinarySensorEntity,
)
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.engine import Statistics
from .engine.model.circuit import CircuitState
from .engine.model.journal import JournalHealth
from .entity import ActionEngineEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the sensors."""
    async_add_entities(
        [
            JournalProblemSensor(entry),
            PanicSensor(entry),
            CircuitOpenSensor(entry),
        ]
    )


class JournalProblemSensor(ActionEngineEntity, BinarySensorEntity):
    """On: runs go on, and nothing of them would survive a crash."""

    _attr_device_class = BinarySensorDeviceClass.PROBLEM
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Follow the health of the journal."""
        super().__init__(entry, "journal")
        self._shown: JournalHealth | None = None

    @override
    def _take(self, _statistics: Statistics) -> bool:
        health = self._keeper.health
        if health == self._shown:
            return False
        self._shown = health
        self._attr_is_on = not health.durable
        self._attr_extra_state_attributes = {
            "reason": health.reason,
            "rows_lost": health.lost,
        }
        return True


class PanicSensor(ActionEngineEntity, BinarySensorEntity):
    """On: everything was stopped, and only trusted callers are let in."""

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Follow the gate."""
        super().__init__(entry, "panic")

    @override
    def _take(self, _statistics: Statistics) -> bool:
        if self._attr_is_on is self._gate.panicked:
            return False
        self._attr_is_on = self._gate.panicked
        return True


class CircuitOpenSensor(ActionEngineEntity, BinarySensorEntity):
    """On: something has failed so often that it is not tried at this time."""

    _attr_device_class = BinarySensorDeviceClass.PROBLEM
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Follow the circuits."""
        super().__init__(entry, "circuit_open")
        self._shown: list[str] | None = None

    @override
    def _take(self, _statistics: Statistics) -> bool:
        closed = CircuitState.CLOSED
        names = sorted(one.key for one in self._gate.circuits() if one.state != closed)
        if names == self._shown:
            return False
        self._shown = names
        self._attr_is_on = bool(names)
        self._attr_extra_state_attributes = {"circuits": names}
        return True
