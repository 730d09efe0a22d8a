"""The REST API, for the owner, for somebody who lives here, and for an agent."""

from dataclasses import replace
from datetime import date
import json
import re

import pytest

from homeassistant.config_entries import ConfigEntryState

from custom_components.action_engine import commands
from custom_components.action_engine.engine.engine import hash_code
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    Applies,
)
from custom_components.action_engine.engine.model.rollout import Rollout, Stage
from custom_components.action_engine.http import ROUTES
from tests.engine.gate_home import FREE, SUPERVISED
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER, UNLOCK

API = "/api/action_engine"
NOWHERE = "01K8ZQ4T1M6XHP3S9VYB2D7NCE"
OFF = {"action": "light.turn_off", "target": {"entity_id": "light.hall"}}


def path_of(route):
    """Return an address with ids of nothing in it."""
    return re.sub(r"{\w+}", NOWHERE, route.path)


class Person:
    """Sends requests with his own token."""

    def __init__(self, client):
        """Use a client that has the token."""
        self._client = client

    async def get(self, path, **query):
        """Ask; return status and answer."""
        return await self._read(await self._client.get(f"{API}/{path}", params=query))

    async def post(self, path, **body):
        """Have something done; return status and answer."""
        return await self._read(await self._client.post(f"{API}/{path}", json=body))

    async def send(self, path, raw):
        """Send a body that need not be JSON; return status and answer."""
        return await self._read(await self._client.post(f"{API}/{path}", data=raw))

    async def _read(self, response):
        self.headers = response.headers
        assert response.content_type == "application/json"
        return response.status, await response.json()


@pytest.fixture
def enter(hass_client, house):
    """Return a function that lets somebody send requests."""

    async def enter(person):
        return Person(await hass_client(await house.token(person)))

    return enter


@pytest.fixture
async def owner(enter):
    """Return the administrator, who is asked about what the agent wants."""
    return await enter(OWNER)


@pytest.fixture
async def adult(enter):
    """Return somebody who is asked, too, and is no administrator."""
    return await enter(ADULT)


@pytest.fixture
async def guest(enter):
    """Return somebody who is not asked."""
    return await enter(GUEST)


@pytest.fixture
async def bot(enter):
    """Return the agent."""
    return await enter(BOT)


async def held(bot, *actions, **data):
    """Return what the agent is told of something about which a person is asked."""
    status, answer = await bot.post("run", actions=[*(actions or [LAMP])], **data)
    assert status == 200
    assert answer["state"] == "pending_approval"
    return answer


class TestRun:
    """Have something run, or judged."""

    async def test_run(self, owner, house):
        """In the name of whose token it is."""
        status, answer = await owner.post("run", actions=[LAMP], name="Light")
        assert (status, answer["state"]) == (200, "success")
        assert house.calls == [("light.turn_on", "light.hall")]
        status, account = await owner.get(f"executions/{answer['execution_id']}")
        assert (status, account["user_id"]) == (200, OWNER)
        assert account["name"] == "Light"

    async def test_without_waiting(self, owner, house):
        """The id comes at once."""
        status, answer = await owner.post("run", actions=[LAMP], wait=False)
        assert status == 200
        assert answer.keys() == {"execution_id", "state"}
        await house.idle()
        assert len(house.calls) == 1

    async def test_a_failure_is_an_answer(self, owner):
        """The request was done; what came of it is in there."""
        status, answer = await owner.post("run", actions=[{"stop": "x", "error": True}])
        assert (status, answer["state"]) == (200, "failed")

    async def test_what_is_denied_is_an_answer(self, bot, house):
        """With every reason."""
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        status, answer = await bot.post("run", actions=[LAMP])
        assert (status, answer["state"]) == (200, "denied")
        assert answer["verdict"]["decided_by"] == "policy_on"

    async def test_a_flood_is_refused(self, bot, house, monkeypatch):
        """By the gate, before it is written down."""
        monkeypatch.setattr(commands, "WRITES_A_MINUTE", 1000)
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        for _ in range(60):
            await bot.post("run", actions=[LAMP])
        status, answer = await bot.post("run", actions=[LAMP])
        assert (status, answer["code"]) == (429, "flooded")
        assert bot.headers["Retry-After"] == "60"

    async def test_assess(self, bot, owner, house):
        """Each caller is told what would become of it for him."""
        status, answer = await bot.post("assess", actions=[UNLOCK])
        assert (status, answer["decision"]) == (200, "hold")
        assert answer["impact"]["risk"] == "critical"
        _, answer = await owner.post("assess", actions=[UNLOCK])
        assert answer["decision"] == "allow"
        assert house.calls == []
        assert house.engine.executions == []


