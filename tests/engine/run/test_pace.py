"""A run sits on one worker while it does something, and on none while it waits."""

import asyncio
from contextlib import suppress

import pytest

from custom_components.action_engine.engine.run.pace import last_words
from custom_components.action_engine.engine.run.seated_pace import SeatedPace
from custom_components.action_engine.engine.run.seats import Seats
from tests.engine.workshop import nested, work

HOUR = 3600


def free(seats: Seats) -> int:
    """Return how many seats are free."""
    number = 0
    while seats.try_take():
        number += 1
    for _ in range(number):
        seats.give()
    return number


async def turns(number: int = 5) -> None:
    """Let everything happen that is due."""
    for _ in range(number):
        await asyncio.sleep(0)


class Arm:
    """A branch of a run that does what it is told, one thing after the other."""

    def __init__(self, pace: SeatedPace) -> None:
        """Begin as an active branch that rests as soon as its task is started."""
        self.pace = pace
        self.wake = asyncio.Event()
        self.end = asyncio.Event()
        self.awake = False

    async def rest(self) -> None:
        """Rest until woken up, then be active until it is to end."""
        async with self.pace.resting():
            await self.wake.wait()
        self.awake = True
        await self.end.wait()


@pytest.fixture
def seats():
    """Return a single seat."""
    return Seats(1)


@pytest.fixture
async def pace(seats):
    """Return the pace of a run that sits on it."""
    pace = SeatedPace(seats, 1)
    await pace.sit_down()
    return pace


class TestOneBranch:
    """A run without parallel arms."""

    async def test_a_run_that_begins_sits_down(self, seats, pace):
        """It is active, and the seat is taken."""
        assert pace.active
        assert free(seats) == 0

    async def test_a_run_that_ended_has_given_its_seat_back(self, seats, pace):
        """Once, even if it is told twice."""
        pace.stand_up()
        pace.stand_up()

        assert not pace.active
        assert free(seats) == 1

    async def test_a_run_that_rests_holds_no_seat(self, seats, pace):
        """The seat is free meanwhile, and taken again afterwards."""
        async with pace.resting():
            assert pace.at_rest
            assert not pace.active
            assert free(seats) == 1

        assert not pace.at_rest
        assert pace.active
        assert free(seats) == 0

    async def test_an_error_while_it_rests_brings_it_back_to_a_seat(self, seats, pace):
        """What catches the error is work like any other."""
        with pytest.raises(ValueError, match="amiss"):
            async with pace.resting():
                raise ValueError("amiss")

        assert pace.active
        assert free(seats) == 0

    async def test_a_run_that_waits_for_its_seat_is_not_active(self, seats, pace):
        """It waits until somebody leaves."""
        other = SeatedPace(seats, 1)
        begun = asyncio.ensure_future(other.sit_down())
        await turns()
        assert not other.active

        pace.stand_up()
        await begun
        assert other.active
        assert free(seats) == 0

    async def test_nothing_follows_a_run_that_ended(self, pace):
        """Whoever listened is not told of anything any more."""
        told = []
        pace.on_change = lambda: told.append(1)

        pace.stand_up()
        async with pace.resting():
            pass

        assert told == []


