"""Kills Home Assistant again and again, and looks whether the engine keeps its word.

Exit code 1 if it did not, with the evidence; folders of homes in which anything was amiss
are kept. The same seed gives the same plans and the same points, not the same moments.
"""

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import batched, cycle, islice
import logging
from pathlib import Path
from random import Random
import shutil
import sys
from tempfile import mkdtemp
import time
from typing import Final

from .lives import POINTS, Home
from .report import Report, evidence, table

LIVES: Final = 25
"""Kills of one home; then comes another one, with an empty journal."""

EACH: Final = 12
"""Executions that are new in each life."""

_LOGGER: Final = logging.getLogger("crash")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One home."""

    seed: int
    points: tuple[str, ...]
    each: int

    def run(self) -> Report:
        """Live through it; the folder is kept if there is something to be looked at."""
        folder = Path(mkdtemp(prefix=f"crash_{self.seed}_"))
        report = Home(folder, self.seed, each=self.each).run(list(self.points))
        if report.violations:
            lines = "\n".join(evidence(report.violations))
            (folder / "evidence.txt").write_text(f"{lines}\n")
            _LOGGER.error("Home %s is kept in %s:\n%s", self.seed, folder, lines)
        else:
            shutil.rmtree(folder)
        return report


def jobs(kills: int, seed: int, each: int) -> Iterator[Job]:
    """Return the homes of a matrix; every point has its turn as often as any other."""
    points = list(islice(cycle(POINTS), kills))
    Random(seed).shuffle(points)  # noqa: S311 - the same order for the same seed
    for number, some in enumerate(batched(points, LIVES, strict=False)):
        yield Job(seed=seed + number, points=some, each=each)


def run(kills: int, seed: int, *, each: int, homes: int) -> Report:
    """Run a matrix in so many homes at the same time."""
    whole, began = Report(), time.monotonic()
    with ProcessPoolExecutor(homes) as pool:
        running = [pool.submit(Job.run, job) for job in jobs(kills, seed, each)]
        for done in as_completed(running):
            whole.add(done.result())
            minutes = (time.monotonic() - began) / 60
            _LOGGER.info(
                "%s kills, %s violations, %.1f minutes",
                whole.kills.total(),
                len(whole.violations),
                minutes,
            )
    return whole


def main(arguments: Sequence[str]) -> int:
    """Return the exit code."""
    parser = argparse.ArgumentParser(prog="script/crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="200 take half an hour")
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--each", type=int, default=EACH, help="executions a life")
    parser.add_argument("--homes", type=int, default=2, help="at the same time")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    _LOGGER.info("seed %s", options.seed)
    report = run(options.kills, options.seed, each=options.each, homes=options.homes)
    sys.stdout.write(f"{table(report)}\n")
    sys.stdout.writelines(f"{line}\n" for line in evidence(report.violations))
    return 1 if report.violations or report.kills.total() < options.kills else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
