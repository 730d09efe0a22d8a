"""A run that was cancelled owes its ``finally``, in whichever life it comes to that."""

import asyncio
from dataclasses import replace
import sqlite3

import pytest

from homeassistant.core import Context, ServiceCall
from homeassistant.exceptions import HomeAssistantError

from .afterlife import OPTIONS, act, call, press
from custom_components.action_engine.engine.engine import Fate, UndoRequest
from custom_components.action_engine.engine.model.notes import Verdict
from custom_components.action_engine.engine.model.options import OnRestart
from custom_components.action_engine.engine.model.request import OnFailure

WAIT = {"delay": {"hours": 1}}
STUBBORN = {"action": "test.stubborn", "idempotent": True, "retry": False}


async def cancelled(world, *actions, after, until, **more):
    """Cancel a run after some calls, and return it when its end has come to others."""
    execution = await world.submit(*actions, **more)
    await world.called(*after)
    world.engine.cancel(execution.id)
    await world.called(*until)
    await world.durable()
    return execution


@pytest.fixture
def stubborn(world):
    """Return whether ``test.stubborn`` raises; it does not end before it is cancelled."""
    raises = []

    async def handle(service_call: ServiceCall):
        await world.note("stubborn")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            if raises:
                raise HomeAssistantError("cancelled") from None

    world.hass.services.async_register("test", "stubborn", handle)
    return raises


async def test_they_go_on_where_they_were(world):
    """Nothing else does, and what of them was done is not done again."""
    world.held = {"end 2"}
    block = {
        "try": [act("1"), WAIT, act("2")],
        "finally": [act("end 1"), act("end 2"), act("end 3")],
    }
    execution = await cancelled(
        world, block, act("3"), after=["1"], until=["end 1", "end 2"]
    )
    world.held = set()
    await world.crash()
    assert await world.ended(execution.id) == "cancelled"
    assert world.calls == ["end 2", "end 3"]
    account = await world.engine.record.get(execution.id)
    assert account["error"]["message"] == "cancelled: on request"
    fates = await world.crash()
    assert (any(fates.values()), world.calls) == (False, [])


async def test_they_outlive_more_than_one_crash(world):
    """As often as it takes."""
    world.held = {"end 1"}
    block = {"try": [act("1"), WAIT], "finally": [act("end 1"), act("end 2")]}
    execution = await cancelled(world, block, after=["1"], until=["end 1"])
    world.held = {"end 2"}
    await world.crash()
    await world.called("end 1", "end 2")
    await world.durable()
    world.held = set()
    await world.crash()
    assert await world.ended(execution.id) == "cancelled"
    assert world.calls == ["end 2"]


async def test_of_one_that_took_too_long(world):
    """It has failed, and its last words take the time that they need."""
    world.held = {"end"}
    block = {"try": [WAIT], "finally": [act("end"), act("end 2")]}
    execution = await world.submit(block, act("2"), timeout=0.01)
    await world.called("end")
    await world.durable()
    world.held = set()
    await world.crash()
    assert await world.ended(execution.id) == "failed"
    assert world.calls == ["end", "end 2"]
    account = await world.engine.record.get(execution.id)
    assert account["error"]["message"] == "it took longer than 0.01 s"


async def test_of_a_saga_that_took_too_long(world):
    """It is undone after them."""
    world.held = {"end"}
    first = {**act("1"), "rollback": [act("undo")]}
    block = {"try": [first, WAIT], "finally": [act("end")]}
    execution = await world.submit(block, timeout=0.05, on_failure=OnFailure.ROLLBACK)
    await world.called("1", "end")
    await world.durable()
    world.held = set()
    await world.crash()
    await world.ended(execution.id)
    assert world.calls == ["end", "undo"]
    assert await world.state(execution.id) == "rolled_back"


async def test_a_call_in_them_that_must_not_be_repeated(world):
    """A person decides about it, and nothing but the rest of them follows."""
    world.held = {"end 1"}
    block = {"try": [act("1"), WAIT], "finally": [press("end 1"), act("end 2")]}
    execution = await cancelled(world, block, act("2"), after=["1"], until=["end 1"])
    world.held = set()
    await world.crash()
    assert await world.ended(execution.id) == "unknown"
    assert world.calls == []
    await world.engine.record.resolve(execution.id, Verdict.DONE)
    assert await world.ended(execution.id) == "cancelled"
    assert world.calls == ["end 2"]


async def test_a_call_outside_of_them_is_nobodys_question(world):
    """It was cancelled while it was out, and is not made again."""
    world.held = {"1", "end"}
    block = {"try": [press("1")], "finally": [act("end")]}
    execution = await cancelled(world, block, after=["1"], until=["end"])
    world.held = set()
    await world.crash()
    assert await world.ended(execution.id) == "cancelled"
    assert world.calls == ["end"]


async def test_of_one_that_was_paused(world):
    """Nobody has to let it go on first."""
    block = {"try": [act("1"), WAIT], "finally": [act("end")]}
    execution = await world.submit(block)
    await world.called("1")
    await world.until(lambda: execution.pace.at_rest)
    world.engine.pause(execution.id)
    world.held = {"end"}
    world.engine.cancel(execution.id)
    await world.called("end")
    await world.durable()
    world.held = set()
    await world.crash()
    assert await world.ended(execution.id) == "cancelled"
    assert world.calls == ["end"]


async def test_cancelling_does_not_take_them_away(world):
    """It is about to end, and whoever cancels it once more is told nothing else."""
    world.held = {"end 1"}
    block = {"try": [act("1"), WAIT], "finally": [act("end 1"), act("end 2")]}
    execution = await cancelled(world, block, after=["1"], until=["end 1"])
    world.held = set()
    await world.crash()
    world.engine.cancel(execution.id)
    assert await world.ended(execution.id) == "cancelled"
    assert world.calls == ["end 1", "end 2"]


