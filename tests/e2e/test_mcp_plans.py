"""Decision plans over three real MCP servers, on a real Home Assistant."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
import math

import pytest
from pytest_socket import enable_socket

from tests.home.flows import reconfigure
from tests.home.house import House
from tests.home.mcp_servers import McpServers
from tests.home.residents import add_resident, command, sign_in_as

ACTION = "/api/services/action_engine/run_plan?return_response"
EXECUTIONS = "/api/action_engine/executions"
FIELDS = {
    *("success", "query", "strategy", "total_steps", "execution_time"),
    *("final_answer", "detailed_results", "log", "error", "state", "execution_id"),
}


class Planned:
    """A home that is connected to the servers, with an adult and an agent."""

    def __init__(self, house: House, servers: McpServers) -> None:
        """Move in, and let the agents' policy ask the adult."""
        self.house = house
        self.servers = servers
        house.start()
        entry_id = house.ensure_integration("action_engine")
        self.apis = servers.connect(house)
        adult, bot = (add_resident(house.api, name) for name in ("adult", "bot"))
        change = {
            "applies": {"users": [bot]},
            "trust": {"enabled": True},
            "approvals": {"approvers": [adult]},
        }
        reconfigure(house.api, entry_id, "policy", "Agents", change)

    def is_stored(self):
        """Tell whether a power cut would lose nothing of how the home was set up."""
        storage = self.house.folder / ".storage"
        entries = (storage / "core.config_entries").read_text()
        urls = [self.servers.url(name) for name in self.apis]
        return "Bot" in (storage / "auth").read_text() and all(
            url in entries for url in urls
        )

    def run(self, *calls, by=None, **more):
        """Run a plan over the WebSocket, and return the answer."""
        api = self.house.api if by is None else sign_in_as(self.house.api, by)
        return command(api, "action_engine/run_plan", tool_calls=list(calls), **more)

    def act(self, *calls, **more):
        """Run a plan by the action, and return the answer."""
        data = {"tool_calls": list(calls), **more}
        return self.house.api.post(ACTION, data)["service_response"]

    @contextmanager
    def begun(self, *calls, hold=None, **more):
        """Run a plan beside the block; what is yielded knows its answer after it.

        ``hold`` is a tool that answers nobody before the block has ended.
        """
        held = nullcontext() if hold is None else self.servers.held(hold)
        with ThreadPoolExecutor(max_workers=1) as pool, held:
            yield pool.submit(self.run, *calls, **more)

    def calls(self, name):
        """Return which tools of a server were called, and with what."""
        return [(c["tool"], c["arguments"]) for c in self.servers.calls(name)]

    @contextmanager
    def news(self, name):
        """Gather the calls that arrive at a server from here on."""
        before, found = len(self.calls(name)), []
        yield found
        found += self.calls(name)[before:]

    def await_call(self, name, tool, **arguments):
        """Return as soon as such a call has arrived at a server."""
        self.house.wait_until(lambda: (tool, arguments) in self.calls(name))

    def execution(self, execution_id):
        """Return what is known of an execution."""
        return self.house.api.get(f"{EXECUTIONS}/{execution_id}")

    def until(self, execution_id, *states):
        """Wait until an execution is in one of these states, and return it."""
        self.house.wait_until(lambda: self.execution(execution_id)["state"] in states)
        return self.execution(execution_id)


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """Start servers and a home, once."""
    enable_socket()
    folder = tmp_path_factory.mktemp("planned_house")
    with McpServers() as servers, House(folder) as house:
        yield Planned(house, servers)


def call(tool, variable, /, **more):
    """Return a call whose result has a name; what is no key of a call is a parameter."""
    keys = ("retry", "dependency", "step")
    return {
        "tool_name": tool,
        "parameters": {key: one for key, one in more.items() if key not in keys},
        "result_variable": variable,
        "purpose": variable.capitalize(),
        **{key: more[key] for key in keys if key in more},
    }


