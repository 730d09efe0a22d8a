"""Questions on phones, and which answers count."""

from dataclasses import replace

import pytest

from homeassistant.core import Context, EventOrigin
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.const import APPROVALS_PAGE
from custom_components.action_engine.engine.model.claim import Claim
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import ADULT, BOT, GUEST, LAMP, OWNER, SUPERVISED, UNLOCK
from tests.engine.tool_apis import FakeTool, add_api


@pytest.fixture
def phones(guarded):
    """Give everybody a phone, the agent's account as well."""
    for person in (OWNER, ADULT, GUEST, BOT):
        guarded.add_phone(f"phone_of_{person}", person)
    return guarded


@pytest.fixture
async def asked(phones):
    """Return the home after the agent has asked for the lamp."""
    await phones.ask(LAMP, name="Evening", claim=Claim(reasoning="it gets dark"))
    await phones.idle()
    return phones


def of(person):
    """Return the name of somebody's phone."""
    return f"phone_of_{person}"


async def test_approvers_are_asked(asked):
    """They, and nobody else: not the asker, and not who is not on the list."""
    assert set(asked.sent) == {of(OWNER), of(ADULT)}
    (note,) = asked.sent[of(OWNER)]
    assert note["title"] == "Agents: low risk"
    first, second, third, last = note["message"].split("\n")
    assert first == "• light.turn_on: hall"
    assert second == "Named by the asker: “Evening”"
    assert third == "The asker says: “it gets dark”"
    assert last.startswith("Can be answered until ")
    assert note["data"]["tag"] == asked.question.id
    assert note["data"]["url"] == note["data"]["clickAction"] == APPROVALS_PAGE
    assert asked.buttons(of(OWNER)).keys() == {"Approve", "Reject"}


async def test_a_tool_is_named(hass, phones):
    """A person has to know which; what the asker made up is a quotation."""
    add_api(hass, "mcp-1", FakeTool("add"))
    for name, shown in (("add", "mcp-1/add"), ("x <b>hi</b>", "x b hi /b")):
        data = {"tool": name}
        await phones.ask({"action": "action_engine.call_tool", "data": data})
        await phones.idle()
        first, *_ = phones.sent[of(OWNER)][-1]["message"].split("\n")
        assert first == f"• action_engine.call_tool “{shown}”"


async def test_the_right_person_approves(asked):
    """It runs, is on that person's record, and is taken back from all phones."""
    question = asked.question
    button = asked.buttons(of(ADULT))["Approve"]
    await asked.press(button, Context(user_id=ADULT))
    assert asked.calls == [("light.turn_on", "light.hall")]
    assert asked.engine.gate.pending() == []
    for person in (OWNER, ADULT):
        taken_back = asked.sent[of(person)][-1]
        assert taken_back["message"] == "clear_notification"
        assert taken_back["data"]["tag"] == question.id


async def test_the_right_person_rejects(asked):
    """It never runs."""
    button = asked.buttons(of(OWNER))["Reject"]
    await asked.press(button, Context(user_id=OWNER))
    assert asked.calls == []
    assert asked.engine.gate.pending() == []


async def test_e06_each_person_has_a_secret_of_his_own(asked):
    """Both buttons of a notification share it; no two notifications do."""
    secrets = {
        button.split("_", 2)[2]
        for person in (OWNER, ADULT)
        for button in asked.buttons(of(person)).values()
    }
    assert len(secrets) == 2


@pytest.mark.parametrize("person", [OWNER, GUEST, BOT])
async def test_e06_the_wrong_person_answers_nothing(asked, person):
    """Not even one who may answer: the notification was another person's."""
    button = asked.buttons(of(ADULT))["Approve"]
    await asked.press(button, Context(user_id=person))
    assert asked.calls == []
    # Nor has that used up what the right person was sent.
    await asked.press(button, Context(user_id=ADULT))
    assert asked.calls == [("light.turn_on", "light.hall")]


