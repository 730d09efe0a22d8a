"""Triggers of the engine, as automations hear them."""

from dataclasses import replace
import logging

import probatio
import pytest

from homeassistant.core import Context
from homeassistant.helpers.trigger import (
    async_initialize_triggers,
    async_validate_trigger_config,
)
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.engine import EVENT_EXECUTION
from custom_components.action_engine.engine.model.circuit import Circuit, CircuitState
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.trigger import TRIGGERS
from tests.engine.gate_home import ADULT, BOT, FREE, LAMP, OWNER, SUPERVISED, UNLOCK
from tests.face.lives import crash, live_again

END_FACTS = {
    *("execution_id", "name", "state", "success", "origin", "policy", "policy_id"),
    *("reason", "code", "final_answer"),
}
QUESTION_FACTS = {
    *("approval_id", "execution_id", "name", "policy", "policy_id", "risk", "reason"),
    *("actions", "expires"),
}


@pytest.fixture
async def hear(hass):
    """Attach a trigger, and return the list to which each firing is added."""
    attached = {}

    async def attach(key, not_fired=None, **options):
        heard = []

        async def action(variables, context=None):
            heard.append(variables["trigger"] | {"context": context})

        config = [{"platform": f"action_engine.{key}", "options": options}]
        config = await async_validate_trigger_config(hass, config)
        stop = await async_initialize_triggers(
            *(hass, config, action, "test", "test", logging.getLogger(__name__).log),
            did_not_trigger=not_fired,
        )
        attached[id(heard)] = stop
        return heard

    attach.no_more = lambda heard: attached.pop(id(heard))()
    yield attach
    for stop in attached.values():
        stop()


def names(heard):
    """Return what the executions were called that were heard of."""
    return [one["name"] for one in heard]