PARALLEL = (call("factorial", "factorial", n=5), call("square", "square", n=16))
SEQUENTIAL = (
    call("sine", "sine", angle=1.57),
    call("square", "squared", n="${{sine}}"),
)
HYBRID = (
    call("square", "square", n=8),
    call("add", "sum", a=10, b=15),
    call("multiply", "product", a="${{square}}", b="${{sum}}"),
)


@pytest.mark.parametrize(
    ("calls", "strategy", "results"),
    [
        ([call("add", "sum", a=25, b=37)], "single", {"sum": 62.0}),
        ([call("add", "sum", a=10, b=5)], "single", {"sum": 15.0}),
        ([call("multiply", "product", a=7, b=8)], "single", {"product": 56.0}),
        (PARALLEL, "parallel", {"factorial": 120.0, "square": 256.0}),
        (
            SEQUENTIAL,
            "sequential",
            {"sine": math.sin(1.57), "squared": math.sin(1.57) ** 2},
        ),
        (HYBRID, "hybrid", {"square": 64.0, "sum": 25.0, "product": 1600.0}),
    ],
)
@pytest.mark.parametrize("way", [Planned.run, Planned.act])
def test_the_strategies_come_to_numbers(planned, way, calls, strategy, results):
    """Said or found out, over the WebSocket and as an action, with the same answer."""
    for said in (strategy, "auto"):
        told = way(planned, *calls, strategy=said, query="How much?")
        assert told["success"] is True, told
        assert set(told) == FIELDS
        assert (told["query"], told["strategy"]) == ("How much?", strategy)
        assert told["total_steps"] == len(calls) == len(told["log"])
        assert 0 < told["execution_time"] < 60
        assert told["error"] is None
        found = told["detailed_results"]
        assert found["results"] == pytest.approx(results)
        assert all(type(one) is float for one in found["results"].values())
        assert found["tools_executed"] == found["successful_tools"] == len(calls)
        assert found["failed_tools"] == found["skipped_tools"] == 0


def test_the_answer_is_for_people(planned):
    """One number of one call or of a chain, a list otherwise, in groups if it has any."""
    single = planned.run(call("add", "sum", a=10, b=5))
    assert single["final_answer"] == "15.0"
    chain = planned.run(*SEQUENTIAL)
    assert float(chain["final_answer"]) == pytest.approx(math.sin(1.57) ** 2)
    assert planned.run(*PARALLEL)["final_answer"] == (
        "• Factorial: 120.0\n• Square: 256.0"
    )
    hybrid = planned.run(*HYBRID)
    assert hybrid["final_answer"] == (
        "• Square: 64.0\n• Sum: 25.0\n\n• Product: 1600.0"
    )
    assert [(one["step"], one["tool"]) for one in hybrid["log"]][-1] == (
        "3",
        "multiply",
    )


def test_a_plan_goes_through_all_servers(planned):
    """What one has found goes to the next, into texts, lists and numbers."""
    with (
        planned.news("documents") as searched,
        planned.news("web") as fetched,
        planned.news("calculator") as added,
    ):
        told = planned.run(
            call("documents/search_documents", "papers", query="serviced"),
            call("web_tools/search_web", "pages", query="boiler"),
            call("fetch_page", "page", url="${{pages.0}}", dependency="papers"),
            call("search_documents", "again", query="${{papers.0.title}}", limit=3),
            call("maximum", "most", numbers=[1, "${{sum}}"]),
            call("add", "sum", a=1, b=2),
        )
    assert told["success"] is True, told
    results = told["detailed_results"]["results"]
    assert results["page"] == "The boiler wants to be serviced in May."
    assert results["again"] == results["papers"]
    assert results["most"] == 3.0
    assert [arguments for _, arguments in searched] == [
        {"query": "serviced"},
        {"query": "Boiler", "limit": 3},
    ]
    assert fetched[-1] == ("fetch_page", {"url": "https://home.example/heating"})
    assert added[-1] == ("maximum", {"numbers": [1, 3.0]})


