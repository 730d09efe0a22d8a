"""The six promises of the journal, each with a real one in SQLite."""

import asyncio
from dataclasses import replace
from datetime import timedelta
import sqlite3

import pytest

from homeassistant.core import ServiceCall

from .afterlife import HOUR, OPTIONS, act, call, press
from custom_components.action_engine.engine.engine import Fate
from custom_components.action_engine.engine.model.approval import Approval
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.options import OnRestart
from custom_components.action_engine.engine.model.state import ENDED, ExecutionState
from custom_components.action_engine.engine.model.stored import NewExecution

WAIT = {"delay": {"hours": 1}}
NEVER = {"wait_for_trigger": [{"trigger": "event", "event_type": "never"}]}


async def test_1_an_accepted_execution_is_on_disk_before_its_id_is_heard(world):
    """Whoever hears an id finds it in the file at that moment, and after a crash."""

    async def submit_and_look(number):
        execution = await world.submit(act(f"{number}"), WAIT)
        statement = "SELECT name FROM action_engine_executions WHERE id = ?"
        return execution.id, world.rows(statement, execution.id)

    found = await asyncio.gather(*map(submit_and_look, range(30)))
    assert all(rows for _, rows in found)
    await world.crash()
    for execution_id, _ in found:
        assert await world.state(execution_id) in ("queued", "executing")


async def test_1_also_for_whoever_asks_a_second_time(world):
    """Requests with one key that come at once are one execution, on disk for each."""
    twins = [world.submit(act("1"), WAIT, idempotency_key="k") for _ in range(10)]
    heard = {execution.id for execution in await asyncio.gather(*twins)}
    ids = world.rows("SELECT id FROM action_engine_executions")
    assert ids == [(execution_id,) for execution_id in heard]
    assert world.calls == ["1"]
    await world.crash()
    again = await world.engine.submit(world.request(act("1"), idempotency_key="k"))
    assert again.id in heard


async def test_2_every_open_execution_is_dealt_with_after_a_crash(world):
    """Once recovery is through, each is under way again, expired or unknown."""
    world.held = {"asked", "pressed", "first"}
    ways = {
        "in a delay": [act("1"), WAIT],
        "in a wait": [NEVER],
        "before another attempt": [call("fail", "2", retry={"max_retries": 3})],
        "in a call that may be repeated": [act("asked")],
        "in a call that must not be repeated": [press("pressed")],
        "in parallel arms": [{"parallel": [{"sequence": [WAIT]}, NEVER]}],
        "with what cannot be written": [
            call("odd", "3", response_variable="odd", idempotent=True),
            WAIT,
        ],
        "paused": [WAIT, act("after")],
        "found too late": [WAIT],
    }
    begun = {way: await world.submit(*actions) for way, actions in ways.items()}
    await world.called("1", "2", "3", "asked", "pressed")
    begun["behind another one"] = await world.submit(act("4"), key="k")
    world.engine.pause(begun["paused"].id)
    await world.until(lambda: begun["before another attempt"].state == "retrying")
    await world.durable()

    def grow_old(connection: sqlite3.Connection):
        old = [2 * HOUR * 1_000_000, begun["found too late"].id]
        for statement in (
            "UPDATE action_engine_events SET at = at - ? WHERE execution_id = ?",
            "UPDATE action_engine_executions SET created = created - ? WHERE id = ?",
        ):
            connection.execute(statement, old)

    began = world.hass.loop.time()
    fates = await world.crash(grow_old)
    assert world.hass.loop.time() - began < 60
    expected = {
        "in a call that must not be repeated": "unknown",
        "with what cannot be written": "unknown",
        "found too late": "expired",
        "paused": "paused",
    }
    world.held = set()
    await world.called("asked")
    for way, execution in begun.items():
        if (state := expected.get(way)) is not None:
            if state in ENDED and world.is_live(execution.id):
                await world.ended(execution.id)
            assert await world.state(execution.id) == state, way
        else:
            assert await world.state(execution.id) not in ("unknown", "expired"), way
    assert fates[Fate.EXPIRE] == 1
    assert "after" not in world.calls


PLAN = [
    act("1"),
    {"variables": {"lucky": "{{ range(1000) | random }}"}},
    act("{{ 1 + 1 }}", response_variable="answer"),
    {"if": "{{ answer.mark == '2' }}", "then": [act("3")], "else": [act("wrong")]},
    {"repeat": {"count": 2, "sequence": [act("4.{{ repeat.index }}")]}},
    press("5"),
    call("fail", "6", idempotent=True, continue_on_error=True),
    {"delay": {"milliseconds": 1}},
    {"try": [call("fail", "7", idempotent=True)], "catch": [press("8")]},
    act("9"),
]
ORDER = ["1", "2", "3", "4.1", "4.2", "5", "6", "7", "8", "9"]
MUST_NOT_REPEAT = {"5", "8"}


@pytest.fixture
async def whole(world):
    """Run the plan to its end; return its id and its rows: kind, path, mark."""
    execution = await world.submit(*PLAN)
    assert await world.ended(execution.id) == "success"
    assert world.calls == ORDER
    await world.durable()
    marks, rows = {}, []
    for kind, path, mark in world.rows(
        "SELECT kind, path, data ->> '$.data.mark' FROM action_engine_events"
        " ORDER BY seq"
    ):
        if mark is not None:
            marks[path] = str(mark)
        rows.append((kind, marks.get(path) if kind != "moved" else None))
    return execution.id, rows