class TestCancelled:
    """A run that is cancelled waits for nothing."""

    async def test_while_it_waits_to_come_back(self, seats, pace):
        """It leaves the queue; the seat goes to somebody else later."""
        arm = Arm(pace)
        task = asyncio.ensure_future(arm.rest())
        await turns()
        assert seats.try_take()
        arm.wake.set()
        await turns()

        pace.cancel()
        task.cancel()
        await asyncio.wait([task])
        seats.give()
        await turns()

        assert free(seats) == 1
        pace.stand_up()
        assert free(seats) == 1

    async def test_in_the_very_turn_in_which_it_is_served(self, seats, pace):
        """The seat that was taken for it is given back."""
        arm = Arm(pace)
        task = asyncio.ensure_future(arm.rest())
        await turns()
        assert seats.try_take()
        arm.wake.set()
        await turns()

        seats.give()
        assert free(seats) == 0
        pace.cancel()
        task.cancel()
        await asyncio.wait([task])

        pace.stand_up()
        assert free(seats) == 1

    async def test_only_its_task_in_the_turn_in_which_it_is_served(self, seats, pace):
        """Somebody else may cancel a task: the seat is not lost then either."""
        arm = Arm(pace)
        task = asyncio.ensure_future(arm.rest())
        await turns()
        assert seats.try_take()
        arm.wake.set()
        await turns()

        seats.give()
        task.cancel()
        await asyncio.wait([task])

        assert pace.active
        pace.stand_up()
        assert free(seats) == 1

    async def test_only_its_task_while_it_waits_to_come_back(self, seats, pace):
        """It leaves the queue, and counts as active as before."""
        arm = Arm(pace)
        task = asyncio.ensure_future(arm.rest())
        await turns()
        assert seats.try_take()
        arm.wake.set()
        await turns()

        task.cancel()
        await asyncio.wait([task])
        seats.give()

        assert pace.active
        assert free(seats) == 1

    async def test_last_words_do_not_wait_for_a_seat(self, seats, pace):
        """What a cancelled run has to put right is not held up by others."""
        pace.cancel()
        with last_words():
            async with pace.resting():
                assert seats.try_take()

            await pace.checkpoint()
        assert pace.active
        # Nothing but last words goes on.
        assert pace.halted

    async def test_no_further_step_begins(self, pace):
        """The next one is refused."""
        pace.cancel()

        assert pace.halted
        with pytest.raises(asyncio.CancelledError):
            await pace.checkpoint()

    async def test_a_pause_ends_with_it(self, pace):
        """It cannot be paused again, and nothing waits for a resume."""
        pace.pause()
        pace.cancel()
        pace.pause()

        with last_words():
            await pace.checkpoint()
        async with pace.resting():
            assert not pace.paused


class TestAbandoned:
    """A run that can neither go on nor be cancelled in peace."""

    async def test_it_is_broken_off_without_last_words(self, pace):
        """Whoever is responsible is told once; the first error counts."""
        told = []
        pace.on_abandon = lambda: told.append(1)
        first = ValueError("first")

        pace.abandon(first)
        pace.abandon(ValueError("second"))

        assert told == [1]
        assert pace.abandoned is first
        assert pace.silent
        with pytest.raises(asyncio.CancelledError):
            await pace.checkpoint()


class TestPaused:
    """A run that was asked to pause halts before its next step."""

    async def test_it_is_not_paused_before_it_gets_there(self, seats, pace):
        """A step that is being done is done to its end, on its seat."""
        pace.pause()
        pace.pause()

        assert pace.halted
        assert not pace.paused
        assert free(seats) == 0

    async def test_it_holds_no_seat(self, seats, pace):
        """It leaves it at the next step, and comes back when it may go on."""
        pace.pause()
        step = asyncio.ensure_future(pace.checkpoint())
        await turns()
        assert pace.paused
        assert free(seats) == 1

        pace.unpause()
        await step
        assert pace.active
        assert not pace.halted
        assert free(seats) == 0

    async def test_a_pause_that_was_taken_back_halts_nothing(self, seats, pace):
        """The next step goes on at once."""
        pace.pause()
        pace.unpause()

        await pace.checkpoint()
        assert not pace.halted
        assert free(seats) == 0

    async def test_a_second_pause_before_anybody_woke_up(self, seats, pace):
        """It stays paused, and without a seat."""
        pace.pause()
        step = asyncio.ensure_future(pace.checkpoint())
        await turns()

        pace.unpause()
        pace.pause()
        await turns()

        assert not step.done()
        assert free(seats) == 1
        pace.unpause()
        await step

    async def test_paused_while_it_waits_for_its_seat(self, seats, pace):
        """It passes its turn on, and queues again when it may go on."""
        other = SeatedPace(seats, 1)
        begun = asyncio.ensure_future(other.sit_down())
        await turns()
        other.pause()
        pace.stand_up()
        await turns()
        assert other.paused
        assert free(seats) == 1

        other.unpause()
        await begun
        assert free(seats) == 0

    async def test_an_arm_that_works_keeps_the_seat(self, seats, pace):
        """Another arm that comes back from a rest does not take it away."""
        arm = Arm(pace)
        wrap = pace.split(2)
        resting = wrap(arm.rest())
        working = wrap(asyncio.sleep(HOUR))
        await turns()
        pace.pause()
        arm.wake.set()
        await turns()

        assert not arm.awake
        assert pace.active
        assert not pace.paused
        assert free(seats) == 0

        pace.unpause()
        await turns()
        assert arm.awake
        for task in (resting, working):
            task.cancel()


