"""The block try, catch, finally."""

import asyncio

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from custom_components.action_engine.engine.model.outcome import Ending
from custom_components.action_engine.engine.model.steps_log import StepStatus
from custom_components.action_engine.engine.run.signals import Abort

FALSE = {"condition": "template", "value_template": "{{ false }}"}
FAIL = {"action": "test.fail"}


def note(mark):
    """Return the step that leaves a mark, and what ``error`` is in its place."""
    return {"event": "mark", "event_data": {"mark": mark, "error": "{{ error }}"}}


@pytest.fixture
def events(home):
    """Return the marks that were left, with their errors."""
    home.service("test.fail", *[HomeAssistantError("no answer")] * 99)
    return async_capture_events(home.hass, "mark")


@pytest.fixture
def marks(events):
    """Return how to look at the marks that were left."""
    return lambda: [event.data["mark"] for event in events]


@pytest.fixture
def errors(events):
    """Return how to look at the variable ``error`` as each of the marks saw it."""
    return lambda: [event.data["error"] for event in events]


async def run(home, *actions, **settings):
    """Run actions whose error is nothing outside of catch and finally."""
    return await home.run(*actions, variables={"error": ""}, **settings)


async def test_a_body_that_succeeds_needs_no_catch(home, marks, errors):
    """The end runs, without an error."""
    step = {
        "try": [note("body")],
        "catch": [note("catch")],
        "finally": [note("end")],
    }
    result = await run(home, step, note("after"))
    assert result.ending is Ending.FINISHED
    assert marks() == ["body", "end", "after"]
    assert errors() == ["", "", ""]
    assert home.records["0"].note is None


async def test_a_body_that_fails_is_caught(home, marks, errors):
    """The rest of the body is left out; catch and end know the error."""
    step = {
        "try": [FAIL, note("body")],
        "catch": [note("catch")],
        "finally": [note("end")],
    }
    result = await run(home, step, note("after"))
    assert result.ending is Ending.FINISHED
    assert marks() == ["catch", "end", "after"]
    facts = {
        "type": "HomeAssistantError",
        "message": "no answer",
        "step": "0/try/0",
        "attempts": 1,
    }
    assert errors() == [facts, facts, ""]
    assert list(home.records) == [
        "0",
        "0/try/0",
        "0/catch/0",
        "0/finally/0",
        "1",
    ]
    outer = home.records["0"]
    assert (outer.status, outer.note) == (StepStatus.SUCCEEDED, "caught")
    assert home.records["0/try/0"].status is StepStatus.FAILED


