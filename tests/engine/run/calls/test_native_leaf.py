"""Action types that only Home Assistant knows."""

import asyncio

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
import voluptuous as vol

from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv, script

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.outcome import Ending
from custom_components.action_engine.engine.model.steps_log import StepStatus

BLINK = {"blink": "times"}


@pytest.fixture
def blink(monkeypatch):
    """Teach Home Assistant the action ``blink``; return the list of what it may do."""
    doings = []
    schema = vol.Schema(
        {**cv.SCRIPT_ACTION_BASE_SCHEMA, vol.Required("blink"): cv.string}
    )
    monkeypatch.setitem(cv.ACTIONS_MAP, "blink", "blink")
    monkeypatch.setattr(cv, "ACTIONS_SET", {*cv.ACTIONS_SET, "blink"})
    monkeypatch.setitem(cv.ACTION_TYPE_SCHEMAS, "blink", schema)
    monkeypatch.setattr(
        script,
        "STATIC_VALIDATION_ACTION_TYPES",
        (*script.STATIC_VALIDATION_ACTION_TYPES, "blink"),
    )

    async def step(run):
        await doings.pop(0)(run)

    monkeypatch.setattr(script._ScriptRun, "_async_step_blink", step, raising=False)  # noqa: SLF001 - a new Home Assistant has it there
    return doings


def does(act):
    """Return a doing that only calls a function with the native run."""

    async def doing(run):
        act(run)

    return doing


async def test_an_unknown_action_runs_natively(home, blink):
    """It sees the variables and the context, and what it sets counts afterwards."""
    seen = {}

    async def doing(run):
        seen.update(run._variables)  # noqa: SLF001 - what a handler works with
        run._variables["count"] = run._variables["count"] + 1  # noqa: SLF001 - as above
        run._hass.bus.async_fire("blinked", context=run._context)  # noqa: SLF001 - as above

    blink.append(doing)
    events = async_capture_events(home.hass, "blinked")
    steps = [BLINK, {"variables": {"twice": "{{ count * 2 }}"}}]
    result = await home.run(*steps, variables={"count": 3})
    assert result.ending is Ending.FINISHED
    assert seen == {"count": 3, "context": home.context}
    assert (result.variables["count"], result.variables["twice"]) == (4, 8)
    assert events[0].context is home.context
    record = home.records["0"]
    assert (record.action, record.status) == ("blink", StepStatus.SUCCEEDED)


async def test_all_keys_of_an_unknown_action_are_its_own(home, blink):
    """Nobody knows what ``retry`` means to it; its schema decides."""
    with pytest.raises(InvalidActionError, match="0: retry: came"):
        await home.run(BLINK | {"retry": 3})


async def test_an_error_of_an_unknown_action_comes_out(home, blink):
    """As any other error, with its step."""

    def fail(_):
        raise HomeAssistantError("no light")

    blink.append(does(fail))
    result = await home.run({"sequence": [BLINK]})
    assert str(result.error) == "no light"
    assert result.place == "0/sequence/0"


async def test_an_error_may_be_passed_over_and_is_recorded(home, blink):
    """``continue_on_error`` is the interpreter's, so the step has failed."""

    def fail(_):
        raise HomeAssistantError("no light")

    blink.append(does(fail))
    result = await home.run(BLINK | {"continue_on_error": True})
    assert result.ending is Ending.FINISHED
    record = home.records["0"]
    assert (record.status, record.error) == (StepStatus.FAILED, "no light")
    assert home.recorder.log.failed == 1


async def test_an_abort_of_an_unknown_action_ends_the_run(home, blink):
    """What is a failure natively is a failure here."""

    def abort(_):
        raise script._AbortScript("no")  # noqa: SLF001 - how handlers say it

    blink.append(does(abort))
    result = await home.run(BLINK, {"event": "never"})
    assert result.ending is Ending.ABORTED
    assert str(result.error) == "the action blink was aborted"


async def test_a_stop_of_an_unknown_action_ends_the_run_with_its_response(home, blink):
    """A response says that it was a stop."""

    def stop(run):
        run._conversation_response = "bye"  # noqa: SLF001 - what a handler works with
        raise script._StopScript("enough", {"a": 1})  # noqa: SLF001 - how handlers say it

    blink.append(does(stop))
    result = await home.run(BLINK, {"event": "never"})
    assert (result.ending, result.response) == (Ending.STOPPED, {"a": 1})
    assert result.conversation_response == "bye"
    assert "1" not in home.records


async def test_what_it_answers_to_a_conversation_is_kept(home, blink):
    """Without a stop as well."""

    def answer(run):
        run._conversation_response = "hello"  # noqa: SLF001 - what a handler works with

    blink.append(does(answer))
    result = await home.run(BLINK)
    assert result.conversation_response == "hello"


async def test_it_sees_the_variables_of_a_loop(home, blink):
    """``repeat`` is there, and stays the loop's own."""
    seen = []
    look = does(lambda run: seen.append(run._variables["repeat"]["index"]))  # noqa: SLF001 - what a handler works with
    blink += [look, look]
    result = await home.run({"repeat": {"count": 2, "sequence": [BLINK]}})
    assert seen == [1, 2]
    assert "repeat" not in result.variables


async def test_what_others_assign_meanwhile_is_not_taken_back(home, blink):
    """Only what it has changed itself is taken over."""

    async def slow(run):
        await asyncio.sleep(5)
        run._variables["own"] = 1  # noqa: SLF001 - what a handler works with

    blink.append(slow)
    other = {"sequence": [{"delay": 1}, {"variables": {"shared": "new"}}]}
    result = await home.run({"parallel": [BLINK, other]}, variables={"shared": "old"})
    assert result.variables["shared"] == "new"
    assert result.variables["own"] == 1


async def test_one_that_home_assistant_does_not_start_is_a_failure(home, blink):
    """While it stops it starts no scripts; nothing was done, and nothing is said to be."""
    home.hass.data[script.DATA_NEW_SCRIPT_RUNS_NOT_ALLOWED] = None
    result = await home.run(BLINK)
    assert result.ending is Ending.ABORTED
    assert str(result.error) == "the action blink was not started"


async def test_a_disabled_one_is_skipped(home, blink):
    """As any other step."""
    await home.run(BLINK | {"enabled": False})
    assert home.records["0"].status is StepStatus.SKIPPED


async def test_it_ends_with_the_run_that_is_cancelled(home, blink):
    """Nothing of it goes on afterwards."""
    over = []

    async def shine():
        try:
            await asyncio.sleep(100)
        finally:
            over.append(home.now)

    async def slow(run):
        task = home.hass.async_create_task(shine())
        await run._async_run_long_action(task)  # noqa: SLF001 - how handlers wait

    blink.append(slow)
    task = home.hass.async_create_task(home.run(BLINK))
    await asyncio.sleep(2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert over == [2]
