"""The beat to which entities write their state.

A burst of a thousand executions changes the statistics some thousand times. Entities
look at them at the first change and then at most twice a second, so that the recorder
gets a handful of rows and not thousands.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_change

from .engine.engine import ActionEngine, Statistics
from .throttle import Throttle

INTERVAL: Final = 0.5
"""Seconds between two beats."""

type Listener = Callable[[Statistics], None]


class Pulse:
    """One listener on the engine for all entities of an entry."""

    def __init__(self, hass: HomeAssistant, engine: ActionEngine) -> None:
        """Begin to listen to the engine; ``stop`` ends it."""
        self._engine = engine
        self._listeners: list[Listener] = []
        self._throttle = Throttle(hass, INTERVAL, self._beat)
        self._unsubscribe = (
            engine.on_change(self._throttle.touch),
            engine.gate.on_change(self._throttle.touch),
            # What is counted by day changes without anybody doing anything.
            async_track_time_change(hass, self._midnight, hour=0, minute=0, second=0),
        )

    @callback
    def listen(self, listener: Listener) -> CALLBACK_TYPE:
        """Call ``listener`` with the statistics at every beat, until unsubscribed."""
        self._listeners.append(listener)

        @callback
        def unsubscribe() -> None:
            self._listeners.remove(listener)

        return unsubscribe

    @callback
    def touch(self) -> None:
        """Ask for a beat, for changes that are not in the statistics."""
        self._throttle.touch()

    @callback
    def stop(self) -> None:
        """Let go of the engine and of every timer."""
        self._throttle.stop()
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    @callback
    def _beat(self) -> None:
        statistics = self._engine.statistics
        for listener in tuple(self._listeners):
            listener(statistics)

    @callback
    def _midnight(self, _now: datetime) -> None:
        self._throttle.touch()