@pytest.mark.parametrize(
    ("step", "kind", "text"),
    [
        ({"action": "test.crash"}, "ValueError", "a bug"),
        ({"action": "test.refuse"}, "ServiceValidationError", "not so"),
        ({"action": "{{ 'test.unknown' }}"}, "ServiceNotFound", "test.unknown"),
        ({"stop": "no more", "error": True}, "Stop", "no more"),
        ({"variables": {"x": "{{ 1 / 0 }}"}}, "TemplateError", "division"),
        ({"delay": "{{ 'soon' }}"}, "MultipleInvalid", "delay cannot be rendered"),
        (
            {
                "wait_template": "{{ false }}",
                "timeout": 1,
                "continue_on_timeout": False,
            },
            "TimeoutError",
            "timeout reached",
        ),
        ({"stop": "", "response_variable": "none"}, "KeyError", "none"),
        (
            {"repeat": {"for_each": "{{ {'a': 1} }}", "sequence": []}},
            "TypeError",
            "must be a list",
        ),
        (
            {"repeat": {"count": "{{ 'x' }}", "sequence": []}},
            "ValueError",
            "count cannot be rendered",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
async def test_every_kind_of_failure_is_caught(home, marks, errors, step, kind, text):
    """Also those that end a native script whatever ``continue_on_error`` says."""
    home.service("test.crash", ValueError("a bug"))
    home.service("test.refuse", ServiceValidationError("not so"))
    result = await run(home, {"try": [step], "catch": [note("catch")]})
    assert result.ending is Ending.FINISHED
    assert marks() == ["catch"]
    assert errors()[0]["type"] == kind
    assert text in errors()[0]["message"]
    assert errors()[0]["step"] == "0/try/0"


async def test_the_error_tells_the_attempts_of_the_inner_call(home, marks, errors):
    """Step and attempts are those of the call, however deep it stands."""
    deep = {"if": "{{ true }}", "then": [{"sequence": [FAIL | {"retry": 2}]}]}
    await run(home, {"try": [deep], "catch": [note("catch")]})
    assert errors()[0] == {
        "type": "RetryExhaustedError",
        "message": "test.fail failed 3 times: no answer",
        "step": "0/try/0/then/0/sequence/0",
        "attempts": 3,
    }


async def test_a_stop_in_the_body_is_a_wish(home, marks, errors):
    """It is not caught, the end runs, and the run ends with its response."""
    body = [{"variables": {"r": {"a": 1}}}, {"stop": "", "response_variable": "r"}]
    step = {"try": body, "catch": [note("catch")], "finally": [note("end")]}
    result = await run(home, step, note("after"))
    assert (result.ending, result.response) == (Ending.STOPPED, {"a": 1})
    assert marks() == ["end"]
    assert errors() == [""]


async def test_a_condition_ends_the_body_and_nothing_else(home, marks):
    """It is no failure: not caught, and the run goes on."""
    step = {
        "try": [FALSE, note("body")],
        "catch": [note("catch")],
        "finally": [note("end")],
    }
    result = await run(home, step, note("after"))
    assert result.ending is Ending.FINISHED
    assert marks() == ["end", "after"]


async def test_a_condition_ends_the_catch_and_nothing_else(home, marks):
    """As in any sequence: what was caught stays caught."""
    step = {"try": [FAIL], "catch": [FALSE, note("catch")], "finally": [note("end")]}
    result = await run(home, step, note("after"))
    assert result.ending is Ending.FINISHED
    assert marks() == ["end", "after"]


async def test_without_a_catch_the_error_goes_on_after_the_end(home, marks, errors):
    """The end knows the error, and does not take it away."""
    result = await run(home, {"try": [FAIL], "finally": [note("end")]}, note("after"))
    assert str(result.error) == "no answer"
    assert result.place == "0/try/0"
    assert marks() == ["end"]
    assert errors()[0]["message"] == "no answer"
    assert home.recorder.log.failed == 1


async def test_an_abort_goes_on_after_the_end(home, marks):
    """``stop`` with an error ends the run as it would without the block."""
    body = [{"stop": "no more", "error": True}]
    result = await run(home, {"try": body, "finally": [note("end")]})
    assert result.ending is Ending.ABORTED
    assert marks() == ["end"]


async def test_an_empty_catch_swallows_the_error(home, marks):
    """``catch: []`` is a catch."""
    result = await run(home, {"try": [FAIL], "catch": []}, note("after"))
    assert result.ending is Ending.FINISHED
    assert marks() == ["after"]


async def test_a_catch_that_fails_raises_its_own_error(home, marks, errors):
    """The end still runs, and the run fails with what the catch raised."""
    home.service("test.crash", ValueError("in the catch"))
    step = {
        "try": [FAIL],
        "catch": [{"action": "test.crash"}, note("catch")],
        "finally": [note("end")],
    }
    result = await run(home, step)
    assert str(result.error) == "in the catch"
    assert result.place == "0/catch/0"
    assert marks() == ["end"]
    assert home.recorder.log.failed == 2


async def test_an_end_that_fails_raises_its_own_error(home, marks):
    """After a success as well as after a failure."""
    home.service("test.crash", *[ValueError("in the end")] * 2)
    end = {"finally": [{"action": "test.crash"}]}
    result = await run(home, {"try": [note("body")]} | end)
    assert str(result.error) == "in the end"
    result = await run(home, {"try": [FAIL]} | end)
    assert str(result.error) == "in the end"


async def test_a_stop_in_the_catch_ends_the_run_well(home, marks):
    """What was caught is no failure any more."""
    step = {"try": [FAIL], "catch": [{"stop": "enough"}], "finally": [note("end")]}
    result = await run(home, step, note("after"))
    assert result.ending is Ending.STOPPED
    assert marks() == ["end"]


async def test_a_stop_in_the_end_takes_an_error_away(home, marks):
    """The last word counts."""
    result = await run(home, {"try": [FAIL], "finally": [{"stop": "enough"}]})
    assert result.ending is Ending.STOPPED


async def test_blocks_stand_inside_each_other(home, marks, errors):
    """The inner one passes on, the outer one catches; each end runs, from inside out."""
    inner = {"try": [FAIL], "finally": [note("inner end")]}
    step = {
        "try": [inner, note("body")],
        "catch": [note("catch")],
        "finally": [note("outer end")],
    }
    result = await run(home, step)
    assert result.ending is Ending.FINISHED
    assert marks() == ["inner end", "catch", "outer end"]
    assert {one["step"] for one in errors()} == {"0/try/0/try/0"}


async def test_an_error_caught_inside_is_none_outside(home, marks):
    """The outer block succeeds."""
    inner = {"try": [FAIL], "catch": [note("inner")]}
    step = {"try": [inner, note("body")], "catch": [note("outer")]}
    await run(home, step)
    assert marks() == ["inner", "body"]


async def test_the_error_is_gone_after_the_block(home, marks):
    """It is a variable of catch and end alone; others are assigned as everywhere."""
    catch = [{"variables": {"seen": "{{ error.message }}"}}]
    result = await home.run({"try": [FAIL], "catch": catch})
    assert "error" not in result.variables
    assert result.variables["seen"] == "no answer"


async def test_going_on_regardless_counts_for_the_whole_block(home, marks):
    """An error that leaves the block is passed over, after the end."""
    step = {"try": [FAIL], "finally": [note("end")], "continue_on_error": True}
    result = await run(home, step, note("after"))
    assert result.ending is Ending.FINISHED
    assert marks() == ["end", "after"]


async def test_a_disabled_block_is_skipped(home, marks):
    """As any other step, and nothing of it runs."""
    step = {"try": [FAIL], "finally": [note("end")], "enabled": False}
    await run(home, step, note("after"))
    assert marks() == ["after"]
    assert home.records["0"].status is StepStatus.SKIPPED


async def test_the_answer_of_a_conversation_comes_through(home, marks):
    """Set in a body that then fails it is lost, set in the catch it counts."""
    step = {
        "try": [{"set_conversation_response": "body"}, FAIL],
        "catch": [{"set_conversation_response": "catch"}],
    }
    result = await run(home, step)
    assert result.conversation_response == "catch"


async def test_errors_of_parallel_branches_are_caught(home, marks, errors):
    """The first one in the order of the branches, when all have ended."""
    home.service("test.crash", ValueError("second"))
    branches = [
        {"sequence": [{"delay": 5}, FAIL]},
        {"sequence": [{"action": "test.crash"}]},
    ]
    step = {"try": [{"parallel": branches}], "catch": [note("catch")]}
    await run(home, step)
    assert errors()[0]["message"] == "no answer"
    assert home.now == 5


async def cancelled(home, *actions, after=1):
    """Run actions and cancel the run after some seconds."""
    task = home.hass.async_create_task(run(home, *actions))
    await asyncio.sleep(after)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_the_end_runs_when_the_run_is_cancelled(home, marks, errors):
    """A valve that was opened is closed; the catch is for errors only."""
    step = {
        "try": [{"delay": 60}, note("body")],
        "catch": [note("catch")],
        "finally": [note("end"), {"delay": 3}, note("late end")],
    }
    await cancelled(home, step, note("after"))
    assert marks() == ["end", "late end"]
    assert errors() == ["", ""]
    assert home.now == 4
    assert home.records["0/try/0"].status is StepStatus.STOPPED


async def test_each_end_runs_when_the_run_is_cancelled(home, marks):
    """From inside out, also out of a parallel branch."""
    inner = {"try": [{"delay": 60}], "finally": [note("inner")]}
    other = {"try": [{"delay": 60}], "finally": [note("other")]}
    step = {"try": [{"parallel": [inner, other]}], "finally": [note("outer")]}
    await cancelled(home, step)
    assert marks() == ["inner", "other", "outer"]


async def test_an_end_that_is_cancelled_is_over(home, marks):
    """Whoever cancels a second time means it."""
    step = {"try": [{"delay": 60}], "finally": [{"delay": 60}, note("end")]}
    task = home.hass.async_create_task(run(home, step))
    for _ in range(2):
        await asyncio.sleep(1)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert marks() == []
    assert home.now == 2


async def test_an_abort_has_the_text_of_its_author(home, marks):
    """The error of a run that was stopped is the text of the stop."""
    result = await run(home, {"try": [{"stop": "no", "error": True}], "finally": []})
    assert isinstance(result.error, Abort)
    assert str(result.error) == "no"


async def test_an_end_that_fails_does_not_call_a_cancellation_off(home, marks):
    """Neither a catch around it nor continue_on_error lets the run go on."""
    home.service("test.fail", HomeAssistantError("no"))
    failing = {"try": [{"delay": 3600}], "finally": [{"action": "test.fail"}]}
    await cancelled(home, {"try": [failing], "catch": [note("caught")]}, note("after"))
    await cancelled(home, failing | {"continue_on_error": True}, note("after"))
    assert marks() == []


async def test_a_cancellation_does_not_break_an_end_off(home, marks):
    """It comes while the valve is still open, and the valve is closed all the same."""
    step = {"try": [note("open")], "finally": [{"delay": 5}, note("close")]}
    await cancelled(home, step, note("after"), after=1)
    assert marks() == ["open", "close"]
