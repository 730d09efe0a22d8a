"""How much of what may run by itself under a policy does."""

from typing import override

from homeassistant.components.number import NumberEntity, NumberMode
from homeassistant.const import PERCENTAGE, EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.model.policy import Policy
from .engine.model.rollout import WHOLE
from .policy_entity import PolicyEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each policy."""
    for policy in entry.runtime_data.engine.gate.policies:
        async_add_entities([CanaryNumber(entry, policy)], config_subentry_id=policy.id)


class CanaryNumber(PolicyEntity, NumberEntity):
    """Stores what is set with the policy."""

    _attr_entity_category = EntityCategory.CONFIG
    _attr_mode = NumberMode.SLIDER
    _attr_native_max_value = WHOLE
    _attr_native_min_value = 0
    _attr_native_step = 1
    _attr_native_unit_of_measurement = PERCENTAGE

    def __init__(self, entry: ActionEngineConfigEntry, policy: Policy) -> None:
        """Show what the policy says."""
        super().__init__(entry, policy, "canary_percentage")

    @override
    async def async_set_native_value(self, value: float) -> None:
        """Let a larger or smaller share run by itself from now on."""
        await self._change(canary_percentage=int(value))

    @override
    def _take_policy(self, policy: Policy) -> bool:
        if self._attr_native_value == policy.canary_percentage:
            return False
        self._attr_native_value = policy.canary_percentage
        return True
