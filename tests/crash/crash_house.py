"""A Home Assistant with the devices of the crash tests, and nothing else in it."""

from collections.abc import Callable, Iterable
import json
from pathlib import Path
import time
from typing import Any, Final, override

from tests.home.api import ApiError
from tests.home.house import House

from .devices import POOL

HERE: Final = Path(__file__).parent
INTEGRATION: Final = HERE / "custom_components/crash_home"
DEATH_TIMEOUT: Final = 20.0

CONFIGURATION: Final = """
homeassistant:
  name: Crash home
  latitude: 52.37
  longitude: 4.89
  elevation: 2
  unit_system: metric
  currency: EUR
  country: NL
  time_zone: Europe/Amsterdam

crash_home: {section}

logger:
  default: warning
"""


class CrashHouse(House):
    """One configuration folder, and one life of it after the other."""

    def __init__(self, folder: Path, socket: Path) -> None:
        """Connect to the devices behind the socket."""
        super().__init__(folder)
        self._socket = socket

    @override
    def _furnish(self) -> None:
        super()._furnish()
        section = json.dumps({"socket": str(self._socket), "plugs": POOL})
        text = CONFIGURATION.replace("{section}", section)
        (self.folder / "configuration.yaml").write_text(text)
        components = self.folder / "custom_components"
        (components / "simulated_home").unlink()
        link = components / INTEGRATION.name
        link.unlink(missing_ok=True)
        link.symlink_to(INTEGRATION)

    def wish(self, wish: dict[str, Any] | None) -> None:
        """Have the next life die at a point, from its very beginning."""
        path = self.folder / "crash_wish.json"
        path.unlink(missing_ok=True)
        if wish is not None:
            path.write_text(json.dumps(wish))

    def ask(self, service: str, **data: Any) -> dict[str, Any]:
        """Call a service of the crash home.

        Raises OSError if Home Assistant dies over it, ApiError if it refuses.
        """
        answer = self.api.post(f"/api/services/crash_home/{service}?return_response", data)
        response: dict[str, Any] = answer["service_response"]
        return response

    @property
    def is_dead(self) -> bool:
        """Tell whether the process has ended."""
        return self._process is None or self._process.poll() is not None
