"""Language models in a real home: over MCP, and in a conversation, behind the gate."""

import json

import pytest
from pytest_socket import enable_socket

from tests.home.flows import add_integration, reconfigure
from tests.home.house import House
from tests.home.mcp_client import McpClient
from tests.home.model_server import Call, ModelServer
from tests.home.residents import add_resident, command, sign_in_as

LAMP = "light.kitchen_table"
DOOR = "lock.hallway_front_door"
TURN_ON = {
    "action": "light.turn_on",
    "parameters": {"entity_id": LAMP},
    "confidence": 0.95,
    "reasoning": "It is dark in the kitchen",
}
BY_ITSELF = {
    "enabled": True,
    "approval_required": False,
    "auto_approval_threshold": 0,
    "canary_percentage": 100,
    "ask_first_use": False,
}


class Home:
    """A home with an agent's account, an adult who is asked, and the MCP server."""

    def __init__(self, house: House) -> None:
        """Move in; the policy of models asks about everything."""
        self.house = house
        house.start()
        self.entry_id = house.ensure_integration("action_engine")
        add_integration(house.api, "mcp_server", {})
        self.adult_id = add_resident(house.api, "adult")
        # Home Assistant lets only administrators use other APIs than Assist over MCP.
        self.bot_id = add_resident(house.api, "bot", group="system-admin")
        self.set_policy(trust={"enabled": True})
        command(
            house.api,
            "homeassistant/expose_entity",
            assistants=["conversation"],
            entity_ids=[LAMP, DOOR],
            should_expose=True,
        )

    def set_policy(self, **change):
        """Change the policy of models; the adult is asked."""
        change["approvals"] = {"approvers": [self.adult_id]}
        change["applies"] = {"users": [self.bot_id], "agents": True}
        reconfigure(self.house.api, self.entry_id, "policy", "Agents", change)

    def approve(self, approval_id):
        """Say yes as the adult, as the panel does."""
        adult = sign_in_as(self.house.api, "adult")
        command(adult, "action_engine/approve", approval_id=approval_id)

    def state(self, entity_id):
        """Return the state of an entity."""
        return self.house.api.get(f"/api/states/{entity_id}")["state"]

    def name(self, entity_id):
        """Return what people call an entity."""
        state = self.house.api.get(f"/api/states/{entity_id}")
        return state["attributes"]["friendly_name"]

    def until(self, is_true):
        """Wait for something."""
        self.house.wait_until(is_true)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("llm_home")) as house:
        yield Home(house)


def test_over_mcp_from_the_question_to_the_undo(home):
    """Listed, proposed, held, approved by a person, looked up, and taken back."""
    client = McpClient(sign_in_as(home.house.api, "bot"), "action_engine")
    tools = {one.name: one for one in client.tools()}
    assert len(tools) == 5
    hints = tools["action_engine__get_execution"].annotations
    assert hints.readOnlyHint
    assert not hints.destructiveHint
    schema = tools["action_engine__propose_actions"].inputSchema
    assert schema["required"] == ["actions"]
    assert schema["properties"]["actions"]["items"]["required"] == ["action"]
    assert "A person is asked each time" in client.prompt()

    before = home.state(LAMP)
    told = client.call("propose_actions", actions=[TURN_ON])
    assert not told.error
    (held,) = told.data["actions"]
    assert held["outcome"] == "held"
    assert home.state(LAMP) == before == "off"
    execution_id = held["execution_id"]
    seen = client.call("get_execution", execution_id=execution_id)
    assert seen.data["outcome"] == "held"

    home.approve(held["approval_id"])
    home.until(lambda: home.state(LAMP) == "on")

    def look():
        return client.call("get_execution", execution_id=execution_id).data

    home.until(lambda: look()["outcome"] == "executed")
    assert look()["verified"]

    undo = client.call("undo", execution_id=execution_id).data
    assert undo["outcome"] == "held"
    assert home.state(LAMP) == "on"
    home.approve(undo["approval_id"])
    home.until(lambda: home.state(LAMP) == "off")
    home.until(lambda: look()["outcome"] == "undone")


def test_over_mcp_others_see_nothing_of_it(home):
    """Not even the owner's client: as if it was not there. And wrong calls are errors."""
    bot = McpClient(sign_in_as(home.house.api, "bot"), "action_engine")
    owner = McpClient(home.house.api, "action_engine")
    (held,) = bot.call("propose_actions", actions=[TURN_ON]).data["actions"]
    theirs = owner.call("get_execution", execution_id=held["execution_id"])
    nothing = owner.call("get_execution", execution_id="01JZZZZZZZZZZZZZZZZZZZZZZZ")
    assert theirs.error
    assert nothing.error
    assert theirs.data["code"] == nothing.data["code"] == "execution_not_found"
    assert "actions" in bot.call("propose_actions").data["error_text"]


def test_a_conversation_turns_on_a_lamp_and_stops_at_the_door(home):
    """A scripted model behind a real interface, with supervised Assist."""
    home.set_policy(
        trust=BY_ITSELF, actions={"allowed_actions": ["assist/*", "light.*"]}
    )
    lamp, door = home.name(LAMP), home.name(DOOR)
    home.house.api.post("/api/services/lock/lock", {"entity_id": DOOR})
    home.until(lambda: home.state(DOOR) == "locked")
    with ModelServer() as model:
        agent = model.connect(home.house, ["action_engine_assist"])

        def say(text, *answers):
            model.then(*answers)
            said = home.house.api.post(
                "/api/conversation/process", {"text": text, "agent_id": agent}
            )
            assert said["response"]["response_type"] == "action_done"
            return json.loads(model.requests[-1]["messages"][-1]["content"])["data"]

        turn_on = Call(tool="HassTurnOn", arguments={"name": lamp})
        done = say("Light in the kitchen!", turn_on, "It is on.")
        assert done["response_type"] == "action_done"
        home.until(lambda: home.state(LAMP) == "on")
        system = model.requests[0]["messages"][0]["content"]
        assert "judged by the owner's policy" in system
        assert lamp in system

        unlock = Call(tool="HassTurnOff", arguments={"name": door})
        denied = say("Open the door!", unlock, "I may not do that.")
        assert denied["outcome"] == "denied"
        assert "lock.unlock" in denied["reasons"][0]
        assert home.state(DOOR) == "locked"
    commands = [one["command"] for one in home.house.device_log()]
    assert "unlock" not in commands