class TestExecutionFinished:
    """Every end is told once."""

    async def test_the_facts(self, hass, run, hear):
        """Templates know what ended, how, and under which policy."""
        heard = await hear("execution_finished")
        summary = await run("work", name="Lights")
        await hass.async_block_till_done()
        (fired,) = heard
        assert fired.keys() >= END_FACTS
        assert fired["execution_id"] == summary["execution_id"]
        assert fired["name"] == "Lights"
        assert fired["state"] == "success"
        assert fired["success"] is True
        assert fired["policy"] == "Household"
        assert fired["reason"] is None
        assert fired["final_answer"] == summary["final_answer"]
        assert fired["description"] == "Lights ended: success"
        assert fired["platform"] == "action_engine.execution_finished"

    async def test_it_is_linked_to_the_execution(self, hass, run, hear):
        """So the logbook knows what led to the automation."""
        heard = await hear("execution_finished")
        summary = await run("work")
        await hass.async_block_till_done()
        assert heard[0]["context"].id == summary["execution_id"]

    async def test_moves_between_are_not_told(self, hass, run, hear, engine, home):
        """Neither a start, nor a pause, nor that it goes on."""
        heard = await hear("execution_finished")
        accepted = await run("wait", wait=False)
        await home.entered.wait()
        engine.pause(accepted["execution_id"])
        engine.resume(accepted["execution_id"])
        assert heard == []
        home.gate.set()
        await engine.get(accepted["execution_id"]).wait()
        await hass.async_block_till_done()
        assert len(heard) == 1

    async def test_kinds_of_ends(self, hass, run, hear):
        """Only those that are wanted are told."""
        failed = await hear("execution_finished", states=["failed", "cancelled"])
        good = await hear("execution_finished", states="success")
        await run("fail", name="Bad")
        await run("work", name="Good")
        await hass.async_block_till_done()
        assert (names(failed), names(good)) == (["Bad"], ["Good"])

    @pytest.mark.parametrize(
        ("options", "fires"),
        [
            ({"name": ["hall *"]}, True),
            ({"name": ["Hall"]}, False),
            ({"name": ["attic", "HALL lights"]}, True),
            ({"action": ["home.w*"]}, True),
            ({"action": ["home.fail"]}, False),
            ({"policy": ["household"]}, True),
            ({"policy": "Agents"}, False),
            ({"name": ["hall*"], "policy": ["Agents"]}, False),
            ({"origin": ["script.other"]}, False),
            ({"name": [], "policy": []}, True),
        ],
    )
    async def test_filters(self, hass, run, hear, options, fires):
        """Each option that is given has to fit, with any one of its values."""
        heard = await hear("execution_finished", **options)
        await run("work", name="Hall lights")
        await hass.async_block_till_done()
        assert bool(heard) is fires

    async def test_where_it_was_read(self, hass, run, hear):
        """A script that the engine has run is found by its entity."""
        evening = {"evening": {"sequence": [{"action": "home.work"}]}}
        assert await async_setup_component(hass, "script", {"script": evening})
        heard = await hear("execution_finished", origin="script.evening")
        await run(script="script.evening")
        await run("work")
        await hass.async_block_till_done()
        assert [one["origin"] for one in heard] == ["script.evening"]

    async def test_what_was_not_let_in(self, hass, house, hear):
        """It was never run, and is told with the reason and found by what it wanted."""
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        heard = await hear(
            *("execution_finished",), states=["denied"], action=["light.*"]
        )
        await house.ask(LAMP)
        await hass.async_block_till_done()
        (fired,) = heard
        assert fired["state"] == "denied"
        assert fired["code"] == "request_denied"
        assert fired["reason"]
        assert fired["policy"] == "Agents"

    async def test_what_was_undone(self, house, hear):
        """The undoing is an execution of its own, and what it undid is told once more."""
        house.judge_by(HOUSEHOLD, FREE)
        answer = await house.ask(LAMP)
        heard = await hear("execution_finished", states=["rolled_back"])
        await house.call("rollback", OWNER, execution_id=answer["execution_id"])
        await house.idle()
        assert [one["execution_id"] for one in heard] == [answer["execution_id"]]

    async def test_secrets_are_not_told(self, hass, run, hear):
        """What was given under a telling name is taken out of the reason, too."""

        async def refuse(call):
            raise ValueError(call.data["code"])

        hass.services.async_register("home", "open", refuse)
        heard = await hear("execution_finished")
        await run(actions=[{"action": "home.open", "data": {"code": "geheim4711"}}])
        await hass.async_block_till_done()
        assert heard[0]["state"] == "failed"
        assert "geheim4711" not in str(heard)

    async def test_an_event_that_somebody_made_up(self, hass, run, hear):
        """Only the engine tells of its executions."""
        summary = await run("work")
        heard = await hear("execution_finished")
        data = {
            "execution_id": summary["execution_id"],
            "name": "Made up",
            "state": "success",
            "previous": "executing",
            "origin": None,
        }
        hass.bus.async_fire(EVENT_EXECUTION, data)
        strange = Context(id="nobody")
        hass.bus.async_fire(
            EVENT_EXECUTION, data | {"execution_id": "nobody"}, context=strange
        )
        await hass.async_block_till_done()
        assert heard == []


class TestExecutionFailed:
    """What nobody wants is told, and nothing else."""

    async def test_a_failure(self, hass, run, hear):
        """With its reason."""
        heard = await hear("execution_failed")
        await run("fail", name="Lights")
        await run("work")
        await hass.async_block_till_done()
        (fired,) = heard
        assert (fired["name"], fired["state"]) == ("Lights", "failed")
        assert fired["success"] is False
        assert "the cable is cut" in fired["reason"]

    async def test_filters(self, hass, run, hear):
        """As for every end."""
        heard = await hear("execution_failed", name="Doors")
        await run("fail", name="Lights")
        await run("fail", name="Doors")
        await hass.async_block_till_done()
        assert names(heard) == ["Doors"]


