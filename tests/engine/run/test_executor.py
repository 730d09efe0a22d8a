"""Executions are taken in or refused, get their turn, and are seen to their end."""

import asyncio
from contextvars import ContextVar

import pytest

from homeassistant.core import callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.trace import trace_get
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.errors import (
    AlreadyRunningError,
    EngineDisabledError,
    ExecutionNotFoundError,
    QueueFullError,
)
from custom_components.action_engine.engine.model.request import Mode, Priority
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.run.executor import GRACE
from tests.engine.workshop import nested, work

WAITS = {"delay": {"hours": 1}}
SHAKY = {"action": "test.shaky", "data": {"mark": "try"}, "retry": {"max_retries": 2}}


async def all_ended(*executions):
    """Wait for the end of all of them."""
    await asyncio.gather(*(one.wait() for one in executions))


class TestQueue:
    """Who has to wait for a worker."""

    async def test_priorities(self, lone):
        """Critical before high before normal before low, and in order within each."""
        first = await lone.submit(work("first", 1))
        waiting = [
            await lone.submit(work(f"{priority.name} {number}"), priority=priority)
            for number in (1, 2)
            for priority in Priority
        ]
        await all_ended(first, *waiting)

        assert lone.log == [
            "0 first",
            "1 CRITICAL 1",
            "1 CRITICAL 2",
            "1 HIGH 1",
            "1 HIGH 2",
            "1 NORMAL 1",
            "1 NORMAL 2",
            "1 LOW 1",
            "1 LOW 2",
        ]

    async def test_as_many_as_there_are_workers(self, shop):
        """Two of five are executing, three are queued."""
        some = [await shop.submit(work(seconds=1)) for _ in range(5)]
        assert [one.state.value for one in some] == ["executing"] * 2 + ["queued"] * 3
        figures = shop.engine.statistics
        assert (figures.running, figures.queued) == (2, 3)

        await all_ended(*some)
        assert shop.busiest == 2
        assert shop.now == 3

    async def test_how_long_it_waited_is_told(self, lone):
        """Queueing and running are two times."""
        await lone.submit(work(seconds=3))
        second = await lone.run(work(seconds=2))

        times = second.summary.times
        assert (times.queued, times.run, times.total) == (3, 2, 5)
        assert times.created <= times.started <= times.ended

    async def test_it_begins_once(self, lone):
        """Neither another attempt nor a resume is a new beginning."""
        lone.failures = 1
        execution = await lone.submit(SHAKY, work(seconds=5))
        await lone.until(3)
        lone.engine.pause(execution.id)
        await lone.until(20)
        lone.engine.resume(execution.id)
        await execution.wait()

        times = execution.summary.times
        assert (times.queued, times.run, times.total) == (0, 25, 25)

    async def test_a_full_queue_refuses(self, shop):
        """The error says how many are waiting, and nothing of the refused one is left."""
        shop.configure(workers=1, max_queue=2)
        some = [await shop.submit(work(seconds=1)) for _ in range(3)]

        with pytest.raises(QueueFullError, match="2 of 2 executions are waiting"):
            await shop.submit(work("refused"))

        await all_ended(*some)
        assert shop.log == []
        assert len(shop.moves) == 3
        await shop.run(work("taken"))
        assert shop.log == ["3 taken"]

    async def test_waiting_runs_do_not_fill_the_queue(self, shop):
        """Neither sleeping nor paused ones count."""
        shop.configure(workers=1, max_queue=1)
        some = [await shop.submit(WAITS) for _ in range(5)]
        busy = await shop.submit(work(seconds=1))
        paused = await shop.submit(work())
        shop.engine.pause(paused.id)

        queued = await shop.submit(work())

        assert queued.state is ExecutionState.QUEUED
        with pytest.raises(QueueFullError):
            await shop.submit(work())
        shop.engine.resume(paused.id)
        await all_ended(*some, busy, paused, queued)

    async def test_a_run_resumed_in_a_delay_does_not_fill_the_queue(self, shop):
        """It needs no worker until the delay is over."""
        shop.configure(workers=1, max_queue=0)
        one = await shop.submit(WAITS)
        shop.engine.pause(one.id)
        shop.engine.resume(one.id)

        assert one.state is ExecutionState.EXECUTING
        assert (await shop.run(work())).summary.success

    async def test_no_queue_at_all(self, shop):
        """Whatever cannot begin at once is refused."""
        shop.configure(workers=1, max_queue=0)
        await shop.run(work())
        busy = await shop.submit(work(seconds=1), key="k", mode=Mode.QUEUED)

        with pytest.raises(QueueFullError):
            await shop.submit(work())
        with pytest.raises(QueueFullError):
            await shop.submit(work(), key="k", mode=Mode.QUEUED)

        await busy.wait()
        assert (await shop.run(work())).summary.success

    async def test_a_lane_counts_as_a_queue(self, shop):
        """Workers are free, but somebody with the same key is not yet done."""
        shop.configure(workers=5, max_queue=1)
        some = [
            await shop.submit(WAITS, key="k", mode=Mode.QUEUED),
            await shop.submit(work(), key="k", mode=Mode.QUEUED),
        ]

        with pytest.raises(QueueFullError):
            await shop.submit(work(), key="k", mode=Mode.QUEUED)

        assert (await shop.run(work())).summary.success
        await all_ended(*some)

    async def test_an_inner_run_finds_room_in_a_full_queue(self, shop):
        """What was accepted must be able to end."""
        shop.configure(workers=1, max_queue=0)

        outer = await shop.run(nested(work("inside")))

        assert outer.summary.success
        assert shop.log == ["0 inside"]

    async def test_an_inner_run_that_nobody_waits_for_has_to_find_room(self, shop):
        """It is one more, like any other."""
        shop.configure(workers=1, max_queue=0)

        outer = await shop.run(nested(work("inside"), wait=False))

        assert outer.summary.error["type"] == "QueueFullError"
        assert shop.log == []