def test_a_server_that_dies_between_two_steps(planned):
    """Its calls fail as the network, those that need them are left out, others are done."""
    plan = (
        call("search_web", "pages", query="boiler"),
        call("search_documents", "papers", query="${{pages.0}}", retry=False),
        call("search_web", "after", query="${{papers.0.title}}"),
        call("add", "sum", a=1, b=2),
        call("multiply", "product", a="${{sum}}", b=2),
    )
    with planned.begun(*plan, hold="search_web") as running:
        planned.await_call("web", "search_web", query="boiler")
        planned.servers.kill("documents")
    planned.servers.start("documents")
    told = running.result()
    assert told["success"] is False
    assert told["error"]["category"] == "network"
    assert told["error"]["tool"] == "search_documents"
    assert "search_documents of Documents" in told["error"]["message"]
    assert "cannot be reached" in told["error"]["message"]
    found = told["detailed_results"]
    assert [one["status"] for one in found["calls"]] == [
        *("succeeded", "failed", "skipped", "succeeded", "succeeded"),
    ]
    assert found["results"] == {
        "pages": ["https://home.example/heating"],
        "sum": 3.0,
        "product": 6.0,
    }
    assert (found["tools_executed"], found["skipped_tools"]) == (4, 1)
    assert "• Papers: failed" in told["final_answer"]
    assert "• Product: 6.0" in told["final_answer"]


def test_a_server_that_dies_in_a_call(planned):
    """Whoever does not answer in time is the network as well; others have been done."""
    hasty = {"max_retries": 0, "attempt_timeout": 1}
    plan = (
        call("search_documents", "papers", query="water", retry=hasty),
        call("add", "sum", a=1, b=2),
    )
    with planned.begun(*plan, hold="search_documents") as running:
        planned.await_call("documents", "search_documents", query="water")
        planned.servers.kill("documents")
    planned.servers.start("documents")
    told = running.result()
    assert told["error"]["category"] == "network"
    assert "longer than 1 s" in told["error"]["message"]
    assert told["detailed_results"]["results"] == {"sum": 3.0}


def test_a_server_that_comes_back_is_tried_again(planned):
    """A plan with retries does not even notice."""
    planned.servers.kill("documents")
    patient = {"max_retries": 60, "initial_delay": 0.5, "multiplier": 1}
    plan = (
        call("add", "sum", a=4, b=4),
        call("search_documents", "x", query="lock", retry=patient),
    )
    with planned.begun(*plan) as running:
        planned.await_call("calculator", "add", a=4, b=4)
        planned.servers.start("documents")
    told = running.result()
    assert told["success"] is True, told
    assert told["detailed_results"]["results"]["x"][0]["title"] == "Front door"
    assert next(one for one in told["log"] if one["step"] == "2")["attempts"] > 1


def test_the_tool_that_fails_is_told_in_its_own_words(planned):
    """A failure of the tool is none of the network, nor is the argument that is amiss."""
    told = planned.run(call("divide", "x", a=1, b=0, retry=False))
    assert told["error"]["category"] == "tool"
    assert "Nothing can be divided by zero" in told["error"]["message"]
    told = planned.run(call("add", "x", a=1))
    assert told["error"]["category"] == "format"
    assert "arguments.b: came nothing" in told["error"]["message"]


@pytest.mark.parametrize("name", ["launch", "calculator/launch", "rocket/launch"])
def test_a_tool_that_is_not_there_stops_all(planned, name):
    """Before anything has run, at the place where it stands in the plan."""
    with planned.news("calculator") as arrived:
        told = planned.run(call("add", "sum", a=1, b=2), call(name, "moon"))
    assert arrived == []
    assert (told["success"], told["state"]) == (False, "refused")
    assert told["total_steps"] == told["detailed_results"]["skipped_tools"] == 2
    error = told["error"]
    assert (error["category"], error["tool"]) == ("configuration", name)
    assert f"tool_calls/1/tool_name: came {name}" in error["message"]


