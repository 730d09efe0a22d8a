"""Answers of language models, from the text to what became of each wish."""

from dataclasses import replace
import json

import pytest

from homeassistant.core import Context

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE
from tests.face.gate_house import BOT, OWNER

LIGHT = {"action_type": "light.turn_on", "parameters": {"entity_id": "light.hall"}}
DOOR = {"action_type": "lock.unlock", "parameters": {"entity_id": "lock.front"}}


def answer_of(*actions, analysis="It is dark."):
    """Return the answer of a model, as it comes."""
    return json.dumps({"analysis": analysis, "actions": list(actions)})


async def process(house, response, as_=BOT, **data):
    """Hand an answer in as somebody."""
    return await house.hass.services.async_call(
        DOMAIN,
        "process_response",
        {"response": response, **data},
        blocking=True,
        context=Context(user_id=as_),
        return_response=True,
    )


def outcomes(answer):
    """Return what became of each, in order."""
    return [one["outcome"] for one in answer["actions"]]


async def test_each_wish_is_judged_by_itself(house):
    """One that is held does not keep back the next one."""
    house.judge_by(HOUSEHOLD, FREE)
    answer = await process(house, answer_of(DOOR, LIGHT))
    assert answer["analysis"] == "It is dark."
    assert outcomes(answer) == ["held", "executed"]
    assert answer["counts"] == {"held": 1, "executed": 1}
    assert house.calls == [("light.turn_on", "light.hall")]
    held = answer["actions"][0]
    assert held["approval_id"] == house.question().id
    assert held["reasons"]


async def test_whoever_passes_it_on_it_is_a_models(house):
    """The owner's rights are not the model's."""
    answer = await process(house, answer_of(LIGHT), as_=OWNER)
    assert outcomes(answer) == ["held"]
    assert house.question().asker == OWNER
    assert house.calls == []


async def test_what_is_claimed_is_shown_and_judged(house):
    """Confidence, reasoning and the ids of whoever passes it on."""
    house.judge_by(HOUSEHOLD, replace(FREE, auto_approval_threshold=0.9))
    sure = {**LIGHT, "confidence": 0.95, "reasoning": "Somebody came in."}
    unsure = {**LIGHT, "confidence": 0.5}
    answer = await process(
        house, answer_of(sure, unsure), prediction_id="pred_456", llm_response_id="r1"
    )
    assert outcomes(answer) == ["executed", "held"]
    assert house.question().claim == {
        "confidence": 0.5,
        "prediction_id": "pred_456",
        "llm_response_id": "r1",
    }


async def test_a_claim_for_all_lowers_each(house):
    """Of two claims the one counts that earns less trust."""
    house.judge_by(HOUSEHOLD, replace(FREE, auto_approval_threshold=0.9))
    sure = {**LIGHT, "confidence": 1.0}
    assert outcomes(await process(house, answer_of(sure), confidence=0.3)) == ["held"]


async def test_a_dry_run_does_nothing(house):
    """It says what would happen, and asks nobody."""
    house.judge_by(HOUSEHOLD, FREE)
    answer = await process(house, answer_of(DOOR, LIGHT), dry_run=True)
    assert answer["dry_run"] is True
    assert outcomes(answer) == ["would_ask", "would_run"]
    assert answer["actions"][0]["impact"]["risk"] == "critical"
    assert house.calls == []
    assert house.engine.gate.pending() == []


async def test_what_cannot_be_understood_is_told(house):
    """With its place; the rest goes on."""
    house.judge_by(HOUSEHOLD, FREE)
    answer = await process(
        house,
        answer_of({"action_type": "no_such_thing"}, {"parameters": {}}, LIGHT),
    )
    assert outcomes(answer) == ["rejected", "executed"]
    assert "no_such_thing" in answer["actions"][0]["error"]
    (lost,) = answer["rejected"]
    assert lost["place"].startswith("actions/1")
    assert lost["error"]


async def test_what_is_denied_says_why(house):
    """By the rule that decided."""
    house.judge_by(HOUSEHOLD, replace(FREE, denied_actions=("light.*",)))
    answer = await process(house, answer_of(LIGHT))
    assert outcomes(answer) == ["denied"]
    assert "light.turn_on" in answer["actions"][0]["reasons"][0]


async def test_templates_in_parameters_are_refused(house):
    """What a model sends is literal."""
    house.judge_by(HOUSEHOLD, FREE)
    spy = {
        "action_type": "light.turn_on",
        "parameters": {"entity_id": "light.hall", "flash": "{{ states('x') }}"},
    }
    assert outcomes(await process(house, answer_of(spy))) == ["denied"]
    yaml = "- action: light.turn_on\n  data: {entity_id: '{{ x }}'}"
    assert outcomes(await process(house, f"```yaml\n{yaml}\n```")) == ["denied"]
    assert house.calls == []


async def test_actions_of_home_assistant_are_taken_too(house):
    """As a whole: they are one request."""
    house.judge_by(HOUSEHOLD, FREE)
    yaml = "- action: light.turn_on\n  target: {entity_id: light.hall}"
    answer = await process(house, f"I would do this:\n```yaml\n{yaml}\n```\nFine?")
    assert outcomes(answer) == ["executed"]
    assert house.calls == [("light.turn_on", "light.hall")]


async def test_a_repair_is_shown_to_whoever_approves(house):
    """He sees that the model wrote something else."""
    broken = answer_of(LIGHT).replace("}}", "},}")
    answer = await process(house, broken)
    assert outcomes(answer) == ["held"]
    assert answer["actions"][0]["repaired"]["made"]
    assert "→" in house.question().claim["repaired"]


@pytest.mark.parametrize("response", ["", 7, None, "x" * 300_000])
async def test_what_is_no_answer_is_refused(house, response):
    """With the name of the field."""
    with pytest.raises(InvalidActionError, match="response"):
        await process(house, response)


async def test_an_unknown_format_is_refused(house):
    """With those that there are."""
    with pytest.raises(InvalidActionError, match="format"):
        await process(house, "x", format="morse")


async def test_a_name_that_is_almost_right_is_guessed(house):
    """And not taken for it."""
    house.judge_by(HOUSEHOLD, FREE)
    answer = await process(house, answer_of({"action_type": "creat_task"}))
    assert "creat_task" in answer["actions"][0]["error"]
    with pytest.raises(InvalidActionError, match="perhaps create_task"):
        await house.ask({"action": "creat_task", "data": {}}, as_=OWNER)
