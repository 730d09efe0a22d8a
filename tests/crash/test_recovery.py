"""What recovery must not get wrong, each as it once did or well might."""

import asyncio
from dataclasses import replace
from datetime import timedelta
import sqlite3

import pytest

from homeassistant.core import Context, ServiceCall
from homeassistant.exceptions import HomeAssistantError
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .afterlife import OPTIONS, act, call, press
from custom_components.action_engine.engine.engine import UndoRequest
from custom_components.action_engine.engine.model.notes import Verdict
from custom_components.action_engine.engine.model.options import OnRestart
from custom_components.action_engine.engine.model.request import Mode, OnFailure

WAIT = {"delay": {"hours": 1}}
GATE = {"action": "test.wait", "idempotent": True, "retry": False}
DOOM = call("fail", "doom", idempotent=True)


@pytest.fixture
def gate(world):
    """Return what lets the calls of ``test.wait`` return; their mark is ``wait``."""
    opened = asyncio.Event()

    async def wait(service_call: ServiceCall):
        await world.note("wait")
        await opened.wait()

    world.hass.services.async_register("test", "wait", wait)
    return opened


@pytest.fixture
def plug(world):
    """Return a switch that is off, and the step that switches it on."""
    states = world.hass.states
    states.async_set("switch.plug", "off")

    async def turn(state, service_call: ServiceCall):
        states.async_set("switch.plug", state)
        await world.note(f"turn_{state}")
        if f"turn_{state}" in world.held:
            await world.hold()

    for state in ("on", "off"):

        async def handler(service_call, state=state):
            await turn(state, service_call)

        world.hass.services.async_register("switch", f"turn_{state}", handler)
    return {"action": "switch.turn_on", "target": {"entity_id": "switch.plug"}}


class TestThisLife:
    """What was accepted before recovery begins is none of its business."""

    async def test_what_ends_meanwhile_is_not_taken_up(self, world, gate):
        """An execution found open, which ends before its turn comes, is over."""
        # Plans so large that others get their turn while they are read again.
        for number in range(10):
            await world.submit(WAIT, *[act(f"{number}.{n}") for n in range(120)])
        await world.durable()
        await world.die()
        await world.begin()
        # Its result is not on disk when recovery reads what is open.
        new = await world.submit(GATE)
        await world.called("wait")
        world.engine.on_move(lambda *_: gate.set())
        await world.engine.record.recover(world.engine.options)
        await new.wait()
        assert world.calls.count("wait") == 1
        assert not world.is_live(new.id)


class TestVerdicts:
    """A person decides about one flight of one call."""

    async def test_a_toggle_that_looks_undone_is_asked_about(self, world, plug):
        """One that a person had made again leaves all as it was before the first one."""
        states = world.hass.states

        async def toggle(service_call: ServiceCall):
            is_on = states.get("switch.plug").state == "on"
            states.async_set("switch.plug", "off" if is_on else "on")
            await world.note("toggle")
            await world.hold()

        world.hass.services.async_register("switch", "toggle", toggle)
        step = {"action": "switch.toggle", "target": plug["target"]}
        execution = await world.submit(step)
        await world.called("toggle")
        await world.crash()
        await world.idle()
        assert await world.state(execution.id) == "unknown"
        await world.engine.record.resolve(execution.id, Verdict.AGAIN)
        await world.called("toggle")
        await world.durable()
        assert states.get("switch.plug").state == "off"
        await world.crash()
        await world.idle()
        assert await world.state(execution.id) == "unknown"
        assert world.calls == []

    async def test_a_verdict_counts_once(self, world):
        """A call that was sent again on demand, and cut off again, is asked about again."""
        world.held = {"1"}
        execution = await world.submit(press("1"), press("2"))
        await world.called("1")
        await world.crash()
        assert await world.ended(execution.id) == "unknown"
        await world.engine.record.resolve(execution.id, Verdict.AGAIN)
        await world.called("1")
        await world.durable()
        await world.crash()
        assert await world.ended(execution.id) == "unknown"
        assert world.calls == []

    async def test_a_verdict_is_about_what_was_asked(self, world):
        """What may be repeated is not taken for done because something else is."""
        world.held = {"a", "b"}
        arms = [{"sequence": [press("a")]}, {"sequence": [act("b")]}]
        execution = await world.submit({"parallel": arms})
        await world.called("a", "b")
        await world.durable()
        await world.crash()
        assert await world.ended(execution.id) == "unknown"
        world.held, world.calls = set(), []
        await world.engine.record.resolve(execution.id, Verdict.DONE)
        assert await world.ended(execution.id) == "success"
        assert world.calls == ["b"]


