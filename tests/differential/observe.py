"""Runs one case through one runner, and writes down what the world saw."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextvars import Context as Contextvars
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
import random
from typing import Any, Final

from homeassistant.core import Context

from .case import Case, Stimulus
from .observation import Ending, Observation, Result
from .virtual_time import virtual_time
from .world import Recorder, World

EPOCH: Final = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
"""Wall clock at the start of each run."""

PATIENCE: Final = 7 * 86400.0
"""Virtual seconds after which a run counts as hung."""

REST: Final = 900.0
"""Virtual seconds after the end in which the world is still watched."""


RECORD: Final = {
    "action": "test.record",
    "data": {"mark": "{{ x | default('-') }} {{ wait | default('-') }}"},
}
"""A step that shows two variables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a runner gets."""

    world: World
    actions: Any
    """Raw actions; a copy, the runner may change them."""

    variables: Mapping[str, Any]
    context: Context


type Runner = Callable[[Job], Awaitable[Result]]


async def async_observe(world: World, case: Case, runner: Runner) -> Observation:
    """Run the case in virtual time, in a fresh context, until the world is at rest."""
    # Home Assistant spreads what it does every minute over the minute, at random.
    random.seed(case.name)
    with virtual_time(EPOCH):
        await world.async_reset()
        context = Context(id="01J00000000000000000000RUN")
        recorder = world.recorder = Recorder(world.hass, context)
        job = Job(
            world=world,
            actions=fill_in(deepcopy(case.actions), world),
            variables=deepcopy(dict(case.variables)),
            context=context,
        )
        result = await _async_run(job, case, runner)
        ended_at, during = recorder.elapsed, tuple(recorder.entries)
        await asyncio.sleep(REST)
        await world.hass.async_block_till_done()
        recorder.stop()
        world.recorder = None
    plain, error = recorder.normalizer.plain, result.error
    return Observation(
        ending=result.ending,
        error=None if error is None else (type(error).__name__, str(error)),
        log=during,
        afterwards=tuple(recorder.entries[len(during) :]),
        variables=plain(_without_context(result.variables)),
        response=plain(result.response),
        conversation=plain(result.conversation),
        ended_at=ended_at,
    )


async def _async_run(job: Job, case: Case, runner: Runner) -> Result:
    loop = job.world.hass.loop
    timers = [
        loop.call_later(item.at, _happen, job.world, item) for item in case.happens
    ]
    task = loop.create_task(_started(runner, job), context=Contextvars())
    if case.cancel_at is not None:
        timers.append(loop.call_later(case.cancel_at, task.cancel))
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    for timer in timers:
        timer.cancel()
    if not done:
        task.cancel()
        await asyncio.wait({task})
        return Result(ending=Ending.HUNG)
    if task.cancelled():
        return Result(ending=Ending.CANCELLED)
    return task.result()


async def _started(runner: Runner, job: Job) -> Result:
    return await runner(job)


def _happen(world: World, item: Stimulus) -> None:
    if item.fire:
        world.hass.bus.async_fire(item.fire, dict(item.data))
    if item.set and item.to is None:
        world.hass.states.async_remove(item.set)
    elif item.set and item.to is not None:
        world.hass.states.async_set(item.set, item.to, dict(item.data))


def _without_context(variables: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Drop ``context``: it is an object of its own for each run."""
    if variables is None:
        return None
    return {key: value for key, value in variables.items() if key != "context"}


def fill_in(value: Any, world: World) -> Any:
    """Replace ``$device`` and ``$lamp`` by registry ids, ``$record`` by a step."""
    match value:
        case dict():
            return {key: fill_in(item, world) for key, item in value.items()}
        case list():
            return [fill_in(item, world) for item in value]
        case "$device":
            return world.device_id
        case "$lamp":
            return world.lamp_id
        case "$record":
            return deepcopy(RECORD)
    return value
