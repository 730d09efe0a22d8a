"""What all entities of one policy have in common."""

from abc import abstractmethod
from typing import Any, override

from homeassistant.core import Context
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo

from .const import DOMAIN
from .engine.engine import Statistics
from .engine.model.policy import Policy
from .entity import ActionEngineEntity
from .policies import change_policy
from .rights import require_admin
from .runtime import ActionEngineConfigEntry


class PolicyEntity(ActionEngineEntity):
    """An entity of the service device that a policy has for itself."""

    def __init__(
        self, entry: ActionEngineConfigEntry, policy: Policy, key: str
    ) -> None:
        """``key`` names it in the translations and within the policy."""
        super().__init__(entry, key)
        self._entry = entry
        self._policy_id = policy.id
        self._attr_unique_id = f"{entry.entry_id}_{policy.id}_{key}"
        self._attr_device_info = DeviceInfo(
            entry_type=DeviceEntryType.SERVICE,
            identifiers={(DOMAIN, policy.id)},
            name=policy.name,
            via_device_id=entry.runtime_data.device_id,
        )

    async def _change(self, **changes: Any) -> None:
        """Store other values, which count at once, on behalf of an administrator.

        Home Assistant lets everybody use an entity that he may control; but whoever is
        held by a policy must not loosen it.
        """
        await require_admin(self.hass, self._context or Context())
        change_policy(self.hass, self._entry, self._policy_id, **changes)
        self._on_pulse(self._engine.statistics)

    @override
    def _take(self, _statistics: Statistics) -> bool:
        for policy in self._engine.gate.policies:
            if policy.id == self._policy_id:
                return self._take_policy(policy)
        # It was removed, and this entity is about to go as well.
        return False

    @abstractmethod
    def _take_policy(self, policy: Policy) -> bool:
        """Take over what is new; return whether there is something to write."""
