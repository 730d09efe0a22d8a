"""What a step does about its failure: remedy, fallback, and going on regardless."""

import pytest

from homeassistant.exceptions import HomeAssistantError, ServiceNotFound, TemplateError

from custom_components.action_engine.engine.errors import RetryExhaustedError
from custom_components.action_engine.engine.model.outcome import Ending
from custom_components.action_engine.engine.model.steps_log import StepStatus
from tests.engine.run.calls.devices import LIES, Plug, fails

BROKEN = HomeAssistantError("no answer")
PUMP = "switch.pump"
TURN_ON = {"action": "switch.turn_on", "target": {"entity_id": PUMP}}
NOTE = {
    "action": "test.note",
    "data": {"attempt": "{{ attempt }}", "error": "{{ error }}"},
}


@pytest.fixture
def noted(home):
    """Return what was handed to ``test.note``."""
    return home.service("test.note")


async def test_a_remedy_runs_between_two_attempts(home, noted):
    """After each failure but the last, before the wait; with attempt and error."""
    await home.add(Plug("pump", fails(BROKEN), LIES, fails(ValueError("bug"))))
    error = await home.failed(TURN_ON | {"retry": 2, "remedy": [NOTE]})
    assert [call.data for call in noted] == [
        {
            "attempt": 1,
            "error": {
                "type": "HomeAssistantError",
                "message": "no answer",
                "step": "0",
                "attempts": 1,
            },
        },
        {
            "attempt": 2,
            "error": {
                "type": "ServiceCallError",
                "message": f"{PUMP}: expected on, found off",
                "step": "0",
                "attempts": 2,
            },
        },
    ]
    assert [c.at for c in home.calls if c.action == "test.note"] == [0, 6]
    assert isinstance(error, RetryExhaustedError)
    assert list(home.records) == ["0", "0/remedy/1/0", "0/remedy/2/0"]


async def test_a_remedy_that_helps_ends_the_trouble(home, noted):
    """The next attempt finds what the remedy has put right."""
    plug = Plug("pump", LIES)
    await home.add(plug)
    record = await home.done(TURN_ON | {"remedy": NOTE})
    assert record.status is StepStatus.SUCCEEDED
    assert len(noted) == 1


async def test_a_remedy_that_fails_does_not_take_the_attempts_away(home):
    """It is noted, and the next attempt is made as if there had been none."""
    await home.add(Plug("pump", fails(BROKEN)))
    home.service("test.repair", BROKEN)
    record = await home.done(TURN_ON | {"remedy": {"action": "test.repair"}})
    assert home.times[-1] == 1
    assert record.note == "the remedy failed: no answer"
    assert record.status is StepStatus.SUCCEEDED


@pytest.mark.parametrize(
    "step",
    [
        {"stop": "no", "error": True},
        {"condition": "template", "value_template": "{{ false }}"},
        {"variables": {"x": "{{ 1 / 0 }}"}},
    ],
    ids=["abort", "condition", "template"],
)
async def test_nothing_in_a_remedy_ends_the_run(home, noted, step):
    """Whatever breaks off a remedy breaks off only the remedy."""
    await home.add(Plug("pump", fails(BROKEN)))
    await home.done(TURN_ON | {"remedy": [step, NOTE]})
    assert noted == []
    assert home.state(PUMP) == "on"


async def test_a_stop_in_a_remedy_is_meant(home):
    """``stop`` is a wish of the author, wherever it stands."""
    await home.add(Plug("pump", fails(BROKEN)))
    remedy = [{"variables": {"r": {"a": 1}}}, {"stop": "", "response_variable": "r"}]
    result = await home.run(TURN_ON | {"remedy": remedy})
    assert (result.ending, result.response) == (Ending.STOPPED, {"a": 1})
    assert len(home.calls) == 1


async def test_the_variables_of_a_remedy_are_its_own(home):
    """``error`` and ``attempt`` of the run keep their values; others are assigned."""
    await home.add(Plug("pump", fails(BROKEN)))
    remedy = {"variables": {"seen": "{{ error.message }}", "attempt": 9}}
    result = await home.run(
        TURN_ON | {"remedy": remedy}, variables={"error": "mine", "seen": None}
    )
    assert result.variables["seen"] == "no answer"
    assert result.variables["error"] == "mine"
    assert "attempt" not in result.variables