class TestRetryFrom:
    """A failed execution again, from the step that failed."""

    async def test_earlier_results_survive_a_crash(self, world):
        """What the first execution had done is not done by the second one either."""
        first = await world.submit(act("1"), press("2"), DOOM, act("3"))
        assert await world.ended(first.id) == "failed"
        world.held = {"doom"}
        record = world.engine.record
        second = await record.retry_from(first.id, Context())
        await world.until(lambda: world.calls.count("doom") == 2)
        await world.durable()
        await world.crash()
        assert await world.state(second.id) in ("executing", "queued")
        await world.called("doom")
        assert world.calls == ["doom"]

    async def test_an_end_that_has_run_runs_again(self, world):
        """What followed the failure follows the next try as well."""
        block = {"try": [act("1"), DOOM], "finally": [act("end")]}
        first = await world.submit(block)
        assert await world.ended(first.id) == "failed"
        world.calls.clear()
        second = await world.engine.record.retry_from(first.id, Context())
        assert await world.ended(second.id) == "failed"
        assert world.calls == ["doom", "end"]

    async def test_without_a_step_that_failed_it_goes_on_where_it_was(self, world):
        """After a timeout: what is done is done, and the rest follows."""
        world.held = {"2"}
        first = await world.submit(act("1"), press("2"), act("3"), timeout=0.3)
        await world.called("2")
        assert await world.ended(first.id) == "failed"
        world.held = set()
        world.calls.clear()
        second = await world.engine.record.retry_from(first.id, Context())
        await world.ended(second.id)
        assert world.calls == ["2", "3"]