class TestAnswering:
    """Questions, and what people answer."""

    async def test_yes(self, bot, adult, owner, house):
        """It runs, and everybody concerned can look at it."""
        answer = await held(bot, name="Light", confidence=0.8)
        path = f"executions/{answer['execution_id']}"
        status, listed = await adult.get("approvals")
        (question,) = listed["approvals"]
        assert (status, question["name"]) == (200, "Light")
        assert question["claim"] == {"confidence": 0.8}
        assert (await adult.get(path))[1]["approval_id"] == question["approval_id"]
        status, approval = await adult.post(f"{path}/approve", notes="Go on")
        assert (status, approval["answer"]) == (200, "approved")
        await house.idle()
        for person in (bot, adult, owner):
            status, account = await person.get(path)
            assert (status, account["state"]) == (200, "success")
            assert "approval_id" not in account

    async def test_no(self, bot, adult):
        """Nothing runs."""
        path = f"executions/{(await held(bot))['execution_id']}"
        status, approval = await adult.post(f"{path}/reject", reason="Not now")
        assert (status, approval["answer"]) == (200, "rejected")
        assert approval["notes"] == "Not now"
        assert (await bot.get(path))[1]["state"] == "rejected"

    async def test_something_else(self, bot, adult, house):
        """In the name of who answers."""
        path = f"executions/{(await held(bot))['execution_id']}"
        status, approval = await adult.post(f"{path}/approve", actions=[OFF])
        await house.idle()
        assert (status, approval["answer"]) == (200, "rejected")
        status, other = await adult.get(f"executions/{approval['replaced_by']}")
        assert (status, other["user_id"]) == (200, ADULT)
        assert house.calls == [("light.turn_off", "light.hall")]

    async def test_the_code_counts_for_a_second_person(self, bot, adult, house):
        """A wrong one counts for nothing, and says so."""
        options = replace(house.engine.options, approval_code=hash_code("4711"))
        house.engine.configure(options)
        path = f"executions/{(await held(bot, UNLOCK))['execution_id']}/approve"
        status, answer = await adult.post(path, code="0000")
        assert (status, answer["code"]) == (409, "approval_refused")
        status, answer = await adult.post(path, code="4711")
        assert (status, answer["answer"]) == (200, "approved")

    async def test_e03_what_has_changed_since_is_asked_about_anew(
        self, bot, adult, house
    ):
        """The answer does not count, and the next question is another one."""
        answer = await held(bot)
        path = f"executions/{answer['execution_id']}/approve"
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, denied_actions=("light.*",)))
        status, refused = await adult.post(path)
        assert (status, refused["code"]) == (409, "approval_refused")
        assert house.calls == []

    async def test_cancel(self, bot, adult, house):
        """Who asked may take it back, and so may who is asked."""
        for person in (bot, adult):
            path = f"executions/{(await held(bot))['execution_id']}"
            status, _ = await person.post(f"{path}/cancel")
            assert status == 200
            assert (await bot.get(path))[1]["state"] == "cancelled"
        assert house.engine.gate.pending() == []

    async def test_rollback(self, bot, adult, house):
        """Of his own the agent may wish it; who is asked about the agent has it done."""
        house.judge_by(HOUSEHOLD, FREE)
        _, done = await bot.post("run", actions=[LAMP])
        path = f"executions/{done['execution_id']}/rollback"
        status, plan = await adult.post(path, dry_run=True)
        assert (status, len(plan["items"])) == (200, 1)
        house.judge_by(HOUSEHOLD, SUPERVISED)
        status, wish = await bot.post(path)
        assert (status, wish["state"]) == (200, "pending_approval")
        assert wish["approval_id"] == house.question().id
        status, answer = await adult.post(path)
        assert (status, answer["state"]) == (200, "success")
        assert house.calls[-1] == ("light.turn_off", "light.hall")
        status, answer = await adult.post(path)
        assert (status, answer["items"][0]["what"]) == (200, "nothing")


