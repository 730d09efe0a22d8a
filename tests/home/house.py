"""A real Home Assistant process that the simulated home lives in.

    with House(folder) as house:
        house.start()
        house.api.get("/api/states/light.kitchen_table")

Leaving the block stops the process. The folder is Home Assistant's configuration
folder; it is filled at every start, and what Home Assistant stored there stays.
"""

from collections.abc import Callable, Iterable
import contextlib
import ctypes
import json
import os
from pathlib import Path
import shutil
import signal
import socket
import subprocess
import sys
import time
from typing import Any, Final, Self

from .api import Api, ApiError
from .flows import add_integration
from .owner import is_answering, move_in, sign_in

PROJECT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
INTEGRATIONS: Final = (
    PROJECT / "custom_components/action_engine",
    HERE / "custom_components/simulated_home",
)
CONFIGURATION: Final = HERE / "configuration"
START_TIMEOUT: Final = 120.0
STOP_TIMEOUT: Final = 30.0
PR_SET_PDEATHSIG: Final = 1


class House:
    """One configuration folder and, between ``start`` and ``stop``, its process."""

    def __init__(
        self, folder: Path, *, port: int | None = None, packages: Iterable[str] = ()
    ) -> None:
        """Choose where it is; ``packages`` name files of ``configuration/``.

        Without a port, one that nobody uses is taken, on the loopback interface.
        """
        self.folder = folder
        self.port = port or free_port()
        self.api = Api(url=f"http://127.0.0.1:{self.port}")
        self._packages = tuple(packages)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the house; nothing is running yet."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop what is still running."""
        self.stop()

    def start(self) -> None:
        """Start Home Assistant, move in, sign in, and return when it is running."""
        self._furnish()
        with (self.folder / "console.log").open("ab") as console:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    *("-m", "homeassistant", "--config", str(self.folder)),
                    *("--skip-pip", "--log-no-color"),
                ],
                # Else a caller's path would hide the folder's custom_components.
                cwd=self.folder,
                env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - only a system call
            )
        anonymous = Api(url=self.api.url)
        self.wait_until(lambda: is_answering(anonymous))
        move_in(anonymous)
        self.api = sign_in(anonymous)
        self.wait_until(lambda: self.api.get("/api/config")["state"] == "RUNNING")

    def ensure_integration(self, domain: str) -> str:
        """Set an integration up, unless it is; return the id of its entry."""
        path = f"/api/config/config_entries/entry?domain={domain}"
        entries: list[dict[str, str]] = self.api.get(path)
        if entries:
            return entries[0]["entry_id"]
        try:
            return add_integration(self.api, domain)
        except ApiError as error:
            raise self._trouble(f"{domain} could not be set up: {error}") from error

    def stop(self) -> None:
        """End Home Assistant as its owner would; kill it when it does not obey."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def kill(self) -> None:
        """End Home Assistant as a power cut would."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None
        # It names a process that is gone, and would refuse the next start.
        (self.folder / ".ha_run.lock").unlink(missing_ok=True)

    def wait(self) -> int:
        """Return Home Assistant's exit code once it ended by itself."""
        return 0 if self._process is None else self._process.wait()

    def device_log(self) -> list[dict[str, Any]]:
        """Return what the devices received so far, oldest first."""
        path = self.folder / "devices.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    def console(self) -> str:
        """Return what Home Assistant printed so far."""
        return (self.folder / "console.log").read_text(errors="replace")

    def _furnish(self) -> None:
        """Write the configuration, and link the integrations into the folder."""
        packages = self.folder / "packages"
        components = self.folder / "custom_components"
        storage = self.folder / ".storage"
        for folder in (packages, components, storage):
            folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(CONFIGURATION / "configuration.yaml", self.folder)
        for name in self._packages:
            shutil.copy(CONFIGURATION / f"{name}.yaml", packages)
        for integration in INTEGRATIONS:
            link = components / integration.name
            link.unlink(missing_ok=True)
            link.symlink_to(integration)
        _store(storage, "http", (2, 2), _http(self.port))
        if not (storage / "onboarding").exists():
            # Only the owner is missing; the other steps would ask the internet.
            done = ["core_config", "analytics", "integration"]
            _store(storage, "onboarding", (4, 1), {"done": done})

    def wait_until(self, is_true: Callable[[], bool]) -> None:
        """Ask until the answer is yes; raises when the process ends or time is up."""
        deadline = time.monotonic() + START_TIMEOUT
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                break
            with contextlib.suppress(OSError, ApiError):
                if is_true():
                    return
            time.sleep(0.1)
        raise self._trouble("Home Assistant did not come to that")

    def _trouble(self, what: str) -> RuntimeError:
        """Return an error that has the end of Home Assistant's log with it."""
        return RuntimeError(f"{what}\n{self.console()[-4000:]}")


def is_free(port: int) -> bool:
    """Tell whether nobody listens on a port of the loopback interface."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _store(storage: Path, key: str, version: tuple[int, int], data: Any) -> None:
    """Write one of Home Assistant's storage files, as it would do itself."""
    major, minor = version
    content = {"version": major, "minor_version": minor, "key": key, "data": data}
    (storage / key).write_text(json.dumps(content))


def _http(port: int) -> dict[str, Any]:
    """Return HTTP settings that count as confirmed; from YAML they would be a trial."""
    stable = {
        "server_host": ["127.0.0.1"],
        "server_port": port,
        "cors_allowed_origins": [],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": False,
        "ssl_profile": "modern",
        "use_x_frame_options": True,
        "created_at": "2026-01-01T00:00:00+00:00",
        "error": None,
        "error_message": None,
    }
    return {"stable": stable, "pending": None, "yaml_migration_done": True}


def die_with_parent() -> None:
    """Ask Linux to end this process when its parent is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
