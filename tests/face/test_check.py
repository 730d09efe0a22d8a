"""Texts that are checked before anything of them runs."""

from dataclasses import replace
import json

import pytest

from custom_components.action_engine.commands import MOST_BYTES
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE, SUPERVISED
from tests.face.gate_house import ADULT, BOT, GUEST, OWNER

API = "/api/action_engine/check"
LIGHT = """\
- action: light.turn_on
  target:
    entity_id: light.hall
"""
SCRIPT = """\
# The hall
alias: Hall
sequence:
  - action: light.turn_on
    target:
      entity_id: light.hall
  - if:
      - condition: state
        entity_id: lock.front
        state: locked
    then:
      - action: lock.unlok
        target:
          entity_id: lock.front
"""
AUTOMATION = """\
- alias: At night
  triggers:
    - trigger: time
      at: "23:00"
  actions:
    - action: light.turn_off
      target: {entity_id: light.hall}
    - delai: 5
"""
PLAN = """\
query: Light, then the door
tool_calls:
  - tool_name: light.turn_on
    parameters: {entity_id: light.hall}
    step: 1
  - tool_name: lock.unlock
    parameters: {entity_id: lock.front}
    step: 2
    dependency: 1
"""
TAGGED = """\
It is dark.
[ACTION:light.turn_on]{"entity_id": "light.hall"}[/ACTION]
"""
JSON_ANSWER = json.dumps(
    {
        "analysis": "It is dark.",
        "actions": [
            {"action_type": "light.turn_on", "parameters": {"entity_id": "light.hall"}},
            {"action_type": "lock.unlock", "parameters": {"entity_id": "lock.front"}},
        ],
    },
    indent=2,
)


@pytest.fixture
def check(hass_client, house):
    """Return a function that has a text checked as somebody."""

    async def ask(text, as_=OWNER, status=200, **data):
        client = await hass_client(await house.token(as_))
        answer = await client.post(API, json={"text": text, **data})
        assert answer.status == status
        return await answer.json()

    return ask


class TestKinds:
    """What a text is."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            (LIGHT, "actions"),
            (SCRIPT, "actions"),
            (AUTOMATION, "actions"),
            ("- action: light.turn_on\n  target {\n", "actions"),
            ("alias: X\nsequence:\n - delay: 1\n   - delay", "actions"),
            ("hall:\n  sequence:\n    - delay: 1\n", "actions"),
            ('[{"action": "light.turn_on"}]', "actions"),
            (PLAN, "plan"),
            ('{"strategy": "auto", "tool_calls": []}', "plan"),
            ("query: x\ntool_calls: [\n", "plan"),
            (TAGGED, "response"),
            (JSON_ANSWER, "response"),
            ('{"actions": [{"action_type": 5}]}', "response"),
            ('{"tool_calls": [{"function": {"name": "x"}}]}', "response"),
            ("Here it is:\n```yaml\n- delay: 1\n```", "response"),
            ('I do it. {"action": "light.turn_on", ', "response"),
            ("Hello", "response"),
        ],
    )
    async def test_it_is_found_out(self, check, text, kind):
        """By what is in it, also if that is not in order."""
        assert (await check(text))["kind"] == kind

    async def test_it_can_be_told(self, check):
        """Then it is read as that."""
        answer = await check(LIGHT, kind="plan")
        assert answer["kind"] == "plan"
        assert answer["problems"][0]["expected"] == "a mapping with tool_calls"


class TestProblems:
    """What is wrong, and where."""

    @pytest.mark.parametrize(
        ("text", "place", "line"),
        [
            ("- action: light.turn_on\n  target: [\n", "line 3, column 1", 3),
            (SCRIPT, "1/then/0", 12),
            (AUTOMATION, "1", 8),
            ("- delay: 1\n- delay:\n    houers: 1\n", "1: delay", 3),
            ("- delay: 1\n- action: light.turn_on\n  datta: {}\n", "1: datta", 3),
            ("action: light.turn_on\ndatta: {}\n", "0: datta", 2),
            ("hall:\n  sequence:\n    - delay: 1\n      foo: 1\n", "0: foo", 4),
            ("- parallel:\n    - delay: 1\n    - delay: x\n", "0/parallel/1", 3),
            (PLAN.replace("dependency: 1", "dependency: 7"), "tool_calls/1", 9),
            (PLAN.replace("lock.unlock", "lock.unlok"), "tool_calls/1", 6),
            ('{"strategy": "auto"}', "tool_calls", 1),
            ('Well.\n{"action": "light.turn_on", ', "object", 2),
            ("Well.\n[ACTION:nothing_such]{}[/ACTION]", "tag", 2),
            ("Hello", "response", 1),
        ],
    )
    async def test_it_has_a_place_and_a_line(self, check, text, place, line):
        """Each says what came and what was expected."""
        answer = await check(text)
        assert answer["valid"] is False
        assert "verdict" not in answer
        problem = answer["problems"][0]
        assert problem["place"].startswith(place), problem
        assert problem["line"] == line, problem
        assert problem["message"]
        assert problem["expected"] or "nothing_such" in text

    async def test_all_are_told(self, check):
        """The second one is not hidden by the first."""
        text = "- action: light.turn_onn\n- action: lock.unlok\n- delay: x\n"
        problems = (await check(text))["problems"]
        assert [one["line"] for one in problems] == [1, 2, 3]

    async def test_what_was_meant_is_guessed(self, check):
        """Where there is something like it."""
        (problem,) = (await check("- action: light.turn_onn\n"))["problems"]
        assert problem["expected"].endswith("perhaps light.turn_on")
        (problem,) = (await check("- action: light.explode\n"))["problems"]
        assert "perhaps" not in problem["expected"]


class TestAnswers:
    """What would become of it."""

    async def test_actions(self, check, house):
        """The plan with what is expected, the verdict, and nothing that has run."""
        answer = await check(LIGHT)
        assert (answer["valid"], answer["problems"]) == (True, [])
        (step,) = answer["plan"]
        assert (step["expected"], step["line"], step["column"]) == ("on", 1, 3)
        verdict = answer["verdict"]
        assert (verdict["decision"], verdict["impact"]["risk"]) == ("allow", "low")
        assert verdict["impact"]["entity_ids"] == ["light.hall"]
        assert house.calls == []
        assert house.engine.executions == []

    async def test_a_plan(self, check, house):
        """It comes back as data, so that it can be run as it is."""
        answer = await check(PLAN)
        assert answer["strategy"] == "sequential"
        assert answer["decision"]["tool_calls"][1]["dependency"] == 1
        assert answer["verdict"]["impact"]["risk"] == "critical"
        assert [one["action"] for one in answer["plan"]][1:] == [
            "light.turn_on",
            "lock.unlock",
        ]
        assert [one["line"] for one in answer["plan"]][1:] == [3, 6]
        assert house.calls == []

    @pytest.mark.parametrize("text", [TAGGED, JSON_ANSWER])
    async def test_a_response(self, check, house, text):
        """Each wish is judged by itself, and as a model's whoever passes it on."""
        house.judge_by(HOUSEHOLD, FREE)
        answer = await check(text)
        assert answer["analysis"] == "It is dark."
        outcomes = [one["outcome"] for one in answer["wishes"]]
        assert outcomes == ["would_run", "would_ask"][: len(outcomes)]
        assert answer["wishes"][0]["plan"][0]["expected"] == "on"
        assert house.calls == []
        assert house.engine.gate.pending() == []

    async def test_what_one_wish_lacks_keeps_no_other_back(self, check, house):
        """The rest is judged."""
        house.judge_by(HOUSEHOLD, FREE)
        answer = await check(TAGGED + "[ACTION:nothing_such]{}[/ACTION]")
        assert [one["outcome"] for one in answer["wishes"]] == ["would_run", "rejected"]
        assert [one["line"] for one in answer["problems"]] == [3]