class TestKeys:
    """Executions with one key know of each other."""

    async def test_parallel(self, shop):
        """The key changes nothing."""
        some = [await shop.submit(work(seconds=1), key="k") for _ in range(2)]
        await all_ended(*some)

        assert shop.now == 1

    async def test_queued(self, shop):
        """One after the other in the order in which they came, whatever happens."""
        shop.configure(workers=5)
        some = [
            await shop.submit(
                work(f"{number} begins"),
                {"delay": 1},
                {"stop": "no", "error": number == 1},
                key="k",
                mode=Mode.QUEUED,
                priority=number,
            )
            for number in range(3)
        ]
        other = await shop.submit(work("other key"), key="o", mode=Mode.QUEUED)
        assert [one.state.value for one in some[1:]] == ["queued", "queued"]
        await all_ended(*some, other)

        assert shop.log == [
            "0 0 begins",
            "0 other key",
            "1 1 begins",
            "2 2 begins",
        ]
        assert [one.state.value for one in some] == ["success", "failed", "success"]

    async def test_queued_behind_one_that_is_cancelled_in_the_lane(self, shop):
        """The one behind it still waits for the first."""
        first, second, third = [
            await shop.submit(work(name, 1), key="k", mode=Mode.QUEUED)
            for name in ("first", "second", "third")
        ]
        shop.engine.cancel(second.id)
        await all_ended(first, second, third)

        assert shop.log == ["0 first", "1 third"]
        assert second.predecessors == ()

    async def test_single(self, shop):
        """A second one is refused as long as the first one is open."""
        first = await shop.submit(WAITS, key="k", mode=Mode.SINGLE)

        with pytest.raises(AlreadyRunningError, match=first.id):
            await shop.submit(work("refused"), key="k", mode=Mode.SINGLE)
        await shop.run(work("other key"), key="o", mode=Mode.SINGLE)
        await shop.run(work("no key"), mode=Mode.SINGLE)
        await first.wait()
        await shop.run(work("again"), key="k", mode=Mode.SINGLE)

        assert shop.log == ["0 other key", "0 no key", "3600 again"]

    async def test_restart(self, shop):
        """The newest wins, and begins when the others have put right what they must."""
        shop.configure(workers=5)
        steps = {"try": [WAITS], "finally": [{"delay": 1}, work("tidied up")]}
        old = await shop.submit(steps, key="k", mode=Mode.RESTART)
        between = await shop.submit(work("between"), key="k", mode=Mode.RESTART)
        newest = await shop.run(work("newest"), key="k", mode=Mode.RESTART)

        assert shop.log == ["1 tidied up", "1 newest"]
        assert [one.state.value for one in (old, between, newest)] == [
            "cancelled",
            "cancelled",
            "success",
        ]
        assert shop.history(between) == ["queued", "cancelled"]
        assert old.summary.error["message"] == "cancelled: restarted"

    async def test_restart_takes_the_place_of_the_one_it_cancels(self, shop):
        """It is not refused because the queue is full."""
        shop.configure(workers=1, max_queue=0)
        old = await shop.submit(work(seconds=9), key="k", mode=Mode.RESTART)

        new = await shop.run(work("new"), key="k", mode=Mode.RESTART)

        assert new.summary.success
        assert old.state is ExecutionState.CANCELLED

    async def test_restart_of_one_that_another_mode_began(self, shop):
        """The mode of the newcomer counts."""
        old = await shop.submit(WAITS, key="k")

        await shop.run(work(), key="k", mode=Mode.RESTART)

        assert old.state is ExecutionState.CANCELLED


