"""Decision plans, graphs and literal calls, by the native script that does the same."""

import json
from typing import Any, Final

from homeassistant.core import Context

from benchmarks.measure import Care, Work, ratios
from benchmarks.pair import Pair, UnequalError, native_script, same_effects
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.model.sender import Sender

_SIZES: Final = (1, 10, 50)
_STEPS: Final = 100
_DATA: Final = {"level": 7, "text": "quiet"}
_CALL: Final = {"action": "bench.noop", "data": _DATA}
_TOOL: Final = {"tool": "bench.noop", "data": _DATA}


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare what language models plan with what people write."""
    figures = []
    for size in _SIZES:
        for strategy in ("sequential", "parallel"):
            figures += await _plan(world, care, size, strategy)
    for size in _SIZES[1:]:
        figures += await _graph(world, care, size)
    return [*figures, *await _literal(world, care)]


async def _plan(world: World, care: Care, size: int, strategy: str) -> list[Figure]:
    calls = [_CALL] * size
    actions: list[Any] = [{"parallel": calls}] if strategy == "parallel" else calls
    pair = await Pair.of(world, actions)
    plan, read = _planning(world, size, strategy), _reading(world, actions)
    await same_effects(world.hass, pair.native, plan, read)
    ours, fresh = await ratios([plan, read], pair.native, care)
    await pair.close()
    name = f"plan of {size}, {strategy}"
    return [
        Figure(what=f"{name}: by a script that is ready", value=ours),
        Figure(what=f"{name}: by one that is read first", value=ours / fresh),
    ]


def _planning(world: World, size: int, strategy: str) -> Work:
    calls = [{"tool_name": "bench.noop", "parameters": _DATA} for _ in range(size)]
    plan = {"query": "Be quiet", "tool_calls": calls}
    plan["strategy"] = strategy if size > 1 else "single"

    async def run() -> None:
        sender = Sender(context=Context())
        answer = await world.engine.desk.run_plan(plan, sender)
        if not answer["success"]:
            raise UnequalError(str(answer["error"]))

    return run


def _reading(world: World, actions: list[Any]) -> Work:
    """Return what Home Assistant does with actions that a client hands in."""
    text = json.dumps(actions)

    async def run() -> None:
        script = await native_script(world.hass, text)
        await script.async_run({}, Context())
        await script.async_unload()

    return run


async def _graph(world: World, care: Care, size: int) -> list[Figure]:
    branches = [{"parallel": [_CALL] * size}] * (_STEPS // size)
    nodes = [{**_TOOL, "id": f"n{index}"} for index in range(size)]
    graph = await Pair.of(world, [{"graph": nodes}] * (_STEPS // size), native=branches)
    parallel = await Pair.of(world, branches)
    free, ours = await ratios([graph.ours, parallel.ours], graph.native, care)
    await graph.close()
    await parallel.close()
    chain = await _chain(world, care, size)
    return [
        Figure(what=f"graph of {size}, by a native parallel", value=free),
        Figure(what="the same, by a parallel of the engine", value=free / ours),
        Figure(what=f"chain of {size} in a graph, by a native sequence", value=chain),
    ]


async def _chain(world: World, care: Care, size: int) -> float:
    nodes = [
        {**_TOOL, "id": f"n{at}", "depends_on": [f"n{at - 1}"] if at else []}
        for at in range(size)
    ]
    pair = await Pair.of(
        world, [{"graph": nodes}] * (_STEPS // size), native=[_CALL] * _STEPS
    )
    return await pair.compare(care)


async def _literal(world: World, care: Care) -> list[Figure]:
    """Compare values that references take with the same values from templates."""
    variables = {"number": 7, "word": "hello", "home": {"rooms": ["hall"]}}
    templates = {"level": "{{ number }}", "text": "{{ word }}, {{ home.rooms[0] }}"}
    references = {
        "level": "${{number}}",
        "text": "${{word}}, ${{home.rooms.0}}",
    }
    pair = await Pair.of(
        world,
        [{"tool": "bench.noop", "data": references}] * _STEPS,
        variables,
        native=[{"action": "bench.noop", "data": templates}] * _STEPS,
    )
    taken = await pair.compare(care)
    static = await Pair.of(world, [_TOOL] * _STEPS, native=[_CALL] * _STEPS)
    return [
        Figure(what="literal call, static data", value=await static.compare(care)),
        Figure(what="literal call, three references: by templates", value=taken),
    ]
