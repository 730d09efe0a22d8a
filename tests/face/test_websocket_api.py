"""Commands for clients that want to watch."""

from dataclasses import replace

import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.action_engine import commands
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.feed import MAX_PENDING, Feed
from custom_components.action_engine.visible import seen_moves
from tests.engine.gate_home import FREE, SUPERVISED
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER, UNLOCK


async def test_who_subscribes_sees_moves_and_steps(hass_ws_client, run):
    """In their order, in batches."""
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "action_engine/subscribe"})
    assert (await client.receive_json())["success"]
    summary = await run("work", name="Lights")
    events = []
    while not events or events[-1].get("state") != "success":
        message = await client.receive_json()
        assert message["event"]["dropped"] == 0
        events += message["event"]["events"]
    assert {event["execution_id"] for event in events} == {summary["execution_id"]}
    moves = [event["state"] for event in events if event["kind"] == "execution"]
    assert moves == ["queued", "executing", "success"]
    steps = [event for event in events if event["kind"] == "step"]
    assert steps[-1]["action"] == "home.work"
    assert steps[-1]["status"] == "succeeded"


async def test_after_unsubscribing_nothing_comes(hass_ws_client, run):
    """The next message is the answer to the next command."""
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "action_engine/subscribe"})
    subscribed = await client.receive_json()
    await client.send_json_auto_id(
        {"type": "unsubscribe_events", "subscription": subscribed["id"]}
    )
    assert (await client.receive_json())["success"]
    await run("work")
    await client.send_json_auto_id({"type": "ping"})
    assert (await client.receive_json())["type"] == "pong"


async def test_unloading_closes_every_stream(hass, hass_ws_client, entry):
    """Each client hears that it has to subscribe anew, the second one as well."""
    client = await hass_ws_client()
    for _ in range(3):
        await client.send_json_auto_id({"type": "action_engine/subscribe"})
        assert (await client.receive_json())["success"]
    assert await hass.config_entries.async_unload(entry.entry_id)
    for _ in range(3):
        assert (await client.receive_json())["event"] == {"closed": True}


async def test_a_stream_that_has_ended_is_not_closed_again(hass, entry):
    """Who left in the same moment gets no message any more."""
    connection = Connection()
    feed = Feed(hass, entry, connection, 1, seen_moves)
    entry.async_on_state_change(feed.stop)
    assert await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done()
    assert connection.messages == []


async def test_executions_without_what_is_large(hass_ws_client, run):
    """A list for a panel."""
    await run("work", name="First")
    await run("fail", name="Second")
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "action_engine/executions"})
    result = (await client.receive_json())["result"]["executions"]
    assert {one["name"]: one["success"] for one in result} == {
        "First": True,
        "Second": False,
    }
    assert result[0]["origin"] is None
    assert "steps" not in result[0]
    assert result[0]["counts"]["steps"] == 1


async def test_how_many_steps_there_will_be(hass_ws_client, run):
    """Where the plan says it; what only the run decides is left open."""
    work = {"action": "home.work"}
    await run(actions=[work, work, {**work, "enabled": False}], name="Known")
    await run(actions=[{"repeat": {"count": 2, "sequence": [work]}}], name="Open")
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": "action_engine/executions"})
    result = (await client.receive_json())["result"]["executions"]
    assert {one["name"]: one["known_steps"] for one in result} == {
        "Known": 2,
        "Open": None,
    }


COMMANDS_WITHOUT_FIELDS = (
    *("subscribe", "subscribe_approvals", "executions"),
    *("list_executions", "list_approvals", "settings"),
    *("list_answers", "list_grants", "figures"),
)


@pytest.mark.parametrize("command", COMMANDS_WITHOUT_FIELDS)
async def test_without_the_entry_the_answer_says_so(
    hass, hass_ws_client, entry, command
):
    """The commands are there, the engine is not."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": f"action_engine/{command}"})
    answer = await client.receive_json()
    assert answer["success"] is False
    assert answer["error"]["code"] == "not_loaded"


class Connection:
    """Takes messages as Home Assistant's connections do."""

    def __init__(self):
        """Begin without messages, for somebody who sees everything."""
        self.messages = []
        self.user = MockUser(is_owner=True)

    def send_message(self, message):
        """Keep the message."""
        self.messages.append(message["event"])