class TestE06:
    """The token of the agent answers nothing."""

    @pytest.mark.parametrize("what", ["approve", "reject"])
    @pytest.mark.parametrize("body", [{}, {"notes": "yes"}, {"actions": [LAMP]}])
    async def test_e06_an_agent_does_not_answer_itself(self, bot, house, what, body):
        """As if there was no question."""
        if what == "reject":
            body = {"reason": "x"} if body else {}
        path = f"executions/{(await held(bot))['execution_id']}"
        status, answer = await bot.post(f"{path}/{what}", **body)
        assert (status, answer["code"]) == (404, "not_found")
        assert house.question().is_open
        assert house.calls == []

    async def test_e06_an_administrator_on_no_list_does_not_answer(
        self, bot, owner, house
    ):
        """He sees it; the policy says who answers."""
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, approvers=frozenset({ADULT})))
        path = f"executions/{(await held(bot))['execution_id']}"
        assert (await owner.get(path))[0] == 200
        assert (await owner.post(f"{path}/approve"))[0] == 404
        assert house.question().is_open


PATHS = (
    ("get", "executions/{}", {}),
    ("post", "executions/{}/approve", {}),
    ("post", "executions/{}/approve", {"actions": [LAMP]}),
    ("post", "executions/{}/reject", {}),
    ("post", "executions/{}/cancel", {}),
    ("post", "executions/{}/rollback", {}),
    ("post", "executions/{}/rollback", {"dry_run": True}),
)


class TestGrants:
    """What was allowed in advance, and what was answered."""

    async def test_allowed_listed_and_taken_back(self, bot, adult, house):
        """Parameters of an address are texts, and read as what they stand for."""
        answer = await held(bot)
        path = f"executions/{answer['execution_id']}"
        status, proposal = await adult.get(f"{path}/proposal")
        assert (status, proposal["hidden"]) == (200, False)
        await adult.post(f"{path}/approve", similar_for=900)
        await house.idle()
        status, answer = await adult.get("grants")
        assert status == 200
        (grant,) = answer["grants"]
        status, _ = await adult.post(f"grants/{grant['grant_id']}/revoke")
        assert status == 200
        assert (await adult.get("grants"))[1] == {"grants": []}
        status, answer = await adult.get("answers", limit="5")
        assert (status, len(answer["answers"])) == (200, 1)
        status, answer = await adult.get("figures", days="2")
        assert [one["success"] for one in answer["days"]] == [0, 1]


