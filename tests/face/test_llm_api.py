"""The LLM API of the engine, as models use it."""

import asyncio
from dataclasses import replace

import probatio
import pytest

from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import llm
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    Applies,
)
from tests.engine.gate_home import FREE
from tests.face.gate_house import ADULT, BOT, GUEST, OWNER
from tests.face.llm_home import LAMP, UNLOCK, Model

NOT_THERE = "01JZZZZZZZZZZZZZZZZZZZZZZZ"


@pytest.fixture(autouse=True)
async def _homeassistant(hass):
    """Load what models need beside: traces of conversations, exposed entities."""
    assert await async_setup_component(hass, "homeassistant", {})


@pytest.fixture
def model(house):
    """Return a model that speaks in the name of the agent's account."""
    return Model(house)


async def test_both_apis_come_and_go_with_the_entry(hass, entry):
    """They are there while the entry is loaded, and no longer."""
    named = {one.id: one.name for one in llm.async_get_apis(hass)}
    assert named["action_engine"] == "Action Engine"
    assert named["action_engine_assist"] == "Assist, supervised"
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert not [one for one in llm.async_get_apis(hass) if one.id.startswith(DOMAIN)]
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert len([a for a in llm.async_get_apis(hass) if a.id.startswith(DOMAIN)]) == 2


async def test_tools_say_what_they_are(model, caplog):
    """Prefixed names, our domain, honest annotations, schemas with explanations."""
    instance = await model.instance()
    assert all(one.name.startswith("action_engine__") for one in instance.tools)
    assert {one.integration for one in instance.tools} == {DOMAIN}
    reading = {one.name[15:] for one in instance.tools if one.annotations.read_only}
    assert reading == {"list_allowed", "get_execution"}
    for tool in instance.tools:
        schema = probatio.to_openapi(
            tool.parameters, custom_serializer=instance.custom_serializer
        )
        assert schema["additionalProperties"] is False
        assert tool.description
        for name, field in schema["properties"].items():
            assert field.get("description"), (tool.name, name)
    assert "Detected that custom integration" not in caplog.text


async def test_without_a_policy_that_is_on_nothing_runs(house, model):
    """The policy that every home begins with is off: denied, and said why."""
    house.judge_by(HOUSEHOLD, AGENTS)
    told = await model.propose(LAMP)
    assert told["outcome"] == "denied"
    assert told["reasons"]
    assert "Do not try again" in told["advice"]
    assert house.calls == []


async def test_what_the_policy_lets_through_is_done(house, model):
    """Executed, with its id."""
    house.judge_by(HOUSEHOLD, FREE)
    told = await model.propose(LAMP | {"confidence": 0.95})
    assert told["outcome"] == "executed"
    assert house.calls == [("light.turn_on", "light.hall")]
    assert (await model.look(told["execution_id"]))["outcome"] == "executed"


async def test_held_approved_looked_up_undone(house, model):
    """A person is asked, says yes; the model reads the result, and takes it back."""
    told = await model.propose(LAMP | {"confidence": 0.9, "reasoning": "It is dark"})
    assert told["outcome"] == "held"
    assert "person is being asked" in told["advice"]
    assert told["reasons"]
    assert house.calls == []
    execution_id = told["execution_id"]
    assert house.question().claim["reasoning"] == "It is dark"
    assert (await model.look(execution_id))["outcome"] == "held"

    await house.call("approve", ADULT, approval_id=told["approval_id"])
    await house.idle()
    seen = await model.look(execution_id)
    assert seen["outcome"] == "executed"
    assert seen["steps"][0]["action"] == "light.turn_on"
    assert house.hass.states.get("light.hall").state == "on"

    undo = (await model.call("undo", execution_id=execution_id)).data
    assert undo["outcome"] == "held"
    assert house.hass.states.get("light.hall").state == "on"
    await house.call("approve", ADULT, approval_id=undo["approval_id"])
    await house.idle()
    assert house.hass.states.get("light.hall").state == "off"
    assert (await model.look(execution_id))["outcome"] == "undone"
    assert (await model.look(undo["execution_id"]))["outcome"] == "executed"