async def test_a_storm_is_few_messages(hass, entry, run, beat):
    """A slow client is not cut off, and is told what it has missed."""
    connection = Connection()
    feed = Feed(hass, entry, connection, 1, seen_moves)
    loops = [{"repeat": {"count": 800, "sequence": [{"action": "home.work"}]}}]
    await run(actions=loops)
    await beat()
    feed.stop()
    assert len(connection.messages) <= 3
    last = connection.messages[-1]
    assert len(last["events"]) == MAX_PENDING
    assert last["dropped"] > 0
    assert last["events"][-1]["state"] == "success"


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


class TestCommands:
    """The same as over REST, see ``test_http.py``."""

    async def test_from_the_request_to_the_end(self, connect, house):
        """The agent asks, an adult looks at it and agrees, the agent reads the account."""
        bot, adult = await connect(BOT), await connect(ADULT)
        held = (await bot("run", actions=[LAMP], reasoning="It is dark"))["result"]
        assert held["state"] == "pending_approval"
        (question,) = (await adult("list_approvals"))["result"]["approvals"]
        assert question["approval_id"] == held["approval_id"]
        assert question["may_answer"] is True
        answer = await adult("approve", approval_id=question["approval_id"])
        assert answer["result"]["answer"] == "approved"
        await house.idle()
        got = await bot("get_execution", execution_id=held["execution_id"])
        assert got["result"]["state"] == "success"
        page = await bot("list_executions", states=["success"], entity_id="light.hall")
        assert [one["user_id"] for one in page["result"]["executions"]] == [BOT]
        undone = await adult("rollback", execution_id=held["execution_id"])
        assert undone["result"]["state"] == "success"
        assert house.calls[-1] == ("light.turn_off", "light.hall")

    async def test_no_and_never_mind(self, connect):
        """What is rejected or cancelled never runs."""
        bot, adult = await connect(BOT), await connect(ADULT)
        first = (await bot("run", actions=[LAMP]))["result"]
        answer = await adult("reject", execution_id=first["execution_id"], reason="no")
        assert answer["result"]["answer"] == "rejected"
        second = (await bot("run", actions=[UNLOCK]))["result"]
        execution = {"execution_id": second["execution_id"]}
        assert (await bot("cancel", **execution))["result"] == execution
        got = await bot("get_execution", **execution)
        assert got["result"]["state"] == "cancelled"

    async def test_assess_and_settings(self, connect):
        """What would be, and why."""
        bot, owner = await connect(BOT), await connect(OWNER)
        verdict = (await bot("assess", actions=[UNLOCK]))["result"]
        assert verdict["decision"] == "hold"
        settings = (await owner("settings"))["result"]
        assert {one["name"] for one in settings["policies"]} == {"Household", "Agents"}

    async def test_bad_data_is_a_sentence(self, connect):
        """With the code that the action has for it, too."""
        bot = await connect(BOT)
        for data in ({}, {"actions": [LAMP], "confidence": 2}, {"actoins": []}):
            error = (await bot("run", **data))["error"]
            assert error["code"] == "invalid_action"
            assert ": came " in error["message"]

    async def test_a_message_has_a_limit(self, connect):
        """As the body of a REST request has."""
        bot = await connect(BOT)
        error = (await bot("run", yaml="x" * 70_000))["error"]
        assert error["code"] == "too_large"

    async def test_e18_many_requests_are_refused(self, connect, monkeypatch):
        """Whoever tries out ids has not many tries; others are not held up by him."""
        monkeypatch.setattr(commands, "WRITES_A_MINUTE", 2)
        bot, adult = await connect(BOT), await connect(ADULT)
        codes = [
            (await bot("cancel", execution_id="01K"))["error"]["code"] for _ in range(3)
        ]
        assert codes == ["not_found", "not_found", "too_many_requests"]
        assert (await bot("list_approvals"))["success"]
        error = (await adult("cancel", execution_id="01K"))["error"]
        assert error["code"] == "not_found"

    async def test_e06_the_token_of_the_agent_answers_nothing(self, connect, house):
        """Whatever it names: for it the question is not there."""
        bot = await connect(BOT)
        held = (await bot("run", actions=[LAMP]))["result"]
        for key in ("approval_id", "execution_id"):
            for command in ("approve", "reject"):
                error = (await bot(command, **{key: held[key]}))["error"]
                assert error["code"] == "not_found"
        assert house.question().is_open
        assert house.calls == []

    @pytest.mark.parametrize("person", [GUEST, BOT, ADULT])
    async def test_e18_what_is_not_ones_own_is_not_there(self, connect, house, person):
        """The answer is that of an id which does not exist, to the letter."""
        done = await house.ask(LAMP, as_=OWNER)
        send = await connect(person)
        for command in ("get_execution", "cancel", "rollback", "approve", "reject"):
            errors = [
                (await send(command, execution_id=one))["error"]
                for one in (done["execution_id"], "01K8ZQ4T1M6XHP3S9VYB2D7NCE")
            ]
            assert errors[0] == errors[1]
            assert errors[0]["code"] == "not_found"
        assert (await send("list_executions"))["result"]["executions"] == []
        assert (await send("executions"))["result"]["executions"] == []


