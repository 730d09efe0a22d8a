"""How much risk a policy lets through without a person."""

from typing import override

from homeassistant.components.select import SelectEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .engine.model.policy import Policy, SafetyMode
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
        async_add_entities(
            [SafetyModeSelect(entry, policy)], config_subentry_id=policy.id
        )


class SafetyModeSelect(PolicyEntity, SelectEntity):
    """Stores what is chosen with the policy."""

    _attr_entity_category = EntityCategory.CONFIG
    _attr_options = [mode.value for mode in SafetyMode]

    def __init__(self, entry: ActionEngineConfigEntry, policy: Policy) -> None:
        """Show what the policy says."""
        super().__init__(entry, policy, "safety_mode")

    @override
    async def async_select_option(self, option: str) -> None:
        """Let more or less through from now on."""
        await self._change(safety_mode=SafetyMode(option))

    @override
    def _take_policy(self, policy: Policy) -> bool:
        if self._attr_current_option == policy.safety_mode:
            return False
        self._attr_current_option = policy.safety_mode.value
        return True
