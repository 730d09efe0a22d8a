"""The actions of the integration, called as automations call them."""

import asyncio

import pytest

from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import (
    ActionExecutionError,
    ExecutionCancelledError,
    ExecutionNotFoundError,
    InvalidActionError,
)
from tests.face.bad_data import BAD_DATA
from tests.people import add_person

pytestmark = pytest.mark.usefixtures("home")


async def call(hass, service, *, response=False, **data):
    """Call one of the actions."""
    return await hass.services.async_call(
        DOMAIN, service, data, blocking=True, return_response=response
    )


async def test_run_answers_with_the_summary(run, home):
    """Who asks for a response gets the whole account."""
    summary = await run("work", "work", name="Twice")
    assert len(home.calls) == 2
    assert summary["name"] == "Twice"
    assert summary["state"] == "success"
    assert summary["success"] is True
    assert [step["action"] for step in summary["steps"]] == ["home.work"] * 2
    assert summary["final_answer"].startswith("Twice is done")


async def test_run_acts_for_the_caller(hass, run, home):
    """What it calls is a child of the caller's context, for the same user."""
    context = Context(user_id=add_person(hass, "0123456789abcdef0123456789abcdef"))
    await run("work", context=context)
    assert home.calls[0].context.parent_id == context.id
    assert home.calls[0].context.user_id == context.user_id


async def test_a_failed_run_raises_when_nobody_reads_the_summary(run):
    """Like any action, so that an automation stops."""
    with pytest.raises(ActionExecutionError, match="the cable is cut"):
        await run("fail", response=False, name="Broken")


async def test_a_failed_run_is_told_in_the_response(run):
    """Who asked for a response decides for himself."""
    summary = await run("fail")
    assert summary["success"] is False
    assert summary["state"] == "failed"
    assert "the cable is cut" in summary["error"]["message"]


async def test_on_failure_raise_wins_both_ways(run):
    """It raises although a response was asked for, and keeps silent without one."""
    with pytest.raises(ActionExecutionError):
        await run("fail", on_failure_raise=True)
    await run("fail", response=False, on_failure_raise=False)


async def test_a_success_never_raises(run):
    """The wish to hear of failures is about failures."""
    assert (await run("work", on_failure_raise=True))["success"] is True


async def test_a_cancelled_run_raises_for_who_waits(hass, run, home):
    """Cancelled is not failed, and an error all the same."""
    waiting = hass.async_create_task(run("wait", response=False))
    await home.entered.wait()
    await call(hass, "cancel_all")
    with pytest.raises(ExecutionCancelledError):
        await waiting


async def test_without_waiting_the_id_comes_at_once(hass, run, engine, home):
    """The run goes on by itself, and its account is there to be asked for."""
    accepted = await run("wait", wait=False)
    assert accepted.keys() == {"execution_id", "state"}
    await home.entered.wait()
    execution_id = accepted["execution_id"]
    now = await call(hass, "get_execution", response=True, execution_id=execution_id)
    assert now["state"] == "executing"
    home.gate.set()
    await engine.get(execution_id).wait()
    then = await call(hass, "get_execution", response=True, execution_id=execution_id)
    assert then["state"] == "success"


async def test_a_failure_that_nobody_waits_for_raises_nowhere(run, engine):
    """It is in the account, in the entities and in the events."""
    accepted = await run("fail", wait=False)
    summary = await engine.get(accepted["execution_id"]).wait()
    assert summary.state == "failed"


async def test_pause_and_resume(hass, run, engine, home):
    """A paused execution does nothing more until it is resumed."""
    accepted = await run("wait", "work", wait=False)
    execution_id = accepted["execution_id"]
    paused = asyncio.Event()
    engine.on_move(lambda one, _: one.state == "paused" and paused.set())
    await home.entered.wait()
    await call(hass, "pause", execution_id=execution_id)
    home.gate.set()
    await paused.wait()
    assert len(home.calls) == 1
    await call(hass, "resume", execution_id=execution_id)
    assert (await engine.get(execution_id).wait()).success
    assert len(home.calls) == 2


LIMITED = {"execution": {"timeout": 30}, "verification": {"verify": False}}


@pytest.mark.parametrize("options", [LIMITED])
async def test_the_limit_of_the_options_counts(run, engine, home, freezer):
    """What takes longer has failed."""
    accepted = await run("wait", wait=False)
    await home.entered.wait()
    freezer.tick(31)
    summary = await engine.get(accepted["execution_id"]).wait()
    assert summary.state == "failed"
    assert summary.ending == "timeout"


@pytest.mark.parametrize("options", [LIMITED])
async def test_a_limit_of_zero_lifts_it(run, engine, home, freezer, beat):
    """Who knows that it takes long says so."""
    accepted = await run("wait", wait=False, timeout=0)
    await home.entered.wait()
    freezer.tick(31)
    await beat()
    assert engine.get(accepted["execution_id"]).state == "executing"
    home.gate.set()
    assert (await engine.get(accepted["execution_id"]).wait()).success