class TestUndo:
    """Rollbacks are executions, and what they undo waits for them."""

    async def test_a_step_is_undone_once_however_often_it_was_resumed(self, world):
        """Each life walks past a finished block, and its rollback counts once."""
        block = {"sequence": [act("1")], "rollback": [act("undo")]}
        execution = await world.submit(block, WAIT)
        await world.called("1")
        for _ in range(3):
            await world.durable()
            await world.crash()
        world.engine.cancel(execution.id)
        await world.ended(execution.id)
        request = UndoRequest(context=Context(), execution_id=execution.id)
        await world.engine.record.rollback(request)
        assert world.calls == ["undo"]

    async def test_one_under_way_is_finished_once(self, world, plug):
        """A crash in the middle: the rest is undone, nothing twice, and it counts."""
        first = {**act("1"), "rollback": [act("undo 1")]}
        second = {**act("2"), "rollback": [act("undo 2")]}
        execution = await world.submit(first, plug, second)
        await world.ended(execution.id)
        world.held = {"undo 1"}
        request = UndoRequest(context=Context(), execution_id=execution.id, wait=True)
        task = world.hass.async_create_background_task(
            world.engine.record.rollback(request), "undo"
        )
        await world.called("undo 1")
        await world.durable()
        assert await world.state(execution.id) == "rolling_back"
        world.held = set()
        await world.crash()
        task.cancel()
        await world.called("undo 1")
        await world.idle()
        assert world.calls == ["undo 1"]
        assert await world.state(execution.id) == "rolled_back"

    async def test_a_saga_is_undone_after_a_crash(self, world, plug):
        """Broken off anywhere between its failure and its undo, it is undone once."""
        saga = await world.submit(plug, DOOM, on_failure=OnFailure.ROLLBACK)
        await world.ended(saga.id)
        await world.durable()
        assert world.calls == ["turn_on", "doom", "turn_off"]
        place = world.place
        moves = (
            "SELECT seq FROM action_engine_events WHERE execution_id = ? AND kind = ?"
        )
        rows = [seq for (seq,) in world.rows(moves, saga.id, "moved")]
        assert len(rows) == 4
        for last in rows[1:3]:

            def change(connection: sqlite3.Connection, last=last):
                undo = (
                    "SELECT id FROM action_engine_executions WHERE undo_of IS NOT NULL"
                )
                ((undo_id,),) = connection.execute(undo)
                for statement, value in (
                    (
                        "DELETE FROM action_engine_events WHERE execution_id = ?",
                        undo_id,
                    ),
                    (
                        "DELETE FROM action_engine_touched WHERE execution_id = ?",
                        undo_id,
                    ),
                    ("DELETE FROM action_engine_executions WHERE id = ?", undo_id),
                    ("DELETE FROM action_engine_events WHERE seq > ?", last),
                    (
                        "UPDATE action_engine_executions SET closing = NULL, state = ?",
                        "rolling_back",
                    ),
                ):
                    connection.execute(statement, [value])

            world.hass.states.async_set("switch.plug", "on")
            await world.crash(change, place=place)
            await world.idle()
            assert world.calls == ["turn_off"], last
            assert await world.state(saga.id) == "rolled_back"

    async def test_a_saga_that_could_not_be_undone_is_undone_later(
        self, world, plug, gate
    ):
        """An engine that takes nothing more keeps the undo for its next life."""
        saga = await world.submit(plug, GATE, DOOM, on_failure=OnFailure.ROLLBACK)
        await world.called("wait")
        world.engine.set_enabled(enabled=False)
        gate.set()
        await world.ended(saga.id)
        assert world.calls == ["turn_on", "wait", "doom"]
        await world.durable()
        await world.crash()
        await world.idle()
        assert world.calls == ["turn_off"]
        assert await world.state(saga.id) == "rolled_back"


class TestUndoOfSeveral:
    """All that one undo takes back is marked, over crashes too."""

    @pytest.fixture
    async def several(self, world):
        """Return three executions, and what undoes all of them and waits for that."""
        began = dt_util.utcnow()
        several = []
        for mark in ("1", "2", "3"):
            step = {**act(mark), "rollback": [act(f"undo {mark}")]}
            several.append((await world.submit(step)).id)
            await world.ended(several[-1])
        world.calls.clear()
        request = UndoRequest(context=Context(), since=began)
        return several, lambda: world.engine.record.rollback(request)

    async def _states(self, world, ids):
        return [await world.state(execution_id) for execution_id in ids]

    async def test_in_one_life(self, world, several):
        """Whichever of them is asked about; one that had done nothing is not among them."""
        ids, undo = several
        idle = await world.submit({"event": "nothing"})
        await world.ended(idle.id)
        answer = await undo()
        assert answer["success"]
        assert world.calls == ["undo 3", "undo 2", "undo 1"]
        assert await self._states(world, ids) == ["rolled_back"] * 3
        assert await world.state(idle.id) == "success"

    async def test_one_that_fails(self, world, several):
        """None of them is as it was before for sure."""
        ids, undo = several

        async def refuse(service_call: ServiceCall):
            raise HomeAssistantError("not now")

        world.hass.services.async_register("test", "act", refuse)
        assert not (await undo())["success"]
        assert await self._states(world, ids) == ["failed"] * 3

    async def test_one_under_way_is_finished_in_the_next_life(self, world, several):
        """They are being undone until then."""
        ids, undo = several
        world.held = {"undo 2"}
        task = world.hass.async_create_background_task(undo(), "undo")
        await world.called("undo 2")
        await world.durable()
        assert await self._states(world, ids) == ["rolling_back"] * 3
        world.held = set()
        await world.crash()
        task.cancel()
        await world.called("undo 1")
        await world.idle()
        assert world.calls == ["undo 2", "undo 1"]
        assert await self._states(world, ids) == ["rolled_back"] * 3

    async def test_a_crash_before_they_were_marked_as_undone(self, world, several):
        """The next life does that, and nothing is undone twice."""
        ids, undo = several
        await undo()
        await world.durable()

        def forget(connection: sqlite3.Connection):
            connection.execute(
                "UPDATE action_engine_executions SET closing = NULL,"
                " state = 'rolling_back' WHERE undo_of IS NULL"
            )

        await world.crash(forget)
        await world.idle()
        assert world.calls == []
        assert await self._states(world, ids) == ["rolled_back"] * 3

    async def test_a_crash_before_they_were_marked_at_all(self, world, several):
        """The undo itself knows what it undoes."""
        ids, undo = several
        world.held = {"undo 3"}
        task = world.hass.async_create_background_task(undo(), "undo")
        await world.called("undo 3")
        await world.durable()

        def forget(connection: sqlite3.Connection):
            connection.execute(
                "UPDATE action_engine_executions SET state = 'success'"
                " WHERE undo_of IS NULL"
            )

        world.held = set()
        await world.crash(forget)
        task.cancel()
        await world.called("undo 1")
        await world.idle()
        assert await self._states(world, ids) == ["rolled_back"] * 3


