"""Sensors of what the gate does; the platform adds them from ``sensor.py``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import PERCENTAGE, EntityCategory

from .engine.engine import Gatekeeper, Statistics
from .engine.model.policy import Policy, PolicyStatus
from .entity import ActionEngineEntity
from .policy_entity import PolicyEntity
from .runtime import ActionEngineConfigEntry


@dataclass(frozen=True, kw_only=True)
class PolicyDescription(SensorEntityDescription):
    """A sensor that shows one figure of a policy."""

    value: Callable[[Gatekeeper, str], str | float | None]


def _pending(gate: Gatekeeper, policy_id: str) -> int:
    return sum(one.policy == policy_id for one in gate.pending())


POLICY_SENSORS: Final = (
    PolicyDescription(
        key="policy_status",
        device_class=SensorDeviceClass.ENUM,
        options=[status.value for status in PolicyStatus],
        value=lambda gate, policy_id: gate.status(policy_id).value,
    ),
    PolicyDescription(
        key="policy_hour_left",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda gate, policy_id: gate.usage(policy_id).hour_left,
    ),
    PolicyDescription(
        key="policy_day_left",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda gate, policy_id: gate.usage(policy_id).day_left,
    ),
    PolicyDescription(
        key="policy_budget_left",
        state_class=SensorStateClass.MEASUREMENT,
        entity_registry_enabled_default=False,
        value=lambda gate, policy_id: gate.usage(policy_id).budget_left,
    ),
    PolicyDescription(
        key="policy_pending",
        state_class=SensorStateClass.MEASUREMENT,
        value=_pending,
    ),
    PolicyDescription(
        key="policy_failure_rate",
        native_unit_of_measurement=PERCENTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda gate, policy_id: gate.figures(policy_id).failure_rate,
    ),
    PolicyDescription(
        key="policy_rollbacks",
        state_class=SensorStateClass.TOTAL_INCREASING,
        entity_category=EntityCategory.DIAGNOSTIC,
        value=lambda gate, policy_id: gate.figures(policy_id).rollbacks,
    ),
)


class PolicySensor(PolicyEntity, SensorEntity):
    """Shows one figure of a policy."""

    entity_description: PolicyDescription

    def __init__(
        self,
        entry: ActionEngineConfigEntry,
        policy: Policy,
        description: PolicyDescription,
    ) -> None:
        """Show what ``description`` says."""
        super().__init__(entry, policy, description.key)
        self.entity_description = description

    @override
    def _take_policy(self, policy: Policy) -> bool:
        value = self.entity_description.value(self._gate, policy.id)
        if value == self._attr_native_value:
            return False
        self._attr_native_value = value
        return True


class SideDoorSensor(PolicyEntity, SensorEntity):
    """Shows how often the accounts of a policy went past the gate."""

    _attr_entity_category = EntityCategory.DIAGNOSTIC
    _attr_state_class = SensorStateClass.TOTAL_INCREASING

    def __init__(self, entry: ActionEngineConfigEntry, policy: Policy) -> None:
        """Count from the start."""
        super().__init__(entry, policy, "side_door_calls")
        self._radar = entry.runtime_data.lookout.radar

    @override
    def _take_policy(self, policy: Policy) -> bool:
        value = self._radar.calls[policy.id]
        if value == self._attr_native_value:
            return False
        self._attr_native_value = value
        return True


class PendingApprovalsSensor(ActionEngineEntity, SensorEntity):
    """Shows how many questions wait for an answer, whatever policy they come from."""

    _attr_state_class = SensorStateClass.MEASUREMENT

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Count from the start."""
        super().__init__(entry, "pending_approvals")

    @override
    def _take(self, _statistics: Statistics) -> bool:
        value = len(self._gate.pending())
        if value == self._attr_native_value:
            return False
        self._attr_native_value = value
        return True
