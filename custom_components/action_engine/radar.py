"""Sees who goes past the gate: calls that an account with a policy makes by itself.

Home Assistant lets an account call whatever it has the rights for, engine or no engine.
That cannot be forbidden here, but it can be seen.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from homeassistant.const import ATTR_DOMAIN, ATTR_SERVICE, EVENT_CALL_SERVICE
from homeassistant.core import Event, HomeAssistant, SupportsResponse, callback

from .const import DOMAIN
from .engine.engine import ActionEngine
from .engine.errors import ExecutionNotFoundError
from .engine.model.policy import Policy
from .side_door_issues import show_side_doors, withdraw_side_doors
from .throttle import Throttle

INTERVAL: Final = 60.0
"""Seconds between two changes of the issues."""

_PARTS: Final = (ATTR_DOMAIN, ATTR_SERVICE)


class Radar:
    """Listens only while there is a policy that trusts none of its users."""

    def __init__(
        self, hass: HomeAssistant, engine: ActionEngine, changed: Callable[[], None]
    ) -> None:
        """Begin to look; ``changed`` is called when ``calls`` has changed."""
        self.calls: Counter[str] = Counter()
        """By the id of the policy, since the entry was loaded."""

        self._hass = hass
        self._engine = engine
        self._changed = changed
        self._watched: dict[str, str] = {}
        self._policies: tuple[Policy, ...] = ()
        self._unseen: dict[str, tuple[int, str]] = {}
        self._throttle = Throttle(hass, INTERVAL, self._show)
        self._stop_listening: Callable[[], None] | None = None
        self._unsubscribe = engine.gate.on_change(self._look)
        self._look()

    @callback
    def stop(self) -> None:
        """Listen no more; the issues stay until somebody has read them."""
        self._unsubscribe()
        self._throttle.stop()
        self._listen(wanted=False)

    @callback
    def _look(self) -> None:
        """Take over the policies if there are others."""
        policies = self._engine.gate.policies
        if policies is self._policies:
            return
        self._policies = policies
        self._watched = {
            user: policy.id
            for policy in policies
            if not policy.trusted
            for user in policy.applies.users
        }
        withdraw_side_doors(self._hass, {policy.id for policy in policies})
        self._listen(wanted=bool(self._watched))

    def _listen(self, *, wanted: bool) -> None:
        if wanted and self._stop_listening is None:
            listen = self._hass.bus.async_listen
            self._stop_listening = listen(EVENT_CALL_SERVICE, self._called)
        elif not wanted and self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None

    @callback
    def _called(self, event: Event[dict[str, Any]]) -> None:
        # Hears of every call of this home: whoever is not watched costs one look-up.
        policy_id = self._watched.get(event.context.user_id or "")
        if policy_id is None or self._is_fine(event):
            return
        self.calls[policy_id] += 1
        before, _ = self._unseen.get(policy_id, (0, ""))
        action = ".".join(event.data[one] for one in _PARTS)
        self._unseen[policy_id] = (before + 1, action)
        self._throttle.touch()
        self._changed()

    def _is_fine(self, event: Event[dict[str, Any]]) -> bool:
        """Tell whether a call goes through the gate, or changes nothing."""
        # Home Assistant finds ``Light.Turn_On``, too.
        domain, service = (event.data[one].lower() for one in _PARTS)
        if domain == DOMAIN:
            return True
        answers = self._hass.services.supports_response(domain, service)
        return answers is SupportsResponse.ONLY or self._is_ours(event.context.id)

    def _is_ours(self, context_id: str) -> bool:
        try:
            self._engine.get(context_id)
        except ExecutionNotFoundError:
            return False
        return True

    @callback
    def _show(self) -> None:
        unseen, self._unseen = self._unseen, {}
        names = {policy.id: policy.name for policy in self._policies}
        for policy_id, (number, action) in unseen.items():
            if policy_id in names:
                show_side_doors(self._hass, policy_id, names[policy_id], number, action)
