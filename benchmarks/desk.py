"""What asking costs: plans, named actions, answers of models, runs under leave."""

from typing import Final

from benchmarks import leave, plans, wishes
from benchmarks.measure import Care
from benchmarks.table import Figure
from benchmarks.world import World

TITLE: Final = "What is asked for (by native where nothing else is said)"


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare what comes over the desk with the same actions by themselves."""
    return [
        *await plans.measure(world, care),
        *await wishes.measure(world, care),
        *await leave.measure(world, care),
    ]
