"""What a whole run costs, and how many of them get through at once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from homeassistant.core import Context

from benchmarks.measure import Care, Work, ratio, ratios
from benchmarks.pair import Pair, run_to_end
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.intake.read import async_read
from custom_components.action_engine.engine.model.settings import RunSettings
from custom_components.action_engine.engine.plan.compile import async_compile
from custom_components.action_engine.engine.run.interpreter import async_interpret
from custom_components.action_engine.engine.run.service_facts import ServiceFacts

TITLE: Final = "Whole runs of static calls, the plan being known"
_CROWD: Final = 100
_GOALS: Final = {1: 0.50, 10: 0.40, 100: 0.40}


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare runs of several lengths, and a crowd of them."""
    figures = []
    for steps, goal in _GOALS.items():
        figures += await _lengths(world, care, steps, goal)
    return [*figures, await _entity(world, care), *await _throughput(world, care)]


async def _lengths(world: World, care: Care, steps: int, goal: float) -> list[Figure]:
    pair = await Pair.of(world, _calls("noop", steps))
    interpret, unload = await _bare(pair)
    whole, summed_up, bare = await ratios(
        [pair.ours, _with_summary(pair), interpret], pair.native, care
    )
    unload()
    await pair.close()
    name = f"{steps} step{'s' if steps > 1 else ''}"
    return [
        Figure(
            what=f"{name}: submit, queue, run, moves, record", value=whole, goal=goal
        ),
        Figure(what=f"{name}: the same, and the summary", value=summed_up),
        Figure(what=f"{name}: the interpreter alone", value=bare),
    ]


def _with_summary(pair: Pair) -> Work:
    async def run() -> None:
        execution = await run_to_end(pair.world.engine, pair.request)
        execution.summary.as_dict()

    return run


async def _bare(pair: Pair) -> tuple[Work, Callable[[], None]]:
    """Return the interpretation without an execution around it, and how to clear up."""
    hass = pair.world.hass
    plan = await async_compile(hass, await async_read(hass, pair.request.source))
    facts = ServiceFacts(hass)

    async def run() -> None:
        await async_interpret(
            hass,
            plan,
            variables={},
            context=Context(),
            settings=RunSettings(),
            facts=facts,
        )

    def unload() -> None:
        plan.unload()
        facts.close()

    return run, unload


async def _entity(world: World, care: Care) -> Figure:
    """Compare with a script entity: it too can be looked up and watched afterwards."""
    pair = await Pair.of(world, [{"action": "bench.noop"}])
    await pair.close()

    async def call() -> None:
        await world.hass.services.async_call("script", "one_call", blocking=True)

    return Figure(
        what="1 step: by the same as a script entity",
        value=await ratio(pair.ours, call, care),
    )


async def _throughput(world: World, care: Care) -> list[Figure]:
    """Let a hundred runs of ten calls begin at once; each call takes a turn of the loop."""
    pair = await Pair.of(world, _calls("pause", 10))
    engine, figures = world.engine, []
    usual = engine.options
    for workers, goal in ((_CROWD, 3.0), (usual.workers, None)):
        engine.configure(replace(usual, workers=workers))
        taken = await ratio(_crowd(pair.ours), _crowd(pair.native), care)
        figures.append(
            Figure(
                what=f"runs per second, {_CROWD} of 10 steps at once, {workers} workers",
                value=1 / taken,
                goal=goal,
                at_least=True,
            )
        )
    engine.configure(usual)
    await pair.close()
    return figures


def _crowd(run: Callable[[], Awaitable[None]]) -> Work:
    async def crowd() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(_CROWD):
                group.create_task(_one(run))

    return crowd


async def _one(run: Callable[[], Awaitable[None]]) -> None:
    await run()


def _calls(service: str, steps: int) -> list[dict[str, Any]]:
    return [{"action": f"bench.{service}", "data": {"level": 7}}] * steps
