"""What it costs that runs are written down, and how fast the journal answers.

*Written behind*: the rows of a step are queued, nobody waits for them. *On disk first*:
a call that must not be made twice waits until its intent is committed. The disk is the
one of the temporary folder, with SQLite as the engine sets it (WAL, ``NORMAL``).
"""

import asyncio
from collections.abc import Awaitable, Callable
import gc
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, thread_time
from typing import Any, Final

from homeassistant.core import HomeAssistant

from benchmarks.growth import resident
from benchmarks.journaled import CROWD, Journaled, open_journaled, start
from benchmarks.measure import Care, Clock, Work, ratio, ratios
from benchmarks.pair import Pair, UnequalError, request_for
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.engine import ActionEngine, Fate
from custom_components.action_engine.engine.model.stored import ExecutionFilter

TITLE: Final = "Journal in SQLite; cpu: processor time, wall: time that passes"
_STEPS: Final = 100
_SHORT: Final = 20
_PARKED: Final = 1_000
_PAGE: Final = 50
_WARM_UP: Final = 2_000
_TICK: Final = 0.001
_PATIENCE: Final = 60.0
"""Seconds after which runs that do not come back are a defect, and not slow."""

_BURSTS: Final = 10
_BURST: Final = 5
"""Runs of ``_STEPS`` steps with two rows each: a thousand rows."""


async def measure(world: World, care: Care) -> list[Figure]:
    """Measure steps, lag, growth, and both ways of reading back."""
    return [
        *await _write_behind(world, care),
        *await _on_disk_first(world, care),
        *await _crowd(world, care),
        *await _lag(world, care),
        *await _lifetime(world, care),
        *await _restart(world, care),
    ]


def _calls(service: str, steps: int, *, idempotent: bool) -> list[dict[str, Any]]:
    call = {"action": f"bench.{service}", "data": {"level": 7}}
    return [{**call, "idempotent": idempotent}] * steps


async def _write_behind(world: World, care: Care) -> list[Figure]:
    pair = await Pair.of(world, _calls("noop", _STEPS, idempotent=True))
    clocks: dict[str, tuple[Clock, float | None]] = {
        "cpu of the event loop": (thread_time, 0.15),
        "cpu of all threads": (process_time, None),
        "wall": (perf_counter, None),
    }
    figures = []
    async with open_journaled(world.hass) as journaled:
        works = [journaled.running(pair.request), pair.ours]
        for name, (clock, goal) in clocks.items():
            with_it, without = await ratios(works, pair.native, care, clock)
            what = f"a step written behind adds, {name}"
            figures.append(Figure(what=what, value=with_it - without, goal=goal))
    await pair.close()
    return figures


async def _on_disk_first(world: World, care: Care) -> list[Figure]:
    figures = []
    cases = {"step that does nothing": ("noop", 4.0), "5 ms": ("device", 1.10)}
    for name, (service, goal) in cases.items():
        pair = await Pair.of(world, _calls(service, _SHORT, idempotent=False))
        async with open_journaled(world.hass) as journaled:
            run = journaled.running(pair.request)
            value = await ratio(run, pair.native, care, perf_counter)
        await pair.close()
        what = f"on disk first, {name}, wall"
        figures.append(Figure(what=what, value=value, goal=goal))
    return figures


async def _crowd(world: World, care: Care) -> list[Figure]:
    pair = await Pair.of(world, _calls("noop", _SHORT, idempotent=False))
    async with open_journaled(world.hass) as journaled:
        writer, run = journaled.writer, journaled.running(pair.request)
        rows, groups = writer.rows, writer.groups
        value = await ratio(_at_once(run), _at_once(pair.native), care, perf_counter)
        await journaled.settled()
        together = (writer.rows - rows) / (writer.groups - groups)
    await pair.close()
    name = f"on disk first, {CROWD} runs at once"
    return [
        Figure(what=f"{name}, wall", value=value, goal=0.9),
        Figure(
            what=f"{name}: in one commit",
            value=round(together, 1),
            unit="rows",
            goal=50,
            at_least=True,
        ),
    ]


def _at_once(run: Work, times: int = CROWD) -> Work:
    async def crowd() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(times):
                group.create_task(_one(run))

    return crowd


async def _one(run: Work) -> None:
    await run()