async def test_a_no_is_final(house, model):
    """What a person has rejected is looked up as denied, and nothing was called."""
    told = await model.propose(UNLOCK)
    await house.call("reject", OWNER, approval_id=told["approval_id"], reason="No")
    seen = await model.look(told["execution_id"])
    assert seen["outcome"] == "denied"
    assert house.calls == []


@pytest.mark.parametrize("other", [GUEST, OWNER, None])
async def test_e18_executions_of_others_are_not_there(house, model, other):
    """Nobody else's model sees it, an administrator's neither: as if it was not there."""
    told = await model.propose(LAMP)
    stranger = Model(house, other)
    theirs = await stranger.look(told["execution_id"])
    nothing = await stranger.look(NOT_THERE)
    without_id = [
        {key: str(value).replace(of, "") for key, value in one.items()}
        for one, of in ((theirs, told["execution_id"]), (nothing, NOT_THERE))
    ]
    assert without_id[0] == without_id[1]
    refused = await stranger.call("undo", execution_id=told["execution_id"])
    assert refused.error
    assert refused.data["code"] == theirs["code"] == "execution_not_found"


async def test_what_a_person_does_himself_is_not_his_models(house):
    """The execution of a user is not that of the model that speaks in his name."""
    answer = await house.ask(
        {"action": "light.turn_on", "target": {"entity_id": "light.hall"}}, as_=OWNER
    )
    assert answer["success"]
    seen = await Model(house, OWNER).call(
        "get_execution", execution_id=answer["execution_id"]
    )
    assert seen.error


async def test_each_action_is_judged_by_itself(house, model):
    """One that is denied does not keep the next one back; order is kept."""
    house.judge_by(HOUSEHOLD, replace(FREE, allowed_actions=("light.*",)))
    told = await model.call(
        "propose_actions",
        actions=[one | {"confidence": 1} for one in (UNLOCK, LAMP)],
    )
    assert [one["outcome"] for one in told.data["actions"]] == ["denied", "executed"]
    assert not told.error
    assert house.calls == [("light.turn_on", "light.hall")]


async def test_an_action_that_is_not_there(house, model):
    """It is named, with what was expected, and is an error."""
    told = await model.call("propose_actions", actions=[{"action": "light.fly"}])
    assert told.error
    assert told.data["actions"][0]["outcome"] == "rejected"
    assert "light.fly" in told.data["actions"][0]["error"]


@pytest.mark.parametrize(
    "args",
    [
        {},
        {"actions": []},
        {"actions": [{"action": "light.turn_on", "confidence": 2}]},
        {"actions": [{"action": "light.turn_on", "agent": "person"}]},
        {"actions": [{"action": ["light.turn_on"]}]},
    ],
)
async def test_wrong_arguments_are_an_answer(house, model, args):
    """Never an exception: a place, a reason, and nothing is asked of anybody."""
    told = await model.call("propose_actions", **args)
    assert told.error
    assert told.data["code"] == "invalid_arguments"
    assert told.data["error"]
    assert house.engine.gate.pending() == []


async def test_a_template_is_not_rendered(house, model):
    """What a model sends is literal, so it does not find out states this way."""
    text = "{{ states('lock.front') }}"
    house.judge_by(HOUSEHOLD, FREE)
    sneaky = {"action": "light.turn_on", "parameters": {"entity_id": text}}
    told = await model.propose(sneaky | {"confidence": 1})
    assert told["outcome"] != "executed"
    assert house.calls == []


async def test_a_plan_runs_as_one(house, model):
    """Judged as a whole, run in order, answered with outcome and id."""
    house.judge_by(HOUSEHOLD, FREE)
    calls = [
        {"tool_name": "light.turn_on", "parameters": {"entity_id": "light.hall"}},
        {"tool_name": "light.turn_off", "parameters": {"entity_id": "light.hall"}},
    ]
    told = await model.call(
        "run_plan", tool_calls=calls, strategy="sequential", confidence=1
    )
    assert told.data["outcome"] == "executed"
    assert told.data["success"]
    assert [action for action, _ in house.calls] == ["light.turn_on", "light.turn_off"]


