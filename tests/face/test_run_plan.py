"""Decision plans, handed in as programs and people hand them in."""

from dataclasses import replace
import math

import pytest

from homeassistant.core import ServiceCall, SupportsResponse
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE
from tests.engine.tool_apis import FakeTool, add_api
from tests.face.gate_house import BOT, OWNER

RULES = {
    "add": lambda a, b: a + b,
    "multiply": lambda a, b: a * b,
    "factorial": lambda n: math.factorial(n),  # noqa: PLW0108 - by its name
    "square": lambda n: n * n,
    "sine": lambda n: math.sin(n),  # noqa: PLW0108 - by its name
}


@pytest.fixture
def calculator(house):
    """Let services calculate, and note what they were asked."""
    asked = []

    async def calculate(call: ServiceCall):
        asked.append(call.service)
        if call.data.get("broken"):
            raise HomeAssistantError("out of numbers")
        return {"value": RULES[call.service](**call.data)}

    for name in RULES:
        house.hass.services.async_register(
            "math", name, calculate, supports_response=SupportsResponse.ONLY
        )
    return asked


def call(name, result, **parameters):
    """Return a call whose result has a name."""
    return {
        "tool_name": f"math.{name}",
        "parameters": parameters,
        "result_variable": result,
        "purpose": result.capitalize(),
    }


SINGLE = [call("add", "sum", a=25, b=37)]
PARALLEL = [call("factorial", "factorial", n=5), call("square", "square", n=16)]
SEQUENTIAL = [
    call("sine", "sine", n=1.57),
    call("square", "squared", n="${{sine.value}}"),
]
HYBRID = [
    call("square", "square", n=8),
    call("add", "sum", a=10, b=15),
    call("multiply", "product", a="${{square.value}}", b="${{sum.value}}"),
]


@pytest.mark.parametrize(
    ("strategy", "calls", "answer"),
    [
        ("single", SINGLE, '{"value":62}'),
        ("parallel", PARALLEL, '• Factorial: {"value":120}\n• Square: {"value":256}'),
        ("sequential", SEQUENTIAL, f'{{"value":{math.sin(1.57) ** 2}}}'),
        (
            "hybrid",
            HYBRID,
            '• Square: {"value":64}\n• Sum: {"value":25}\n\n• Product: {"value":1600}',
        ),
    ],
)
@pytest.mark.usefixtures("calculator")
async def test_each_strategy_answers_in_its_way(house, strategy, calls, answer):
    """The result, a list, the last result, a list by groups; found out as well."""
    for asked_for in (strategy, "auto", None):
        more = {} if asked_for is None else {"strategy": asked_for}
        told = await house.call(
            "run_plan", OWNER, query="What is it?", tool_calls=calls, **more
        )
        assert told["success"] is True, told
        assert told["strategy"] == strategy
        assert told["final_answer"] == answer
        assert told["total_steps"] == len(calls)
        assert told["detailed_results"]["successful_tools"] == len(calls)
        assert told["error"] is None
        assert told["query"] == "What is it?"
        assert told["execution_time"] > 0
        assert told["log"]


async def test_partial_results_are_told(house, calculator):
    """What failed takes with it only what needs it."""
    broken = call("add", "broken", a=1, b=2, broken=True)
    told = await house.call(
        "run_plan",
        OWNER,
        tool_calls=[broken, call("square", "after", n="${{broken.value}}"), *PARALLEL],
    )
    assert told["success"] is False
    assert told["state"] == "failed"
    assert told["error"]["category"] == "tool"
    assert told["error"]["message"] == "out of numbers"
    details = told["detailed_results"]
    assert details["results"] == {
        "factorial": {"value": 120},
        "square": {"value": 256},
    }
    assert [one["status"] for one in details["calls"]] == [
        "failed",
        "skipped",
        "succeeded",
        "succeeded",
    ]
    assert calculator.count("square") == 1


