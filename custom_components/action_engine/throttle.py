"""Many changes, few reactions."""

from collections.abc import Callable
from datetime import datetime

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later


class Throttle:
    """Calls ``action`` at the next turn of the loop, and then once per interval.

    A single touch is answered at once; a storm of them once per ``interval`` seconds
    and one last time after it. While nothing is touched there is no timer.
    """

    def __init__(
        self, hass: HomeAssistant, interval: float, action: Callable[[], None]
    ) -> None:
        """Do nothing until the first touch."""
        self._hass = hass
        self._interval = interval
        self._action = action
        # A timer that only repeats what is known must not hold up a shutdown.
        self._job = HassJob(self._fire, cancel_on_shutdown=True)
        self._cancel: CALLBACK_TYPE | None = None
        self._touched = False
        self._stopped = False

    @callback
    def touch(self) -> None:
        """Ask for the action."""
        if self._touched or self._stopped:
            return
        self._touched = True
        if self._cancel is None:
            self._cancel = self._hass.loop.call_soon(self._fire, None).cancel

    @callback
    def stop(self) -> None:
        """Never call the action again; may be called twice."""
        self._stopped = True
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    @callback
    def _fire(self, _now: datetime | None) -> None:
        self._cancel = None
        if not self._touched:
            return
        self._touched = False
        self._cancel = async_call_later(self._hass, self._interval, self._job)
        self._action()
