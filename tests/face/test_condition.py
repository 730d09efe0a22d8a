"""Conditions of the engine, as automations check them."""

from dataclasses import replace

import probatio
import pytest

from homeassistant.exceptions import ConditionError
from homeassistant.helpers.condition import (
    async_from_config,
    async_validate_condition_config,
)
from homeassistant.setup import async_setup_component

from custom_components.action_engine.condition import CONDITIONS
from custom_components.action_engine.engine.model.policy import AGENTS, HOUSEHOLD
from tests.engine.gate_home import BOT, FREE, LAMP, SUPERVISED

STANDINGS = {
    "disabled": AGENTS,
    "supervised": SUPERVISED,
    "canary": replace(FREE, canary_percentage=30),
    "full_auto": FREE,
}


@pytest.fixture
async def checker(hass):
    """Make a condition as an automation would."""
    made = []

    async def make(key, /, **options):
        config = {"condition": f"action_engine.{key}", "options": options}
        config = await async_validate_condition_config(hass, config)
        made.append(await async_from_config(hass, config))
        return made[-1]

    yield make
    for one in made:
        one.async_unload()


class TestIsRunning:
    """What runs right now."""

    async def test_from_begin_to_end(self, engine, run, home, checker):
        """True while it runs or is paused, and false before and after."""
        is_running = await checker("is_running")
        assert is_running.async_check() is False
        accepted = await run("wait", "work", wait=False)
        await home.entered.wait()
        assert is_running.async_check() is True
        engine.pause(accepted["execution_id"])
        assert is_running.async_check() is True
        engine.resume(accepted["execution_id"])
        home.gate.set()
        await engine.get(accepted["execution_id"]).wait()
        assert is_running.async_check() is False

    @pytest.mark.parametrize(
        ("options", "holds"),
        [
            ({"name": "hall *"}, True),
            ({"name": ["Attic", "Hall lights"]}, True),
            ({"name": "Hall"}, False),
            ({"key": "hall"}, True),
            ({"key": ["attic"]}, False),
            ({"name": "Hall lights", "key": "attic"}, False),
            ({"name": []}, True),
        ],
    )
    async def test_which(self, run, home, checker, options, holds):
        """By its name, by its key, and both where both are given."""
        is_running = await checker("is_running", **options)
        await run("wait", wait=False, name="Hall lights", key="hall")
        await home.entered.wait()
        assert is_running.async_check() is holds
        home.gate.set()

    async def test_what_waits_for_its_turn(self, run, home, checker):
        """It counts for those who say so."""
        running = await checker("is_running", name="Second")
        either = await checker("is_running", name="Second", queued=True)
        await run("wait", wait=False, name="First", key="k")
        await home.entered.wait()
        await run("work", wait=False, name="Second", key="k", mode="queued")
        assert running.async_check() is False
        assert either.async_check() is True
        home.gate.set()

    async def test_a_question_is_no_run(self, house, checker):
        """What waits for a person does not run."""
        is_running = await checker("is_running", queued=True)
        await house.ask(LAMP)
        assert is_running.async_check() is False


class TestPolicyIs:
    """How a policy stands."""

    @pytest.mark.parametrize("status", STANDINGS)
    async def test_each_way(self, engine, checker, status):
        """One of them holds at a time."""
        engine.gate.set_policies((HOUSEHOLD, STANDINGS[status]))
        found = {
            one: (await checker("policy_is", policy="agents", status=one)).async_check()
            for one in STANDINGS
        }
        assert found == {one: one == status for one in STANDINGS}

    async def test_one_of_several(self, engine, checker):
        """Any of those that are given."""
        engine.gate.set_policies((HOUSEHOLD, SUPERVISED))
        ways = ["canary", "supervised"]
        awake = await checker("policy_is", policy="Agents", status=ways)
        assert awake.async_check() is True
        engine.gate.set_policies((HOUSEHOLD, FREE))
        assert awake.async_check() is False

    @pytest.mark.usefixtures("entry")
    async def test_a_policy_that_is_not_there(self, checker):
        """An error that names those that are: it is neither on nor off."""
        condition = await checker("policy_is", policy="Agnets", status="disabled")
        with pytest.raises(ConditionError, match=r"'Agnets'.*Household, Agents"):
            condition.async_check()