def keep(number):
    """Return what takes all rows after the first ones away, as if never written."""

    def change(connection: sqlite3.Connection):
        connection.execute("DELETE FROM action_engine_events WHERE seq > ?", [number])
        connection.execute(
            "UPDATE action_engine_executions SET state = ?, ended = NULL,"
            " success = NULL, result = NULL, closing = NULL",
            ["executing" if number else "queued"],
        )

    return change


async def lives_after_every_row(world, whole):
    """Crash after each row; give what was completed, in flight, called again, the end."""
    execution_id, rows = whole
    place = world.place
    for number in range(len(rows)):
        kept = rows[:number]
        sent = {mark for kind, mark in kept if kind == "intent"}
        completed = {mark for kind, mark in kept if kind in ("result", "raised")}
        await world.crash(keep(number), place=place)
        state = await world.ended(execution_id)
        yield completed, sent - completed, world.calls, state


async def test_3_a_completed_step_never_runs_again(world, whole):
    """Whichever row was the last on disk: what has a result there is not called."""
    async for completed, _, calls, _ in lives_after_every_row(world, whole):
        assert not completed & set(calls)


async def test_4_only_the_step_in_flight_may_repeat(world, whole):
    """It does if that is harmless; else the execution is unknown and calls nothing."""
    undecided = 0
    async for completed, in_flight, calls, state in lives_after_every_row(world, whole):
        if in_flight & MUST_NOT_REPEAT:
            undecided += 1
            assert (state, calls) == ("unknown", [])
        else:
            assert state == "success"
            assert calls == [mark for mark in ORDER if mark not in completed]
    assert undecided == len(MUST_NOT_REPEAT)


async def test_4_a_call_that_was_seen_not_to_have_happened_is_made_again(world):
    """A toggle in flight: what nobody has toggled is toggled, the rest is asked about."""

    async def toggle(service_call: ServiceCall):
        entity_id = service_call.data["entity_id"][0]
        if entity_id == "switch.done":
            world.hass.states.async_set(entity_id, "on")
        await world.note(entity_id)
        await world.hold()

    world.hass.services.async_register("switch", "toggle", toggle)
    runs = {}
    for entity_id in ("switch.done", "switch.undone"):
        world.hass.states.async_set(entity_id, "off")
        step = {"action": "switch.toggle", "target": {"entity_id": entity_id}}
        runs[entity_id] = await world.submit(step)
    await world.called(*runs)
    await world.crash()
    await world.called("switch.undone")
    assert await world.ended(runs["switch.done"].id) == "unknown"
    assert world.calls == ["switch.undone"]


async def test_5_what_was_cancelled_or_expired_calls_nothing_afterwards(world):
    """Neither at once nor after a crash, however much of it was left to do."""
    cancelled = await world.submit(act("1"), WAIT, act("2"))
    expired = await world.submit(act("3"), WAIT, act("4"))
    await world.called("1", "3")
    world.engine.cancel(cancelled.id)
    await cancelled.wait()
    await world.durable()
    patient = replace(OPTIONS, resume_within=0)
    assert (await world.crash(options=patient))[Fate.EXPIRE] == 1
    assert (await world.state(cancelled.id), world.calls) == ("cancelled", [])
    assert await world.state(expired.id) == "expired"
    fates = await world.crash()
    assert not any(fates.values())
    assert world.calls == []


@pytest.mark.parametrize(
    ("on_restart", "state"), [(OnRestart.FAIL, "failed"), (OnRestart.ASK, "unknown")]
)
async def test_5_nor_does_what_the_owner_does_not_want_to_go_on(
    world, on_restart, state
):
    """The option decides, and once it has decided a further crash changes nothing."""
    execution = await world.submit(act("1"), WAIT, act("2"))
    await world.called("1")
    await world.crash(options=replace(OPTIONS, on_restart=on_restart))
    assert (await world.state(execution.id), world.calls) == (state, [])
    await world.crash()
    assert (await world.state(execution.id), world.calls) == (state, [])


async def test_6_limits_circuits_and_approvals_hold(world):
    """What was written of them is there after a crash, and who waits for a person waits.

    Nothing decides by them here: this is about what the journal holds. An execution in
    ``pending_approval`` is left as it is by recovery, and calls nothing.
    """
    journal = world.engine.record.journal
    created = (await world.submit(act("1"))).created
    waiting = NewExecution(
        id="01M7XPVKFC80W0PYCTP62SZ3A4",
        name="Open the door",
        created=created,
        source={"draft": {"actions": [act("2")]}},
        state=ExecutionState.PENDING_APPROVAL,
    )
    question = Approval(
        id="01A",
        execution_id=waiting.id,
        policy="agents",
        asked=created,
        expires=created + timedelta(hours=1),
        digest="d",
        risk=Risk.HIGH,
    )
    journal.accepted(waiting)
    journal.approval_asked(question)
    journal.keep("windows", "agents/hour", {"times": [7.0]})
    journal.keep("circuits", "action:lock.unlock", {"state": "open"})
    await world.durable()

    for _ in range(2):
        assert (await world.crash())[Fate.LEAVE] == 1
        journal = world.engine.record.journal
        assert await journal.approvals() == (question,)
        assert await journal.kept("windows") == {"agents/hour": {"times": [7.0]}}
        kept = {"action:lock.unlock": {"state": "open"}}
        assert await journal.kept("circuits") == kept
        assert not journal.restored
    assert await world.state(waiting.id) == "pending_approval"
    assert waiting.state not in ENDED
    assert world.calls == []