class TestE18:
    """Whose business an execution is."""

    @pytest.mark.parametrize(("method", "path", "data"), PATHS)
    @pytest.mark.parametrize("state", ["success", "pending_approval"])
    async def test_e18_what_is_not_ones_own_is_not_there(
        self, enter, house, method, path, data, state
    ):
        """Status, headers and body are those of an id that does not exist."""
        waits = state == "pending_approval"
        agent = {"agent": {"platform": "ollama"}} if waits else {}
        whose = OWNER if waits else ADULT
        theirs = await house.ask(LAMP, as_=whose, **agent)
        assert theirs["state"] == state
        calls = list(house.calls)
        for person in (GUEST, BOT):
            client = await enter(person)
            answers = []
            for one in (theirs["execution_id"], NOWHERE):
                answer = await getattr(client, method)(path.format(one), **data)
                headers = {k: v for k, v in client.headers.items() if k != "Date"}
                answers.append((*answer, headers))
            assert answers[0] == answers[1]
            assert answers[0][0] == 404
            assert answers[0][1].keys() == {"code", "message"}
        assert house.calls == calls
        account = await house.call(
            "get_execution", OWNER, execution_id=theirs["execution_id"]
        )
        assert account["state"] == state

    async def test_e18_lists_have_what_one_sees(self, enter, house):
        """Filters look for nothing beyond that."""
        house.judge_by(HOUSEHOLD, FREE)
        ids = {
            person: (await house.ask(LAMP, as_=person))["execution_id"]
            for person in (OWNER, ADULT, GUEST, BOT)
        }
        sees = {
            OWNER: set(ids.values()),
            ADULT: {ids[ADULT], ids[BOT]},
            GUEST: {ids[GUEST]},
            BOT: {ids[BOT]},
        }
        for person, expected in sees.items():
            client = await enter(person)
            for query in ({}, {"action": "light.turn_on"}, {"entity": "light.hall"}):
                status, page = await client.get("executions", **query)
                found = {one["execution_id"] for one in page["executions"]}
                assert (status, found) == (200, expected)
            _, page = await client.get("executions", user_id=OWNER)
            assert len(page["executions"]) == (person == OWNER)
            _, page = await client.get("executions", policy="household")
            found = {one["execution_id"] for one in page["executions"]}
            assert found == expected - {ids[BOT]}

    async def test_e18_rights_that_were_taken_away_are_gone(self, bot, adult, house):
        """At once."""
        path = f"executions/{(await held(bot))['execution_id']}"
        assert (await adult.get(path))[0] == 200
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, approvers=frozenset({OWNER})))
        assert (await adult.get(path))[0] == 404
        assert (await adult.get("approvals"))[1] == {"approvals": []}
        assert (await adult.post(f"{path}/approve"))[0] == 404

    async def test_e18_settings_are_for_those_whom_they_concern(self, enter):
        """Where the gaps are is told to nobody who would be held by them."""
        _, answer = await (await enter(OWNER)).get("settings")
        assert answer.keys() == {
            *("enabled", "panicked", "policies", "circuits", "options", "people"),
        }
        assert [one["name"] for one in answer["policies"]] == ["Household", "Agents"]
        _, answer = await (await enter(ADULT)).get("settings")
        assert answer.keys() == {"enabled", "panicked", "policies"}
        (policy,) = answer["policies"]
        assert policy["settings"]["approvals"]["approvers"] == [ADULT, OWNER]
        _, answer = await (await enter(BOT)).get("settings")
        (policy,) = answer["policies"]
        assert policy == {
            "policy_id": "agents",
            "name": "Agents",
            "status": "supervised",
            "mode": None,
            "left": {"hour_left": 10, "day_left": 50, "budget_left": None},
        }
        _, answer = await (await enter(GUEST)).get("settings")
        assert answer["policies"] == []

    async def test_the_stage_of_a_rollout_is_in_the_settings(self, enter, house):
        """With the day on which the next one begins."""
        stages = (Stage(day=0, percentage=10), Stage(day=70_000, percentage=100))
        plan = Rollout(start=date(2026, 11, 1), stages=stages)
        rolled = replace(SUPERVISED, rollout=plan, canary_percentage=100)
        house.judge_by(HOUSEHOLD, rolled)
        _, answer = await (await enter(OWNER)).get("settings")
        household, agents = answer["policies"]
        assert "rollout" not in household
        assert agents["rollout"] == {
            "stage": 1,
            "stages": 2,
            "percentage": 10,
            "next": "2218-06-28",
        }

    @pytest.mark.usefixtures("house")
    async def test_e18_who_is_not_logged_in_is_told_nothing(self, hass_client_no_auth):
        """Not even that there is such an address."""
        client = await hass_client_no_auth()
        for route in ROUTES:
            path = path_of(route)
            response = await client.request(route.method, f"{API}/{path}")
            assert response.status == 401

    async def test_e18_many_tries_are_refused(self, guest, bot, monkeypatch):
        """Each user has his own; reading and doing are counted apart."""
        monkeypatch.setattr(commands, "READS_A_MINUTE", 3)
        monkeypatch.setattr(commands, "WRITES_A_MINUTE", 2)
        path = f"executions/{NOWHERE}"
        statuses = [(await guest.get(path))[0] for _ in range(4)]
        assert statuses == [404, 404, 404, 429]
        assert 1 <= int(guest.headers["Retry-After"]) <= 20
        statuses = [(await guest.post(f"{path}/cancel"))[0] for _ in range(3)]
        assert statuses == [404, 404, 429]
        assert 1 <= int(guest.headers["Retry-After"]) <= 30
        assert (await bot.get(path))[0] == 404

    def test_e18_the_limits(self):
        """So many a minute."""
        assert commands.READS_A_MINUTE == 300
        assert commands.WRITES_A_MINUTE == 60


