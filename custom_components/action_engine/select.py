"""How much risk a policy lets through without a person, and modes that are its own."""

from typing import override

from homeassistant.components.select import SelectEntity
from homeassistant.const import EntityCategory, Platform
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .engine.model.policy import Policy, SafetyMode
from .policy_entity import PolicyEntity
from .runtime import ActionEngineConfigEntry

PARALLEL_UPDATES = 0


async def async_setup_entry(
    hass: HomeAssistant,
    entry: ActionEngineConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one for each policy, and one for each mode that is kept here."""
    for policy in entry.runtime_data.engine.gate.policies:
        found: list[SelectEntity] = [SafetyModeSelect(entry, policy)]
        mode = ModeSelect(entry, policy)
        if policy.has_own_mode:
            found.append(mode)
        else:
            _forget(hass, mode.unique_id)
        async_add_entities(found, config_subentry_id=policy.id)


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


class ModeSelect(PolicyEntity, SelectEntity):
    """The mode of a policy that names no entity for it.

    Whoever may control it chooses, as with any entity; who is held by a policy may do what
    that allows. The gate knows the mode by itself, and looks at no state for it.
    """

    def __init__(self, entry: ActionEngineConfigEntry, policy: Policy) -> None:
        """Show in which mode the policy is."""
        super().__init__(entry, policy, "mode")
        self._attr_options = list(policy.modes)

    @override
    async def async_added_to_hass(self) -> None:
        """Be the entity by which the mode is asked for, under whatever name."""
        await super().async_added_to_hass()
        self._gate.show_mode(self._policy_id, self.entity_id)

    @override
    async def async_will_remove_from_hass(self) -> None:
        """Be that no more."""
        await super().async_will_remove_from_hass()
        self._gate.show_mode(self._policy_id, None)

    @override
    async def async_select_option(self, option: str) -> None:
        """Go into another mode; it is on disk then."""
        context = self._context or Context()
        await self._gate.choose_mode(self._policy_id, option, context)
        self._on_pulse(self._engine.statistics)
        await self._engine.settled()

    @override
    def _take_policy(self, policy: Policy) -> bool:
        shown = list(policy.modes), self._gate.mode(policy.id)
        if shown == (self._attr_options, self._attr_current_option):
            return False
        self._attr_options, self._attr_current_option = shown
        return True


def _forget(hass: HomeAssistant, unique_id: str | None) -> None:
    """Remove what is left of a mode that the policy does not have any more."""
    registry = er.async_get(hass)
    entity_id = registry.async_get_entity_id(Platform.SELECT, DOMAIN, unique_id or "")
    if entity_id is not None:
        registry.async_remove(entity_id)
