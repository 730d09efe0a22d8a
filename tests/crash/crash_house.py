"""A Home Assistant with the devices of the crash tests, and nothing else in it."""

import json
from pathlib import Path
from typing import Any, Final, override

from .devices import POOL
from tests.home.flows import open_options, shown_values, submit_options
from tests.home.house import House

HERE: Final = Path(__file__).parent
INTEGRATION: Final = HERE / "custom_components/crash_home"
ENGINE: Final = "action_engine"

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

    def begin(self) -> None:
        """Start for the first time, with an engine that takes many runs at once."""
        self.start()
        entry_id = self.ensure_integration("action_engine")
        page = open_options(self.api, entry_id)
        options = shown_values(page["data_schema"])
        options["execution"] |= {"workers": 16, "max_queue": 1000}
        submit_options(self.api, page["flow_id"], options)

    def ask(self, service: str, **data: Any) -> dict[str, Any]:
        """Call a service of the engine, or of another domain, and return its response.

        Raises OSError if Home Assistant dies over it, ApiError if it refuses.
        """
        domain, _, name = service.rpartition(".")
        path = f"/api/services/{domain or ENGINE}/{name}?return_response"
        response: dict[str, Any] = self.api.post(path, data)["service_response"]
        return response

    def tell(self, service: str, **data: Any) -> None:
        """Call a service that answers nothing; raises as ``ask``."""
        domain, _, name = service.rpartition(".")
        self.api.post(f"/api/services/{domain or ENGINE}/{name}", data)

    def is_on(self, device: str) -> bool:
        """Tell whether Home Assistant takes a device to be on."""
        return bool(self.api.get(f"/api/states/switch.{device}")["state"] == "on")

    @property
    def is_dead(self) -> bool:
        """Tell whether the process has ended."""
        return self._process is None or self._process.poll() is not None