class TestWaiting:
    """Whether the caller waits, and what becomes of it if he goes."""

    async def test_not_waiting(self, shop):
        """The call returns while the execution is open."""
        execution = await shop.run(WAITS, wait=False)

        assert execution.state is ExecutionState.EXECUTING
        assert not execution.summary.success
        await execution.wait()
        assert execution.summary.success

    async def test_waiting(self, shop):
        """The call returns what has ended."""
        execution = await shop.run(WAITS)

        assert shop.now == 3600
        assert execution.state is ExecutionState.SUCCESS

    @pytest.mark.parametrize("steps", [[WAITS], [work(seconds=9)]])
    async def test_a_caller_who_is_cancelled_takes_the_execution_with_him(
        self, shop, steps
    ):
        """Nobody would ever hear of its end."""
        caller = asyncio.ensure_future(shop.run(*steps, work("late")))
        await shop.until(1)
        caller.cancel()
        await asyncio.wait([caller])

        (execution,) = shop.moves
        await execution.wait()
        assert caller.cancelled()
        assert shop.history(execution) == ["queued", "executing", "cancelled"]
        assert "has gone" in execution.summary.error["message"]
        assert shop.now == 1
        assert shop.log == []

    async def test_a_caller_who_is_cancelled_in_the_queue(self, lone):
        """His execution leaves the queue."""
        await lone.submit(work(seconds=2))
        caller = asyncio.ensure_future(lone.run(work("late")))
        await lone.until(1)
        caller.cancel()
        await asyncio.wait([caller])
        await lone.until(5)

        assert lone.log == []

    async def test_several_wait_for_one(self, shop):
        """One who goes does not take it away from the others."""
        execution = await shop.submit(work(seconds=2))
        first = asyncio.ensure_future(execution.wait())
        second = asyncio.ensure_future(execution.wait())
        await shop.until(1)
        first.cancel()

        assert (await second).success

    async def test_a_run_without_any_wait_has_ended_at_once(self, shop):
        """Submitting is all that it takes."""
        execution = await shop.submit(work("done"))

        assert execution.is_ended
        assert shop.log == ["0 done"]


STATES = {
    "queued": ([work("late")], "queued"),
    "in a call": ([work(seconds=50), work("late")], "executing"),
    "in a delay": ([WAITS, work("late")], "executing"),
    "retrying": ([SHAKY | {"data": {}}, work("late")], "retrying"),
    "in a parallel": (
        [{"parallel": [WAITS, work(seconds=50)]}, work("late")],
        "executing",
    ),
    "in an inner run": ([nested(WAITS), work("late")], "executing"),
}


@pytest.fixture(params=STATES)
async def begun(request, lone):
    """Return an execution in the state that the name says, one second after its start."""
    steps, state = STATES[request.param]
    lone.failures = 1
    if request.param == "queued":
        await lone.submit(work(seconds=20))
    execution = await lone.submit(*steps)
    await lone.until(1)
    assert execution.state == state
    return execution


