"""Tells those who would be asked what has run without being asked about."""

from collections import Counter, defaultdict
from functools import partial
from typing import Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from .engine.engine import ActionEngine, Execution
from .engine.model.policy import Policy
from .engine.model.state import ENDED, ExecutionState
from .phone_words import deeds_of, report_of
from .phones import Notification, phones_by_person, send
from .policies import policy_of, ran_by_itself
from .throttle import Throttle

INTERVAL: Final = 60.0
"""Seconds between two notifications about one policy."""


class AutoNotices:
    """Gathers what was done, policy by policy."""

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry, engine: ActionEngine
    ) -> None:
        """Follow what the engine does from now on."""
        self._hass = hass
        self._entry = entry
        self._engine = engine
        self._deeds: dict[str, Counter[str]] = defaultdict(Counter)
        self._throttles: dict[str, Throttle] = {}
        self._unsubscribe = engine.on_move(self._moved)

    @callback
    def stop(self) -> None:
        """Tell nothing any more."""
        self._unsubscribe()
        for throttle in self._throttles.values():
            throttle.stop()

    @callback
    def _moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        undone = previous is ExecutionState.ROLLING_BACK
        if execution.state not in ENDED or undone or not ran_by_itself(execution):
            return
        policy = self._policy(policy_of(execution))
        if policy is None or not policy.notify_on_auto_action:
            return
        if deeds := deeds_of(self._hass, execution):
            self._deeds[policy.id].update(deeds)
            self._throttle(policy.id).touch()

    def _policy(self, policy_id: str | None) -> Policy | None:
        policies = self._engine.gate.policies
        return next((one for one in policies if one.id == policy_id), None)

    def _throttle(self, policy_id: str) -> Throttle:
        if policy_id not in self._throttles:
            tell = partial(self._tell, policy_id)
            self._throttles[policy_id] = Throttle(self._hass, INTERVAL, tell)
        return self._throttles[policy_id]

    @callback
    def _tell(self, policy_id: str) -> None:
        deeds = self._deeds.pop(policy_id)
        if (policy := self._policy(policy_id)) is None:
            return
        title = f"{policy.name}: done without being asked about"
        note = Notification(title=title, message=report_of(deeds))
        work = self._send(policy, note)
        self._entry.async_create_task(self._hass, work, "action_engine auto action")

    async def _send(self, policy: Policy, note: Notification) -> None:
        for person, phones in phones_by_person(self._hass).items():
            if await self._is_told(person, policy):
                await send(self._hass, phones, note)

    async def _is_told(self, person: str, policy: Policy) -> bool:
        """Tell whether a person is one of those who answer for a policy."""
        user = await self._hass.auth.async_get_user(person)
        if user is None or not user.is_active or person in policy.applies.users:
            return False
        return person in policy.approvers if policy.approvers else user.is_admin