class TestRights:
    """Who tries it counts."""

    async def test_by_the_policy_of_who_asks(self, check, house):
        """The owner may, the agent's account has to ask, and nobody is asked for it."""
        text = LIGHT.replace("light.turn_on", "lock.unlock").replace(
            "light.hall", "lock.front"
        )
        assert (await check(text, OWNER))["verdict"]["decision"] == "allow"
        assert (await check(text, BOT))["verdict"]["decision"] == "hold"
        assert house.engine.gate.pending() == []

    async def test_denied_with_reasons(self, check, house):
        """An answer, not an error."""
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        verdict = (await check(LIGHT, BOT))["verdict"]
        assert verdict["decision"] == "deny"
        assert verdict["reasons"][0]["text"]

    async def test_as_a_language_model(self, check):
        """Whoever says so is judged as one, the owner too; it makes nobody more."""
        verdict = (await check(LIGHT, OWNER, agent={}))["verdict"]
        assert verdict["decision"] == "hold"
        assert (await check(PLAN, OWNER, agent={}))["verdict"]["decision"] == "hold"

    async def test_others_see_the_same_way(self, check):
        """Whoever lives here may look before he does something."""
        for person in (ADULT, GUEST):
            assert (await check(LIGHT, person))["valid"] is True


class TestLimits:
    """What is refused."""

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            ({"text": ""}, "text"),
            ({"text": " \n"}, "text"),
            ({"text": 5}, "text"),
            ({"kind": "xml"}, "kind"),
            ({"confidence": 2}, "confidence"),
            ({"agent": "x"}, "agent"),
            ({"run": True}, "run"),
        ],
    )
    async def test_bad_fields(self, check, data, place):
        """The sentence names the field."""
        answer = await check(**{"text": LIGHT, "status": 400, **data})
        assert answer["code"] == "invalid_action"
        assert place in answer["message"]

    async def test_too_large(self, check):
        """Not even read."""
        await check("x" * MOST_BYTES, status=413)

    async def test_large_and_deep(self, check):
        """Bounded by what intake takes."""
        assert (await check("- delay: 1\n" * 4000))["valid"] is False
        assert (await check("[" * 5000))["valid"] is False

    async def test_by_websocket(self, house, hass_ws_client):
        """The same."""
        client = await hass_ws_client(access_token=await house.token(OWNER))
        await client.send_json_auto_id({"type": "action_engine/check", "text": LIGHT})
        answer = await client.receive_json()
        assert answer["result"]["valid"] is True