class TestCancel:
    """Cancelling ends an execution at once."""

    async def test_in_each_state(self, lone, begun):
        """Whatever it is doing, nothing of it happens any more."""
        history = lone.history(begun)

        lone.engine.cancel(begun.id)
        await begun.wait()

        assert lone.now == 1
        assert lone.history(begun) == [*history, "cancelled"]
        assert begun.summary.error["message"] == "cancelled: on request"
        await lone.until(5000)
        assert lone.log == []

    async def test_while_it_is_paused_in_each_state(self, lone, begun):
        """A pause does not hold it up."""
        lone.engine.pause(begun.id)
        await lone.until(30)

        lone.engine.cancel(begun.id)
        await begun.wait()

        assert lone.now == 30
        assert lone.history(begun)[-1] == "cancelled"

    async def test_in_a_lane(self, shop):
        """It leaves the lane."""
        first = await shop.submit(work(seconds=2), key="k", mode=Mode.QUEUED)
        second = await shop.submit(work("late"), key="k", mode=Mode.QUEUED)
        await shop.until(1)

        shop.engine.cancel(second.id)
        await second.wait()

        assert shop.now == 1
        assert shop.history(second) == ["queued", "cancelled"]
        await first.wait()
        assert shop.log == []

    async def test_an_inner_run_goes_with_the_outer_one(self, shop):
        """Nobody waits for it any more."""
        outer = await shop.submit(nested(WAITS))
        await shop.until(1)
        inner = next(one for one in shop.engine.executions if one is not outer)

        shop.engine.cancel(outer.id)
        await all_ended(outer, inner)

        assert inner.state is ExecutionState.CANCELLED
        assert shop.now == 1

    async def test_its_finally_blocks_run(self, shop):
        """Even if all workers are busy."""
        steps = {"try": [WAITS], "finally": [{"delay": 1}, work("tidied up")]}
        execution = await shop.submit(steps, work("late"))
        busy = [await shop.submit(work(seconds=9)) for _ in range(2)]

        shop.engine.cancel(execution.id)
        await execution.wait()

        assert shop.log == ["1 tidied up"]
        assert execution.state is ExecutionState.CANCELLED
        await all_ended(*busy)

    async def test_twice(self, shop):
        """The second time does not break off what the first one left to be done."""
        steps = {"try": [WAITS], "finally": [{"delay": 1}, work("tidied up")]}
        execution = await shop.submit(steps)

        shop.engine.cancel(execution.id)
        await shop.until(0.5)
        shop.engine.cancel(execution.id)
        await execution.wait()

        assert shop.log == ["1 tidied up"]

    async def test_neither_pause_nor_resume_hold_it_up(self, shop):
        """It is about to end."""
        steps = {"try": [WAITS], "finally": [{"delay": 1}, work("tidied up")]}
        execution = await shop.submit(steps)
        shop.engine.cancel(execution.id)
        await shop.until(0.5)

        with pytest.raises(ExecutionNotFoundError):
            shop.engine.pause(execution.id)
        shop.engine.resume(execution.id)
        await execution.wait()

        assert shop.now == 1
        assert shop.history(execution) == ["queued", "executing", "cancelled"]

    async def test_a_service_that_ignores_it(self, shop):
        """Nothing follows the call, and the execution counts as cancelled."""
        stubborn = {"action": "test.stubborn", "data": {"seconds": 5, "times": 2}}
        execution = await shop.submit(stubborn, work("late"))
        last = await shop.submit(stubborn)
        await shop.until(1)

        shop.engine.cancel(execution.id)
        shop.engine.cancel(last.id)
        await all_ended(execution, last)

        assert shop.log == ["1 ignored", "1 ignored"]
        assert execution.state is ExecutionState.CANCELLED
        assert last.state is ExecutionState.CANCELLED
        assert shop.now == 6

    async def test_the_last_words_of_one_arm_are_not_those_of_another(self, shop):
        """An arm whose service ignored it does not go on meanwhile."""
        stubborn = {"action": "test.stubborn", "data": {"seconds": 1, "times": 2}}
        speaking = {"try": [WAITS], "finally": [{"delay": 5}, work("tidied up")]}
        arms = [{"sequence": [stubborn, work("late")]}, speaking]
        execution = await shop.submit({"parallel": arms})
        await shop.until(0.5)
        shop.engine.cancel(execution.id)
        await execution.wait()

        assert shop.log == ["0.5 ignored", "5.5 tidied up"]

    async def test_what_it_had_received_is_told(self, shop):
        """Also after a timeout; what it had not received is not."""
        got = {
            "action": "test.answer",
            "data": {"value": 1},
            "response_variable": "got",
        }
        cancelled = await shop.submit(got, WAITS, got | {"response_variable": "late"})
        shop.engine.cancel(cancelled.id)
        late = await shop.submit(got, WAITS, timeout=1)
        await all_ended(cancelled, late)

        for one in (cancelled, late):
            assert one.summary.responses == {"got": {"value": 1}}

    async def test_a_service_that_makes_an_error_of_it(self, hass, shop):
        """It is not tried again, and nothing takes its place."""

        async def convert(call):
            shop.log.append(f"{shop.now:g} called")
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                raise HomeAssistantError("the device does not answer") from error

        hass.services.async_register("test", "convert", convert)
        execution = await shop.submit(
            {
                "action": "test.convert",
                "retry": {"max_retries": 2},
                "fallback": [work("fallback")],
            },
            work("late"),
        )
        await shop.until(1)
        shop.engine.cancel(execution.id)
        await execution.wait()

        assert shop.log == ["0 called"]
        assert shop.now == 1
        assert execution.state is ExecutionState.CANCELLED

    async def test_by_the_run_itself(self, hass, shop):
        """A step may cancel its own execution: it is the last one."""

        @callback
        def cancel_all(_):
            shop.engine.cancel_all()

        hass.services.async_register("test", "cancel_all", cancel_all)
        execution = await shop.run({"action": "test.cancel_all"}, work("late"))

        assert execution.state is ExecutionState.CANCELLED
        assert shop.log == []

    async def test_by_whoever_is_told_that_it_is_there(self, shop):
        """Nothing of it runs."""
        shop.engine.on_move(
            lambda execution, previous: previous or shop.engine.cancel(execution.id)
        )
        execution = await shop.submit(work("late"))
        await execution.wait()

        assert shop.history(execution) == ["queued", "cancelled"]
        assert shop.log == []

    async def test_by_whoever_is_told_that_it_waits_for_another_one(self, shop):
        """It does not wait any more."""
        await shop.submit(WAITS, key="k")
        shop.engine.on_move(
            lambda execution, previous: previous or shop.engine.cancel(execution.id)
        )
        execution = await shop.submit(work("late"), key="k", mode=Mode.QUEUED)

        assert execution.state is ExecutionState.CANCELLED

    async def test_in_the_turn_in_which_its_arms_would_begin(self, shop):
        """Arms that never began leave nothing behind."""
        execution = await shop.submit({"parallel": [[work("a")], [work("b")]]})

        shop.engine.cancel(execution.id)
        await execution.wait()

        assert shop.log == []
        await shop.assert_all_free(2)

    async def test_something_that_is_not_there(self, shop):
        """Neither what has ended nor what never was."""
        ended = await shop.run(work())

        for name in (ended.id, "nobody"):
            for do in (shop.engine.cancel, shop.engine.pause, shop.engine.resume):
                with pytest.raises(ExecutionNotFoundError, match=name):
                    do(name)

    async def test_everything(self, shop):
        """The answer is how many there were."""
        some = [await shop.submit(WAITS) for _ in range(3)]
        queued = [await shop.submit(work(seconds=9)) for _ in range(4)]

        assert shop.engine.cancel_all() == 7
        await all_ended(*some, *queued)

        assert {one.state.value for one in shop.moves} == {"cancelled"}
        assert shop.engine.cancel_all() == 0
        assert shop.now == 0

    async def test_a_task_that_somebody_else_cancels(self, shop):
        """As Home Assistant does at the end: it counts as cancelled."""
        execution = await shop.submit(WAITS)
        execution.task.cancel()
        await execution.wait()

        assert execution.state is ExecutionState.CANCELLED
        assert execution.summary.error["message"] == "cancelled: from outside"

    async def test_a_paused_one_whose_task_somebody_else_cancels(self, shop):
        """Its last words neither wait for a resume nor for a worker."""
        steps = {"try": [WAITS], "finally": [{"delay": 1}, work("tidied up")]}
        execution = await shop.submit(steps)
        shop.engine.pause(execution.id)
        execution.task.cancel()
        await execution.wait()

        assert shop.log == ["1 tidied up"]

    async def test_a_task_that_somebody_else_cancels_in_vain(self, shop):
        """A service keeps it to itself: the run goes on, and every move is told."""
        shop.failures = 1
        stubborn = {"action": "test.stubborn", "data": {"seconds": 5, "times": 2}}
        execution = await shop.submit(stubborn, SHAKY)
        await shop.until(1)
        execution.task.cancel()
        await execution.wait()

        assert shop.history(execution) == [
            "queued",
            "executing",
            "retrying",
            "executing",
            "success",
        ]

    async def test_a_paused_and_retrying_one_whose_task_somebody_else_cancels(
        self, shop
    ):
        """It ends by legal moves, in whatever order its arms hear of it."""
        shop.failures = 1
        sleeps = [{"delay": 99}]
        execution = await shop.submit({"parallel": [sleeps, SHAKY, sleeps]})
        await shop.until(1)
        shop.engine.pause(execution.id)
        execution.task.cancel()
        await execution.wait()

        assert execution.state is ExecutionState.CANCELLED


