"""Graphs, literal calls and named actions, run by a real engine."""

from typing import Any

import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.state import ExecutionState
from tests.engine.workshop import Workshop, work


def node(name: str, *needs: str, seconds: float = 1) -> dict[str, Any]:
    """Return a node that works for a time."""
    return {"id": name, "depends_on": list(needs), **work(name, seconds)}


def tool(name: str, value: Any, *needs: str, **more: Any) -> dict[str, Any]:
    """Return a node that answers with its value."""
    return {
        "id": name,
        "depends_on": list(needs),
        "tool": "test.answer",
        "data": {"value": value},
        "response_variable": name,
        **more,
    }


async def results(shop: Workshop, *nodes: Any, **more: Any) -> dict[str, Any]:
    """Return what a graph says of its nodes."""
    graph = {"graph": list(nodes), "response_variable": "results", **more}
    execution = await shop.run(graph)
    found: dict[str, Any] = execution.result.variables["results"]
    return found


async def test_a_node_begins_when_its_needs_are_done(shop: Workshop) -> None:
    """Not a moment later: others that still run do not hold it back."""
    await shop.run(
        {
            "graph": [
                node("a"),
                node("long", seconds=5),
                node("b", "a"),
                node("c", "b", "long"),
            ]
        }
    )
    assert shop.log == ["0 a", "0 long", "1 b", "5 c"]


async def test_no_more_at_once_than_allowed(shop: Workshop) -> None:
    """Whoever is done makes room for the next one."""
    nodes = [node(str(n), seconds=n + 1) for n in range(4)]
    await shop.run({"graph": nodes, "max_parallel": 2})
    assert shop.log == ["0 0", "0 1", "1 2", "2 3"]
    assert shop.busiest == 2


async def test_a_failure_takes_only_what_needs_it(shop: Workshop) -> None:
    """The rest is done, and the graph says of each node what became of it."""
    shop.failures = 1
    bad = {"id": "bad", "action": "test.shaky", "retry": False}
    execution = await shop.run(
        {
            "graph": [
                bad,
                tool("after", 1, "bad"),
                tool("good", 2),
                tool("x", 3, "good"),
            ],
            "response_variable": "results",
        }
    )
    assert execution.state is ExecutionState.FAILED
    assert execution.result.variables["results"] == {
        "bad": {
            "status": "failed",
            "error": "not yet",
            "type": "HomeAssistantError",
        },
        "after": {"status": "skipped", "error": "it needs bad, which was not done"},
        "good": {"status": "succeeded", "result": {"value": 2}},
        "x": {"status": "succeeded", "result": {"value": 3}},
    }


async def test_a_node_that_was_passed_over_counts_as_failed(shop: Workshop) -> None:
    """``continue_on_error`` saves the graph, and no node that needs the result."""
    shop.failures = 1
    bad = {"id": "bad", "action": "test.shaky", "retry": False}
    execution = await shop.run(
        {"graph": [{**bad, "continue_on_error": True}, node("after", "bad")]}
    )
    assert execution.state is ExecutionState.SUCCESS
    assert shop.log == []


async def test_references_keep_types(shop: Workshop) -> None:
    """A text that is nothing but a reference becomes the value; others become text."""
    found = await results(
        shop,
        tool("a", [1, {"deep": 2.5}]),
        tool("b", "${{a.value.1.deep}}", "a"),
        tool("c", "got ${{b.value}}, ${{nothing?}}", "b"),
        tool("d", {"kept": "${{ a.value }}", "left": "${{nothing?}}"}, "a"),
        tool("e", "{{ 1 + 1 }}"),
    )
    values = {name: one["result"]["value"] for name, one in found.items()}
    assert values["b"] == 2.5
    assert values["c"] == "got 2.5, "
    assert values["d"] == {"kept": [1, {"deep": 2.5}]}
    assert values["e"] == "{{ 1 + 1 }}"


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("${{nobody}}", "there is no variable nobody"),
        ("${{a.other}}", "a has no other"),
        ("${{a.value.7}}", "a.value has 2 items, and none at 7"),
        ("${{a.value.0.x}}", "a.value.0 is a single value, there is no x in it"),
    ],
)
async def test_what_is_not_there_is_named(
    shop: Workshop, reference: str, reason: str
) -> None:
    """The step fails before it is tried, and says which part was missing."""
    found = await results(shop, tool("a", [1, 2]), tool("b", reference, "a"))
    assert found["b"]["status"] == "failed"
    assert found["b"]["error"] == f"{reference}: {reason}"


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ([node("a", "b"), node("b", "a")], "do not wait for each other: a → b → a"),
        ([node("a", "a")], "do not wait for each other"),
        ([node("a", "x")], "the id of another step, not x"),
        ([node("a"), node("a")], "ids that differ, a is there twice"),
        ([], "length of value must be at least 1"),
        ([tool("a", "${{ 1 + 1 }}")], "a reference such as"),
    ],
)
async def test_a_bad_graph_is_refused(
    shop: Workshop, nodes: list[Any], expected: str
) -> None:
    """Before anything runs, with the place and what was expected."""
    with pytest.raises(InvalidActionError, match=expected):
        await shop.run({"graph": nodes})
    assert shop.log == []


async def test_stop_ends_the_run(shop: Workshop) -> None:
    """What runs ends its step; nothing new begins."""
    execution = await shop.run(
        {"graph": [node("a"), {"id": "s", "stop": "enough"}, node("b", "a")]},
        work("never"),
    )
    assert execution.state is ExecutionState.SUCCESS
    assert shop.log == ["0 a"]


async def test_a_named_block_from_outside_is_refused(shop: Workshop) -> None:
    """Nobody may do anything under the name of an action that he may use."""
    with pytest.raises(InvalidActionError):
        await shop.run({"catalog": "greet", "sequence": [work("x")]})
    with pytest.raises(InvalidActionError):
        await shop.run(
            {"if": "{{ true }}", "then": {"catalog": "greet", "sequence": [work("x")]}}
        )
    assert shop.log == []


async def test_a_failure_that_is_passed_over_keeps_its_kind(shop: Workshop) -> None:
    """Also if the run goes on after whatever fails."""
    shop.failures = 1
    bad = {"id": "bad", "action": "test.shaky", "retry": False}
    found = await results(shop, {**bad, "continue_on_error": True})
    assert found["bad"]["status"] == "failed"
    assert found["bad"]["type"] == "HomeAssistantError"