class TestApprovalRequested:
    """A question is told once."""

    async def test_the_facts(self, hass, house, hear):
        """With what an automation may know of it, and nothing that the asker says."""
        heard = await hear("approval_requested")
        await house.ask(LAMP, name="Lights", reasoning="trust me")
        await hass.async_block_till_done()
        (fired,) = heard
        question = house.question()
        assert fired.keys() >= QUESTION_FACTS
        assert fired["approval_id"] == question.id
        assert fired["execution_id"] == question.execution_id
        assert (fired["name"], fired["policy"]) == ("Lights", "Agents")
        assert (fired["risk"], fired["actions"]) == ("low", ["light.turn_on"])
        assert fired["expires"] == question.expires.isoformat()
        assert fired["description"] == "Agents asks about Lights"
        assert "trust me" not in str(heard)

    async def test_an_answer_is_not_told(self, house, hear):
        """Neither who agrees nor what becomes of it."""
        heard = await hear("approval_requested")
        await house.ask(UNLOCK)
        question = house.question()
        await house.call("approve", ADULT, response=False, approval_id=question.id)
        assert house.question().agreed == (ADULT,)
        await house.call("reject", OWNER, response=False, approval_id=question.id)
        await house.idle()
        assert len(heard) == 1

    @pytest.mark.parametrize(
        ("options", "fires"),
        [
            ({"risk": ["low"]}, True),
            ({"risk": ["high", "critical"]}, False),
            ({"action": ["light.*"]}, True),
            ({"action": ["lock.*"]}, False),
            ({"policy": ["agents"]}, True),
            ({"policy": ["Household"]}, False),
        ],
    )
    async def test_filters(self, hass, house, hear, options, fires):
        """By risk, by what would be called, by policy."""
        heard = await hear("approval_requested", **options)
        await house.ask(LAMP)
        await hass.async_block_till_done()
        assert bool(heard) is fires


class TestCircuitOpened:
    """Something that is left alone is told when that begins."""

    @pytest.fixture
    def circuits(self, engine, monkeypatch):
        """Return the circuits that the gate has from now on."""
        found = []
        monkeypatch.setattr(engine.gate, "circuits", lambda: found)
        return found

    @pytest.fixture
    def look(self, entry, beat):
        """Have the alarm look."""

        async def look():
            entry.runtime_data.pulse.touch()
            await beat()

        return look

    async def test_the_facts(self, circuits, look, hear):
        """Once, until it was closed in between."""
        heard = await hear("circuit_opened")
        opened = Circuit(
            key="action:light.turn_on", state=CircuitState.OPEN, failures=5
        )
        circuits.append(opened)
        await look()
        circuits[0] = replace(opened, state=CircuitState.HALF_OPEN)
        await look()
        (fired,) = heard
        assert fired["circuit"] == "action:light.turn_on"
        assert (fired["kind"], fired["about"]) == ("action", "light.turn_on")
        assert fired["failures"] == 5
        circuits.clear()
        await look()
        circuits.append(opened)
        await look()
        assert len(heard) == 2

    async def test_filters(self, circuits, look, hear):
        """By kind, and by what it is about."""
        lights = await hear("circuit_opened", action=["light.*"])
        whole = await hear("circuit_opened", kind=["integration", "all"])
        for key in ("action:light.turn_on", "integration:hue", "all"):
            circuits.append(Circuit(key=key, state=CircuitState.OPEN))
        await look()
        assert [one["circuit"] for one in lights] == ["action:light.turn_on"]
        assert {one["circuit"] for one in whole} == {"integration:hue", "all"}

    async def test_other_alerts_are_none(self, house, entry, look, hear):
        """A limit that is used up is no circuit."""
        heard = await hear("circuit_opened")
        house.judge_by(HOUSEHOLD, replace(FREE, max_per_hour=1, repeats=None))
        for _ in range(3):
            await house.ask(LAMP)
        await look()
        assert entry.runtime_data.lookout.alarm.alerts
        assert heard == []