def test_a_name_of_two_servers_is_refused_with_both(planned):
    """With the server before it, it is found."""
    with McpServers("web") as others:
        apis = others.connect(planned.house)
        try:
            told = planned.run(call("search_web", "x", query="soup"))
            mine = [planned.apis["web"], apis["web"]]
            full = planned.run(call(f"{mine[0]}/search_web", "x", query="soup"))
        finally:
            entry_id = apis["web"].removeprefix("mcp-")
            path = f"/api/config/config_entries/entry/{entry_id}"
            planned.house.api.delete(path)
    assert told["state"] == "refused"
    assert told["error"]["category"] == "configuration"
    for api in mine:
        assert f"{api}/search_web" in told["error"]["message"]
    assert full["success"] is True


def test_a_plan_of_an_agent_waits_for_a_person(planned):
    """As a whole, and again for what flows from one call into another; then it runs."""
    with planned.news("calculator") as asked:
        told = planned.run(*HYBRID, by="bot", query="Multiply", agent={})
    assert told["state"] == "pending_approval", told
    assert (told["success"], told["error"]) == (False, None)
    assert told["detailed_results"]["tools_executed"] == 0
    assert {one["status"] for one in told["detailed_results"]["calls"]} == {"pending"}
    assert asked == []
    adult = sign_in_as(planned.house.api, "adult")
    execution_id = told["execution_id"]
    assert [one["execution_id"] for one in _questions(adult)] == [execution_id]
    with planned.news("calculator") as asked:
        adult.post(f"{EXECUTIONS}/{execution_id}/approve")
        planned.until(execution_id, "pending_approval", "success")
        # By now two results are there, and what is to be done with them.
        if _questions(adult):
            adult.post(f"{EXECUTIONS}/{execution_id}/approve")
        done = planned.until(execution_id, "success")
    assert sorted(tool for tool, _ in asked) == ["add", "multiply", "square"]
    assert asked[-1] == ("multiply", {"a": 64.0, "b": 25.0})
    results = done["responses"]["action_engine_results"]
    assert results["3"]["result"] == 1600.0


def _questions(api):
    return api.get("/api/action_engine/approvals")["approvals"]


def test_a_plan_outlives_a_power_cut(planned):
    """It goes on where it was: no call that was answered is made again."""
    plan = (
        call("square", "square", n=9),
        call("search_documents", "papers", query="heating"),
        call("power", "power", base="${{square}}", exponent=2),
        call("add", "sum", a="${{power}}", b=1),
        call(
            "fetch_page", "page", url="https://home.example/recipes", dependency="sum"
        ),
    )
    planned.house.wait_until(planned.is_stored)
    before = {name: len(planned.calls(name)) for name in planned.apis}
    with planned.begun(*plan, hold="power", name="Outlived") as running:
        planned.await_call("calculator", "power", base=81.0, exponent=2)
        planned.house.wait_until(lambda: len(_done(planned)) == 2)
        execution_id = _open(planned)["execution_id"]
        planned.house.kill()
    assert running.exception() is not None
    planned.house.start()
    done = planned.until(execution_id, "success", "failed", "unknown")
    assert done["state"] == "success", done
    results = done["responses"]["action_engine_results"]
    assert results["4"]["result"] == 6562.0
    assert results["5"]["result"] == "Tomatoes and basil make a soup."
    new = {name: planned.calls(name)[before[name] :] for name in before}
    tools = [tool for tool, _ in new["calculator"]]
    # The one that was under way does no harm when it is asked twice.
    assert tools == ["square", "power", "power", "add"]
    assert [tool for tool, _ in new["documents"]] == ["search_documents"]
    assert [tool for tool, _ in new["web"]] == ["fetch_page"]


def _open(planned):
    found = planned.house.api.get(f"{EXECUTIONS}?state=executing")["executions"]
    (one,) = [one for one in found if one["name"] == "Outlived"]
    return one


def _done(planned):
    """Return the events of calls that are done and written down."""
    one = planned.execution(_open(planned)["execution_id"])
    return [event for event in one["timeline"] if event["kind"] == "result"]