@pytest.mark.parametrize(
    ("context", "origin"),
    [
        (Context(), EventOrigin.local),
        (Context(), EventOrigin.remote),
        (Context(parent_id="01JAAAAAAAAAAAAAAAAAAAAAAA"), EventOrigin.local),
        (Context(user_id=OWNER), EventOrigin.local),
    ],
)
async def test_e06_an_event_that_was_made_up_answers_nothing(asked, context, origin):
    """Automations fire events, too, and may have read the secret from the bus."""
    await asked.press(asked.buttons(of(OWNER))["Approve"], context, origin)
    assert asked.calls == []
    assert asked.question.is_open


@pytest.mark.parametrize("action", [None, "", "AE_APPROVE_", "AE_APPROVE_x", "OTHER"])
async def test_e06_a_guess_answers_nothing(asked, action):
    """There are other buttons in a home, and who tries."""
    await asked.press(action, Context(user_id=OWNER))
    assert asked.question.is_open


async def test_e06_who_asks_cannot_answer(phones):
    """Also if he is on the list: no phone of his is asked."""
    phones.judge_by(HOUSEHOLD, replace(SUPERVISED, approvers={BOT, OWNER}))
    await phones.ask(LAMP)
    await phones.idle()
    assert set(phones.sent) == {of(OWNER)}


async def test_e08_an_answer_counts_once(asked):
    """The same event again does nothing, and neither does the other button."""
    buttons = asked.buttons(of(OWNER))
    await asked.press(buttons["Approve"], Context(user_id=OWNER))
    assert len(asked.calls) == 1
    await asked.ask(LAMP)
    for button in buttons.values():
        await asked.press(button, Context(user_id=OWNER))
    assert len(asked.calls) == 1
    assert asked.question.is_open


async def test_e08_what_was_answered_elsewhere_is_over(asked):
    """The buttons on the phones are dead."""
    button = asked.buttons(of(OWNER))["Approve"]
    await asked.reject(asked.question, as_=ADULT)
    await asked.idle()
    await asked.press(button, Context(user_id=OWNER))
    assert asked.calls == []


async def test_e08_a_restart_ends_all_secrets(hass, asked):
    """The question may stay open; it is answered by who is logged in."""
    button = asked.buttons(of(OWNER))["Approve"]
    assert await hass.config_entries.async_reload(asked.entry.entry_id)
    asked.engine = asked.entry.runtime_data.engine
    asked.judge_by(HOUSEHOLD, SUPERVISED)
    await asked.idle()
    await asked.press(button, Context(user_id=OWNER))
    assert asked.calls == []
    assert len(asked.sent[of(OWNER)]) == 1
    await asked.approve(asked.question)
    await asked.idle()
    assert len(asked.calls) == 1
    assert asked.sent[of(ADULT)][-1]["message"] == "clear_notification"


async def test_e06_what_is_critical_has_no_buttons(phones):
    """It is answered by people who are logged in, whoever holds their phones."""
    await phones.ask(UNLOCK)
    await phones.idle()
    (note,) = phones.sent[of(OWNER)]
    assert note["title"] == "Agents: critical risk"
    assert "lock.unlock: front" in note["message"]
    assert note["data"]["url"] == APPROVALS_PAGE
    assert "actions" not in note["data"]
    # One of two has agreed: nobody is asked again.
    await phones.approve(phones.question)
    await phones.idle()
    assert len(phones.sent[of(ADULT)]) == 1


async def test_who_cannot_approve_hears_why(asked):
    """By now it is denied."""
    asked.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
    await asked.press(asked.buttons(of(OWNER))["Approve"], Context(user_id=OWNER))
    assert asked.calls == []
    assert asked.sent[of(OWNER)][-1]["message"].startswith("This answer does not count")


async def test_a_phone_that_is_off_keeps_nobody_from_being_asked(hass, phones, caplog):
    """The others get the question."""

    async def fail(_call):
        raise HomeAssistantError("no network")

    hass.services.async_register("notify", f"mobile_app_{of(OWNER)}", fail)
    await phones.ask(LAMP)
    await phones.idle()
    assert set(phones.sent) == {of(ADULT)}
    assert "no network" in caplog.text
