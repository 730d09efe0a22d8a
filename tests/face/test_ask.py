"""Questions that a language model plans for; the model is a scripted AI task."""

import json

import pytest

from homeassistant.core import ServiceCall, SupportsResponse
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.helpers.selector import selector

from custom_components.action_engine.engine.desk.briefing import STRUCTURE
from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE
from tests.face.gate_house import OWNER

SUM = {
    "tool_name": "math.add",
    "parameters": '{"a": 10, "b": 5}',
    "result_variable": "sum",
    "dependency": "",
    "purpose": "The sum",
}
TWICE = {
    "tool_name": "math.add",
    "parameters": '{"a": "${{sum.value}}", "b": "${{sum.value}}"}',
    "result_variable": "twice",
    "dependency": "sum",
}


@pytest.fixture
def model(house):
    """Let an AI task answer what ``says`` holds, and keep what it was told."""

    class Model:
        says = None
        told = None

    async def generate(call: ServiceCall):
        Model.told = dict(call.data)
        if isinstance(Model.says, Exception):
            raise Model.says
        return {"conversation_id": "c", "data": Model.says}

    async def add(call: ServiceCall):
        return {"value": call.data["a"] + call.data["b"]}

    register = house.hass.services.async_register
    only = SupportsResponse.ONLY
    register("ai_task", "generate_data", generate, supports_response=only)
    register("math", "add", add, supports_response=only)
    house.judge_by(HOUSEHOLD, FREE)
    return Model


async def ask(house, question="What is 10 plus 5?", **data):
    """Ask something as the owner."""
    return await house.call("ask", OWNER, question=question, **data)


async def test_a_question_is_planned_run_and_answered(house, model):
    """By way of the gate, with the plan in the answer."""
    model.says = {"tool_calls": [SUM, TWICE], "confidence": 0.9, "reasoning": "Maths"}
    told = await ask(house, entity_id="ai_task.planner")
    assert told["success"] is True, told
    assert told["stage"] == "answered"
    assert told["strategy"] == "sequential"
    assert told["final_answer"] == '{"value":30}'
    assert told["plan"]["tool_calls"][0]["parameters"] == {"a": 10, "b": 5}
    assert model.told["entity_id"] == "ai_task.planner"
    assert "What is 10 plus 5?" in model.told["instructions"]


async def test_the_model_is_told_what_may_be_asked_for(house, model):
    """Named actions and actions of the policy, not those that it denies."""
    model.says = {"answer": "Nothing to do."}
    await ask(house)
    text = model.told["instructions"]
    assert "create_task" in text
    assert "light.turn_on" in text or "light.*" in text or "- *" in text
    for field in model.told["structure"].values():
        selector(field["selector"])
    assert model.told["structure"] == STRUCTURE


async def test_an_answer_needs_no_plan(house, model):
    """Nothing runs."""
    model.says = {"tool_calls": [], "answer": "It is Saturday."}
    told = await ask(house)
    assert (told["success"], told["final_answer"]) == (True, "It is Saturday.")
    assert "execution_id" not in told


async def test_json_in_a_text_is_read(house, model):
    """Models that do not structure their answers write it like that."""
    model.says = f"```json\n{json.dumps({'tool_calls': [SUM]})}\n```"
    assert (await ask(house))["final_answer"] == '{"value":15}'


async def test_a_dry_run_shows_the_plan(house, model):
    """And runs nothing."""
    model.says = {"tool_calls": [SUM]}
    told = await ask(house, dry_run=True)
    assert told["stage"] == "plan"
    assert told["plan"]["tool_calls"][0]["tool_name"] == "math.add"
    assert "execution_id" not in told


@pytest.mark.parametrize(
    ("says", "stage", "message"),
    [
        (HomeAssistantError("out of tokens"), "model", "out of tokens"),
        (None, "plan", "a mapping with tool_calls"),
        ("Sure! I will.", "plan", "JSON"),
        ({"tool_calls": []}, "plan", "calls, or an answer"),
        ({"tool_calls": "all"}, "plan", "a list of calls"),
        ({"tool_calls": [{**SUM, "parameters": "{a: 1"}]}, "plan", "JSON"),
        ({"tool_calls": [TWICE]}, "plan", "sum"),
        ({"tool_calls": [{"tool_name": "no.thing"}]}, "plan", "no.thing"),
        ({"tool_calls": [{**SUM, "parameters": '{"a": 1}'}]}, "run", "'b'"),
    ],
)
async def test_errors_are_told_apart_by_stage(house, model, says, stage, message):
    """So that one knows where to look."""
    model.says = says
    told = await ask(house)
    assert told["success"] is False
    assert told["stage"] == stage, told
    assert message in told["error"]["message"]


async def test_without_ai_task_that_is_said(house):
    """The stage is the model."""
    told = await ask(house)
    assert told["stage"] == "model"
    assert "ai_task.generate_data" in told["error"]["message"]


async def test_an_api_that_is_not_there_is_said(house, model):
    """Before the model is asked."""
    told = await ask(house, apis=["nowhere"])
    assert told["stage"] == "model"
    assert "nowhere" in told["error"]["message"]
    assert model.told is None


async def test_what_a_model_plans_is_a_models_request(house, model):
    """The owner asks, and is asked: it is critical."""
    model.says = {
        "tool_calls": [
            {"tool_name": "lock.unlock", "parameters": {"entity_id": "lock.front"}}
        ],
        "confidence": 2,
    }
    told = await ask(house, "Open the door")
    assert told["stage"] == "gate"
    assert told["state"] == "pending_approval"
    assert house.question().execution_id == told["execution_id"]
    assert house.calls == []


async def test_what_home_assistant_refuses_stays_refused(house, model):
    """It is no error of the model."""
    model.says = Unauthorized()
    with pytest.raises(Unauthorized):
        await ask(house)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("data", [{"question": ""}, {"apis": 7}, {"apis": [""]}])
async def test_bad_fields_are_refused(house, data):
    """With their names."""
    with pytest.raises(InvalidActionError, match=next(iter(data))):
        await house.call("ask", OWNER, **{"question": "?", **data})
