"""What a language model's own run costs, next to the same by the household.

The policy of the model is its own and strict: limits of every kind, loops, circuits, a
list of what is allowed and where, and each call looked at once more. It has nothing to
object, or nothing could be compared.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
import json
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant

from benchmarks.journaled import CROWD
from benchmarks.measure import Care, Work, ratios
from benchmarks.pair import UnequalError, native_script, same_effects
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.engine import ActionEngine, Execution
from custom_components.action_engine.engine.model.caller import Agent
from custom_components.action_engine.engine.model.claim import Claim
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    Policy,
    Scope,
)
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.state import ExecutionState

MODEL: Final = Agent(assistant="conversation", platform="bench")
SURE: Final = Claim(confidence=0.95, reasoning="It was asked for")
_MANY: Final = 10_000_000
"""A limit that counts everything, and that no sample comes up to."""

_LENGTHS: Final = (1, 10)
_LAMP: Final = {
    "action": "input_boolean.toggle",
    "target": {"entity_id": "input_boolean.lamp"},
}
WATCHED: Final = replace(
    AGENTS,
    enabled=True,
    approval_required=False,
    canary_percentage=100,
    auto_approval_threshold=0.8,
    max_per_hour=_MANY,
    max_per_day=_MANY,
    type_limits={"input_boolean.*": _MANY},
    entity_limit=_MANY,
    repeats=_MANY,
    allowed_actions=("input_boolean.*",),
    allowed_targets=Scope(entities=frozenset({"input_boolean.lamp"})),
)


@asynccontextmanager
async def open_watched(
    hass: HomeAssistant, policy: Policy
) -> AsyncIterator[ActionEngine]:
    """Return an engine that judges models by a policy."""
    engine = ActionEngine(hass, EngineOptions(workers=CROWD))
    engine.gate.set_policies((HOUSEHOLD, policy))
    try:
        yield engine
    finally:
        await engine.stop()


async def measure(world: World, care: Care) -> list[Figure]:
    """Compare runs of several lengths."""
    figures = []
    for length in _LENGTHS:
        first = replace(WATCHED, ask_first_use=False)
        async with open_watched(world.hass, first) as engine:
            figures += await _runs(world, care, engine, length)
    return figures


async def _runs(
    world: World, care: Care, engine: ActionEngine, length: int
) -> list[Figure]:
    actions = [_LAMP] * length
    script = await native_script(world.hass, json.dumps(actions))

    async def native() -> None:
        await script.async_run({}, Context())

    household = running(engine, actions)
    model = running(engine, actions, agent=MODEL, claim=SURE)
    await same_effects(world.hass, native, household, model)
    # From now on only what was done before gets through without a person.
    engine.gate.set_policies((HOUSEHOLD, WATCHED))
    own, watched = await ratios([household, model], native, care)
    await script.async_unload()
    name = f"{length} entity step{'s' if length > 1 else ''}"
    return [
        Figure(what=f"{name} of the household", value=own),
        Figure(what=f"{name} of a model under leave", value=watched),
        Figure(what=f"{name}: model by household", value=watched / own),
    ]


def running(engine: ActionEngine, actions: list[Any], **more: Any) -> Work:
    """Return what runs actions to a good end, handed in as data."""
    source = Source(kind=SourceKind.ACTIONS, value=actions)

    async def run() -> None:
        request = Request(source=source, context=Context(), **more)
        execution = await engine.run(request)
        if not isinstance(execution, Execution):
            raise UnequalError("It was answered from the journal, nothing has run")
        if execution.state is not ExecutionState.SUCCESS:
            raise UnequalError(f"{execution.state}: {execution.summary.final_answer}")

    return run