async def test_a_plan_with_a_lock_is_held_as_a_whole(house, model):
    """The lamp in it does not go on either."""
    calls = [
        {"tool_name": "light.turn_on", "parameters": {"entity_id": "light.hall"}},
        {"tool_name": "lock.unlock", "parameters": {"entity_id": "lock.front"}},
    ]
    told = await model.call("run_plan", tool_calls=calls)
    assert told.data["outcome"] == "held"
    assert told.data["reasons"]
    assert house.calls == []


async def test_a_plan_that_is_none_is_an_answer(model):
    """A call that depends on nothing that is there."""
    calls = [{"tool_name": "light.turn_on", "dependency": ["nobody"]}]
    told = await model.call("run_plan", tool_calls=calls)
    assert told.error
    assert told.data["outcome"] == "rejected"


async def test_what_takes_too_long_goes_on(hass, house, model, home, engine):
    """Accepted, with its id; not cancelled, and done in the end."""
    home.register(hass)
    house.judge_by(HOUSEHOLD, FREE)
    engine.desk.hatch.seconds = 0.01
    wait = {"action": "home.wait", "confidence": 1}
    told = await model.call("propose_actions", actions=[wait, LAMP | {"confidence": 1}])
    first, second = told.data["actions"]
    assert first["outcome"] == "accepted"
    assert "get_execution" in first["advice"]
    assert second["outcome"] == "rejected"
    assert "still runs" in second["error"]
    home.gate.set()
    await engine.get(first["execution_id"]).end()
    assert (await model.look(first["execution_id"]))["outcome"] == "executed"
    assert house.calls == []


async def test_whoever_goes_away_takes_nothing_with_him(hass, house, model, home):
    """A client that hangs up in the middle does not break a run off."""
    home.register(hass)
    house.judge_by(HOUSEHOLD, FREE)
    waiting = hass.async_create_task(
        model.propose({"action": "home.wait", "confidence": 1})
    )
    await home.entered.wait()
    waiting.cancel()
    (execution,) = [one for one in house.engine.executions if not one.is_ended]
    home.gate.set()
    await execution.end()
    assert execution.state == "success"


async def test_the_same_twice_in_one_turn_runs_once(house, model):
    """Who comes later gets the answer of the first, and is told so."""
    house.judge_by(HOUSEHOLD, FREE)
    asked = {"actions": [LAMP | {"confidence": 1}]}
    both = await asyncio.gather(
        model.call("propose_actions", **asked), model.call("propose_actions", **asked)
    )
    third = await model.call("propose_actions", **asked)
    assert house.calls == [("light.turn_on", "light.hall")]
    told = [one.data for one in (*both, third)]
    assert {one["actions"][0]["execution_id"] for one in told} == {
        house.engine.executions[-1].id
    }
    assert sum("done once" in one.get("duplicate", "") for one in told) == 2


async def test_the_same_in_another_turn_runs_again(house):
    """Somebody says it again: another context, another execution."""
    house.judge_by(HOUSEHOLD, FREE)
    for _ in range(2):
        await Model(house).propose(LAMP | {"confidence": 1})
    assert len(house.calls) == 2


async def test_over_mcp_where_no_turn_is_known_time_decides(house, freezer):
    """Each call has a context of its own there; the same within seconds counts once."""
    house.judge_by(HOUSEHOLD, FREE)
    for seconds in (0, 4, 4):
        freezer.tick(seconds)
        await Model(house, platform="mcp_server").propose(LAMP | {"confidence": 1})
    assert len(house.calls) == 2
    await Model(house, OWNER, platform="mcp_server").propose(LAMP | {"confidence": 1})
    assert len(house.calls) == 3


