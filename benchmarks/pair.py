"""The same actions on both sides: a native script, and a request to the engine."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
import json
from typing import Any, Final, Self

from homeassistant.const import EVENT_CALL_SERVICE, EVENT_STATE_CHANGED, MATCH_ALL
from homeassistant.core import Context, Event, HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.script import Script, async_validate_actions_config
from homeassistant.util.yaml import parse_yaml

from benchmarks.devices import DOMAIN
from benchmarks.measure import Care, Work, ratio
from benchmarks.world import World
from custom_components.action_engine.engine.engine import ActionEngine, Execution
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.state import ExecutionState

_EFFECTS: Final = frozenset(
    {EVENT_CALL_SERVICE, EVENT_STATE_CHANGED, f"{DOMAIN}_event"}
)
_PARALLEL: Final = 1_000
_OURS: Final = frozenset({"idempotent"})


class UnequalError(Exception):
    """Both sides did not do the same, so that their times cannot be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One list of actions, ready to run on both sides."""

    world: World
    script: Script
    request: Request
    """Its plan is in the engine's cache from the first time on."""

    @classmethod
    async def of(
        cls,
        world: World,
        actions: list[Any],
        variables: Mapping[str, Any] | None = None,
        *,
        native: list[Any] | None = None,
    ) -> Self:
        """Prepare both sides, and make sure that they do the same.

        ``native`` says what the engine's actions are in a script, if not the same.
        """
        pair = cls(
            world=world,
            script=await native_script(
                world.hass, json.dumps(native or _bare(actions))
            ),
            request=request_for(actions, variables),
        )
        await pair._compare()
        return pair

    async def native(self) -> None:
        """Run the script."""
        await self.script.async_run(dict(self.request.variables), Context())

    async def ours(self) -> None:
        """Hand the request to the engine, and wait for the end of its execution."""
        execution = await run_to_end(self.world.engine, self.request)
        if execution.state is not ExecutionState.SUCCESS:
            raise UnequalError(execution.summary.final_answer)

    async def compare(self, care: Care) -> float:
        """Return the median of our time by the native one, and clear up."""
        try:
            return await ratio(self.ours, self.native, care)
        finally:
            await self.close()

    async def close(self) -> None:
        """Unload the script; Home Assistant would keep it for ever."""
        await self.script.async_unload()

    async def _compare(self) -> None:
        await same_effects(self.world.hass, self.native, self.ours)


def request_for(
    actions: list[Any], variables: Mapping[str, Any] | None = None
) -> Request:
    """Return what the engine is asked for; every JSON text is a YAML text as well."""
    source = Source(kind=SourceKind.YAML, value=json.dumps(actions))
    return Request(source=source, context=Context(), variables=variables or {})


async def run_to_end(engine: ActionEngine, request: Request) -> Execution:
    """Submit a request, and return its execution when it has ended."""
    execution = await engine.submit(request)
    if not isinstance(execution, Execution):
        raise UnequalError("It was answered from the journal, nothing has run")
    await execution.done
    return execution


async def native_script(hass: HomeAssistant, text: str) -> Script:
    """Go Home Assistant's own way from text to a script."""
    sequence = await async_validate_actions_config(
        hass, cv.SCRIPT_SCHEMA(parse_yaml(text))
    )
    return Script(
        hass, sequence, "Bench", DOMAIN, script_mode="parallel", max_runs=_PARALLEL
    )


async def same_effects(hass: HomeAssistant, base: Work, *others: Work) -> None:
    """Do each work once; raise ``UnequalError`` if their calls or states differ."""
    expected = await _effects(hass, base)
    for work in others:
        done = await _effects(hass, work)
        if done != expected or not done:
            raise UnequalError(f"one did {dict(expected)}, another {dict(done)}")


def _bare(actions: list[Any]) -> list[Any]:
    """Return the actions without what only the engine understands in the outer ones."""
    return [
        {key: value for key, value in action.items() if key not in _OURS}
        for action in actions
    ]


async def _effects(hass: HomeAssistant, work: Work) -> Counter[str]:
    seen = Counter[str]()

    @callback
    def count(event: Event[Any]) -> None:
        if event.event_type in _EFFECTS:
            seen[str(event.event_type)] += 1

    unsubscribe = hass.bus.async_listen(MATCH_ALL, count)
    try:
        await work()
    finally:
        unsubscribe()
    return seen
