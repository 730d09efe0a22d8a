"""What people are shown of questions, grants and answers, and what is left out of it."""

from dataclasses import replace

import pytest

from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import SUPERVISED
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER, UNLOCK

BRIGHT = {**LAMP, "data": {"brightness_pct": 40}}
OFF = {"action": "light.turn_off", "target": {"entity_id": "light.hall"}}
CODE = {**UNLOCK, "data": {"code": "84627391"}}
TEMPLATE = {**LAMP, "data": {"brightness_pct": "{{ 20 + 20 }}", "transition": 2}}
TRUSTED_TEMPLATES = replace(SUPERVISED, trusted=True, approval_required=True)


@pytest.fixture
def connect(hass_ws_client, house):
    """Return a function that lets somebody send commands."""

    async def connect(person):
        client = await hass_ws_client(access_token=await house.token(person))

        async def send(command, **data):
            await client.send_json_auto_id({"type": f"action_engine/{command}", **data})
            return await client.receive_json()

        send.next = client.receive_json
        return send

    return connect


async def question_of(send):
    """Return the one question that somebody sees."""
    (question,) = (await send("list_approvals"))["result"]["approvals"]
    return question


def data_of(question):
    """Return the parameters of each step of a question."""
    return [one["data"] for one in question["verdict"]["impact"]["steps"]]


class TestParameters:
    """What a call would be made with."""

    async def test_they_are_in_the_question(self, connect, house):
        """Without the targets, which are told by themselves."""
        await house.ask(BRIGHT)
        question = await question_of(await connect(ADULT))
        assert data_of(question) == [{"brightness_pct": 40}]
        assert question["verdict"]["impact"]["steps"][0]["templated"] is False

    async def test_a_secret_never_leaves(self, connect, house):
        """Not in the parameters, nor where the asker says it again, for whoever asks."""
        await house.ask(CODE, reasoning="The code is 84627391", name="84627391")
        for person in (OWNER, ADULT, BOT):
            send = await connect(person)
            for answer in (
                await send("list_approvals"),
                await send("subscribe_approvals"),
                await send("get_proposal", approval_id=house.question().id),
            ):
                assert "84627391" not in str(answer)
        assert house.question().name != ""

    async def test_a_template_is_shown_as_one(self, connect, house):
        """What it comes to is decided when it runs."""
        house.judge_by(HOUSEHOLD, TRUSTED_TEMPLATES)
        await house.ask(TEMPLATE)
        question = await question_of(await connect(ADULT))
        assert data_of(question) == [
            {"brightness_pct": "{{ 20 + 20 }}", "transition": 2}
        ]
        assert question["verdict"]["impact"]["steps"][0]["templated"] is True

    async def test_large_data_is_cut(self, connect, house):
        """A person can look at it, and sees that there is more."""
        await house.ask({**LAMP, "data": {"effect": "x" * 5000, "list": [1] * 500}})
        (data,) = data_of(await question_of(await connect(ADULT)))
        assert len(data["effect"]) < 400
        assert data["effect"].endswith("…")
        assert data["list"][-1] == "… +480"

    async def test_what_scripts_hold_is_for_those_who_are_asked(
        self, hass, connect, house
    ):
        """Who only asks sees what he has written himself."""
        script = {"script": {"evening": {"sequence": [BRIGHT]}}}
        assert await async_setup_component(hass, "script", script)
        answer = await house.ask({"action": "script.evening"})
        asked = await question_of(await connect(ADULT))
        asking = await question_of(await connect(BOT))
        assert data_of(asked) == [{}, {"brightness_pct": 40}]
        assert data_of(asking) == [{}, {}]
        steps = answer["verdict"]["impact"]["steps"]
        assert [one.get("data", {}) for one in steps] == [{}, {}]

    async def test_who_has_asked(self, connect, house, hass):
        """By the name of the account, and by the model that speaks."""
        await house.ask(LAMP, agent={"platform": "ollama", "assistant": "conversation"})
        question = await question_of(await connect(ADULT))
        user = await hass.auth.async_get_user(BOT)
        assert question["asker"]["name"] == user.name
        assert question["asker"]["kind"] == "agent"
        assert question["asker"]["agent"]["platform"] == "ollama"


class TestProposal:
    """The actions as a text that can be changed."""

    async def test_it_can_be_handed_in_changed(self, connect, house):
        """The change is done, what was asked for is not, and the answer names it."""
        await house.ask(BRIGHT)
        adult = await connect(ADULT)
        approval_id = house.question().id
        proposal = (await adult("get_proposal", approval_id=approval_id))["result"]
        assert (proposal["hidden"], proposal["begun"]) == (False, False)
        assert "brightness_pct: 40" in proposal["actions"]
        changed = proposal["actions"].replace("turn_on", "turn_off")
        answer = await adult("approve", approval_id=approval_id, actions=changed)
        await house.idle()
        assert house.calls == [("light.turn_off", "light.hall")]
        account = await adult(
            "get_execution", execution_id=answer["result"]["replaced_by"]
        )
        assert account["result"]["state"] == "success"

    async def test_what_is_wrong_in_the_text_is_told_with_its_place(
        self, connect, house
    ):
        """And the question stays."""
        await house.ask(LAMP)
        adult = await connect(ADULT)
        approval_id = house.question().id
        for text, place in (
            ("- action: [", "line 2, column 1"),
            ("- action: light.turn_on\n- nonsense: 1\n", "1: came nonsense"),
        ):
            answer = await adult("approve", approval_id=approval_id, actions=text)
            assert place in answer["error"]["message"]
        assert house.question().is_open
        assert house.calls == []

    async def test_variables_come_with_it(self, connect, house):
        """So that the text means the same by itself."""
        house.judge_by(HOUSEHOLD, TRUSTED_TEMPLATES)
        await house.ask(
            {**LAMP, "data": {"brightness_pct": "{{ wanted }}"}},
            variables={"wanted": 30},
        )
        adult = await connect(ADULT)
        approval_id = house.question().id
        text = (await adult("get_proposal", approval_id=approval_id))["result"][
            "actions"
        ]
        assert text.startswith("- variables:\n    wanted: 30\n")

    async def test_a_secret_is_left_out(self, connect, house):
        """What is shown is not what was asked for, and says so."""
        await house.ask(CODE)
        adult = await connect(ADULT)
        answer = await adult("get_proposal", approval_id=house.question().id)
        assert answer["result"]["hidden"] is True
        assert "lock.unlock" in answer["result"]["actions"]

    @pytest.mark.parametrize("person", [BOT, GUEST])
    async def test_e18_it_is_only_for_who_may_answer(self, connect, house, person):
        """For others the question is not there, to the letter."""
        await house.ask(LAMP)
        send = await connect(person)
        errors = [
            (await send("get_proposal", approval_id=one))["error"]
            for one in (house.question().id, "01K8ZQ4T1M6XHP3S9VYB2D7NCE")
        ]
        assert errors[0] == errors[1]
        assert errors[0]["code"] == "not_found"