async def test_settings_without_secrets(owner, house):
    """No hash of a code, no password of a database."""
    code = hash_code("4711")
    house.engine.configure(replace(house.engine.options, approval_code=code))
    _, answer = await owner.get("settings")
    assert code not in json.dumps(answer)
    assert answer["options"]["safety"]["approval_code"] is True
    assert answer["options"]["execution"]["workers"] == 2


async def test_e17_what_an_asker_has_chosen_is_a_value(bot, owner):
    """It comes back to the letter, as a text in JSON, and nowhere else."""
    words = {"name": "<script>*a*</script>", "reasoning": "[x](javascript:alert(1))"}
    answer = await held(bot, **words)
    _, listed = await owner.get("approvals")
    (question,) = listed["approvals"]
    assert question["name"] == words["name"]
    assert question["claim"] == {"reasoning": words["reasoning"]}
    _, account = await owner.get(f"executions/{answer['execution_id']}")
    assert account["name"] == words["name"]
    told = json.dumps([question["verdict"], account["verdict"]])
    assert "script>" not in told
    assert "javascript" not in told


class TestBadRequests:
    """What is wrong, and where."""

    @pytest.mark.parametrize(
        ("raw", "place"),
        [
            (b"{", "body: came"),
            (b"\xff\xfe", "body: came"),
            (b"[1]", "body: came [1], expected a JSON object"),
            (b'"run"', "body: came 'run', expected a JSON object"),
            (b"{}", "actions: came nothing"),
            (b"", "actions: came nothing"),
            (b'{"actoins": []}', "'actoins': came an unknown field"),
            (b'{"actions": [5]}', "actions/0: came 5"),
            (b'{"yaml": "- delay: 1", "confidence": 2}', "confidence: came 2"),
            (b'{"yaml": "- delay: 1", "on_failure_raise": true}', "on_failure_raise"),
            (b'{"script": "script.nowhere"}', "There is no script.nowhere"),
            (b"[" * 5000, "body: came"),
        ],
    )
    async def test_of_run(self, owner, raw, place):
        """One sentence."""
        status, answer = await owner.send("run", raw)
        assert status == 400
        assert answer["message"].startswith(place)
        assert answer["code"] in ("invalid_action", "source_not_found")

    @pytest.mark.parametrize("depth", [50, 250, 1000])
    async def test_deep_data_breaks_nothing(self, owner, depth):
        """It is read or refused."""
        deep = "[" * depth + "]" * depth
        raw = f'{{"actions": [{json.dumps(LAMP)}], "variables": {{"a": {deep}}}}}'
        status, _ = await owner.send("run", raw.encode())
        assert status in (200, 400)

    @pytest.mark.parametrize(
        ("query", "place"),
        [
            ({"state": "done"}, "states: came 'done'"),
            ({"limit": "0"}, "limit: came '0'"),
            ({"since": "soon"}, "since: came 'soon'"),
            ({"colour": "red"}, "'colour': came an unknown field"),
            ({"entity": ""}, "entity_id: came ''"),
        ],
    )
    async def test_of_a_list(self, owner, query, place):
        """Parameters are read as the fields of the action are."""
        status, answer = await owner.get("executions", **query)
        assert (status, answer["code"]) == (400, "invalid_action")
        assert answer["message"].startswith(place)

    async def test_the_id_stands_in_the_address(self, bot, adult):
        """And nowhere else."""
        path = f"executions/{(await held(bot))['execution_id']}/approve"
        status, answer = await adult.post(path, execution_id=NOWHERE)
        assert status == 400
        assert answer["message"].startswith("execution_id: came ")
        status, _ = await adult.post(path, approval_id=NOWHERE)
        assert status == 400

    @pytest.mark.parametrize("said", [True, False])
    async def test_a_body_has_a_limit(self, hass_client, house, said):
        """Whether its length was told before or not."""

        async def chunks():
            for _ in range(70):
                yield b"x" * 1024

        client = await hass_client(await house.token(OWNER))
        data = b"x" * 70 * 1024 if said else chunks()
        response = await client.post(f"{API}/run", data=data)
        assert response.status == 413
        assert (await response.json())["code"] == "too_large"


