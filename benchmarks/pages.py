"""How fast the list of executions answers, in a journal that is full.

The journal is a real one, filled by the same door as ever: executions of people, scripts,
automations and an agent, most of which went well. Times are those of a whole answer, from
the question to its text, as a browser gets it over WebSocket; SQLite's pages are warm.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Final

from homeassistant.helpers.json import json_bytes
from homeassistant.util.ulid import ulid_at_time

from benchmarks.journaled import open_journaled
from benchmarks.measure import Care
from benchmarks.table import Figure
from benchmarks.world import World
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.model.asked_by import AskedBy
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import (
    ExecutionFilter,
    NewExecution,
    Sight,
)

TITLE: Final = "Pages of the list of executions, wall"
_PAGE: Final = 50
_GATHER: Final = 2_000
"""Executions that are handed over before somebody waits for the disk."""

_LOOKS: Final = 3
_GOAL: Final = 100.0
_BEGIN: Final = datetime(2026, 11, 1, tzinfo=UTC)
_APART: Final = timedelta(seconds=20)
_RARE: Final = "Vacuum the attic"

_S: Final = ExecutionState


async def measure(world: World, care: Care) -> list[Figure]:
    """Fill a journal, and ask for its newest page, one in the middle, and with filters."""
    number = care.lifetime
    async with open_journaled(world.hass) as journaled:
        await fill(journaled.engine, number)
        return [
            Figure(
                what=f"{_PAGE} of {number:,}: {name}",
                value=round(await _answer(journaled.engine, wanted), 1),
                unit="ms",
                goal=_GOAL,
            )
            for name, wanted in _questions(number)
        ]


async def fill(engine: ActionEngine, number: int) -> None:
    """Write executions down as if they had run, one every twenty seconds."""
    journal = engine.record.journal
    for index in range(number):
        created = _BEGIN + index * _APART
        one = _execution(index, created)
        journal.accepted(one)
        state = _S.FAILED if index % 20 == 0 else _S.SUCCESS
        journal.touched(
            one.id,
            entities=[f"light.room_{index % 50}"],
            actions=["light.turn_on" if index % 2 else "light.turn_off"],
        )
        journal.changed(
            one.id,
            state=state,
            started=created,
            ended=created + timedelta(seconds=1),
            duration=1.0,
            success=state is _S.SUCCESS,
            verified=True,
            result={"steps": [{"path": "0", "action": "light.turn_on"}] * 10},
            error=None if state is _S.SUCCESS else "the cable is cut",
        )
        if index % _GATHER == 0:
            await journal.durable()
    await journal.durable()


def _execution(index: int, created: datetime) -> NewExecution:
    origin = (None, f"script.routine_{index % 7}", f"automation.rule_{index % 11}")
    return NewExecution(
        id=ulid_at_time(created.timestamp()),
        name=_RARE if index == 1 else f"Evening in room {index % 50}",
        created=created,
        source={"kind": "actions", "value": [{"action": "light.turn_on"}] * 10},
        origin=origin[index % 3],
        user_id=None if index % 3 == 2 else f"user_{index % 5}",
        policy="agents" if index % 10 == 0 else "household",
    )


def _questions(number: int) -> Iterator[tuple[str, ExecutionFilter]]:
    middle = _BEGIN + number // 2 * _APART
    agents = frozenset({"agents"})
    wanted = ExecutionFilter(limit=_PAGE)
    yield "the newest", wanted
    before = ulid_at_time(middle.timestamp())
    yield "from the middle on", ExecutionFilter(limit=_PAGE, before=before)
    few = frozenset({_S.FAILED, _S.DENIED, _S.UNKNOWN})
    yield "what went wrong", ExecutionFilter(limit=_PAGE, states=few)
    most = frozenset({_S.FAILED, _S.SUCCESS})
    yield "what has ended", ExecutionFilter(limit=_PAGE, states=most)
    yield (
        "an entity and an action",
        ExecutionFilter(limit=_PAGE, entity_id="light.room_1", action="light.turn_on"),
    )
    for asked_by in AskedBy:
        yield (
            f"asked for by {asked_by}",
            ExecutionFilter(limit=_PAGE, asked_by=asked_by, agents=agents),
        )
    yield (
        "of one week",
        ExecutionFilter(limit=_PAGE, since=middle, until=middle + timedelta(days=7)),
    )
    yield "a word in most names", ExecutionFilter(limit=_PAGE, name="evening")
    yield "a word in one name, the oldest", ExecutionFilter(limit=_PAGE, name="attic")
    sight = Sight(user_id="user_1", policies=agents)
    yield "what one user sees", ExecutionFilter(limit=_PAGE, sight=sight)
    nobody = Sight(user_id="nobody")
    yield "what a user sees who has none", ExecutionFilter(limit=_PAGE, sight=nobody)


async def _answer(engine: ActionEngine, wanted: ExecutionFilter) -> float:
    taken = []
    for _ in range(_LOOKS):
        began = perf_counter()
        json_bytes(await engine.record.page(wanted))
        taken.append(perf_counter() - began)
    return median(taken) * 1000