class TestSagas:
    """A saga that does not end well is undone, whoever says that it has ended."""

    @pytest.mark.parametrize(
        "options",
        [
            replace(OPTIONS, on_restart=OnRestart.FAIL),
            replace(OPTIONS, resume_within=0),
        ],
        ids=["failed", "expired"],
    )
    async def test_one_that_a_restart_has_ended(self, world, plug, options):
        """What it had done is undone in the life that ends it, and once."""
        saga = await world.submit(plug, WAIT, on_failure=OnFailure.ROLLBACK)
        await world.until(lambda: saga.pace.at_rest)
        await world.durable()
        await world.crash(options=options)
        await world.idle()
        assert world.calls == ["turn_off"]
        assert await world.state(saga.id) == "rolled_back"
        await world.crash(options=options)
        await world.idle()
        assert world.calls == []

    async def test_one_that_was_found_again_before_its_undo_began(self, world, plug):
        """A crash right after its end: the next life undoes it."""
        saga = await world.submit(plug, WAIT, on_failure=OnFailure.ROLLBACK)
        await world.until(lambda: saga.pace.at_rest)
        await world.durable()
        await world.die()
        options = replace(OPTIONS, on_restart=OnRestart.FAIL)
        await world.begin(options)
        world.engine.set_enabled(enabled=False)
        await world.engine.record.recover(options)
        await world.idle()
        assert await world.state(saga.id) == "rolling_back"
        await world.crash()
        await world.idle()
        assert world.calls == ["turn_off"]
        assert await world.state(saga.id) == "rolled_back"

    @pytest.mark.usefixtures("gate")
    @pytest.mark.parametrize("on_restart", [OnRestart.FAIL, OnRestart.RESUME])
    async def test_one_that_never_began(self, world, plug, on_restart):
        """It has done nothing: it has failed or expired, and that is all."""
        await world.submit(GATE, key="k")
        saga = await world.submit(
            plug, key="k", mode=Mode.QUEUED, on_failure=OnFailure.ROLLBACK
        )
        await world.called("wait")
        await world.durable()
        options = replace(OPTIONS, on_restart=on_restart, resume_within=0)
        await world.crash(options=options)
        await world.idle()
        state = "failed" if on_restart is OnRestart.FAIL else "expired"
        assert (await world.state(saga.id), world.calls) == (state, [])

    async def test_one_that_a_person_gives_up(self, world, plug):
        """Only then: while nobody has decided, nothing is undone."""
        world.held = {"1"}
        saga = await world.submit(plug, press("1"), on_failure=OnFailure.ROLLBACK)
        await world.called("1")
        await world.crash()
        await world.ended(saga.id)
        assert (await world.state(saga.id), world.calls) == ("unknown", [])
        record = world.engine.record
        assert await record.resolve(saga.id, Verdict.GIVE_UP) == "rolling_back"
        assert await world.state(saga.id) == "rolling_back"
        await world.idle()
        assert world.calls == ["turn_off"]
        account = await record.get(saga.id)
        assert (account["state"], account["success"]) == ("rolled_back", False)

    async def test_one_that_is_given_up_with_nothing_to_undo(self, world):
        """It has failed."""
        world.held = {"1"}
        saga = await world.submit(press("1"), on_failure=OnFailure.ROLLBACK)
        await world.called("1")
        await world.crash()
        await world.ended(saga.id)
        await world.engine.record.resolve(saga.id, Verdict.GIVE_UP)
        await world.idle()
        assert (await world.state(saga.id), world.calls) == ("failed", [])


