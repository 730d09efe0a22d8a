"""Starts the simulated home with its web interface, and leaves it running.

What happened in it is kept in .home/ until it is started with --fresh.
"""

import argparse
from pathlib import Path
import shutil
import signal
import sys
from typing import Final

from tests.home import owner
from tests.home.house import PROJECT, House, is_free
from tests.home.showcase import DASHBOARD, furnish_showcase

FOLDER: Final = PROJECT / ".home"
PORT: Final = 8123


def main() -> int:
    """Start it, say where it is, and wait for Ctrl-C."""
    parser = argparse.ArgumentParser(prog="script/develop", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT, help="%(default)s")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="%(default)s")
    parser.add_argument("--fresh", action="store_true", help="begin with a new home")
    arguments = parser.parse_args()
    if not is_free(arguments.port):
        parser.error(f"port {arguments.port} is in use; choose another with --port")
    if arguments.fresh:
        shutil.rmtree(arguments.folder, ignore_errors=True)
    print("Starting Home Assistant with a simulated home …", flush=True)
    with House(
        arguments.folder.resolve(), port=arguments.port, packages=["develop"]
    ) as house:
        furnish_showcase(house.folder)
        house.start()
        house.ensure_integration("action_engine")
        print(
            f"\n  {house.api.url}{DASHBOARD}\n"
            f"  name {owner.USERNAME}, password {owner.PASSWORD}\n\n"
            f"Its files are in {house.folder}, its log is console.log. "
            "Ctrl-C stops it.",
            flush=True,
        )
        return house.wait()


if __name__ == "__main__":
    # Leave through the context manager, so that Home Assistant ends too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    sys.exit(main())