EXAMPLES = {
    "is_running": {},
    "policy_is": {"policy": "Household", "status": "full_auto"},
}


@pytest.mark.parametrize("key", CONDITIONS)
async def test_the_entry_comes_and_goes(hass, entry, checker, key):
    """Without an engine nobody can tell; a new one answers again."""
    condition = await checker(key, **EXAMPLES[key])
    before = condition.async_check()
    await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(ConditionError, match=rf"action_engine\.{key}"):
        condition.async_check()
    await hass.config_entries.async_setup(entry.entry_id)
    assert condition.async_check() is before


@pytest.mark.parametrize("key", CONDITIONS)
@pytest.mark.parametrize(
    "wrong", [{"options": {"colour": "red"}}, {"target": {"entity_id": "light.hall"}}]
)
async def test_what_is_not_known_is_refused(hass, entry, key, wrong):
    """An option that does not exist, and a target that would mean nothing."""
    options = EXAMPLES[key] | wrong.get("options", {})
    config = {"condition": f"action_engine.{key}"} | wrong | {"options": options}
    with pytest.raises(probatio.Invalid, match=r"colour|target"):
        await async_validate_condition_config(hass, config)


@pytest.mark.parametrize(
    "options", [{"policy": "Agents"}, {"status": "canary"}, {"status": "awake"}]
)
async def test_what_is_missing_or_wrong_is_refused(hass, entry, options):
    """A policy has to be named, and a way in which one can stand."""
    config = {"condition": "action_engine.policy_is", "options": options}
    with pytest.raises(probatio.Invalid):
        await async_validate_condition_config(hass, config)


async def test_changes_are_told(hass, entry, engine, run, home, checker):
    """Whoever waits for a condition hears of every change, until he does not want to."""
    is_running = await checker("is_running")
    stands = await checker("policy_is", policy="Agents", status="supervised")
    assert not is_running.needs_polling
    seen, stood = [], []
    stop = await is_running.async_track_changes(
        lambda: seen.append(is_running.async_check())
    )
    stop_too = await stands.async_track_changes(
        lambda: stood.append(stands.async_check())
    )
    engine.gate.set_policies((HOUSEHOLD, SUPERVISED))
    assert stood[-1] is True
    await run("wait", wait=False)
    await home.entered.wait()
    assert seen[-1] is True
    home.gate.set()
    await hass.async_block_till_done()
    assert seen[-1] is False
    stop()
    stop_too()
    before = len(seen)
    await run("work")
    assert len(seen) == before


async def test_that_the_engine_is_there_is_told(hass, entry, checker):
    """The entry goes and comes, and each time there is another answer."""
    stands = await checker("policy_is", policy="Household", status="full_auto")
    seen = []

    def look():
        try:
            seen.append(stands.async_check())
        except ConditionError:
            seen.append(None)

    stop = await stands.async_track_changes(look)
    await hass.config_entries.async_unload(entry.entry_id)
    assert seen[-1] is None
    await hass.config_entries.async_setup(entry.entry_id)
    assert seen[-1] is True
    stop()


async def test_in_an_automation(hass, run, home):
    """It keeps one from doing what is being done."""
    automation = {
        "alias": "Once",
        "triggers": {"trigger": "event", "event_type": "go"},
        "conditions": {
            "condition": "not",
            "conditions": {
                "condition": "action_engine.is_running",
                "options": {"name": "Water"},
            },
        },
        "actions": {"event": "went"},
    }
    went = []
    hass.bus.async_listen("went", went.append)
    assert await async_setup_component(hass, "automation", {"automation": automation})
    await run("wait", wait=False, name="Water")
    await home.entered.wait()
    hass.bus.async_fire("go")
    await hass.async_block_till_done(wait_background_tasks=False)
    assert went == []
    home.gate.set()
    await hass.async_block_till_done()
    hass.bus.async_fire("go")
    await hass.async_block_till_done()
    assert len(went) == 1


async def test_in_a_run_of_the_engine(house, checker):
    """A run can ask what runs: itself among others."""
    house.judge_by(HOUSEHOLD, FREE)
    condition = {
        "condition": "action_engine.is_running",
        "options": {"name": "Lights"},
    }
    answer = await house.ask(condition, LAMP, name="Lights", as_=BOT)
    assert answer["state"] == "success"
    assert house.calls == [("light.turn_on", "light.hall")]