class TestPause:
    """A paused execution halts before its next step."""

    async def test_in_a_call(self, lone):
        """The call is done to its end, and nothing after it."""
        execution = await lone.submit(work("first", 5), work("second"))
        await lone.until(1)
        lone.engine.pause(execution.id)
        assert execution.state is ExecutionState.EXECUTING
        await lone.until(10)
        assert execution.state is ExecutionState.PAUSED
        assert execution.summary.final_answer == "Actions is paused."

        lone.engine.resume(execution.id)
        await execution.wait()
        assert lone.log == ["0 first", "10 second"]
        assert lone.history(execution) == [
            "queued",
            "executing",
            "paused",
            "queued",
            "executing",
            "success",
        ]

    async def test_in_a_delay(self, lone):
        """The time goes on, but not the run."""
        execution = await lone.submit({"delay": 5}, work("second"))
        await lone.until(1)
        lone.engine.pause(execution.id)
        assert execution.state is ExecutionState.PAUSED
        await lone.until(10)
        assert lone.log == []

        lone.engine.resume(execution.id)
        await execution.wait()
        assert lone.log == ["10 second"]

    async def test_resumed_in_the_same_delay(self, lone):
        """It goes on as if nothing had happened."""
        execution = await lone.submit({"delay": 5}, work("second"))
        lone.engine.pause(execution.id)
        await lone.until(1)
        lone.engine.resume(execution.id)
        assert execution.state is ExecutionState.EXECUTING
        await execution.wait()

        assert lone.log == ["5 second"]
        assert lone.history(execution) == [
            "queued",
            "executing",
            "paused",
            "queued",
            "executing",
            "success",
        ]

    async def test_while_it_waits_for_another_attempt(self, lone):
        """The attempt is made after the resume."""
        lone.failures = 1
        execution = await lone.submit(SHAKY)
        await lone.until(1)
        lone.engine.pause(execution.id)
        await lone.until(50)
        lone.engine.resume(execution.id)
        await execution.wait()

        assert lone.log == ["0 try", "50 try"]
        assert lone.history(execution) == [
            "queued",
            "executing",
            "retrying",
            "paused",
            "queued",
            "executing",
            "success",
        ]

    async def test_resumed_before_the_next_attempt(self, lone):
        """It waits on, and says so."""
        lone.failures = 1
        execution = await lone.submit(SHAKY)
        await lone.until(1)
        lone.engine.pause(execution.id)
        await lone.until(2)
        lone.engine.resume(execution.id)
        assert execution.state is ExecutionState.RETRYING
        await execution.wait()

        assert lone.log == ["0 try", "10 try"]

    async def test_in_the_queue(self, lone):
        """It lets others pass, and waits for its turn anew."""
        await lone.submit(work("first", 5))
        execution = await lone.submit(work("second"))
        other = await lone.submit(work("other"))
        lone.engine.pause(execution.id)
        assert execution.state is ExecutionState.PAUSED
        await other.wait()
        await lone.until(10)
        lone.engine.resume(execution.id)
        await execution.wait()

        assert lone.log == ["0 first", "5 other", "10 second"]
        assert lone.history(execution) == [
            "queued",
            "paused",
            "queued",
            "executing",
            "success",
        ]

    async def test_resumed_in_the_queue(self, lone):
        """It has kept its place."""
        await lone.submit(work("first", 5))
        execution = await lone.submit(work("second"))
        other = await lone.submit(work("other"))
        lone.engine.pause(execution.id)
        lone.engine.resume(execution.id)
        assert execution.state is ExecutionState.QUEUED
        await all_ended(execution, other)

        assert lone.log == ["0 first", "5 second", "5 other"]

    async def test_in_a_lane(self, shop):
        """It does not begin when its turn comes."""
        await shop.submit(work("first", 5), key="k", mode=Mode.QUEUED)
        execution = await shop.submit(work("second"), key="k", mode=Mode.QUEUED)
        shop.engine.pause(execution.id)
        await shop.until(10)
        assert shop.log == ["0 first"]

        shop.engine.resume(execution.id)
        await execution.wait()
        assert shop.log == ["0 first", "10 second"]

    async def test_with_an_arm_at_work(self, lone):
        """It is paused when the last arm has come to its next step."""
        execution = await lone.submit(
            {"parallel": [[work("a", 5), work("a2")], [{"delay": 1}, work("b2")]]}
        )
        await lone.until(0.5)
        lone.engine.pause(execution.id)
        await lone.until(3)
        assert execution.state is ExecutionState.EXECUTING
        await lone.until(6)
        assert execution.state is ExecutionState.PAUSED
        assert lone.log == ["0 a"]

        lone.engine.resume(execution.id)
        await execution.wait()
        assert lone.log == ["0 a", "6 b2", "6 a2"]

    async def test_with_an_inner_run(self, lone):
        """The inner one goes on to its end; the outer one halts after it."""
        execution = await lone.submit(nested(WAITS, work("inside")), work("after"))
        await lone.until(1)
        lone.engine.pause(execution.id)
        await lone.until(5000)
        assert lone.log == ["3600 inside"]
        assert execution.state is ExecutionState.PAUSED

        lone.engine.resume(execution.id)
        await execution.wait()
        assert lone.log == ["3600 inside", "5000 after"]

    async def test_by_whoever_is_told_that_it_goes_on(self, lone):
        """It halts again, whatever move it was in the middle of."""
        lone.failures = 1
        execution = await lone.submit(SHAKY)
        lone.engine.pause(execution.id)

        def pause(_, previous):
            if previous is ExecutionState.QUEUED:
                forget()
                lone.engine.pause(execution.id)

        forget = lone.engine.on_move(pause)
        lone.engine.resume(execution.id)

        assert execution.state is ExecutionState.PAUSED
        assert lone.history(execution)[-3:] == ["queued", "executing", "paused"]
        lone.engine.resume(execution.id)
        assert execution.state is ExecutionState.RETRYING
        await execution.wait()
        assert execution.summary.success

    async def test_by_whoever_is_told_that_it_is_there(self, shop):
        """It does not begin before it is resumed."""
        shop.engine.on_move(
            lambda execution, previous: previous or shop.engine.pause(execution.id)
        )
        execution = await shop.submit(work("late"))
        await shop.until(1)
        assert execution.state is ExecutionState.PAUSED

        shop.engine.resume(execution.id)
        await execution.wait()
        assert shop.log == ["1 late"]

    async def test_one_that_is_not_paused_can_be_resumed(self, shop):
        """It changes nothing."""
        execution = await shop.submit(work(seconds=1))
        shop.engine.resume(execution.id)
        await execution.wait()

        assert shop.history(execution) == ["queued", "executing", "success"]


