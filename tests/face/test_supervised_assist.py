"""Assist behind the gate, as a conversation agent uses it."""

from dataclasses import replace

import probatio
import pytest

from homeassistant.helpers import llm

from custom_components.action_engine.engine.model.policy import AGENTS, HOUSEHOLD
from tests.engine.gate_home import FREE
from tests.face.assist_home import add_assist, expose
from tests.face.gate_house import ADULT, GateHouse
from tests.face.llm_home import Model

LAMP = {"name": "Hall lamp"}
DOOR = {"name": "Front door"}
LIGHTS = replace(FREE, allowed_actions=("assist/*", "light.*"))


@pytest.fixture
async def assist(hass, entry):
    """Return a home with Assist, and a model that has it behind the gate."""
    await add_assist(hass)
    house = GateHouse(hass, entry.runtime_data.engine)
    expose(hass)
    return house


@pytest.fixture
def model(assist):
    """Return a model that has Assist, supervised."""
    return Model(assist, api_id="action_engine_assist")


async def test_it_looks_like_assist(hass, assist, model):
    """The same tools with the same schemas, and one more paragraph in the prompt."""
    own = await model.instance()
    real = await llm.async_get_api(hass, "assist", model.context)
    assert own.api.name == "Assist, supervised"
    assert own.api_prompt.startswith(real.api_prompt)
    assert "held" in own.api_prompt
    assert own.custom_serializer is real.custom_serializer
    assert [one.name for one in own.tools] == [one.name for one in real.tools]
    for mine, theirs in zip(own.tools, real.tools, strict=True):
        for name in ("title", "description", "annotations", "integration"):
            assert getattr(mine, name) == getattr(theirs, name)
        assert probatio.to_openapi(
            mine.parameters, custom_serializer=own.custom_serializer
        ) == probatio.to_openapi(
            theirs.parameters, custom_serializer=own.custom_serializer
        )


async def test_reading_is_passed_through(assist, model):
    """Even under a policy that is off: it only looks."""
    assist.judge_by(HOUSEHOLD, AGENTS)
    told = await model.call("GetDateTime")
    assert not told.error
    assert told.data["weekday"]
    seen = await model.call("GetLiveContext")
    assert "Hall lamp" in str(seen.data)
    assert assist.engine.executions == []


async def test_what_the_policy_allows_is_done(assist, model):
    """The lamp goes on, and the model gets what the tool itself answered."""
    assist.judge_by(HOUSEHOLD, LIGHTS)
    told = await model.call("HassTurnOn", **LAMP)
    assert not told.error
    assert assist.calls == [("light.turn_on", "light.hall")]
    assert told.data["response_type"] == "action_done"
    assert told.data["data"]["success"][0]["id"] == "light.hall"


async def test_what_it_does_not_allow_is_denied(assist, model):
    """Assist unlocks by turning off; the lock is what counts."""
    assist.judge_by(HOUSEHOLD, LIGHTS)
    told = await model.call("HassTurnOff", **DOOR)
    assert told.error
    assert told.data["outcome"] == "denied"
    assert told.data["reasons"]
    assert "tell the user" in told.data["advice"].lower()
    assert assist.calls == []


async def test_what_is_held_is_done_when_a_person_says_yes(assist, model):
    """In words to the model, and for real after the yes."""
    told = await model.call("HassTurnOn", **LAMP)
    assert not told.error
    assert told.data["outcome"] == "held"
    assert assist.calls == []
    looking = Model(assist)
    assert (await looking.look(told.data["execution_id"]))["outcome"] == "held"
    question = assist.question()
    assert question.verdict["impact"]["entity_ids"] == ["light.hall"]
    await assist.call("approve", ADULT, approval_id=question.id)
    await assist.idle()
    assert assist.calls == [("light.turn_on", "light.hall")]


async def test_off_means_off(assist, model):
    """Under the policy that every home begins with, nothing is done."""
    assist.judge_by(HOUSEHOLD, AGENTS)
    assert (await model.call("HassTurnOn", **LAMP)).data["outcome"] == "denied"
    assert assist.calls == []


async def test_a_name_that_nobody_has_is_no_success(assist, model):
    """What cannot be resolved is not let through unseen."""
    assist.judge_by(HOUSEHOLD, LIGHTS)
    told = await model.call("HassTurnOn", name="Moon")
    assert told.data["outcome"] != "executed"
    assert assist.calls == []


async def test_wrong_arguments_are_an_answer(assist, model):
    """As with the tools of the engine."""
    told = await model.call("HassTurnOn", brightness="much", colour="blue")
    assert told.error
    assert told.data["code"] == "invalid_arguments"


async def test_the_same_twice_in_one_turn_is_done_once(assist, model):
    """Toggling twice would be as if nothing had been asked."""
    assist.judge_by(HOUSEHOLD, LIGHTS)
    for _ in range(2):
        assert not (await model.call("HassTurnOn", **LAMP)).error
    assert len(assist.calls) == 1