class TestArms:
    """Arms of a parallel step share one seat."""

    async def test_the_seat_is_kept_until_all_of_them_rest(self, seats, pace):
        """The first one that rests changes nothing."""
        arms = [Arm(pace) for _ in range(3)]
        begin = [asyncio.Event() for _ in arms]

        async def do(arm, event):
            await event.wait()
            await arm.rest()

        wrap = pace.split(3)
        tasks = [wrap(do(*one)) for one in zip(arms, begin, strict=True)]
        free_seats = []
        for event in begin:
            event.set()
            await turns()
            free_seats.append(free(seats))
        assert free_seats == [0, 0, 1]

        arms[1].wake.set()
        await turns()
        assert free(seats) == 0
        for arm in arms:
            arm.wake.set()
            arm.end.set()
        await asyncio.gather(*tasks)
        await turns()
        assert pace.active
        assert free(seats) == 0

    async def test_arms_that_wake_up_at_once_take_one_seat(self, seats, pace):
        """They stand in the queue together."""
        seats.resize(2)
        arms = [Arm(pace) for _ in range(3)]
        wrap = pace.split(3)
        tasks = [wrap(arm.rest()) for arm in arms]
        await turns()
        assert seats.try_take()
        assert seats.try_take()
        for arm in arms:
            arm.wake.set()
        await turns()
        assert not any(arm.awake for arm in arms)

        seats.give()
        await turns()
        assert all(arm.awake for arm in arms)
        seats.give()
        assert free(seats) == 1
        for task in tasks:
            task.cancel()

    async def test_one_of_two_that_wait_together_is_cancelled(self, seats, pace):
        """The other one keeps their place in the queue."""
        arms = [Arm(pace) for _ in range(2)]
        wrap = pace.split(2)
        tasks = [wrap(arm.rest()) for arm in arms]
        await turns()
        assert seats.try_take()
        for arm in arms:
            arm.wake.set()
        await turns()
        other = SeatedPace(seats, 1)
        begun = asyncio.ensure_future(other.sit_down())
        await turns()

        tasks[0].cancel()
        await turns()
        seats.give()
        await turns()

        assert arms[1].awake
        assert not begun.done()
        begun.cancel()
        tasks[1].cancel()

    async def test_an_arm_that_rests_again_at_once_leaves_the_others_waiting(
        self, seats, pace
    ):
        """They queue anew instead of going on without a seat."""
        first, second = Arm(pace), Arm(pace)

        async def twice():
            async with pace.resting():
                await first.wake.wait()
            await first.rest()

        wrap = pace.split(2)
        tasks = [wrap(twice()), wrap(second.rest())]
        await turns()
        assert seats.try_take()
        first.wake.set()
        second.wake.set()
        await turns()
        assert not second.awake

        # Whoever is served first, the other one has a seat of the run to work on.
        first.wake.clear()
        seats.give()
        await turns()
        assert second.awake
        assert not first.awake
        assert free(seats) == 0
        for task in tasks:
            task.cancel()

    async def test_the_last_arm_hands_its_place_to_the_run(self, seats, pace):
        """After the parallel step the run is as active as before."""
        wrap = pace.split(2)
        await asyncio.gather(wrap(turns(1)), wrap(turns(3)))
        await turns()

        assert pace.active
        async with pace.resting():
            assert free(seats) == 1

    async def test_arms_that_are_cancelled_before_they_begin(self, seats, pace):
        """They count as ended, like all others."""
        wrap = pace.split(2)
        together = asyncio.gather(wrap(turns()), wrap(turns()))
        together.cancel()
        with suppress(asyncio.CancelledError):
            await together
        await turns()

        async with pace.resting():
            assert free(seats) == 1

    async def test_no_arms_at_all(self, seats, pace):
        """Nothing changes."""
        pace.split(0)

        assert pace.active
        async with pace.resting():
            assert free(seats) == 1


