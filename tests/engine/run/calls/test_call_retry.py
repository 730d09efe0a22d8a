"""Errors, and the attempts that follow them."""

import pytest
import voluptuous as vol

from homeassistant.exceptions import (
    HomeAssistantError,
    ServiceNotFound,
    ServiceValidationError,
    TemplateError,
    Unauthorized,
)

from custom_components.action_engine.engine.errors import (
    RetryExhaustedError,
    ServiceCallError,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.model.steps_log import StepStatus
from tests.engine.run.calls.devices import LIES, Plug, Reaction, fails

BROKEN = HomeAssistantError("no answer")
PUMP = "switch.pump"
TURN_ON = {"action": "switch.turn_on", "target": {"entity_id": PUMP}}


async def test_an_error_is_retried_with_growing_waits(home):
    """Two failures, then success: three calls, after one and after two more seconds."""
    await home.add(Plug("pump", fails(BROKEN), fails(BROKEN)))
    record = await home.done(TURN_ON)
    assert home.times == [0, 1, 3]
    assert home.state(PUMP) == "on"
    assert record.status is StepStatus.SUCCEEDED
    assert (record.attempts, record.seen, record.duration) == (3, True, 3)
    assert [(one.number, one.delay) for one in record.failures] == [(1, 1), (2, 2)]
    first = record.failures[0]
    assert (first.error, first.targets) == ("no answer", (PUMP,))


async def test_the_counts_tell_attempts_from_calls(home):
    """One call that took three attempts is one retried step."""
    await home.add(Plug("pump", fails(BROKEN), fails(BROKEN)), Plug("fan"))
    await home.done(
        TURN_ON, {"action": "switch.turn_on", "target": {"entity_id": "switch.fan"}}
    )
    assert home.recorder.log.counts() == {
        "steps": 2,
        "calls": 2,
        "attempts": 4,
        "retried": 1,
        "failed": 0,
        "skipped": 0,
        "fallbacks": 0,
    }
    assert home.recorder.log.unseen == 0


async def test_the_last_error_says_how_often_it_was_tried(home):
    """When all attempts are spent, the error has their number and the last cause."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 9))
    error = await home.failed(TURN_ON)
    assert isinstance(error, RetryExhaustedError)
    assert str(error) == "switch.turn_on failed 4 times: no answer"
    assert error.__cause__ is BROKEN
    assert home.times == [0, 1, 3, 7]
    record = home.records["0"]
    assert record.status is StepStatus.FAILED
    assert record.failures[-1].delay is None
    assert home.recorder.log.failed == 1


async def test_without_retries_the_error_itself_comes_out(home):
    """A single attempt that fails raises what the service raised, as natively."""
    await home.add(Plug("pump", fails(BROKEN)))
    assert await home.failed(TURN_ON | {"retry": False}) is BROKEN
    assert home.times == [0]


async def test_an_unmet_expectation_without_retries_is_a_call_error(home):
    """Nothing was raised, so the engine's own error names action and state."""
    await home.add(Plug("pump", LIES))
    error = await home.failed(TURN_ON | {"retry": False})
    assert isinstance(error, ServiceCallError)
    assert str(error) == f"switch.turn_on failed: {PUMP}: expected on, found off"
    assert home.now == 5


async def test_a_step_overrides_the_policy_of_the_run_field_by_field(home):
    """What the step does not name stays as the run has it."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 9))
    policy = RetryPolicy(max_retries=2, initial_delay=10, multiplier=3, jitter=0)
    await home.failed(TURN_ON | {"retry": {"initial_delay": 5}}, retry=policy)
    assert home.times == [0, 5, 20]


async def test_jitter_moves_the_waits(home):
    """With jitter the waits differ from the steady ones, within its share."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 9))
    step = TURN_ON | {"retry": {"jitter": 0.5, "max_retries": 6, "multiplier": 1}}
    await home.failed(step)
    waits = [b - a for a, b in zip(home.times, home.times[1:], strict=False)]
    assert len(set(waits)) > 1
    assert all(0.5 <= wait <= 1.5 for wait in waits)


async def test_no_wait_at_all_is_possible(home):
    """An initial delay of zero tries again at once."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 3))
    await home.done(TURN_ON | {"retry": {"initial_delay": 0}})
    assert home.times == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "error",
    [
        ServiceValidationError("not like this"),
        ServiceNotFound("switch", "inner"),
        vol.Invalid("wrong"),
        TemplateError(ValueError("undefined")),
        Unauthorized(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_a_call_that_is_wrong_is_not_repeated(home, error):
    """What is the fault of the request would fail in the same way again."""
    await home.add(Plug("pump", fails(error)))
    assert await home.failed(TURN_ON) is error
    assert home.times == [0]
    assert home.records["0"].note == ("not tried again: the same call would fail again")


@pytest.mark.parametrize(
    "error",
    [HomeAssistantError("no"), ValueError("bug"), TimeoutError(), OSError("line")],
    ids=lambda error: type(error).__name__,
)
async def test_whatever_else_is_raised_is_tried_again(home, error):
    """Devices fail in many ways, also with errors that are nobody's intention."""
    await home.add(Plug("pump", fails(error)))
    record = await home.done(TURN_ON)
    assert home.times == [0, 1]
    assert record.failures[0].error == (str(error) or type(error).__name__)


async def test_a_service_that_goes_away_is_not_tried_again(home):
    """Unknown when it is called, though it was there when the plan was made."""
    home.service("test.shy")
    home.service("test.hide", lambda: home.hass.services.async_remove("test", "shy"))
    error = await home.failed(
        {"action": "test.hide"}, {"action": "test.shy", "retry": 3}
    )
    assert isinstance(error, ServiceNotFound)
    assert home.records["1"].attempts == 1


async def test_a_template_that_fails_is_not_tried_again(home):
    """Data that cannot be rendered makes no attempt at all."""
    received = home.service("test.take")
    step = {
        "action": "test.take",
        "data": {"x": "{{ 1 / 0 }}"},
        "retry": 3,
    }
    error = await home.failed(step)
    assert "ZeroDivisionError" in str(error)
    assert received == []
    assert home.records["0"].attempts == 0
    assert home.now == 0


async def test_data_that_the_schema_refuses_is_not_tried_again(home):
    """Data that turns out to be wrong once it is rendered."""
    await home.add(Plug("pump"))
    step = {
        "action": "switch.turn_on",
        "data": {"entity_id": PUMP, "speed": "{{ 1 }}"},
    }
    assert isinstance(await home.failed(step), vol.Invalid)
    assert home.records["0"].attempts == 1


async def test_an_attempt_that_takes_too_long_is_broken_off(home):
    """The handler is cancelled, and the next attempt follows."""
    plug = Plug("pump", Reaction(takes=100), Reaction(takes=1))
    await home.add(plug)
    record = await home.done(TURN_ON | {"retry": {"attempt_timeout": 10}})
    assert home.times == [0, 11]
    assert record.failures[0].error == "the attempt took longer than 10 s"
    assert record.failures[0].duration == 10
    assert home.now == 12


async def test_too_long_for_the_last_time_is_a_timeout(home):
    """With no attempt left, the error is a timeout that says its limit."""
    await home.add(Plug("pump", Reaction(takes=100)))
    step = TURN_ON | {"retry": {"attempt_timeout": 0.5, "max_retries": 0}}
    error = await home.failed(step)
    assert isinstance(error, TimeoutError)
    assert str(error) == "the attempt took longer than 0.5 s"


async def test_a_timeout_of_the_service_itself_is_told_apart(home):
    """A service that raises a timeout in time did not exceed the attempt's limit."""
    own = TimeoutError("the bridge did not answer")
    await home.add(Plug("pump", fails(own)))
    step = TURN_ON | {"retry": {"attempt_timeout": 10, "max_retries": 0}}
    assert str(await home.failed(step)) == "the bridge did not answer"


async def test_no_attempt_begins_after_the_deadline(home):
    """A wait that would end too late is not begun; the reason is noted."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 9))
    step = TURN_ON | {"retry": {"deadline": 6, "max_retries": 9}}
    error = await home.failed(step)
    assert home.times == [0, 1, 3]
    assert str(error) == "switch.turn_on failed 3 times: no answer"
    assert home.records["0"].note == "not tried again: the deadline has passed"
    assert home.now == 3


async def test_time_spent_on_looking_counts_for_the_deadline(home):
    """The deadline begins with the first attempt, whatever takes the time."""
    await home.add(Plug("pump", *[LIES] * 9))
    step = TURN_ON | {"retry": {"deadline": 8, "max_retries": 9}}
    await home.failed(step)
    assert home.times == [0, 6]


async def test_a_call_that_raised_but_was_done_is_done(home):
    """A device that did what it was told and then complained is not told again."""
    await home.add(Plug("pump", Reaction(raises=BROKEN)))
    record = await home.done(TURN_ON)
    assert home.times == [0]
    assert record.note == "it raised, but was done: no answer"
    assert record.seen is True


async def test_a_state_that_was_so_before_does_not_excuse_an_error(home):
    """On before and on after: nobody knows whether the call did anything."""
    plug = Plug("pump", fails(BROKEN))
    await home.add(plug)
    plug.become(is_on=True)
    await home.done(TURN_ON)
    assert home.times == [0, 1]


async def test_what_is_told_while_it_runs(home):
    """Whoever watches hears of each attempt that failed, and of the waiting."""
    seen = []
    home.recorder.watch = lambda _, status: seen.append((home.now, status.value))
    await home.add(Plug("pump", fails(BROKEN), LIES))
    await home.done(TURN_ON)
    assert seen == [
        (0, "started"),
        (0, "attempt_failed"),
        (1, "waiting"),
        (6, "attempt_failed"),
        (8, "succeeded"),
    ]