class TestList:
    """A page of executions."""

    async def test_filters_and_pages(self, owner, house):
        """Several states, an entity, a time, and on to the next page."""
        await house.ask(LAMP, as_=OWNER, name="first")
        await house.ask(OFF, as_=OWNER, name="second")
        await house.ask(LAMP, name="third")

        async def names(**query):
            status, page = await owner.get("executions", **query)
            assert status == 200
            return [one["name"] for one in page["executions"]]

        assert await names() == ["third", "second", "first"]
        assert await names(state="pending_approval") == ["third"]
        both = await owner.get("executions?state=success&state=pending_approval")
        assert len(both[1]["executions"]) == 3
        assert await names(action="light.turn_off") == ["second"]
        assert await names(entity="light.hall", state="success") == ["second", "first"]
        assert await names(policy="agents") == ["third"]
        assert await names(origin="script.none") == []
        assert await names(since="2030-01-01") == []
        assert len(await names(until="2030-01-01")) == 3
        _, page = await owner.get("executions", limit=2)
        assert await names(before=page["next"]) == ["first"]


async def test_who_is_about_an_agent_only_because_of_its_model(enter, house):
    """A policy about language models is seen by those whom it asks."""
    models = replace(
        AGENTS,
        id="models",
        enabled=True,
        applies=Applies(agents=True),
        approvers=frozenset({ADULT}),
    )
    house.judge_by(HOUSEHOLD, models)
    theirs = await house.ask(LAMP, as_=GUEST, agent={"assistant": "conversation"})
    path = f"executions/{theirs['execution_id']}"
    assert (await (await enter(ADULT)).get(path))[0] == 200
    assert (await (await enter(GUEST)).get(path))[0] == 200
    assert (await (await enter(BOT)).get(path))[0] == 404


async def test_without_the_entry_every_address_says_so(hass, entry, owner):
    """They stay, and answer that nothing is loaded."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert entry.state is ConfigEntryState.NOT_LOADED
    for route in ROUTES:
        path = path_of(route)
        send = owner.get if route.method == "GET" else owner.post
        status, answer = await send(path)
        assert (status, answer["code"]) == (503, "not_loaded")


async def test_a_switched_off_engine_says_so(owner, house):
    """It is not the fault of the data."""
    house.engine.set_enabled(False)
    status, answer = await owner.post("run", actions=[LAMP])
    assert (status, answer["code"]) == (503, "engine_disabled")


async def test_what_a_model_wrote_can_be_handed_in(house, hass_client_no_auth):
    """A plan, an answer and a question, each answered as the action does."""
    client = await hass_client_no_auth()
    headers = {"Authorization": f"Bearer {await house.token(OWNER)}"}

    async def post(path, **data):
        url = f"/api/action_engine/{path}"
        answer = await client.post(url, json=data, headers=headers)
        assert answer.status == 200
        return await answer.json()

    calls = [{"tool_name": "light.turn_on", "parameters": {"entity_id": "light.hall"}}]
    assert (await post("run_plan", tool_calls=calls))["success"] is True
    tag = '[ACTION:light.turn_on]{"entity_id": "light.hall"}[/ACTION]'
    held = (await post("process_response", response=tag))["actions"]
    assert [one["outcome"] for one in held] == ["held"]
    assert (await post("ask", question="Is it dark?"))["stage"] == "model"