class TestLives:
    """A trigger outlives the entry."""

    async def test_the_entry_is_loaded_again(self, hass, entry, run, hear):
        """It hears of the next life, and once."""
        heard = await hear("execution_finished")
        assert await hass.config_entries.async_reload(entry.entry_id)
        await hass.async_block_till_done()
        await run("work", name="Second life")
        await hass.async_block_till_done()
        assert names(heard) == ["Second life"]

    async def test_it_was_there_before_the_entry(self, hass, hear, entry, run):
        """As automations are when Home Assistant starts."""
        await hass.config_entries.async_unload(entry.entry_id)
        heard = await hear("execution_finished")
        await hass.config_entries.async_setup(entry.entry_id)
        await run("work", name="Late")
        await hass.async_block_till_done()
        assert names(heard) == ["Late"]

    async def test_what_is_broken_off_has_not_ended(self, hass, entry, run, hear):
        """It goes on in the next life, and its end is told then."""
        heard = await hear("execution_finished")
        await run(actions=[{"delay": 5}, {"action": "home.work"}], wait=False)
        await crash(hass, entry)
        assert heard == []
        await live_again(hass, entry)
        assert heard == []

    async def test_what_nobody_knows_any_more(self, hass, entry, run, home, hear):
        """It is told in the life that finds it."""
        heard = await hear("execution_failed")
        data = {"message": "open"}
        await run(actions=[{"action": "home.wait", "data": data}], wait=False)
        await home.entered.wait()
        await crash(hass, entry, home.gate.set)
        await live_again(hass, entry)
        await hass.async_block_till_done(wait_background_tasks=True)
        assert [one["state"] for one in heard] == ["unknown"]

    @pytest.mark.parametrize("again", [True, False])
    async def test_a_question_outlives_a_life(self, hass, entry, house, hear, again):
        """What is rejected is told once, whether this life knows the execution or not."""
        heard = await hear("execution_finished", policy="Agents", action="light.*")
        answer = await house.ask(LAMP, name="Lights")
        if again:
            assert await hass.config_entries.async_reload(entry.entry_id)
            house.engine = entry.runtime_data.engine
            house.judge_by(HOUSEHOLD, SUPERVISED)
        question = house.question().id
        await house.call("reject", OWNER, response=False, approval_id=question)
        await house.idle()
        (fired,) = heard
        assert fired.keys() >= END_FACTS
        assert fired["execution_id"] == answer["execution_id"]
        assert (fired["name"], fired["state"]) == ("Lights", "rejected")

    async def test_who_is_detached_hears_nothing(self, hass, run, hear):
        """An automation that was switched off stays silent."""
        heard = await hear("execution_finished")
        other = await hear("execution_finished")
        hear.no_more(heard)
        await run("work")
        await hass.async_block_till_done()
        assert (len(heard), len(other)) == (0, 1)


@pytest.mark.parametrize("key", TRIGGERS)
@pytest.mark.parametrize(
    "wrong", [{"options": {"colour": "red"}}, {"target": {"entity_id": "light.hall"}}]
)
async def test_what_is_not_known_is_refused(hass, entry, key, wrong):
    """An option that does not exist, and a target that would mean nothing."""
    config = [{"platform": f"action_engine.{key}", **wrong}]
    with pytest.raises(probatio.Invalid, match=r"colour|target"):
        await async_validate_trigger_config(hass, config)


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("execution_finished", {"states": ["done"]}),
        ("approval_requested", {"risk": ["huge"]}),
        ("circuit_opened", {"kind": ["fuse"]}),
    ],
)
async def test_a_choice_that_does_not_exist_is_refused(hass, entry, key, options):
    """So that a typing mistake does not end in silence."""
    config = [{"platform": f"action_engine.{key}", "options": options}]
    with pytest.raises(probatio.Invalid):
        await async_validate_trigger_config(hass, config)


async def test_a_policy_that_is_not_there_is_told_in_the_trace(hass, run, hear):
    """It may come later, so it is no mistake at once; but somebody should see it."""
    reasons = []

    def not_fired(_variables, info, _context=None):
        reasons.append(info.as_dict())

    await hear("execution_finished", not_fired, policy=["Agnets", "Agents"])
    await run("work")
    await hass.async_block_till_done()
    assert reasons == [{"reason": "no_such_policy", "data": {"policy": ["Agnets"]}}]


async def test_in_an_automation(hass, run):
    """With a template that uses the trigger variables."""
    automation = {
        "alias": "Watch",
        "triggers": {
            "trigger": "action_engine.execution_failed",
            "options": {"name": "Doors"},
        },
        "actions": {
            "event": "told",
            "event_data": {"what": "{{ trigger.name }}: {{ trigger.reason }}"},
        },
    }
    told = []
    hass.bus.async_listen("told", lambda event: told.append(event.data["what"]))
    assert await async_setup_component(hass, "automation", {"automation": automation})
    await run("fail", name="Doors")
    await hass.async_block_till_done()
    assert told == ["Doors: the cable is cut"]


async def test_what_an_automation_asks_for_is_its_own(hass, house):
    """Who is woken by an agent's execution asks as an automation, not as the agent."""
    house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
    automation = {
        "alias": "Watch",
        "triggers": {
            "trigger": "action_engine.execution_finished",
            "options": {"policy": "Agents"},
        },
        "actions": {"action": "action_engine.run", "data": {"actions": [LAMP]}},
    }
    assert await async_setup_component(hass, "automation", {"automation": automation})
    await house.ask(LAMP, as_=BOT)
    await house.idle()
    assert house.calls == [("light.turn_on", "light.hall")]
