"""All that watches over the gate while the entry is loaded."""

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback

from .accounts import Accounts
from .alarm import Alarm
from .auto_notices import AutoNotices
from .engine.engine import ActionEngine
from .exporter import Exporter
from .news import Teller
from .phone_asking import Asking
from .pulse import Pulse
from .radar import Radar


class Lookout:
    """Begins with all of it, and ends with all of it."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry,
        engine: ActionEngine,
        pulse: Pulse,
    ) -> None:
        """Look on from now on."""
        self.radar = Radar(hass, engine, pulse.touch)
        self.alarm = Alarm(hass, engine, pulse, self.radar)
        self._parts = (
            self.alarm,
            self.radar,
            Accounts(hass, entry, engine.gate),
            Asking(hass, entry, engine.gate),
            AutoNotices(hass, entry, engine),
            Exporter(hass, engine, pulse),
            Teller(hass, entry, engine, self.alarm),
        )
        self._stopped = False

    @callback
    def stop(self) -> None:
        """Look on no more; may be called twice."""
        if not self._stopped:
            self._stopped = True
            for part in self._parts:
                part.stop()
