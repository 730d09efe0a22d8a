"""The one door: what goes in, what comes out, and who is told."""

import asyncio
from dataclasses import replace
from itertools import pairwise
import json

import pytest

from homeassistant.core import Context, callback
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.engine import EVENT_EXECUTION
from custom_components.action_engine.engine.errors import (
    ExecutionNotFoundError,
    InvalidActionError,
    QueueFullError,
)
from custom_components.action_engine.engine.known import HISTORY
from custom_components.action_engine.engine.model.request import (
    Mode,
    Priority,
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.model.state import ExecutionState
from tests.engine.workshop import nested, work
from tests.people import add_person

SCRIPTS = {
    "evening": {
        "alias": "Evening",
        "fields": {"room": {"default": "hall"}, "level": {"default": 5}},
        "sequence": [
            {"action": "test.work", "data": {"mark": "{{ room }} {{ level }}"}}
        ],
    }
}


def yaml_request(text, **more):
    """Return a request for actions as text."""
    source = Source(kind=SourceKind.YAML, value=text)
    return Request(source=source, context=Context(), **more)


def script_request(**more):
    """Return a request for the script."""
    source = Source(kind=SourceKind.SCRIPT, value="script.evening")
    return Request(source=source, context=Context(), **more)


@pytest.fixture
async def scripts(hass):
    """Set up a script."""
    assert await async_setup_component(hass, "script", {"script": SCRIPTS})


class TestSubmit:
    """From a request to an execution."""

    async def test_the_whole_story(self, shop):
        """Read, planned, accepted, begun, ended."""
        execution = await shop.submit(work("a", 1), work("b"), name="Evening")
        assert shop.history(execution) == ["queued", "executing"]
        assert execution.name == "Evening"

        summary = await execution.wait()

        assert shop.log == ["0 a", "1 b"]
        assert shop.history(execution) == ["queued", "executing", "success"]
        assert summary is execution.summary
        assert summary.execution_id == execution.id

    async def test_it_acts_for_the_user_of_the_request(self, hass, shop):
        """Its context is a child of the caller's, and every call carries it."""
        contexts = []

        async def note(call):
            contexts.append(call.context)

        hass.services.async_register("test", "note", note)
        context = Context(user_id=add_person(hass, "a person"))

        execution = await shop.run({"action": "test.note"}, context=context)

        (found,) = contexts
        assert found is execution.context
        assert found.id == execution.id != context.id
        assert found.parent_id == context.id
        assert found.user_id == "a person"

    @pytest.mark.parametrize(
        "bad",
        [
            {"action": "test.not_there"},
            {"delay": "soon"},
            {"action": "test.work", "retry": {"max_retries": "often"}},
        ],
    )
    async def test_what_is_not_valid_is_refused(self, shop, bad):
        """The error names the place, and nothing of it runs."""
        with pytest.raises(InvalidActionError, match=r"^1"):
            await shop.submit(work("refused"), bad)
        with pytest.raises(InvalidActionError, match=r"^1"):
            await shop.run(work("refused"), bad)

        assert shop.log == []
        assert shop.engine.executions == []

    async def test_variables(self, shop):
        """They are there from the first step on."""
        step = {"action": "test.work", "data": {"mark": "{{ who }}"}}
        await shop.run(step, variables={"who": "me"})

        assert shop.log == ["0 me"]

    @pytest.mark.usefixtures("scripts")
    async def test_a_script(self, shop):
        """Its name, its origin, and its defaults where the request brings nothing."""
        execution = await shop.engine.run(script_request(variables={"level": 7}))

        assert shop.log == ["0 hall 7"]
        assert execution.name == "Evening"
        assert execution.origin == "script.evening"

    @pytest.mark.usefixtures("scripts")
    async def test_names(self, shop):
        """The request's own, else the author's, else one for all."""
        assert (await shop.run(work())).name == "Actions"
        aliased = "alias: Good night\nactions:\n  - action: test.work\n"
        assert (await shop.engine.run(yaml_request(aliased))).name == "Good night"
        mine = script_request(name="Mine")
        assert (await shop.engine.run(mine)).name == "Mine"

    async def test_each_execution_has_its_own_variables(self, shop):
        """What one run sets, another one of the same plan does not see."""
        steps = [
            {"variables": {"seen": "{{ seen | default(0) + 1 }}"}},
            {"action": "test.work", "data": {"mark": "{{ seen }}"}},
        ]
        await shop.run(*steps)
        await shop.run(*steps)

        assert shop.log == ["0 1", "0 1"]


class TestPlans:
    """What was compiled once is not compiled again."""

    async def test_the_same_actions(self, shop):
        """Equal actions have one plan, whoever sends them."""
        first = await shop.run(work("a"), {"delay": 1})
        second = await shop.run(work("a"), {"delay": 1}, variables={"x": 1})
        other = await shop.run(work("b"), {"delay": 1})

        assert second.plan is first.plan
        assert other.plan is not first.plan

    async def test_the_same_text(self, shop):
        """Text is not even read again."""
        text = "- action: test.work\n"
        first = await shop.engine.run(yaml_request(text))
        second = await shop.engine.run(yaml_request(text, name="Again"))

        assert second.plan is first.plan
        assert second.name == "Again"

    async def test_the_same_text_with_literal_calls(self, shop, monkeypatch):
        """A tool that has the name of a service is no name to be looked up."""
        text = "- tool: test.work\n  data: {mark: a}\n"
        first = await shop.engine.run(yaml_request(text))
        monkeypatch.setattr(shop.engine.desk.resolver, "resolve", None)
        second = await shop.engine.run(yaml_request(text))

        assert first.plan.steps
        assert second.plan is first.plan
        assert shop.log == ["0 a", "0 a"]

    @pytest.mark.parametrize("name", ["look", "assist/look", "a.b/look", "a.b.c"])
    async def test_what_only_looks_like_a_service_is_looked_up(self, shop, name):
        """Whatever has not exactly the form of one is found by name, each time anew."""
        with pytest.raises(InvalidActionError) as problem:
            await shop.engine.run(yaml_request(json.dumps([{"tool": name}])))
        assert "tool" in str(problem.value)

    @pytest.mark.usefixtures("scripts")
    async def test_the_same_script(self, shop):
        """Other variables need no other plan."""
        first = await shop.engine.run(script_request())
        second = await shop.engine.run(script_request(variables={"level": 1}))

        assert second.plan is first.plan
        assert shop.log == ["0 hall 5", "0 hall 1"]

    async def test_a_plan_runs_several_times_at_once(self, shop):
        """Runs of one plan have nothing else in common."""
        some = [await shop.submit({"delay": 1}, work("a")) for _ in range(5)]
        await asyncio.gather(*(one.wait() for one in some))

        assert len({id(one.plan) for one in some}) == 1
        assert len(shop.log) == 5

    async def test_a_service_that_has_gone_fails_the_call(self, hass, shop):
        """A cached plan is no promise that its services are still there."""
        await shop.run({"action": "test.answer"}, {"action": "test.shaky"})
        hass.services.async_remove("test", "shaky")

        execution = await shop.run({"action": "test.answer"}, {"action": "test.shaky"})

        assert execution.state is ExecutionState.FAILED
        assert execution.summary.error["type"] == "ServiceNotFound"

    async def test_a_refused_request_leaves_its_plan_as_it_was(self, shop):
        """The next one uses it."""
        shop.configure(workers=1, max_queue=0)
        step = {"if": "{{ true }}", "then": [work("a")]}
        busy = await shop.submit(work(seconds=1))
        with pytest.raises(QueueFullError):
            await shop.submit(step)
        await busy.wait()

        assert (await shop.run(step)).summary.success
        assert shop.log == ["1 a"]


class TestValidate:
    """Everything that is wrong, and nothing runs."""

    async def test_a_valid_source(self, shop):
        """The answer is what the plan would be, as plain data."""
        source = shop.request(
            work("a"), {"if": "{{ true }}", "then": [work("b")]}
        ).source

        answer = await shop.engine.validate(source)

        assert answer["valid"] is True
        assert answer["problems"] == []
        assert answer["steps"] == 3
        assert json.dumps(answer["plan"])
        assert shop.log == []
        assert shop.engine.executions == []

    async def test_all_problems_at_once(self, shop):
        """Each with its place, what came and what was expected."""
        source = shop.request(
            {"action": "test.not_there"},
            work("a"),
            {"sequence": [{"delay": "soon"}]},
            {"action": "test.work", "retry": {"max_retries": "often"}},
        ).source

        answer = await shop.engine.validate(source)

        assert answer["valid"] is False
        places = [one["place"].partition(":")[0] for one in answer["problems"]]
        assert sorted(places) == ["0", "2/sequence/0", "3"]
        assert all(one["came"] and one["expected"] for one in answer["problems"])
        assert shop.log == []

    async def test_a_source_that_cannot_be_read(self, shop):
        """It is a problem like any other."""
        source = Source(kind=SourceKind.YAML, value="- action: [")

        answer = await shop.engine.validate(source)

        assert answer["valid"] is False
        (problem,) = answer["problems"]
        assert problem["place"] == "line 2, column 1"
        assert problem["came"] == "the end of the line"
        assert problem["expected"].startswith("valid YAML")

    async def test_a_script_that_is_not_there(self, shop):
        """So is this."""
        source = Source(kind=SourceKind.SCRIPT, value="script.nowhere")

        answer = await shop.engine.validate(source)

        assert answer["valid"] is False
        assert answer["problems"] == [
            {
                "place": "script",
                "came": "script.nowhere",
                "expected": "one that is there",
            }
        ]

    async def test_an_engine_that_is_switched_off_still_answers(self, shop):
        """Nothing runs anyway."""
        shop.engine.set_enabled(False)

        answer = await shop.engine.validate(shop.request(work()).source)

        assert answer["valid"] is True


class TestLookUp:
    """Open and recent executions."""

    async def test_open_and_ended_ones(self, shop):
        """Both are found by their id."""
        ended = await shop.run(work())
        running = await shop.submit({"delay": 5})

        assert shop.engine.get(ended.id) is ended
        assert shop.engine.get(running.id) is running
        with pytest.raises(ExecutionNotFoundError, match="nobody"):
            shop.engine.get("nobody")

    async def test_the_newest_is_the_last(self, shop):
        """In the order in which they came, not in which they ended."""
        some = []
        for seconds in (30, 1, 20):
            some.append(await shop.submit({"delay": seconds}))
            await shop.until(shop.now + 0.1)
        await shop.until(5)
        some.append(await shop.submit(work()))

        assert shop.engine.executions == some

    async def test_only_so_many_of_the_past(self, shop):
        """Open ones stay, however many have ended since."""
        first = await shop.run(work())
        sleeping = await shop.submit({"delay": 5})
        for _ in range(HISTORY):
            await shop.run(work())

        assert len(shop.engine.executions) == HISTORY + 1
        assert shop.engine.get(sleeping.id) is sleeping
        with pytest.raises(ExecutionNotFoundError, match=first.id):
            shop.engine.get(first.id)

    async def test_whoever_hears_of_the_end_finds_it(self, hass, shop):
        """In the list of the past, and in the figures."""
        found = []

        @callback
        def look(event):
            if event.data["state"] == "success":
                found.append(shop.engine.get(event.data["execution_id"]))
                found.append(shop.engine.statistics.last)

        hass.bus.async_listen(EVENT_EXECUTION, look)
        execution = await shop.run(work())

        assert found == [execution, execution]


class TestRepeatLast:
    """The last request once more."""

    async def test_on_behalf_of_somebody_else(self, hass, shop):
        """With everything that it brought, and under a new id."""
        first = await shop.run(
            work("a"), name="Evening", priority=Priority.HIGH, context=Context()
        )
        context = Context(user_id=add_person(hass, "somebody"))
        again = await shop.engine.repeat_last(context)
        await again.wait()

        assert again is not first
        assert again.request == replace(first.request, context=context)
        assert again.context.user_id == "somebody"
        assert shop.log == ["0 a", "0 a"]

    async def test_the_one_that_ended_last(self, shop):
        """Not the one that came last."""
        long = await shop.submit({"delay": 5}, work("long"))
        await shop.run(work("short"))
        await long.wait()
        again = await shop.engine.repeat_last(Context())
        await again.wait()

        assert shop.log == ["0 short", "5 long", "10 long"]

    async def test_nothing_to_repeat(self, shop):
        """The error says so."""
        with pytest.raises(ExecutionNotFoundError, match="last"):
            await shop.engine.repeat_last(Context())


class TestBus:
    """Every move is an event."""

    async def test_every_move_and_no_step(self, hass, shop):
        """With the context of the execution, so that the logbook finds its way."""
        events = []

        @callback
        def listen(event):
            events.append(event)

        hass.bus.async_listen(EVENT_EXECUTION, listen)
        shop.failures = 1
        execution = await shop.run(
            {"action": "test.shaky", "retry": {"max_retries": 1}}, {"delay": 1}
        )

        assert [one.data["state"] for one in events] == [
            "queued",
            "executing",
            "retrying",
            "executing",
            "success",
        ]
        for before, after in pairwise(events):
            assert after.data["previous"] == before.data["state"]
        assert all(one.context is execution.context for one in events)
        assert {one.data["execution_id"] for one in events} == {execution.id}

    async def test_a_listener_that_fails_breaks_nothing(self, hass, shop):
        """The bus logs it."""

        @callback
        def fail(_):
            raise ValueError("amiss")

        hass.bus.async_listen(EVENT_EXECUTION, fail)

        assert (await shop.run(work())).summary.success

    async def test_an_automation_may_answer_a_move(self, hass, shop):
        """It runs in the middle of it, and may ask the engine for something."""
        config = {
            "triggers": {
                "trigger": "event",
                "event_type": EVENT_EXECUTION,
                "event_data": {"state": "executing", "name": "First"},
            },
            "actions": [nested(work("second"))],
        }
        assert await async_setup_component(hass, "automation", {"automation": config})

        await shop.run(work("first", 1), name="First")
        await hass.async_block_till_done()

        assert sorted(shop.log) == ["0 first", "0 second"]


class TestListeners:
    """Subscribers inside."""

    async def test_moves(self, shop):
        """With the state before; unsubscribed, nobody is told any more."""
        told = []
        unsubscribe = shop.engine.on_move(
            lambda execution, previous: told.append((execution.state, previous))
        )
        await shop.run(work())
        unsubscribe()
        unsubscribe()
        await shop.run(work())

        state = ExecutionState
        assert told == [
            (state.QUEUED, None),
            (state.EXECUTING, state.QUEUED),
            (state.SUCCESS, state.EXECUTING),
        ]

    async def test_changes(self, shop):
        """Whenever the figures or the switch may differ."""
        told = []
        shop.engine.on_change(
            lambda: told.append(
                (
                    shop.engine.enabled,
                    shop.engine.statistics.running,
                    shop.engine.statistics.today,
                )
            )
        )
        await shop.run(work())
        shop.engine.set_enabled(False)
        shop.engine.set_enabled(True)

        assert told == [
            (True, 0, 0),
            (True, 1, 0),
            (True, 0, 1),
            (False, 0, 1),
            (True, 0, 1),
        ]

    async def test_the_same_listener_twice(self, shop):
        """Each subscription is one of its own."""
        told = []
        first = shop.engine.on_change(lambda: told.append(1))
        listener = told.append
        one = shop.engine.watch(listener)
        two = shop.engine.watch(listener)
        first()
        one()
        one()
        await shop.run(work())
        assert len(told) == 3 + 2

        two()
        await shop.run(work())
        assert len(told) == 5

    async def test_unsubscribing_while_being_told(self, shop):
        """Oneself, and somebody who would have been told next."""
        told = []

        def first(*_):
            told.append("first")
            forget_first()
            forget_second()

        forget_first = shop.engine.on_move(first)
        forget_second = shop.engine.on_move(lambda *_: told.append("second"))
        shop.engine.on_move(lambda *_: told.append("third"))
        await shop.run(work())

        assert told == ["first", "third", "third", "third"]

    async def test_subscribing_while_being_told(self, shop):
        """Whoever comes is told from the next move on."""
        told = []

        def first(*_):
            forget()
            shop.engine.on_move(lambda execution, _: told.append(execution.state))

        forget = shop.engine.on_move(first)
        await shop.run(work())

        assert told == ["executing", "success"]

    async def test_one_that_fails(self, shop, caplog):
        """It is logged; the run and the others go on as if nothing had happened."""
        told = []

        def fail(*_):
            raise ValueError("a listener that fails")

        shop.engine.on_move(fail)
        shop.engine.on_change(fail)
        shop.engine.watch(fail)
        shop.engine.on_move(lambda *_: told.append(1))
        execution = await shop.run(work("a"), {"delay": 1}, work("b"))

        assert execution.summary.success
        assert shop.log == ["0 a", "1 b"]
        assert len(told) == 3
        assert "a listener that fails" in caplog.text

    async def test_watching_a_run_that_has_begun(self, shop):
        """Its steps are told from now on, and no longer when nobody watches."""
        events = []
        execution = await shop.submit({"delay": 1}, {"delay": 1}, {"delay": 1})
        await shop.until(0.5)
        unsubscribe = shop.engine.watch(events.append)
        await shop.until(1.5)
        unsubscribe()
        await execution.wait()

        assert [(one["path"], one["status"]) for one in events] == [
            ("0", "succeeded"),
            ("1", "started"),
            ("1", "waiting"),
        ]


class TestOptions:
    """Other options count from the next execution on."""

    async def test_workers(self, shop):
        """More workers serve at once those who wait."""
        shop.configure(workers=1)
        some = [await shop.submit(work(seconds=1)) for _ in range(4)]
        assert shop.engine.statistics.running == 1

        shop.configure(workers=3)
        await shop.until(0.5)
        assert shop.engine.statistics.running == 3
        assert shop.engine.options.workers == 3
        await asyncio.gather(*(one.wait() for one in some))

    async def test_fewer_workers(self, shop):
        """Nobody is interrupted; nobody begins before there is room."""
        shop.configure(workers=3)
        some = [await shop.submit(work(seconds=1)) for _ in range(3)]
        shop.configure(workers=1)
        late = [await shop.submit(work(f"late {number}", 1)) for number in range(2)]
        await asyncio.gather(*(one.wait() for one in some + late))

        assert shop.log == ["1 late 0", "2 late 1"]

    async def test_retries(self, shop):
        """A run keeps the policy that it began with."""
        shaky = {"action": "test.shaky", "idempotent": True}
        shop.failures = 1
        old = await shop.submit(shaky)
        shop.configure(retry=RetryPolicy(max_retries=0))
        assert (await old.wait()).success

        shop.failures = 1
        new = await shop.run(shaky)
        assert not new.summary.success
        assert new.summary.counts["attempts"] == 1

    async def test_the_queue(self, shop):
        """A shorter queue throws nobody out."""
        shop.configure(workers=1, max_queue=5)
        some = [await shop.submit(work(seconds=1)) for _ in range(4)]
        shop.configure(workers=1, max_queue=2)
        with pytest.raises(QueueFullError, match="3 of 2"):
            await shop.submit(work())
        await asyncio.gather(*(one.wait() for one in some))

        assert {one.state.value for one in some} == {"success"}

    async def test_of_the_request(self, shop):
        """They count before those of the engine."""
        shop.configure(retry=RetryPolicy(max_retries=0))
        shop.failures = 1
        execution = await shop.run(
            {"action": "test.shaky"}, retry={"max_retries": 1, "initial_delay": 7}
        )

        assert execution.summary.success
        assert shop.now == pytest.approx(7, rel=0.2)


class TestSummary:
    """The account, for each way in which it can end."""

    @pytest.mark.parametrize(
        ("steps", "state", "ending", "code"),
        [
            ([work()], "success", "finished", None),
            ([{"stop": "enough"}, work("late")], "success", "stopped", None),
            (
                [{"condition": "{{ false }}"}, work("late")],
                "success",
                "condition",
                None,
            ),
            ([{"stop": "no", "error": True}], "failed", "aborted", "aborted"),
            ([{"action": "test.shaky"}], "failed", "error", "error"),
            (
                [{"action": "test.shaky", "retry": {"max_retries": 1}}],
                "failed",
                "error",
                "retry_exhausted",
            ),
            ([{"delay": 99}], "failed", "timeout", "timeout"),
        ],
    )
    async def test_endings(self, shop, steps, state, ending, code):
        """State, ending and the code of the error."""
        shop.failures = 9
        summary = (await shop.run(*steps, timeout=50)).summary

        assert summary.state == state
        assert summary.success is (state == "success")
        assert summary.ending == ending
        assert (summary.error or {}).get("code") == code
        assert summary.final_answer.startswith(
            "Actions is done" if summary.success else "Actions failed"
        )
        assert json.dumps(summary.as_dict())
        assert shop.log == []

    async def test_cancelled(self, shop):
        """It says who or what did it."""
        execution = await shop.submit({"delay": 99})
        await shop.until(2)
        shop.engine.cancel(execution.id)
        summary = await execution.wait()

        assert summary.state == "cancelled"
        assert summary.ending == "cancelled"
        assert not summary.success
        assert summary.error == {
            "code": "cancelled",
            "message": "cancelled: on request",
        }
        assert summary.final_answer == "Actions was cancelled after 1 step in 2.0 s."

    async def test_of_one_that_is_open(self, lone):
        """As far as it has come; it is final only when it has ended."""
        running = await lone.submit(work(), {"delay": 5})
        busy = await lone.submit(work(seconds=3))
        queued = await lone.submit(work())

        assert running.summary.final_answer == "Actions is running."
        assert running.summary.ending is None
        assert len(running.summary.steps) == 2
        assert queued.summary.final_answer == "Actions waits for its turn."
        assert queued.summary.steps == []
        assert json.dumps(queued.summary.as_dict())
        before = running.summary
        await asyncio.gather(*(one.wait() for one in (running, busy, queued)))
        assert before is not running.summary
        assert running.summary is running.summary

    async def test_responses(self, shop):
        """What steps received, and what a stop handed back."""
        execution = await shop.run(
            {
                "action": "test.answer",
                "data": {"value": 5},
                "response_variable": "found",
            },
            {"variables": {"told": {"found": "{{ found.value }}"}}},
            {"set_conversation_response": "It is {{ found.value }}"},
            {"stop": "done", "response_variable": "told"},
        )

        summary = execution.summary
        assert summary.response == {"found": 5}
        assert summary.responses == {"found": {"value": 5}}
        assert summary.conversation_response == "It is 5"
        assert summary.as_dict()["conversation_response"] == "It is 5"

    async def test_observing(self, hass, shop):
        """State before and after of what was touched, with a mark."""
        assert await async_setup_component(
            hass, "input_boolean", {"input_boolean": {"lamp": {}}}
        )
        step = {
            "action": "input_boolean.turn_on",
            "target": {"entity_id": "input_boolean.lamp"},
        }

        seen = (await shop.run(step, observe=True)).summary
        unseen = (await shop.run(step)).summary

        lamp = seen.observed["input_boolean.lamp"]
        assert lamp["before"]["state"] == "off"
        assert lamp["after"]["state"] == "on"
        assert lamp["reached"] is True
        assert lamp["quality"] == 100
        assert unseen.observed is None
        assert "observed" not in unseen.as_dict()


async def test_many_runs_at_once(shop):
    """A burst is worked off by two workers, and every single one is accounted for."""
    shop.configure(max_queue=1000)
    some = [
        await shop.submit(
            work(),
            {"delay": 1},
            {"parallel": [work(seconds=1), work()]},
            key=f"lane {number % 7}" if number % 3 else None,
            mode=Mode.QUEUED,
            priority=number % 4,
        )
        for number in range(200)
    ]
    await asyncio.gather(*(one.wait() for one in some))

    assert {one.state.value for one in some} == {"success"}
    assert shop.engine.statistics.today == 200
    await shop.assert_all_free(2)
