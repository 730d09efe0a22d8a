"""Whether the engine takes new work, and whether a policy lets anything through."""

from typing import Any, override

from homeassistant.components.switch import SwitchEntity
from homeassistant.const import STATE_OFF, EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.restore_state import RestoreEntity

from .engine.engine import Statistics
from .engine.model.policy import Policy
from .entity import ActionEngineEntity
from .policy_entity import PolicyEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    _hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add that of the engine, and one for each policy."""
    async_add_entities([EnabledSwitch(entry)])
    for policy in entry.runtime_data.engine.gate.policies:
        async_add_entities([PolicySwitch(entry, policy)], config_subentry_id=policy.id)


class EnabledSwitch(ActionEngineEntity, SwitchEntity, RestoreEntity):
    """Off: new work is refused, with an error that says so; what runs goes on."""

    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, entry: ActionEngineConfigEntry) -> None:
        """Follow the engine."""
        super().__init__(entry, "enabled")

    @override
    async def async_added_to_hass(self) -> None:
        """Switch off what was switched off before the restart."""
        last = await self.async_get_last_state()
        if last is not None and last.state == STATE_OFF:
            self._engine.set_enabled(False)
        await super().async_added_to_hass()

    @override
    async def async_turn_on(self, **_kwargs: Any) -> None:
        """Take new work again."""
        self._engine.set_enabled(True)

    @override
    async def async_turn_off(self, **_kwargs: Any) -> None:
        """Refuse new work from now on."""
        self._engine.set_enabled(False)

    @override
    def _take(self, _statistics: Statistics) -> bool:
        if self._attr_is_on is self._engine.enabled:
            return False
        self._attr_is_on = self._engine.enabled
        return True


class PolicySwitch(PolicyEntity, SwitchEntity):
    """Off: the policy denies everything that its callers ask for."""

    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, entry: ActionEngineConfigEntry, policy: Policy) -> None:
        """Show what the policy says."""
        super().__init__(entry, policy, "policy_enabled")

    @override
    async def async_turn_on(self, **_kwargs: Any) -> None:
        """Let through what the rest of the policy allows."""
        await self._change(enabled=True)

    @override
    async def async_turn_off(self, **_kwargs: Any) -> None:
        """Deny everything from now on; what runs goes on."""
        await self._change(enabled=False)

    @override
    def _take_policy(self, policy: Policy) -> bool:
        if self._attr_is_on is policy.enabled:
            return False
        self._attr_is_on = policy.enabled
        return True
