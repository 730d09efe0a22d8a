"""The driver's side of the device process: starts it, asks it, reads its log."""

from collections.abc import Sequence
from dataclasses import dataclass
import json
from pathlib import Path
import socket
import subprocess
import sys
import time
from typing import Any, Final, Self

PROGRAM: Final = Path(__file__).with_name("device_process.py")
POOL: Final = tuple(f"plug_{number:02}" for number in range(60))
"""The switches of the home; a plan gets some of them for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One command that reached a device."""

    at: float
    mark: str | None
    run: str | None
    """The execution that sent it, as far as the command can say."""

    device: str | None
    command: str
    value: Any
    done: bool
    """False: the device refused."""

    answer: Any

    @property
    def key(self) -> str:
        """What it is recognised by, within its execution."""
        return self.mark or f"{self.device}:{self.command}"


class DeviceProcess:
    """The process, from entering the block to leaving it."""

    def __init__(self, folder: Path) -> None:
        """Keep socket and log in the folder."""
        self.socket = folder / "devices.sock"
        self._log = folder / "devices.jsonl"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it and wait until it answers."""
        self._log.touch()
        self._process = subprocess.Popen(  # noqa: S603 - fixed arguments
            [sys.executable, PROGRAM, self.socket, self._log], stdin=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 20
        while not self.socket.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        return self

    def __exit__(self, *_error: object) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def log(self) -> list[Receipt]:
        """Return all that was received, oldest first."""
        lines = self._log.read_text().splitlines()
        return [Receipt(**json.loads(line)) for line in lines]

    def states(self) -> dict[str, dict[str, Any]]:
        """Return how the devices are that were ever switched."""
        states: dict[str, dict[str, Any]] = self._ask(kind="states")["states"]
        return states

    def reset(self, devices: Sequence[str]) -> None:
        """Switch devices off."""
        self._ask(kind="reset", devices=list(devices))

    def _ask(self, **asked: Any) -> dict[str, Any]:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.socket))
            connection.sendall(json.dumps({"id": 0, **asked}).encode() + b"\n")
            with connection.makefile() as lines:
                answer: dict[str, Any] = json.loads(lines.readline())
        return answer