async def test_the_same_id_runs_once_for_longer(house, model, freezer):
    """A call that is sent again, with the id that it had."""
    house.judge_by(HOUSEHOLD, FREE)
    for id_ in ("call_1", "call_1", "call_2"):
        await model.call(
            "propose_actions", call_id=id_, actions=[LAMP | {"confidence": 1}]
        )
        freezer.tick(60)
    assert len(house.calls) == 2


async def test_one_id_for_different_calls_is_no_repetition(house, model):
    """Some models begin to count anew: what is asked for counts, not the id alone."""
    house.judge_by(HOUSEHOLD, FREE)
    off = {**LAMP, "action": "light.turn_off"}
    for asked in (LAMP, off):
        actions = [asked | {"confidence": 1}]
        await model.call("propose_actions", call_id="0", actions=actions)
    assert len(house.calls) == 2


async def test_merged_with_others_it_still_works(hass, house):
    """Home Assistant puts a name before the tools of each API."""
    assert await async_setup_component(hass, "llm", {})
    house.judge_by(HOUSEHOLD, FREE)
    model = Model(house, api_id=["assist", DOMAIN])
    told = await model.propose(LAMP | {"confidence": 1})
    assert told["outcome"] == "executed"


async def test_three_users_three_sights(house):
    """Each sees his own of three; the model of the owner has no more rights than that."""
    house.judge_by(
        HOUSEHOLD, replace(FREE, applies=replace(FREE.applies, users=frozenset()))
    )
    people = [Model(house, one) for one in (OWNER, ADULT, GUEST)]
    ids = [
        (await one.propose(LAMP | {"confidence": 1}))["execution_id"] for one in people
    ]
    for number, one in enumerate(people):
        seen = [(await one.look(i)).get("outcome") == "executed" for i in ids]
        assert seen == [index == number for index in range(3)]


async def test_without_a_user_it_is_judged_as_a_model(house):
    """A voice satellite has no user: the policy of models counts, and its own is seen."""
    model = Model(house, None)
    told = await model.propose(LAMP)
    assert told["outcome"] == "held"
    assert house.question().policy == "agents"
    assert (await model.look(told["execution_id"]))["outcome"] == "held"


async def test_own_executions_are_known_after_a_restart(hass, entry, house, model):
    """Looked up in the journal, in the next life of the engine."""
    told = await model.propose(LAMP)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    house.engine = entry.runtime_data.engine
    assert (await model.look(told["execution_id"]))["outcome"] == "held"
    assert (await Model(house, GUEST).look(told["execution_id"]))["code"]


async def test_supervised_assist_needs_assist(model):
    """Where the integration is not loaded, the error says which one."""
    model.api_id = "action_engine_assist"
    with pytest.raises(HomeAssistantError, match="integration llm"):
        await model.instance()


async def test_a_model_without_a_context(house):
    """Some give none at all: it is judged like one without a user."""
    model = Model(house)
    model.context.context = None
    assert (await model.propose(LAMP))["outcome"] == "held"


async def test_an_agents_account_may_not_approve_by_a_tool(house, model):
    """There is no tool that answers questions, and the action is refused."""
    told = await model.propose(LAMP)
    answer = {
        "action": "action_engine.approve",
        "parameters": {"approval_id": told["approval_id"]},
    }
    assert (await model.propose(answer | {"confidence": 1}))["outcome"] == "denied"
    assert house.calls == []
    assert Context(user_id=BOT).user_id == house.question().asker


@pytest.mark.parametrize("allowed", [False, True])
async def test_e07_a_model_that_a_run_asks_is_still_a_model(hass, house, allowed):
    """What the household has run, and a model within it, are judged each by its own."""
    models = AGENTS if not allowed else replace(FREE, applies=Applies(agents=True))
    house.judge_by(HOUSEHOLD, models)
    told = []

    async def converse(call):
        model = Model(house)
        model.context.context = call.context
        told.append(await model.propose(LAMP | {"confidence": 1}))

    hass.services.async_register("conversation", "process", converse)
    answer = await house.ask({"action": "conversation.process"}, as_=OWNER)
    assert answer["success"]
    assert told[0]["outcome"] == ("executed" if allowed else "denied")
    assert len(house.calls) == allowed