class TestTimes:
    """Times count from the first life on, with the time in between."""

    @staticmethod
    def _ten_minutes_earlier(connection: sqlite3.Connection):
        for column in ("created", "started"):
            connection.execute(
                f"UPDATE action_engine_executions SET {column} = {column} - 600000000"  # noqa: S608 - names of this file
            )

    async def test_of_one_that_was_taken_up_again(self, world):
        """It began when it began first, and took as long as all of it."""
        go = {"wait_for_trigger": [{"trigger": "event", "event_type": "go"}]}
        execution = await world.submit(act("1"), go, act("2"))
        await world.called("1")
        await world.until(lambda: execution.pace.at_rest)
        await world.durable()
        await world.crash(self._ten_minutes_earlier)
        revived = world.engine.get(execution.id)
        await world.until(lambda: revived.pace.at_rest)
        world.hass.bus.async_fire("go")
        assert await world.ended(execution.id) == "success"
        account = await world.engine.record.get(execution.id)
        first = execution.started - timedelta(minutes=10)
        assert account["started"] == first.isoformat()
        assert 600 <= account["duration"] < 660
        assert account["times"]["started"] == first.isoformat()
        assert 600 <= account["times"]["run"] <= account["times"]["total"] < 660
        assert account["times"]["queued"] < 60

    async def test_of_one_that_was_not(self, world):
        """It has ended when it was found."""
        execution = await world.submit(act("1"), WAIT)
        await world.called("1")
        await world.durable()
        options = replace(OPTIONS, on_restart=OnRestart.FAIL)
        await world.crash(self._ten_minutes_earlier, options)
        account = await world.engine.record.get(execution.id)
        assert account["state"] == "failed"
        assert 600 <= account["duration"] < 660


async def test_a_backoff_without_a_call_goes_on_with_what_is_left(world):
    """An attempt that found nobody to call is followed by its wait, also in a new life."""
    hass = world.hass
    assert await async_setup_component(
        hass, "input_boolean", {"input_boolean": {"gone": {}}}
    )
    hass.states.async_set("input_boolean.gone", "unavailable")
    target = {"entity_id": "input_boolean.gone"}
    execution = await world.submit(
        {"action": "input_boolean.turn_on", "target": target},
        retry={"max_retries": 1, "initial_delay": 50},
    )
    await world.until(lambda: execution.state == "retrying")
    await world.durable()
    await world.crash()
    await world.until(lambda: world.engine.get(execution.id).state == "retrying")
    hass.states.async_set("input_boolean.gone", "off")
    assert await world.ended(execution.id) == "success"
    assert hass.states.get("input_boolean.gone").state == "on"