@pytest.mark.parametrize(
    ("calls", "category", "message"),
    [
        ([{"tool_name": "math.divide"}], "configuration", "math.divide"),
        ([{"tool_name": "no_such_tool"}], "configuration", "no_such_tool"),
        ([call("add", "a", a="${{b}}", b=1)], "strategy", r"\${{b}}"),
    ],
)
async def test_what_cannot_run_is_refused_whole(
    house, calculator, calls, category, message
):
    """Nothing of the plan has run, and the category says whose fault it is."""
    told = await house.call("run_plan", OWNER, tool_calls=[*SINGLE, *calls])
    assert told["success"] is False
    assert told["state"] == "refused"
    assert told["error"]["category"] == category
    assert message.replace("\\", "") in told["error"]["message"]
    assert calculator == []


async def test_a_plan_of_an_agent_waits_for_a_person(house, calculator):
    """As a whole; then it runs, once."""
    told = await house.call("run_plan", BOT, tool_calls=HYBRID, agent={})
    assert told["state"] == "pending_approval"
    assert told["success"] is False
    assert calculator == []
    assert house.question().execution_id == told["execution_id"]


async def test_what_nobody_has_seen_is_asked_again(house, calculator):
    """Results of others flow into a call: a person agrees to what it is in the end."""
    told = await house.call("run_plan", BOT, tool_calls=HYBRID, agent={})
    await house.call("approve", "adult", approval_id=house.question().id)
    await house.idle()
    assert sorted(calculator) == ["add", "square"]
    assert house.question().execution_id == told["execution_id"]
    await house.call("approve", "adult", approval_id=house.question().id)
    await house.idle()
    assert calculator[2:] == ["multiply"]
    found = await house.call("get_execution", OWNER, execution_id=told["execution_id"])
    assert found["state"] == "success"


@pytest.mark.usefixtures("calculator")
async def test_an_agent_who_may_gets_his_results(house):
    """Under a policy that lets it through, references and all."""
    house.judge_by(HOUSEHOLD, replace(FREE, allowed_actions=("math.*",)))
    told = await house.call("run_plan", BOT, tool_calls=HYBRID, agent={})
    assert told["success"] is True, told
    assert told["detailed_results"]["results"]["product"] == {"value": 1600}


async def test_templates_of_an_agent_are_refused(house, calculator):
    """References are no templates, templates are templates."""
    bad = [call("add", "a", a="{{ 1 }}", b=1), call("add", "b", a="${{a.value}}", b=1)]
    house.judge_by(HOUSEHOLD, FREE)
    told = await house.call("run_plan", BOT, tool_calls=bad, agent={})
    assert told["state"] == "denied"
    assert "Templates are not allowed here" in told["error"]["message"]
    assert calculator == []


async def test_a_tool_of_an_api_is_found_and_may_be_kept(house):
    """By its name alone; its answer is the value, and an earlier one will do."""
    add_api(house.hass, "mcp-1", tool := FakeTool("plus", {"sum": 15}, read_only=True))
    plus = {"tool_name": "plus", "parameters": {}, "result_variable": "sum"}
    for seconds, asked in ((60, 1), (60, 1), (0, 2)):
        told = await house.call(
            "run_plan", OWNER, tool_calls=[{**plus, "cache_seconds": seconds}]
        )
        assert told["detailed_results"]["results"] == {"sum": {"sum": 15}}, told
        assert len(tool.asked) == asked


async def test_only_tools_of_apis_keep_results(house, calculator):
    """Beside anything else it would do nothing, so it is refused."""
    told = await house.call(
        "run_plan", OWNER, tool_calls=[{**SINGLE[0], "cache_seconds": 60}]
    )
    assert told["state"] == "refused"
    assert "cache_seconds" in told["error"]["message"]
    assert calculator == []


async def test_who_does_not_wait_gets_the_id_at_once(house, calculator):
    """The plan is on its way then, and goes on by itself."""
    answer = await house.call("run_plan", OWNER, tool_calls=SEQUENTIAL, wait=False)
    assert answer["state"] in ("queued", "executing")
    assert answer["error"] is None
    await house.idle()
    assert house.engine.get(answer["execution_id"]).state.value == "success"
    assert calculator == ["sine", "square"]