class TestTimeout:
    """An execution that takes too long has failed."""

    async def test_in_each_state(self, lone):
        """From the moment at which it was accepted."""
        lone.failures = 9
        late = work("late")
        for steps in (
            [work(seconds=50), late],
            [WAITS, late],
            [SHAKY | {"data": {}}, late],
            [{"parallel": [WAITS, work(seconds=50)]}, late],
        ):
            execution = await lone.run(*steps, timeout=5)

            summary = execution.summary
            assert summary.state is ExecutionState.FAILED
            assert summary.ending == "timeout"
            assert summary.error["code"] == "timeout"
            assert summary.error["message"] == "it took longer than 5 s"
            assert summary.times.total == 5
        assert lone.log == []
        await lone.assert_all_free(1)

    async def test_in_the_queue(self, lone):
        """It was never executing."""
        await lone.submit(work(seconds=50))
        execution = await lone.run(work("late"), timeout=5)

        assert lone.history(execution) == ["queued", "failed"]
        assert execution.summary.error["code"] == "timeout"
        assert execution.summary.times.run == 0
        assert lone.now == 5

    async def test_in_a_lane(self, shop):
        """Waiting for somebody else counts as well."""
        await shop.submit(WAITS, key="k", mode=Mode.QUEUED)
        execution = await shop.run(work("late"), key="k", mode=Mode.QUEUED, timeout=5)

        assert execution.summary.error["code"] == "timeout"

    async def test_while_it_is_paused(self, shop):
        """A pause does not stop the clock."""
        execution = await shop.submit(WAITS, timeout=5)
        shop.engine.pause(execution.id)
        await execution.wait()

        assert shop.history(execution) == ["queued", "executing", "paused", "failed"]
        assert shop.now == 5

    async def test_of_the_options(self, shop):
        """It counts where the request brings none."""
        shop.configure(timeout=5)
        execution = await shop.run(WAITS)
        assert execution.summary.error["message"] == "it took longer than 5 s"

        execution = await shop.run(WAITS, timeout=7)
        assert execution.summary.error["message"] == "it took longer than 7 s"

    async def test_in_time(self, shop):
        """Nothing happens later."""
        execution = await shop.run(work(seconds=4.9), timeout=5)
        await shop.until(10)

        assert shop.history(execution) == ["queued", "executing", "success"]

    async def test_its_finally_blocks_run(self, shop):
        """As when it is cancelled."""
        steps = {"try": [WAITS], "finally": [work("tidied up")]}
        execution = await shop.run(steps, timeout=5)

        assert shop.log == ["5 tidied up"]
        assert execution.state is ExecutionState.FAILED


