"""Answers of language models from the documents that began it all, word for word."""

from dataclasses import replace
import json
from pathlib import Path

import pytest

from homeassistant.core import Context
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.policy import HOUSEHOLD, SafetyMode
from tests.engine.gate_home import ADULT, BOT, FREE, OWNER
from tests.engine.home_list import HomeList, todo_items

ANSWERS = Path(__file__).parent.parent / "engine/intake/seed_answers"
TALK = {
    "INTRODUCTION": ("*", "save_user_info", "mark_introduction_complete"),
    "IDENTITY_DISCOVERY": ("save_identity",),
}


@pytest.fixture
async def home(guarded):
    """Have a to-do list, a way to send letters, and an agent that may."""
    hass = guarded.hass
    assert await async_setup_component(hass, "todo", {})
    await hass.data["todo"].async_add_entities([HomeList()])
    assert await async_setup_component(hass, "persistent_notification", {})
    guarded.letters = []

    async def post(call):
        guarded.letters.append(dict(call.data))

    hass.services.async_register("notify", "post", post)
    guarded.engine.desk.catalog.set_settings(
        {"create_task": {"list": "todo.home"}, "send_email": {"service": "notify.post"}}
    )
    guarded.judge_by(HOUSEHOLD, FREE)
    return guarded


async def call(home, name, as_=BOT, **data):
    """Call an action of the engine as somebody who reads the answer."""
    return await home.hass.services.async_call(
        DOMAIN,
        name,
        data,
        blocking=True,
        context=Context(user_id=as_),
        return_response=True,
    )


async def process(home, name, **data):
    """Hand in an answer as it stands in a document."""
    text = (ANSWERS / name).read_text()
    return await call(home, "process_response", response=text, **data)


def outcomes(answer):
    """Return what became of each wish, and nothing may be lost."""
    assert answer["rejected"] == []
    return [one["outcome"] for one in answer["actions"]]


async def test_two_actions_after_an_analysis(home):
    """A task is on the list, a notification is shown; undo takes both away."""
    answer = await process(
        home, "001_0.json", prediction_id="pred_456", llm_response_id="resp_789"
    )
    assert answer["analysis"] == "Sales anomaly detected with 85% confidence"
    assert outcomes(answer) == ["executed", "executed"], answer
    seed = json.loads((ANSWERS / "001_0.json").read_text())["actions"]
    task, notice = (one["parameters"] for one in seed)
    added = (await todo_items(home.hass))[0]
    assert task["titulo"] in added["summary"]
    assert added["description"] == task["descripcion"]
    shown = home.hass.data["persistent_notification"]
    texts = [one["message"] for one in shown.values()]
    assert any(notice["mensaje"] in one for one in texts)
    for record in answer["actions"]:
        told = await call(home, "rollback", OWNER, execution_id=record["execution_id"])
        assert told["success"] is True, told
    assert task["titulo"] not in str(await todo_items(home.hass))
    assert notice["mensaje"] not in str(list(shown.values()))


async def test_two_actions_are_held_and_approved(home):
    """One by one, each with its confidence and its reason."""
    home.judge_by(HOUSEHOLD, replace(FREE, auto_approval_threshold=0.9))
    answer = await process(home, "001_0.json")
    assert outcomes(answer) == ["held", "executed"]
    question = home.question
    assert question.claim["confidence"] == 0.85
    assert question.claim["reasoning"] == "High-impact anomaly requires investigation"
    assert "Investigar" not in str(await todo_items(home.hass))
    await call(
        home,
        "approve",
        ADULT,
        approval_id=question.id,
        notes="Approved - standard sales anomaly protocol",
    )
    await home.idle()
    assert "Investigar" in str(await todo_items(home.hass))


async def test_a_definition_with_options(home):
    """The letter is made from its template, and sent."""
    folder = Path(home.hass.config.path("action_engine", "templates"))

    def write():
        folder.mkdir(parents=True, exist_ok=True)
        text = (
            "---\nsubject: Renewal\n---\nDear {{ customer_name }}: {{ renewal_date }}"
        )
        (folder / "renewal_reminder.jinja").write_text(text)

    await home.hass.async_add_executor_job(write)
    home.judge_by(HOUSEHOLD, replace(FREE, allowed_actions=("*", "send_email")))
    answer = await process(home, "002_0.json")
    assert outcomes(answer) == ["executed"], answer
    (letter,) = home.letters
    assert letter["target"] == "customer@example.com"
    assert letter["message"] == "Dear Acme Inc.: 2023-12-31"


async def test_four_tags_of_a_talk(home):
    """What was learnt is kept, the mode changes, and with it what may be asked for."""
    hass = home.hass
    options = list(TALK)
    assert await async_setup_component(
        hass, "input_select", {"input_select": {"talk": {"options": options}}}
    )
    talk = replace(
        FREE,
        mode_entity="input_select.talk",
        modes=TALK,
        mode_changes=("IDENTITY_DISCOVERY",),
        transitions={"INTRODUCTION": ("IDENTITY_DISCOVERY",)},
    )
    home.judge_by(HOUSEHOLD, talk)
    assert outcomes(await process(home, "004_0.txt")) == ["executed"]
    assert outcomes(await process(home, "004_2.txt")) == ["executed"]
    assert outcomes(await process(home, "004_3.txt")) == ["executed"]
    assert hass.states.get("input_select.talk").state == "IDENTITY_DISCOVERY"
    assert outcomes(await process(home, "004_1.txt")) == ["executed"]
    denied = await process(home, "004_0.txt")
    assert outcomes(denied) == ["denied"]
    assert "mode of the home" in str(denied["actions"][0]["reasons"])
    facts = (await call(home, "recall", OWNER, policy=talk.id))["facts"]
    known = {one["key"]: one["value"] for one in facts}
    assert known["goals"] == "User wants to improve work-life balance"
    assert "Creative Visionary" in str(known)
    assert "introduction" in str(known)


async def test_what_is_new_is_asked_about_once(home):
    """A named action of low risk, in the strictest mode; after a yes it is known."""
    strict = replace(FREE, ask_first_use=True, safety_mode=SafetyMode.STRICT)
    home.judge_by(HOUSEHOLD, strict)
    fact = "004_0.txt"
    first = await process(home, fact)
    assert outcomes(first) == ["held"]
    assert "first time" in str(first["actions"][0]["reasons"])
    await call(home, "approve", ADULT, approval_id=home.question.id)
    await home.idle()
    again = await process(home, fact)
    assert "first time" not in str(again["actions"][0].get("reasons"))