class TestGrants:
    """What was allowed in advance."""

    async def test_from_the_yes_to_its_end(self, hass, connect, house):
        """It is listed with its uses; once it is taken back, people are asked again."""
        await house.ask(LAMP)
        adult = await connect(ADULT)
        await adult("approve", approval_id=house.question().id, similar_for=900)
        await house.idle()
        again = await house.ask(LAMP)
        assert again["state"] == "success"
        (grant,) = (await adult("list_grants"))["result"]["grants"]
        assert grant["actions"] == ["light.turn_on"]
        assert grant["entity_ids"] == ["light.hall"]
        assert grant["uses"] == 1
        assert grant["given_by_name"] == (await hass.auth.async_get_user(ADULT)).name
        answer = await adult("revoke_grant", grant_id=grant["grant_id"])
        assert answer["success"]
        assert (await adult("list_grants"))["result"]["grants"] == []
        assert (await house.ask(LAMP))["state"] == "pending_approval"

    async def test_uses_outlive_a_restart(self, house):
        """As the grant itself does."""
        await house.ask(LAMP)
        await house.call(
            "approve", OWNER, approval_id=house.question().id, similar_for=900
        )
        await house.idle()
        await house.ask(LAMP)
        (grant,) = house.engine.gate.grants()
        kept = await house.engine.record.journal.kept("grants")
        assert kept[grant.id]["uses"] == 1

    @pytest.mark.parametrize("person", [BOT, GUEST])
    async def test_e18_they_are_for_those_who_answer(self, connect, house, person):
        """Others see none, and take none back."""
        await house.ask(LAMP)
        await house.call(
            "approve", OWNER, approval_id=house.question().id, similar_for=900
        )
        (grant,) = house.engine.gate.grants()
        send = await connect(person)
        assert (await send("list_grants"))["result"]["grants"] == []
        errors = [
            (await send("revoke_grant", grant_id=one))["error"]["code"]
            for one in (grant.id, "01K8ZQ4T1M6XHP3S9VYB2D7NCE")
        ]
        assert errors[0] == errors[1]
        assert house.engine.gate.grants() == [grant]

    async def test_who_watches_hears_that_one_was_taken_back(self, connect, house):
        """And nothing else about it."""
        adult = await connect(ADULT)
        await adult("subscribe_approvals")
        await house.ask(LAMP)
        await house.call(
            "approve", OWNER, approval_id=house.question().id, similar_for=900
        )
        (grant,) = house.engine.gate.grants()
        await house.call("revoke_grant", OWNER, grant_id=grant.id)
        seen = []
        while {"kind": "grant"} not in seen:
            seen += (await adult.next())["event"]["events"]


class TestAnswers:
    """What was answered of late."""

    async def test_who_said_what_and_why(self, connect, house, hass):
        """The newest first, with the name of the person."""
        await house.ask(LAMP, name="First")
        await house.call("approve", OWNER, approval_id=house.question().id)
        await house.idle()
        await house.ask(UNLOCK, name="Second")
        await house.call("reject", OWNER, approval_id=house.question().id, reason="No")
        adult = await connect(ADULT)
        answers = (await adult("list_answers"))["result"]["answers"]
        assert [one["name"] for one in answers] == ["Second", "First"]
        assert [one["answer"] for one in answers] == ["rejected", "approved"]
        assert answers[0]["notes"] == "No"
        user = await hass.auth.async_get_user(OWNER)
        assert answers[0]["names"] == {OWNER: user.name}
        limited = (await adult("list_answers", limit=1))["result"]["answers"]
        assert len(limited) == 1

    async def test_e18_each_sees_what_is_his(self, connect, house):
        """The agent its own, a guest none."""
        await house.ask(LAMP)
        await house.call("approve", OWNER, approval_id=house.question().id)
        await house.idle()
        bot, guest = await connect(BOT), await connect(GUEST)
        assert len((await bot("list_answers"))["result"]["answers"]) == 1
        assert (await guest("list_answers"))["result"]["answers"] == []

    async def test_bad_data_is_a_sentence(self, connect):
        """As everywhere."""
        adult = await connect(ADULT)
        error = (await adult("list_answers", limit=0))["error"]
        assert error["code"] == "invalid_action"