class TestStreams:
    """Live, and no more of it than somebody sees."""

    async def test_e18_others_see_their_own_moves(self, connect, house):
        """And an approver those of the agent about whom he is asked."""
        house.judge_by(HOUSEHOLD, FREE)
        watching = {one: await connect(one) for one in (BOT, ADULT, GUEST)}
        for send in watching.values():
            assert (await send("subscribe"))["success"]
        owners = await house.ask(LAMP, as_=OWNER)
        bots = await house.ask(LAMP)
        guests = await house.ask(LAMP, as_=GUEST)
        expected = {
            BOT: {bots["execution_id"]},
            ADULT: {bots["execution_id"]},
            GUEST: {guests["execution_id"]},
        }
        for person, send in watching.items():
            assert owners["execution_id"] not in expected[person]
            seen, moves = set(), []
            while moves[-1:] != ["success"]:
                events = (await send.next())["event"]["events"]
                seen |= {one["execution_id"] for one in events}
                moves += [one["state"] for one in events if "state" in one]
            assert seen == expected[person]

    async def test_questions_and_answers(self, connect, house):
        """Those that wait come first, and then all that becomes of them."""
        bot, adult = await connect(BOT), await connect(ADULT)
        first = (await bot("run", actions=[LAMP]))["result"]
        waiting = (await adult("subscribe_approvals"))["result"]["approvals"]
        assert [one["approval_id"] for one in waiting] == [first["approval_id"]]
        second = (await bot("run", actions=[UNLOCK]))["result"]
        (asked,) = (await adult.next())["event"]["events"]
        assert asked["kind"] == "approval"
        assert asked["approval_id"] == second["approval_id"]
        await house.call("reject", OWNER, approval_id=second["approval_id"])
        (answered,) = (await adult.next())["event"]["events"]
        assert answered["answer"] == "rejected"
        assert answered["answered_by"] == OWNER

    async def test_e18_questions_are_for_those_who_are_asked(self, connect, house):
        """Rights count as they are at the moment, not as they were when it began."""
        guest = await connect(GUEST)
        assert (await guest("subscribe_approvals"))["result"] == {"approvals": []}
        await house.ask(LAMP)
        await house.idle()
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, approvers=frozenset({GUEST})))
        second = await house.ask(UNLOCK)
        (asked,) = (await guest.next())["event"]["events"]
        assert asked["approval_id"] == second["approval_id"]