async def _lag(world: World, care: Care) -> list[Figure]:
    pair = await Pair.of(world, _calls("noop", _STEPS, idempotent=True))
    await pair.close()
    async with open_journaled(world.hass) as journaled:
        run, before = journaled.running(pair.request), journaled.writer.rows
        bare, ours = zip(
            *[
                (await _worst(pair.ours), await _worst(run, journaled.settled))
                for _ in range(care.rounds)
            ],
            strict=True,
        )
        rows = (journaled.writer.rows - before) / care.rounds
    what = f"longest wait of others while {rows:,.0f} rows are written, wall"
    return [
        Figure(what=what, value=round(median(ours), 1), unit="ms", goal=10.0),
        Figure(
            what="the same runs without a journal, wall",
            value=round(median(bare), 1),
            unit="ms",
        ),
    ]


async def _nothing() -> None:
    """Wait for nothing."""


async def _worst(run: Work, settled: Callable[[], Awaitable[None]] = _nothing) -> float:
    """Return by how many ms a tick of the loop came late at most."""
    worst = 0.0

    async def tick() -> None:
        nonlocal worst
        while True:
            began = perf_counter()
            await asyncio.sleep(_TICK)
            worst = max(worst, perf_counter() - began - _TICK)

    gc.collect()
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(2 * _TICK)
    for _ in range(_BURSTS):
        await _at_once(run, _BURST)()
        await asyncio.sleep(0.1)
    await settled()
    ticking.cancel()
    return worst * 1000


async def _lifetime(world: World, care: Care) -> list[Figure]:
    """Let the journal fill, and read the newest page of it."""
    request = request_for(_calls("noop", 2, idempotent=True))
    async with open_journaled(world.hass) as journaled:
        crowd = _at_once(journaled.running(request))
        await _repeat(crowd, min(_WARM_UP, care.lifetime))
        await journaled.settled()
        memory = resident()
        await _repeat(crowd, care.lifetime)
        await journaled.settled()
        grown = resident() - memory
        size = await journaled.engine.record.size()
        page = await _page(journaled.engine, care)
    return [
        Figure(
            what=f"resident memory after {care.lifetime:,} runs written down",
            value=round(grown / 2**20, 1),
            unit="MB more",
            goal=4.0,
        ),
        Figure(
            what=f"listing the newest {_PAGE} of {size.executions:,} executions, wall",
            value=round(page, 1),
            unit="ms",
            goal=20.0,
        ),
    ]


async def _repeat(crowd: Work, runs: int) -> None:
    gc.collect()
    for _ in range(-(-runs // CROWD)):
        await crowd()


async def _page(engine: ActionEngine, care: Care) -> float:
    taken = []
    for _ in range(care.rounds):
        began = perf_counter()
        await engine.record.page(ExecutionFilter(limit=_PAGE))
        taken.append(perf_counter() - began)
    return median(taken) * 1000


async def _restart(world: World, care: Care) -> list[Figure]:
    """Park runs in a delay, stop the engine, and wait until all are in it again."""
    number = min(_PARKED, care.lifetime)
    request = request_for([{"action": "bench.noop"}, {"delay": {"hours": 1}}])
    with TemporaryDirectory() as folder:
        first = await start(world.hass, folder)
        try:
            for _ in range(number):
                await first.engine.submit(request)
            await _parked(first, number)
        finally:
            await first.engine.stop()
        taken = await _take_up(world.hass, folder, number)
    return [
        Figure(
            what=f"{number:,} runs in a delay: back in it after a restart, wall",
            value=round(taken, 2),
            unit="s",
            goal=10.0,
        )
    ]


async def _take_up(hass: HomeAssistant, folder: str, number: int) -> float:
    began = perf_counter()
    second = await start(hass, folder)
    try:
        fates = await second.engine.record.recover(second.engine.options)
        if fates[Fate.RESUME] != number:
            raise UnequalError(f"{number} runs were to be taken up: {fates}")
        await _parked(second, number)
        return perf_counter() - began
    finally:
        second.engine.cancel_all()
        await second.engine.stop()


async def _parked(journaled: Journaled, number: int) -> None:
    """Return when so many executions are open, and each of them waits."""
    async with asyncio.timeout(_PATIENCE):
        while _waiting(journaled.engine) < number:  # noqa: ASYNC110 - no event tells it
            await asyncio.sleep(_TICK)


def _waiting(engine: ActionEngine) -> int:
    return sum(
        one.started is not None and not one.is_ended and not one.pace.active
        for one in engine.executions
    )