async def test_cancel_ends_one(hass, run, engine, home):
    """The one whose id is given, and nothing of it happens any more."""
    accepted = await run("wait", "work", wait=False)
    await home.entered.wait()
    await call(hass, "cancel", execution_id=accepted["execution_id"])
    summary = await engine.get(accepted["execution_id"]).wait()
    assert summary.state == "cancelled"
    assert len(home.calls) == 1


async def test_cancel_all_tells_how_many(hass, run, home):
    """An answer for who wants one."""
    first = await run("wait", wait=False)
    await home.entered.wait()
    await run("wait", wait=False)
    answer = await call(hass, "cancel_all", response=True)
    assert answer == {"cancelled": 2}
    await hass.async_block_till_done(wait_background_tasks=True)
    with pytest.raises(ExecutionNotFoundError):
        await call(hass, "cancel", execution_id=first["execution_id"])


async def test_repeat_last_makes_a_new_execution(hass, run, engine, home):
    """The same request, another id."""
    first = await run("work")
    again = await call(hass, "repeat_last", response=True)
    assert again["execution_id"] != first["execution_id"]
    assert (await engine.get(again["execution_id"]).wait()).success
    assert len(home.calls) == 2


@pytest.mark.usefixtures("entry")
async def test_repeat_last_needs_a_last_one(hass):
    """A fresh engine has nothing to repeat."""
    with pytest.raises(ExecutionNotFoundError):
        await call(hass, "repeat_last")


@pytest.mark.usefixtures("entry")
async def test_validate_runs_nothing(hass, home):
    """It tells what would be done."""
    answer = await call(
        hass, "validate", response=True, actions=[{"action": "home.work"}]
    )
    assert answer["valid"] is True
    assert answer["problems"] == []
    assert home.calls == []


@pytest.mark.usefixtures("entry")
async def test_validate_names_every_place(hass):
    """What is wrong comes as an answer, not as an error."""
    answer = await call(hass, "validate", response=True, yaml="- delay: soon\n- {}")
    assert answer["valid"] is False
    assert {"place", "came", "expected"} == answer["problems"][0].keys()


@pytest.mark.parametrize(("data", "place", "came", "expected"), BAD_DATA)
@pytest.mark.usefixtures("entry")
async def test_bad_input_is_a_sentence(hass, data, place, came, expected):
    """The caller reads the place, what came and what was expected."""
    with pytest.raises(ServiceValidationError) as refused:
        await hass.services.async_call(
            DOMAIN, "run", data, blocking=True, return_response=True
        )
    assert str(refused.value).startswith(f"{place}: came {came}, expected {expected}")


@pytest.mark.parametrize(
    "data",
    [
        {"actions": []},
        {"actions": "light.turn_on"},
        {"actions": 5},
        {"actions": [5]},
        {"actions": [{"action": "home.nothing"}]},
        {"actions": [{"action": "home.work", "retry": {"max_retries": "x"}}]},
        {"yaml": ""},
        {"yaml": 5},
        {"yaml": "- !include secrets.yaml"},
        {"yaml": "- " * 3000},
        {"yaml": "x" * 5_000_000},
        {"yaml": "[" * 3000},
        {"yaml": "- delay: 1\n- ? [a\n"},
        {"yaml": "a: &a [x]\nb: *a"},
        {"script": "script.nowhere"},
        {"script": "light.hall"},
        {"automation": "automation.nowhere"},
        {"automation": 5},
    ],
)
@pytest.mark.usefixtures("entry")
async def test_bad_sources_are_refused(hass, home, data):
    """Whatever is handed in as actions, the answer is an error that the caller can read."""
    with pytest.raises(ServiceValidationError) as refused:
        await hass.services.async_call(
            DOMAIN, "run", data, blocking=True, return_response=True
        )
    assert refused.value.translation_domain == DOMAIN
    assert home.calls == []


@pytest.mark.parametrize("service", ["cancel", "pause", "resume"])
@pytest.mark.usefixtures("entry")
async def test_commands_need_an_execution_that_is_there(hass, service):
    """A wrong id, a missing id and a wrong field each get their sentence."""
    with pytest.raises(ExecutionNotFoundError, match="no such execution"):
        await call(hass, service, execution_id="01K")
    with pytest.raises(InvalidActionError, match="came nothing, expected the id"):
        await call(hass, service)
    with pytest.raises(InvalidActionError, match="expected perhaps execution_id"):
        await call(hass, service, execution="01K")


async def test_without_the_entry_the_actions_say_so(hass, entry):
    """They stay registered, so that automations stay valid."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(ServiceValidationError, match="not loaded"):
        await call(hass, "run", actions=[{"action": "home.work"}])


async def test_a_disabled_engine_says_so(run, engine):
    """The switch is off, and the caller is told."""
    engine.set_enabled(False)
    with pytest.raises(HomeAssistantError, match="takes no new work"):
        await run("work")
