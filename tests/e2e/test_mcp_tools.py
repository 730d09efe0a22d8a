"""Tools of real MCP servers in runs of a real Home Assistant, and a model that asks."""

import json

import pytest
from pytest_socket import enable_socket

from tests.home.house import House
from tests.home.mcp_servers import TOOLS, McpServers
from tests.home.model_server import Call, ModelServer
from tests.home.residents import command

RUN = "/api/services/action_engine/run?return_response"
ASSESS = "/api/services/action_engine/assess?return_response"


class Connected:
    """A home with the engine, and three servers."""

    def __init__(self, house: House, servers: McpServers) -> None:
        """Move in, and connect it."""
        self.house = house
        self.servers = servers
        house.start()
        house.ensure_integration("action_engine")
        self.apis = servers.connect(house)

    def run(self, *actions, **data):
        """Run actions and return the summary."""
        data["actions"] = list(actions)
        return self.house.api.post(RUN, data)["service_response"]

    def run_yaml(self, *actions):
        """Run actions as a text, in which templates are rendered late."""
        text = json.dumps(actions)
        return self.house.api.post(RUN, {"yaml": text})["service_response"]

    def assess(self, *actions):
        """Return what the gate says to actions."""
        answer = self.house.api.post(ASSESS, {"actions": list(actions)})
        return answer["service_response"]

    def risk(self, *actions):
        """Return how bad actions may be."""
        return self.assess(*actions)["impact"]["risk"]


def tool(name, /, **arguments):
    """Return a step that calls a tool."""
    return {
        "action": "action_engine.call_tool",
        "data": {"tool": name, "arguments": arguments},
        "response_variable": "answer",
    }


END = {"stop": "told", "response_variable": "answer"}
"""Makes the answer the response of the run."""


@pytest.fixture(scope="module")
def connected(tmp_path_factory):
    """Start servers and a home, once."""
    enable_socket()
    folder = tmp_path_factory.mktemp("mcp_house")
    with McpServers() as servers, House(folder) as house:
        yield Connected(house, servers)


def test_all_tools_are_there(connected):
    """Twenty of them, by the ids of three APIs."""
    known = {one["id"] for one in command(connected.house.api, "llm/api/list")["apis"]}
    assert set(connected.apis.values()) <= known
    assert sum(TOOLS.values()) == 20


def test_ten_and_five(connected):
    """The real server adds, and the result is a number."""
    summary = connected.run(tool("calculator/add", a=10, b=5), END)
    assert summary["state"] == "success"
    assert summary["response"]["result"] == 15.0
    assert type(summary["response"]["result"]) is float
    assert summary["response"]["api"] == connected.apis["calculator"]


def test_lists_and_texts(connected):
    """Whatever a server declares comes as it is."""
    found = connected.run(tool("search_documents", query="boiler"), END)
    assert [one["title"] for one in found["response"]["result"]] == ["Boiler"]
    page = "https://home.example/garden"
    read = connected.run(tool("web_tools/fetch_page", url=page), END)
    assert read["response"]["result"] == "Water the tomatoes in the evening."


def test_one_answer_goes_into_the_next_call(connected):
    """As a template has it."""
    first = tool("sine", angle=1.57)
    second = tool("square", n="{{ answer.result }}")
    summary = connected.run_yaml(first, second, END)
    assert summary["response"]["result"] == pytest.approx(1.0, abs=1e-5)


def test_an_error_of_the_server_is_told(connected):
    """In its own words, with tool and API; the step has failed."""
    summary = connected.run(tool("divide", a=1, b=0))
    assert summary["state"] == "failed"
    message = summary["error"]["message"]
    assert "divide of Calculator" in message
    assert "divided by zero" in message


def test_arguments_are_checked_before_anything_is_sent(connected):
    """Nothing is repeated, since nothing would change."""
    summary = connected.run(tool("add", a=1), retry={"max_retries": 3})
    assert summary["state"] == "failed"
    assert "arguments.b: came nothing" in summary["error"]["message"]
    assert summary["steps"][0]["attempts"] == 1


def test_the_gate_knows_what_servers_say(connected):
    """Reading is low or medium, what is not there is high."""
    assert connected.risk(tool("calculator/add", a=1, b=1)) == "low"
    assert connected.risk(tool("fetch_page", url="https://home.example/x")) == "medium"
    assert connected.risk(tool("calculator/launch")) == "high"


def test_an_unlocking_intent_is_judged_as_that(connected):
    """Assist unlocks by turning off; the gate sees the lock."""
    lock = "lock.hallway_front_door"
    state = connected.house.api.get(f"/api/states/{lock}")
    off = tool("assist/intent__HassTurnOff", name=state["attributes"]["friendly_name"])
    # What is not exposed to Assist is not found.
    assert connected.assess(off)["impact"]["steps"][0]["everything"]
    command(
        connected.house.api,
        "homeassistant/expose_entity",
        assistants=["conversation"],
        entity_ids=[lock],
        should_expose=True,
    )
    answer = connected.assess(off)
    assert answer["impact"]["risk"] == "critical"
    assert answer["impact"]["steps"][1]["action"] == "lock.unlock"
    assert answer["impact"]["entity_ids"] == [lock]
    assert connected.run(off)["state"] == "success"
    connected.house.wait_until(
        lambda: connected.house.api.get(f"/api/states/{lock}")["state"] == "unlocked"
    )


def test_a_model_uses_the_same_tools(connected):
    """A scripted model calls a tool over HTTP, and hears its answer."""
    with ModelServer() as model:
        agent = model.connect(connected.house, [connected.apis["calculator"]])
        model.then(Call(tool="add", arguments={"a": 10, "b": 5}), "It is 15.")
        said = connected.house.api.post(
            "/api/conversation/process", {"text": "10 + 5?", "agent_id": agent}
        )
    assert said["response"]["speech"]["plain"]["speech"] == "It is 15."
    heard = model.requests[-1]["messages"][-1]
    assert heard["role"] == "tool"
    assert "15.0" in heard["content"]


def test_a_server_that_is_gone_is_named(connected):
    """At once, and the others go on; it is there again after it came back."""
    connected.servers.kill("documents")
    try:
        summary = connected.run(tool("documents/search_documents", query="door"))
        assert summary["state"] == "failed"
        message = summary["error"]["message"]
        assert "search_documents of Documents" in message
        assert connected.run(tool("square", n=3), END)["response"]["result"] == 9.0
    finally:
        connected.servers.start("documents")
    found = connected.run(tool("search_documents", query="door"), END)
    assert found["response"]["result"][0]["title"] == "Front door"


def test_twice_the_same_is_asked_once(connected):
    """A server that is gone meanwhile is not missed."""
    asked = tool("search_documents", query="insurance")
    asked["data"]["cache_seconds"] = 60
    assert connected.run(asked)["state"] == "success"
    connected.servers.kill("documents")
    try:
        assert connected.run(asked)["state"] == "success"
    finally:
        connected.servers.start("documents")