class TestLending:
    """A run that waits for another execution lends it its seat."""

    async def test_the_seat_is_free_meanwhile(self, seats, pace):
        """And taken again before the call returns."""
        async with pace.lending():
            assert pace.active
            assert free(seats) == 1

        assert free(seats) == 0

    async def test_two_waits_of_one_branch(self, seats, pace):
        """As in a native script with parallel calls: the last one comes back."""
        async with pace.lending():
            async with pace.lending():
                assert free(seats) == 1
            assert free(seats) == 1
        assert free(seats) == 0

        async with pace.resting():
            assert free(seats) == 1

    async def test_another_arm_goes_on_working(self, seats, pace):
        """One of two arms waits: the seat is still needed."""
        wrap = pace.split(2)
        working = wrap(asyncio.sleep(HOUR))
        async with pace.lending():
            assert free(seats) == 0
        working.cancel()

    async def test_a_wait_that_outlives_the_run(self, seats, pace):
        """No seat is taken for a run that has ended."""
        async with pace.lending():
            pace.stand_up()

        assert free(seats) == 1

    async def test_a_wait_whose_end_waits_for_a_seat_of_a_run_that_ends(
        self, seats, pace
    ):
        """It does not hang, and leaves no seat behind."""

        async def lend():
            async with pace.lending():
                assert seats.try_take()

        task = asyncio.ensure_future(lend())
        await turns()
        assert not task.done()
        pace.stand_up()
        await task

        seats.give()
        assert free(seats) == 1

    async def test_a_run_that_goes_to_rest_meanwhile(self, seats, pace):
        """Nothing is taken for it when the wait is over."""
        async with pace.resting():
            async with pace.lending():
                pass
            assert free(seats) == 1

    async def test_a_run_that_comes_back_while_somebody_waits_on_its_behalf(
        self, seats, pace
    ):
        """It needs no seat before that wait is over."""
        lend = pace.lending()
        async with pace.resting():
            await lend.__aenter__()
            assert seats.try_take()
        assert pace.active
        seats.give()
        assert free(seats) == 1

        await lend.__aexit__(None, None, None)
        assert free(seats) == 0

    async def test_a_wait_that_begins_while_the_run_queues(self, seats, pace):
        """The seat that it gets is lent at once."""
        arm = Arm(pace)
        task = asyncio.ensure_future(arm.rest())
        await turns()
        assert seats.try_take()
        arm.wake.set()
        await turns()

        async with pace.lending():
            seats.give()
            await turns()
            assert arm.awake
            assert free(seats) == 1

        assert free(seats) == 0
        task.cancel()

    async def test_a_timeout_while_it_waits_for_its_seat(self, seats, pace):
        """The next step asks for the seat that is missing."""

        async def lend():
            async with asyncio.timeout(0), pace.lending():
                assert seats.try_take()

        with pytest.raises(TimeoutError):
            await lend()
        assert pace.halted
        step = asyncio.ensure_future(pace.checkpoint())
        await turns()
        assert not step.done()

        seats.give()
        await step
        assert not pace.halted
        assert free(seats) == 0

    async def test_a_pause_does_not_hold_up_the_call(self, seats, pace):
        """The call returns, and the step after it halts."""
        async with pace.lending():
            pace.pause()
            assert not pace.paused

        assert free(seats) == 0
        step = asyncio.ensure_future(pace.checkpoint())
        await turns()
        assert pace.paused
        pace.unpause()
        await step


class TestBackingOff:
    """Before another attempt a run rests, and says so."""

    async def test_it_is_retrying_while_it_waits(self, seats, pace):
        """And no longer when it is back."""
        told = []
        pace.on_change = lambda: told.append((pace.retrying, pace.active))

        async with pace.backing_off():
            assert free(seats) == 1

        assert told == [(True, True), (True, False), (False, True)]
        assert free(seats) == 0

    async def test_there_is_no_other_attempt_after_a_cancellation(self, pace):
        """Whatever a service has made of it."""
        pace.cancel()
        with pytest.raises(asyncio.CancelledError):
            async with pace.backing_off():
                pytest.fail("it waits for another attempt")

        with last_words():
            async with pace.backing_off():
                assert pace.retrying

    async def test_not_during_the_last_words_of_another_arm(self, pace):
        """They are its own: this one has nothing to say."""
        speaking, heard = asyncio.Event(), asyncio.Event()

        async def speak():
            with last_words():
                speaking.set()
                await heard.wait()
                await pace.checkpoint()

        pace.cancel()
        arm = asyncio.create_task(speak())
        await speaking.wait()
        with pytest.raises(asyncio.CancelledError):
            async with pace.backing_off():
                pytest.fail("it waits for another attempt")
        heard.set()
        await arm

    async def test_arms_of_last_words_belong_to_them(self, pace):
        """Tasks that are started inside go on as well."""
        pace.cancel()
        with last_words():
            arm = asyncio.create_task(pace.checkpoint())
        await arm

    async def test_broken_off(self, pace):
        """It is not retrying any more."""
        with pytest.raises(ValueError, match="amiss"):
            async with pace.backing_off():
                raise ValueError("amiss")

        assert not pace.retrying


