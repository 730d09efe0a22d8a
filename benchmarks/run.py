"""Compares the engine with native scripts, and prints one table.

Exit code 1 if a goal is missed. Other work on the machine moves the times in
milliseconds; the ratios stand it quite well.
"""

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
import logging
import sys
from typing import Final

from homeassistant import loader
from homeassistant.runner import create_event_loop

from benchmarks import (
    desk,
    fairness,
    gate,
    growth,
    intake,
    journal,
    pages,
    published,
    runs,
    steps,
    targets,
)
from benchmarks.measure import FULL, QUICK, Care
from benchmarks.table import Figure, heading, section
from benchmarks.world import World, open_world

type Measure = Callable[[World, Care], Awaitable[list[Figure]]]

GROUPS: Final[Mapping[str, tuple[str, Measure]]] = {
    "steps": (steps.TITLE, steps.measure),
    "runs": (runs.TITLE, runs.measure),
    "intake": (intake.TITLE, intake.measure),
    "fairness": (fairness.TITLE, fairness.measure),
    "targets": (targets.TITLE, targets.measure),
    "gate": (gate.TITLE, gate.measure),
    "desk": (desk.TITLE, desk.measure),
    "growth": (growth.TITLE, growth.measure),
    "journal": (journal.TITLE, journal.measure),
    "pages": (pages.TITLE, pages.measure),
    "published": (published.TITLE, published.measure),
}


def bench(groups: Sequence[str], care: Care) -> list[Figure]:
    """Measure the groups, print each as soon as it is done, and return all figures."""
    with asyncio.Runner(loop_factory=create_event_loop) as runner:
        return runner.run(_bench(groups, care))


async def _bench(groups: Sequence[str], care: Care) -> list[Figure]:
    everything = []
    async with open_world() as world:
        print(heading())
        for group in groups:
            title, measure = GROUPS[group]
            figures = await measure(world, care)
            print(section(title, figures), flush=True)
            everything += figures
    return everything


def main(arguments: Sequence[str]) -> int:
    """Return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument(
        "--only", action="append", choices=GROUPS, help="one group; may be repeated"
    )
    options = parser.parse_args(arguments)
    # What a script logs at every step is off, as in every home.
    logging.basicConfig(level=logging.WARNING)
    # It warns of every custom integration that it sees.
    logging.getLogger(loader.__name__).setLevel(logging.ERROR)
    figures = bench(options.only or list(GROUPS), QUICK if options.quick else FULL)
    missed = [figure.what for figure in figures if figure.met is False]
    print(f"Missed: {'; '.join(missed)}" if missed else "All goals are met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
