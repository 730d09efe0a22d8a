"""How long a long loop keeps everybody else waiting."""

import asyncio
from collections.abc import Awaitable, Callable
import gc
from statistics import median
from time import thread_time
from typing import Any, Final

from benchmarks.measure import Care
from benchmarks.pair import Pair
from benchmarks.table import Figure
from benchmarks.world import World

TITLE: Final = "Longest wait of others during a repeat of 3,000 silent iterations"
_ITERATIONS: Final = 3_000
_TICK: Final = 0.001
_LAMP: Final = {"entity_id": "input_boolean.lamp"}
_BODIES: Final[dict[str, dict[str, Any]]] = {
    "call that does nothing": {"action": "bench.noop"},
    "variables": {"variables": {"level": "{{ repeat.index }}"}},
    "input_boolean.toggle": {"action": "input_boolean.toggle", "target": _LAMP},
}


async def measure(world: World, care: Care) -> list[Figure]:
    """Measure the lag of the loop on both sides."""
    figures = []
    for name, body in _BODIES.items():
        repeat = {"repeat": {"count": _ITERATIONS, "sequence": [body]}}
        pair = await Pair.of(world, [{"action": "bench.noop"}, repeat])
        ours, native = await _lags(pair, care)
        await pair.close()
        figures += [
            Figure(what=f"{name}: engine", value=ours, unit="ms", goal=15.0),
            Figure(what=f"{name}: native", value=native, unit="ms"),
        ]
    return figures


async def _lags(pair: Pair, care: Care) -> tuple[float, float]:
    rounds = [
        (await _lag(pair.ours), await _lag(pair.native)) for _ in range(care.rounds)
    ]
    ours, native = zip(*rounds, strict=True)
    return round(median(ours), 1), round(median(native), 1)


async def _lag(run: Callable[[], Awaitable[None]]) -> float:
    """Return the longest time between two ticks of the loop, in ms of work done in it."""
    worst = 0.0

    async def tick() -> None:
        nonlocal worst
        while True:
            began = thread_time()
            await asyncio.sleep(_TICK)
            worst = max(worst, thread_time() - began)

    # Neither side pays for what the other one has left to the garbage collector.
    gc.collect()
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(2 * _TICK)
    await run()
    # The tick that has been due since the run began.
    await asyncio.sleep(2 * _TICK)
    ticking.cancel()
    return worst * 1000
