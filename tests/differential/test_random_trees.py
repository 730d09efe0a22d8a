"""Sequences that nobody thought of."""

from dataclasses import asdict

import pytest
import yaml

from .case import Case
from .engine import async_run_engine, async_run_engine_noting
from .native import async_run_native
from .observation import Ending, differences
from .observe import Runner, async_observe
from .shrink import async_shrink
from .trees import random_case
from .world import World

BATCHES = 10
BATCH = 50


async def async_differences(world: World, case: Case, runner: Runner) -> list[str]:
    """Run a case both ways and name what differs; a tree must never be refused."""
    native = await async_observe(world, case, async_run_native)
    engine = await async_observe(world, case, runner)
    assert native.ending not in (Ending.REFUSED, Ending.HUNG), case
    return differences(native, engine)


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_random_trees_run_the_same(world: World, batch: int) -> None:
    """Fifty random trees leave the same to be seen, natively and through the engine."""
    runner = (async_run_engine, async_run_engine_noting)[batch % 2]
    for number in range(BATCH):
        case = random_case(f"{batch}-{number}")
        if await async_differences(world, case, runner):
            pytest.fail(await _async_report(world, case, runner))


async def _async_report(world: World, case: Case, runner: Runner) -> str:
    async def fails(candidate: Case) -> bool:
        return bool(await async_differences(world, candidate, runner))

    small = await async_shrink(case, fails)
    shown = {k: v for k, v in asdict(small).items() if v and k != "expect"}
    found = "\n".join(await async_differences(world, small, runner))
    return f"{yaml.safe_dump(shown, sort_keys=False)}\n{found}"