async def test_a_remedy_that_takes_long_counts_for_the_deadline(home):
    """No attempt begins after the deadline, whatever took the time."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 5))
    step = TURN_ON | {"retry": {"deadline": 8}, "remedy": {"delay": 10}}
    await home.failed(step)
    assert home.times == [0]
    assert home.now == 10
    record = home.records["0"]
    assert record.note == "not tried again: the deadline has passed"
    assert record.failures[-1].delay is None


async def test_a_fallback_takes_the_place_of_a_failed_call(home, noted):
    """When no attempt is left; the run goes on as if nothing had happened."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 9))
    fallback = {"action": "test.note", "data": {"error": "{{ error }}"}}
    result = await home.run(
        TURN_ON | {"retry": 1, "fallback": fallback}, {"event": "went_on"}
    )
    assert result.ending is Ending.FINISHED
    assert noted[0].data["error"] == {
        "type": "RetryExhaustedError",
        "message": "switch.turn_on failed 2 times: no answer",
        "step": "0",
        "attempts": 2,
    }
    record = home.records["0"]
    assert record.status is StepStatus.FALLBACK
    assert record.error == "switch.turn_on failed 2 times: no answer"
    assert list(home.records) == ["0", "0/fallback/0", "1"]
    log = home.recorder.log
    assert (log.fallbacks, log.failed) == (1, 0)


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ({"action": "{{ 'test.unknown' }}"}, "ServiceNotFound"),
        ({"action": "test.note", "data": {"x": "{{ 1 / 0 }}"}}, "HomeAssistantError"),
        ({"action": "{{ 'nothing' }}"}, "HomeAssistantError"),
        ({"action": "test.crash"}, "ValueError"),
    ],
)
async def test_a_fallback_is_for_every_kind_of_failure(home, noted, step, kind):
    """Also for calls that were never made."""
    home.service("test.crash", ValueError("bug"))
    fallback = {"action": "test.note", "data": {"type": "{{ error.type }}"}}
    record = await home.done(step | {"fallback": fallback})
    assert record.status is StepStatus.FALLBACK
    assert noted[-1].data == {"type": kind}


async def test_a_fallback_that_fails_fails_the_step(home):
    """Its own error comes out; the step where it came from is the inner one."""
    await home.add(Plug("pump", fails(BROKEN)))
    home.service("test.other", HomeAssistantError("also broken"))
    step = TURN_ON | {"retry": False, "fallback": {"action": "test.other"}}
    result = await home.run(step)
    assert str(result.error) == "also broken"
    assert result.place == "0/fallback/0"
    assert home.records["0"].status is StepStatus.FAILED
    assert home.recorder.log.failed == 1


async def test_a_stop_in_a_fallback_ends_the_run(home):
    """As anywhere else."""
    await home.add(Plug("pump", fails(BROKEN)))
    step = TURN_ON | {"retry": False, "fallback": {"stop": "enough"}}
    result = await home.run(step, {"event": "never"})
    assert result.ending is Ending.STOPPED
    assert "1" not in home.records


async def test_a_failed_condition_in_a_fallback_ends_only_the_fallback(home):
    """As in any other sequence of a step."""
    await home.add(Plug("pump", fails(BROKEN)))
    step = TURN_ON | {
        "retry": False,
        "fallback": [
            {"condition": "template", "value_template": "{{ false }}"},
            {"event": "never"},
        ],
    }
    result = await home.run(step, {"event": "went_on"})
    assert result.ending is Ending.FINISHED
    assert list(home.records) == ["0", "0/fallback/0", "1"]


async def test_a_stop_in_a_remedy_is_no_failure_for_a_fallback(home, noted):
    """The author wanted to stop, so nothing else is done."""
    await home.add(Plug("pump", fails(BROKEN)))
    step = TURN_ON | {"remedy": {"stop": "enough"}, "fallback": NOTE}
    result = await home.run(step)
    assert result.ending is Ending.STOPPED
    assert noted == []


async def test_going_on_regardless_passes_over_a_failed_call(home):
    """After all attempts; the step has failed, the run has not."""
    await home.add(Plug("pump", *[fails(BROKEN)] * 9))
    result = await home.run(TURN_ON | {"continue_on_error": True}, {"event": "went_on"})
    assert result.ending is Ending.FINISHED
    assert home.times == [0, 1, 3, 7]
    assert home.records["0"].status is StepStatus.FAILED
    assert home.recorder.log.failed == 1


@pytest.mark.parametrize(
    ("error", "ending"),
    [
        (HomeAssistantError("no"), Ending.FINISHED),
        (ValueError("bug"), Ending.FINISHED),
        (ServiceNotFound("a", "b"), Ending.ERROR),
        (TemplateError(ValueError("x")), Ending.ERROR),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_what_is_passed_over_is_what_scripts_pass_over(home, error, ending):
    """Errors of Home Assistant and of services, but not errors of the step itself."""
    home.service("test.crash", error)
    result = await home.run({"action": "test.crash", "continue_on_error": True})
    assert result.ending is ending


async def test_an_error_of_a_service_comes_out_as_it_is(home):
    """Without ``continue_on_error`` nothing is wrapped."""
    bug = ValueError("bug")
    home.service("test.crash", bug)
    assert await home.failed({"action": "test.crash"}) is bug


async def test_a_fallback_comes_before_going_on_regardless(home, noted):
    """With both, the fallback is done, and the step has not failed."""
    await home.add(Plug("pump", fails(BROKEN)))
    step = TURN_ON | {"retry": False, "continue_on_error": True, "fallback": NOTE}
    record = await home.done(step)
    assert record.status is StepStatus.FALLBACK
    assert home.recorder.log.failed == 0


async def test_a_failed_fallback_may_be_passed_over(home):
    """``continue_on_error`` counts for the step as a whole."""
    await home.add(Plug("pump", fails(BROKEN)))
    home.service("test.other", HomeAssistantError("also broken"))
    step = TURN_ON | {
        "retry": False,
        "continue_on_error": True,
        "fallback": {"action": "test.other"},
    }
    result = await home.run(step)
    assert result.ending is Ending.FINISHED
    assert home.recorder.log.failed == 1
