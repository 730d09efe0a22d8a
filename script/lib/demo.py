"""Shows the engine at work: a real Home Assistant, a simulated home, one run.

Exit code 0: the run ended in success. 1: it ended otherwise. 2: it was refused.
"""

import argparse
import asyncio
from pathlib import Path
import signal
import sys
from tempfile import TemporaryDirectory
import time
from typing import Any, Final

from script.lib.live import run_and_watch
from script.lib.wording import Wording
from tests.home.api import ApiError
from tests.home.house import PROJECT, House

DEFAULT: Final = PROJECT / "examples/evening_routine.yaml"
OFFLINE: Final = {"entity_id": "light.garden_lantern", "seconds": 3}


class Stage:
    """Prints what happens, as it happens."""

    def __init__(self) -> None:
        """Begin to count the seconds."""
        self.wording = Wording(colour=sys.stdout.isatty())
        self._began = time.monotonic()

    def say(self, *lines: str) -> None:
        """Print lines at once, also into a pipe."""
        print(*lines, sep="\n", flush=True)

    def seconds(self) -> float:
        """Return the seconds since the start, or since ``restart``."""
        return time.monotonic() - self._began

    def restart(self) -> None:
        """Count from here."""
        self._began = time.monotonic()

    def on_event(self, event: dict[str, Any]) -> None:
        """Print an event of the live feed."""
        if event["kind"] == "step":
            line = self.wording.step(event, self.seconds())
            if line is not None:
                self.say(line)


def main() -> int:
    """Run the file that the command line names, or the evening routine."""
    parser = argparse.ArgumentParser(prog="script/demo", description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, default=DEFAULT, help="actions, as YAML"
    )
    path: Path = parser.parse_args().file
    text = path.read_text()
    stage = Stage()
    stage.say("Starting Home Assistant with a simulated home …")
    with (
        TemporaryDirectory(prefix="action-engine-") as folder,
        House(Path(folder)) as house,
    ):
        house.start()
        house.ensure_integration("action_engine")
        version = house.api.get("/api/config")["version"]
        stage.say(
            f"Home Assistant {version} runs after {stage.seconds():.1f} s, "
            "Action Engine is set up.",
            f"{OFFLINE['entity_id']} goes offline for {OFFLINE['seconds']} s.",
            "",
            stage.wording.heading(),
        )
        house.api.post("/api/services/simulated_home/drop", OFFLINE)
        return play(stage, house, {"yaml": text})


def play(stage: Stage, house: House, request: dict[str, Any]) -> int:
    """Run a request and print it; return the exit code."""
    stage.restart()
    try:
        summary = asyncio.run(run_and_watch(house.api, request, stage.on_event))
    except ApiError as error:
        stage.say(stage.wording.paint("failed", f"Refused: {error.message}"))
        return 2
    stage.say("", *stage.wording.summary(summary))
    return 0 if summary["state"] == "success" else 1


if __name__ == "__main__":
    # Leave through the context managers, so that Home Assistant ends too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    sys.exit(main())
