"""Commands for clients that want to watch."""

import pytest

from custom_components.action_engine.feed import MAX_PENDING, Feed


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
    feed = Feed(hass, entry, connection, 1)
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


@pytest.mark.parametrize("command", ["subscribe", "executions"])
@pytest.mark.usefixtures("entry")
async def test_administrators_only(
    hass_ws_client, hass_read_only_access_token, command
):
    """What runs in a home is not everybody's business."""
    client = await hass_ws_client(access_token=hass_read_only_access_token)
    await client.send_json_auto_id({"type": f"action_engine/{command}"})
    answer = await client.receive_json()
    assert answer["error"]["code"] == "unauthorized"


@pytest.mark.parametrize("command", ["subscribe", "executions"])
async def test_without_the_entry_the_answer_says_so(
    hass, hass_ws_client, entry, command
):
    """The commands are there, the engine is not."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    client = await hass_ws_client()
    await client.send_json_auto_id({"type": f"action_engine/{command}"})
    answer = await client.receive_json()
    assert answer["success"] is False
    assert "not loaded" in answer["error"]["message"]


class Connection:
    """Takes messages as Home Assistant's connections do."""

    def __init__(self):
        """Begin without messages."""
        self.messages = []

    def send_message(self, message):
        """Keep the message."""
        self.messages.append(message["event"])


async def test_a_storm_is_few_messages(hass, entry, run, beat):
    """A slow client is not cut off, and is told what it has missed."""
    connection = Connection()
    feed = Feed(hass, entry, connection, 1)
    loops = [{"repeat": {"count": 800, "sequence": [{"action": "home.work"}]}}]
    await run(actions=loops)
    await beat()
    feed.stop()
    assert len(connection.messages) <= 3
    last = connection.messages[-1]
    assert len(last["events"]) == MAX_PENDING
    assert last["dropped"] > 0
    assert last["events"][-1]["state"] == "success"