async def test_a_stop_in_order_keeps_them(world, monkeypatch):
    """What is still to be said when the time of grace is over is said after the start."""
    grace = "custom_components.action_engine.engine.run.executor.GRACE"
    monkeypatch.setattr(grace, 0.01)
    block = {"try": [act("1"), WAIT], "finally": [act("end 1"), WAIT, act("end 2")]}
    execution = await cancelled(world, block, after=["1"], until=["end 1"])
    await world.engine.stop()
    assert execution.is_suspended
    await world.crash()
    revived = world.engine.get(execution.id)
    await world.until(lambda: revived.cancel_reason is not None)
    assert (revived.cancel_reason, revived.is_ended) == ("on request", False)
    assert world.calls == []


@pytest.mark.parametrize(
    "options",
    [
        replace(OPTIONS, on_restart=OnRestart.FAIL),
        replace(OPTIONS, on_restart=OnRestart.ASK),
        replace(OPTIONS, resume_within=0),
    ],
    ids=["fail", "ask", "too late"],
)
async def test_the_owner_may_not_want_them(world, options):
    """Then it is cancelled, and no more."""
    world.held = {"end"}
    block = {"try": [act("1"), WAIT], "finally": [act("end")]}
    execution = await cancelled(world, block, after=["1"], until=["end"])
    await world.crash(options=options)
    assert (await world.state(execution.id), world.calls) == ("cancelled", [])


async def test_without_any_it_is_over(world):
    """A call that had not come back is nothing that it owes."""
    world.held = {"1"}
    execution = await world.submit(act("1"), act("2"))
    await world.called("1")
    world.held = set()
    world.engine.cancel(execution.id)
    await execution.wait()
    await world.durable()

    def not_ended(connection: sqlite3.Connection):
        connection.execute(
            "UPDATE action_engine_executions SET state = 'executing', closing = NULL"
        )

    fates = await world.crash(not_ended)
    assert fates[Fate.CANCEL] == 1
    assert (await world.state(execution.id), world.calls) == ("cancelled", [])


ARMS = [
    {
        "try": [act("a"), WAIT, act("no 1")],
        "finally": [act("a end"), {"delay": {"milliseconds": 1}}, act("a end 2")],
    },
    {"sequence": [act("b"), STUBBORN, act("no 2")]},
    {
        "sequence": [
            {"try": [STUBBORN], "catch": [act("no 3")], "finally": [act("c end")]},
            act("no 4"),
        ]
    },
    {"try": [act("d")], "finally": [{"delay": {"milliseconds": 50}}, act("d end")]},
]
SPEECH = [
    act("1"),
    {
        "try": [{"parallel": ARMS}, act("no 5")],
        "finally": [
            call("fail", "e end", idempotent=True, continue_on_error=True),
            press("e end 2"),
        ],
    },
    act("no 6"),
]
LAST_WORDS = {"a end", "a end 2", "c end", "d end", "e end", "e end 2"}


@pytest.mark.parametrize("fails", [False, True], ids=["swallowed", "converted"])
async def test_whatever_of_them_has_reached_the_disk(world, stubborn, fails):
    """The rest of them follows, once and nothing else, out of whatever depth."""
    stubborn.extend([True] * fails)
    execution = await world.submit(*SPEECH)
    await world.called("a", "b", "d")
    await world.until(lambda: world.calls.count("stubborn") == 2)
    world.engine.cancel(execution.id)
    assert await world.ended(execution.id) == "cancelled"
    assert set(world.calls) >= LAST_WORDS
    await world.durable()
    rows = world.rows(
        "SELECT seq, kind, path, data ->> '$.data.mark' FROM action_engine_events"
        " ORDER BY seq"
    )
    marks = {path: mark for _, _, path, mark in rows if mark is not None}
    (told,) = (seq for seq, kind, _, _ in rows if kind == "cancelled")
    place = world.place
    for last, *_ in rows[told - 1 :]:

        def keep(connection: sqlite3.Connection, last=last):
            connection.execute("DELETE FROM action_engine_events WHERE seq > ?", [last])
            connection.execute(
                "UPDATE action_engine_executions SET state = 'executing',"
                " ended = NULL, success = NULL, result = NULL, closing = NULL"
            )

        kept = [(kind, marks.get(path)) for seq, kind, path, _ in rows if seq <= last]
        done = {mark for kind, mark in kept if kind in ("result", "raised")}
        in_flight = ("intent", "e end 2") in kept and "e end 2" not in done
        await world.crash(keep, place=place)
        state = await world.ended(execution.id)
        owed = LAST_WORDS - done - ({"e end 2"} if in_flight else set())
        assert sorted(world.calls) == sorted(owed), last
        assert state == ("unknown" if in_flight else "cancelled"), last


async def test_an_undo_that_was_cancelled_is_none_afterwards(world):
    """What it undoes is marked when its last words are said."""
    first = {
        **act("1"),
        "rollback": [{"try": [act("undo"), WAIT], "finally": [act("end")]}],
    }
    execution = await world.submit(first)
    await world.ended(execution.id)
    request = UndoRequest(context=Context(), execution_id=execution.id, wait=False)
    answer = await world.engine.record.rollback(request)
    await world.called("undo")
    world.held = {"end"}
    world.engine.cancel(answer["execution_id"])
    await world.called("end")
    await world.durable()
    world.held = set()
    await world.crash()
    await world.ended(answer["execution_id"])
    await world.idle()
    assert world.calls == ["end"]
    assert await world.state(execution.id) == "failed"