class TestStop:
    """Stopping leaves nothing behind."""

    async def test_what_waits_is_interrupted_at_once(self, lone):
        """Sleeping, paused and queued ones."""
        some = [await lone.submit(WAITS), await lone.submit(WAITS)]
        lone.engine.pause(some[1].id)
        await lone.engine.stop()

        assert lone.now == 0
        assert {one.state.value for one in some} == {"cancelled"}
        assert some[0].summary.error["message"] == "cancelled: shutdown"

    async def test_what_is_active_may_finish(self, lone):
        """But nothing that is queued begins any more."""
        active = await lone.submit(work("a", 2), work("b", 1))
        queued = await lone.submit(work("queued"))
        await lone.engine.stop()

        assert active.state is ExecutionState.SUCCESS
        assert queued.state is ExecutionState.CANCELLED
        assert lone.log == ["0 a", "2 b"]
        assert lone.now == 3

    async def test_what_takes_too_long_is_interrupted(self, shop):
        """After the time of grace; its last words are still said."""
        execution = await shop.submit(
            {"try": [work(seconds=50)], "finally": [{"delay": 1}, work("tidied up")]}
        )
        await shop.engine.stop()

        assert execution.state is ExecutionState.CANCELLED
        assert shop.log == [f"{GRACE + 1:g} tidied up"]
        assert shop.now == GRACE + 1

    async def test_last_words_that_take_too_long_are_broken_off(self, shop, caplog):
        """Nothing lingers, and the log says so."""
        execution = await shop.submit(
            {"try": [WAITS], "finally": [WAITS, work("late")]}
        )
        await shop.engine.stop()

        assert execution.state is ExecutionState.CANCELLED
        assert shop.now == 2 * GRACE
        assert shop.log == []
        assert f"{execution.id} is broken off" in caplog.text

    async def test_nothing_is_taken_any_more(self, shop):
        """And the switch cannot change that."""
        await shop.engine.stop()

        shop.engine.set_enabled(True)
        assert not shop.engine.enabled
        with pytest.raises(EngineDisabledError, match="stopping"):
            await shop.submit(work("refused"))
        with pytest.raises(EngineDisabledError, match="stopping"):
            await shop.run(work("refused"))
        assert shop.log == []

    async def test_a_request_that_is_still_being_planned_is_refused(self, shop):
        """It came before the end, but was not accepted before it."""
        # The first trigger of a kind makes Home Assistant load what is behind it.
        sunset = {"wait_for_trigger": {"trigger": "sun", "event": "sunset"}}
        request = asyncio.ensure_future(shop.submit(work("refused"), sunset))
        await asyncio.sleep(0)
        assert not request.done()

        await shop.engine.stop()

        with pytest.raises(EngineDisabledError):
            await request
        assert shop.log == []
        assert not shop.moves

    async def test_twice(self, shop):
        """The second time there is nothing left to do."""
        await shop.submit(WAITS)
        await shop.engine.stop()
        await shop.engine.stop()

        assert shop.now == 0

    async def test_by_a_step_of_a_run(self, hass, shop):
        """Such as one that reloads the engine: nobody waits for himself."""

        async def reload(_):
            await shop.engine.stop()
            shop.log.append(f"{shop.now:g} reloaded")

        hass.services.async_register("test", "reload", reload)
        other = await shop.submit(WAITS)
        execution = await shop.run(
            nested({"action": "test.reload"}, work("late")), work("late")
        )

        assert shop.log == ["0 reloaded"]
        assert execution.state is not ExecutionState.SUCCESS
        assert other.state is ExecutionState.CANCELLED
        assert shop.now == 0


class TestSwitchedOff:
    """An engine that is switched off takes no new work."""

    async def test_what_was_accepted_goes_on(self, lone):
        """Also what is still queued."""
        first = await lone.submit(work("first", 1))
        second = await lone.submit(work("second"))
        lone.engine.set_enabled(False)
        assert not lone.engine.enabled
        with pytest.raises(EngineDisabledError, match="switched off"):
            await lone.submit(work("refused"))
        await all_ended(first, second)

        lone.engine.set_enabled(True)
        await lone.run(work("third"))
        assert lone.log == ["0 first", "1 second", "1 third"]

    async def test_nothing_is_even_read(self, shop):
        """The refusal does not depend on what is asked for."""
        shop.engine.set_enabled(False)

        with pytest.raises(EngineDisabledError):
            await shop.submit("not an action")


