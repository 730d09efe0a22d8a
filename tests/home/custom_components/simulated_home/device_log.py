"""What the devices really received, for a process outside to read."""

from collections.abc import Mapping
import json
import os
from typing import Any

from homeassistant.util import dt as dt_util


class DeviceLog:
    """One JSON line for each command that a device accepted.

    A line is on its way to the disk when the command returns, so it counts also
    when Home Assistant is killed a moment later.
    """

    def __init__(self, path: str) -> None:
        """Open the file for appending; blocks."""
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def write(self, entity_id: str, command: str, data: Mapping[str, Any]) -> None:
        """Append one line in a single write, so that lines never mix."""
        line = {
            "at": dt_util.utcnow().isoformat(timespec="milliseconds"),
            "entity_id": entity_id,
            "command": command,
            "data": dict(data),
        }
        os.write(self._file, f"{json.dumps(line, default=str)}\n".encode())

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)
