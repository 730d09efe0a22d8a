"""What the gate costs: who may, who is asked about, and each call that is watched."""

from dataclasses import replace
import json
from typing import Final

from homeassistant.core import Context
from homeassistant.helpers.script import Script

from benchmarks.measure import Care, Work, ratios
from benchmarks.pair import UnequalError, native_script, request_for
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.admission import Admission
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.model.caller import Agent
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    SafetyMode,
)
from custom_components.action_engine.engine.model.request import Request
from custom_components.action_engine.engine.model.verdict import Decision
from custom_components.action_engine.engine.run.seats import Seats

TITLE: Final = "The gate (by an entity step of a native script)"
_STEPS: Final = 100
_LAMP: Final = [
    {
        "action": "input_boolean.toggle",
        "target": {"entity_id": "input_boolean.lamp"},
    }
]
_FREE: Final = replace(
    AGENTS,
    enabled=True,
    max_per_hour=None,
    max_per_day=None,
    repeats=None,
    approval_required=False,
    canary_percentage=100,
    safety_mode=SafetyMode.PERMISSIVE,
    ask_first_use=False,
    auto_approval_threshold=0.0,
)


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare judging a request with making the call that it is about."""
    script = await native_script(world.hass, json.dumps(_LAMP * _STEPS))
    engine = ActionEngine(world.hass, EngineOptions())
    try:
        engine.gate.set_policies((HOUSEHOLD, _FREE))
        return await _figures(world, care, engine, script)
    finally:
        await engine.stop()
        await script.async_unload()


async def _figures(
    world: World, care: Care, engine: ActionEngine, script: Script
) -> list[Figure]:
    request = request_for(_LAMP)
    agent = replace(request, agent=Agent(assistant="conversation"))

    async def native() -> None:
        await script.async_run({}, Context())

    household, model = await ratios(
        [await _judging(world, engine, one) for one in (request, agent)], native, care
    )
    return [
        Figure(what="allowed request of the household", value=household, goal=0.10),
        Figure(what="request of an agent, with its impact", value=model),
    ]


async def _judging(world: World, engine: ActionEngine, request: Request) -> Work:
    admission = Admission(world.hass, Seats(1), None, lambda *_: None)
    draft, plan = await admission.plan(request.source)
    gate = engine.gate

    async def judge() -> None:
        for _ in range(_STEPS):
            ruling = await gate.rule(request, draft, plan)
            if ruling.verdict.decision is Decision.DENY:
                raise UnequalError(ruling.verdict.reason)

    return judge
