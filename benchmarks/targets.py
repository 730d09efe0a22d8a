"""Calls on many entities, and on one that takes its time."""

from dataclasses import replace
from math import inf
from statistics import median
from typing import Any, Final

from homeassistant.const import EVENT_CALL_SERVICE
from homeassistant.core import Event, callback

from benchmarks.devices import LATE, MANY
from benchmarks.measure import Care
from benchmarks.pair import Pair, request_for, run_to_end
from benchmarks.table import Figure
from benchmarks.world import World

TITLE: Final = "Targets"
_BACKOFF: Final = 0.01


async def measure(world: World, care: Care) -> list[Figure]:
    """Count calls, and measure how soon a state is seen."""
    return [
        await _all_well(world, care),
        await _one_fails(world),
        await _late_state(world, care),
    ]


async def _all_well(world: World, care: Care) -> Figure:
    pair = await Pair.of(world, _switch_all(world, "on") + _switch_all(world, "off"))
    value = await pair.compare(care)
    return Figure(what=f"{MANY} entities, nothing fails", value=value, goal=1.3)


async def _one_fails(world: World) -> Figure:
    """Let one of fifty switches refuse its first call."""
    calls = 0

    @callback
    def count(_: Event[Any]) -> None:
        nonlocal calls
        calls += 1

    world.switches.many[7].fails = 1
    request = replace(
        request_for(_switch_all(world, "on")), retry={"initial_delay": _BACKOFF}
    )
    unsubscribe = world.hass.bus.async_listen(EVENT_CALL_SERVICE, count)
    execution = await run_to_end(world.engine, request)
    unsubscribe()
    return Figure(
        what=f"{MANY} entities, one fails once: service calls",
        value=calls if execution.summary.verified else inf,
        unit="calls",
        goal=3,
    )


async def _late_state(world: World, care: Care) -> Figure:
    """Measure the time from the request to the end of an execution that saw the state."""
    taken = []
    for way in ("on", "off") * care.rounds:
        action = {
            "action": f"switch.turn_{way}",
            "target": {"entity_id": "switch.late"},
        }
        execution = await run_to_end(world.engine, request_for([action]))
        summary = execution.summary
        taken.append(summary.times.total if summary.verified else inf)
    return Figure(
        what=f"state that comes {LATE * 1000:.0f} ms after the call: seen after",
        value=round(median(taken) * 1000, 1),
        unit="ms",
        goal=40.0,
    )


def _switch_all(world: World, way: str) -> list[dict[str, Any]]:
    ids = [switch.entity_id for switch in world.switches.many]
    return [{"action": f"switch.turn_{way}", "target": {"entity_id": ids}}]