class TestNested:
    """A run may ask the engine for another one."""

    @pytest.mark.parametrize("bare", [False, True])
    async def test_one_worker_is_enough(self, lone, bare):
        """Also if the service between them hands no context on."""
        actions = work("inside")
        for _ in range(5):
            actions = nested(work("before"), actions, work("after"), bare=bare)

        execution = await lone.run(actions)

        assert execution.summary.success
        assert lone.log == ["0 before"] * 5 + ["0 inside"] + ["0 after"] * 5
        await lone.assert_all_free(1)

    async def test_in_parallel_arms(self, lone):
        """Each arm waits for its own."""
        inner = nested({"delay": 1}, work("inside", 1))
        execution = await lone.run({"parallel": [inner, inner, work(seconds=3)]})

        assert execution.summary.success
        assert lone.log == ["4 inside", "5 inside"]
        await lone.assert_all_free(1)

    async def test_through_a_native_script_with_parallel_calls(self, hass, lone):
        """Several inner runs may stand in one single step of the outer one."""
        inner = nested({"delay": 1}, work("inside"), {"delay": 5}, work("still inside"))
        quick = nested(work("quick"))
        config = {"both": {"sequence": [{"parallel": [inner, quick]}]}}
        assert await async_setup_component(hass, "script", {"script": config})

        execution = await lone.run({"action": "script.both"}, work("after"))

        assert execution.summary.success
        assert lone.log == ["0 quick", "1 inside", "6 still inside", "6 after"]
        await lone.assert_all_free(1)

    async def test_through_an_automation(self, hass, lone):
        """It goes on beside the run that has set it off, and may outlive it."""
        config = {
            "alias": "Follows",
            "triggers": {"trigger": "event", "event_type": "go"},
            "actions": [nested({"delay": 2}, work("inside")), work("after it")],
        }
        assert await async_setup_component(hass, "automation", {"automation": config})

        execution = await lone.run({"event": "go"}, {"delay": 1}, work("outside", 5))
        await lone.until(20)

        assert execution.summary.success
        assert lone.log == ["1 outside", "6 inside", "6 after it"]
        await lone.assert_all_free(1)

    async def test_an_attempt_that_times_out_in_the_inner_run(self, lone):
        """The inner run ends with it; the next step waits for a worker again."""
        execution = await lone.submit(
            {
                "try": [
                    nested(WAITS) | {"retry": {"attempt_timeout": 5, "max_retries": 0}}
                ],
                "catch": [work("caught")],
            }
        )
        await lone.submit({"delay": 4}, work("other", 10))
        await execution.wait()

        assert lone.log == ["4 other", "14 caught"]
        assert execution.summary.success
        await lone.assert_all_free(1)

    async def test_an_attempt_that_times_out_while_the_outer_run_waits_for_its_worker(
        self, lone
    ):
        """It does not go on without one."""
        execution = await lone.submit(
            {
                "try": [
                    nested({"delay": 3})
                    | {"retry": {"attempt_timeout": 5, "max_retries": 0}}
                ],
                "catch": [work("caught")],
            }
        )
        await lone.submit({"delay": 2}, work("other", 10))
        await execution.wait()

        assert lone.log == ["2 other", "12 caught"]
        await lone.assert_all_free(1)


_mine: ContextVar[str] = ContextVar("_mine", default="nothing")


class TestFreshContext:
    """A run leaves no traces in the automation that asked for it."""

    async def test_what_the_caller_has_in_its_context_is_not_there(self, hass, shop):
        """Neither what it has set itself, nor what Home Assistant has set for it."""
        seen = []

        async def look(_):
            seen.append(_mine.get())

        hass.services.async_register("test", "look", look)
        _mine.set("something")

        await shop.run({"action": "test.look"}, {"parallel": [{"action": "test.look"}]})

        assert seen == ["nothing", "nothing"]

    async def test_no_trace_elements(self, hass, shop):
        """Not of the run's conditions, and not of their results."""
        traces = []

        async def look(_):
            traces.append(
                {
                    path: [element.as_dict().get("result") for element in elements]
                    for path, elements in (trace_get(clear=False) or {}).items()
                }
            )

        hass.services.async_register("test", "look", look)
        hass.states.async_set("input.go", "on")
        holds = {"condition": "state", "entity_id": "input.go", "state": "on"}
        inner = nested(holds, {"if": holds, "then": [work("inside")]})
        config = {
            "id": "traced",
            "triggers": {"trigger": "event", "event_type": "go"},
            "actions": [
                holds,
                inner,
                {"action": "test.look"},
            ],
        }
        assert await async_setup_component(hass, "automation", {"automation": config})

        hass.bus.async_fire("go")
        await hass.async_block_till_done()

        assert shop.log == ["0 inside"]
        (trace,) = traces
        assert list(trace) == [
            "trigger/0",
            "action/0",
            "action/0/entity_id/0",
            "action/1",
            "action/2",
        ]
        assert all(len(elements) == 1 for elements in trace.values())


async def test_a_defect_of_the_engine_ends_the_execution(lone, caplog):
    """Whoever waits hears of it, and the worker is free again."""
    await lone.submit(work("first", 1))
    execution = await lone.submit(work("second"))

    def broken():
        raise RuntimeError("a defect")

    # Nothing that a user can do makes the engine fail outside a step.
    execution.pace.on_change = broken
    await execution.wait()

    assert execution.state is ExecutionState.FAILED
    assert execution.summary.error["message"] == "a defect"
    assert f"Execution {execution.id} broke off" in caplog.text
    await lone.assert_all_free(1)
