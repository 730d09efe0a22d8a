"""Whether anything is left behind by a hundred thousand runs."""

import asyncio
import gc
from pathlib import Path
import resource
from typing import Any, Final

from benchmarks.measure import Care
from benchmarks.pair import Pair
from benchmarks.table import Figure
from benchmarks.world import World

TITLE: Final = "Growth"
_WARM_UP: Final = 500
"""Runs after which the history and every cache are full."""

_ACTIONS: Final[list[dict[str, Any]]] = [
    {"action": "bench.noop", "data": {"text": "{{ 'a' ~ 'b' }}"}},
    {"if": "{{ true }}", "then": [{"action": "bench.noop"}]},
]


async def measure(world: World, care: Care) -> list[Figure]:
    """Count objects and memory before and after."""
    pair = await Pair.of(world, _ACTIONS)
    await pair.close()
    await _repeat(pair, min(_WARM_UP, care.lifetime))
    objects, memory = _count_objects(), resident()
    await _repeat(pair, care.lifetime)
    return [
        Figure(
            what=f"objects after {care.lifetime:,} runs",
            value=_count_objects() - objects,
            unit="more",
            goal=1_000,
        ),
        Figure(
            what=f"resident memory after {care.lifetime:,} runs",
            value=round((resident() - memory) / 2**20, 1),
            unit="MB more",
            goal=4.0,
        ),
    ]


async def _repeat(pair: Pair, times: int) -> None:
    for _ in range(times):
        await pair.ours()
    # What was only put off to the next turn of the loop is no growth.
    await asyncio.sleep(0)


def _count_objects() -> int:
    gc.collect()
    return len(gc.get_objects())


def resident() -> int:
    """Return the bytes of memory that the process holds at this moment."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()
