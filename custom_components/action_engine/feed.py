"""One client's live stream of what happens, as far as its user sees that."""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.auth.models import User
from homeassistant.components.websocket_api import ActiveConnection, event_message
from homeassistant.core import HomeAssistant, callback

from .engine.engine import ActionEngine
from .runtime import ActionEngineConfigEntry
from .throttle import Throttle

type Listener = Callable[[Mapping[str, Any]], None]
type Source = Callable[[ActionEngine, User, Listener], Callable[[], None]]
"""Calls a listener with all that a user sees, and returns how that ends."""

INTERVAL: Final = 0.1
"""Seconds between two messages. Home Assistant closes a connection with more than 4,096
messages on their way; a loop of a thousand steps would do that to a slow client."""

MAX_PENDING: Final = 1000
"""Events of one message; of more than that the oldest are dropped, and counted."""


class Feed:
    """Sends ``{"events": [...], "dropped": n}``, and ``{"closed": true}`` at the end.

    The end is the entry being unloaded: whoever wants to go on subscribes anew.
    """

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ActionEngineConfigEntry,
        connection: ActiveConnection,
        message_id: int,
        source: Source,
    ) -> None:
        """Begin to stream what comes from ``source``."""
        self._hass = hass
        self._connection = connection
        self._message_id = message_id
        self._pending: deque[Mapping[str, Any]] = deque(maxlen=MAX_PENDING)
        self._dropped = 0
        self._throttle = Throttle(hass, INTERVAL, self._send_pending)
        self._unsubscribe = [
            source(entry.runtime_data.engine, connection.user, self._on_event),
            entry.async_on_state_change(self._on_entry_state),
        ]

    @callback
    def stop(self) -> None:
        """Send nothing more; may be called twice."""
        self._throttle.stop()
        while self._unsubscribe:
            self._unsubscribe.pop()()

    @callback
    def _on_event(self, event: Mapping[str, Any]) -> None:
        if len(self._pending) == MAX_PENDING:
            self._dropped += 1
        self._pending.append(event)
        self._throttle.touch()

    @callback
    def _on_entry_state(self) -> None:
        # Whatever follows on being loaded, this engine is about to stop. Not at once:
        # Home Assistant walks through a list from which ``stop`` removes something.
        self._hass.loop.call_soon(self._close)

    @callback
    def _close(self) -> None:
        if self._unsubscribe:
            self.stop()
            self._send({"closed": True})

    @callback
    def _send_pending(self) -> None:
        events = [dict(event) for event in self._pending]
        dropped, self._dropped = self._dropped, 0
        self._pending.clear()
        self._send({"events": events, "dropped": dropped})

    def _send(self, payload: dict[str, Any]) -> None:
        self._connection.send_message(event_message(self._message_id, payload))