SLEEPERS = {
    "delay": {"delay": {"hours": 1}},
    "wait_template": {"wait_template": "{{ is_state('input.go', 'on') }}"},
    "wait_for_trigger": {"wait_for_trigger": {"trigger": "event", "event_type": "go"}},
    "back-off": {
        "action": "test.shaky",
        "retry": {"initial_delay": HOUR, "max_delay": HOUR},
    },
    "expectation": {
        "action": "test.work",
        "expect": {"template": "{{ is_state('input.go', 'on') }}", "within": HOUR},
    },
    "nested run": nested({"delay": {"hours": 1}}),
    "nested run whose service forgets the context": nested(
        {"delay": {"hours": 1}}, bare=True
    ),
}


@pytest.mark.parametrize("kind", SLEEPERS)
async def test_runs_that_wait_let_an_active_one_through(lone, kind):
    """With one worker, however many of them there are."""
    lone.failures = 1000
    sleeping = [await lone.submit(SLEEPERS[kind]) for _ in range(30)]
    await turns()

    active = await lone.run(work("through"))

    assert active.summary.success
    assert lone.log == ["0 through"]
    assert not any(one.is_ended for one in sleeping)
    assert lone.engine.cancel_all() >= 30
    await asyncio.gather(*(one.wait() for one in sleeping))
    await lone.assert_all_free(1)


async def test_a_thousand_sleeping_runs(lone):
    """They are all executing, and one worker is enough."""
    sleeping = [await lone.submit({"delay": {"hours": 1}}) for _ in range(1000)]
    assert lone.engine.statistics.running == 1000
    assert lone.engine.statistics.queued == 0

    await lone.run(work("through"))
    assert lone.log == ["0 through"]

    await asyncio.gather(*(one.wait() for one in sleeping))
    assert lone.now == HOUR
    await lone.assert_all_free(1)


async def test_paused_runs_let_an_active_one_through(lone):
    """They leave their worker at the step before which they are halted."""
    paused = []
    for _ in range(20):
        one = await lone.submit(work(seconds=1), work("late"))
        lone.engine.pause(one.id)
        paused.append(one)
    await lone.until(50)

    await lone.run(work("through"))
    assert lone.log == ["50 through"]

    for one in paused:
        lone.engine.resume(one.id)
    await asyncio.gather(*(one.wait() for one in paused))
    assert len(lone.log) == 21
    await lone.assert_all_free(1)


async def test_parallel_arms_share_one_worker(lone):
    """They work at the same time; somebody else waits until all of them have ended."""
    both = await lone.submit({"parallel": [work("a", 3), work("b", 1), work("c", 2)]})
    other = await lone.submit(work("other"))
    await asyncio.gather(both.wait(), other.wait())

    assert lone.busiest == 3
    assert lone.log == ["0 a", "0 b", "0 c", "3 other"]


async def test_the_worker_is_free_while_all_arms_rest(lone):
    """And only then."""
    first = await lone.submit(
        {"parallel": [[work("a", 1), {"delay": 10}, work("a2")], [{"delay": 5}]]}
    )
    other = await lone.submit(work("other", 2))
    await asyncio.gather(first.wait(), other.wait())

    assert lone.log == ["0 a", "1 other", "11 a2"]


async def test_who_comes_back_waits_for_a_worker_by_priority(lone):
    """An urgent run that wakes up goes before those that wait for their first turn."""
    await lone.submit({"delay": 1}, work("low again"), priority=0)
    await lone.submit({"delay": 2}, work("urgent again"), priority=3)
    await lone.submit(work("long", 5), priority=1)
    last = await lone.submit(work("normal"), priority=1)
    await last.wait()
    await asyncio.gather(*(one.wait() for one in lone.engine.executions))

    assert lone.log == ["0 long", "5 urgent again", "5 normal", "5 low again"]
