"""Decision plans, read and put in order before anything runs."""

from typing import Any

import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.intake.decision_order import levels
from custom_components.action_engine.engine.intake.decision_plan import (
    read_decision,
    to_actions,
)
from custom_components.action_engine.engine.model.decision import Strategy


def call(tool: str = "add", **more: Any) -> dict[str, Any]:
    """Return a call of a plan."""
    return {"tool_name": tool, **more}


def plan(*calls: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a plan as a language model writes it."""
    return {"query": "What is it?", "tool_calls": list(calls), **more}


TWO = (call(result_variable="a"), call(parameters={"x": "${{a}}"}))


@pytest.mark.parametrize(
    ("calls", "strategy"),
    [
        ([call()], Strategy.SINGLE),
        ([call(), call()], Strategy.PARALLEL),
        (TWO, Strategy.SEQUENTIAL),
        ([call(), call(), call(dependency=[1, 2])], Strategy.HYBRID),
        ([call(), call(dependency=1), call(dependency=1)], Strategy.HYBRID),
    ],
)
def test_auto_finds_the_strategy(calls: list[Any], strategy: Strategy) -> None:
    """It is what the calls come to."""
    assert read_decision(plan(*calls)).strategy is strategy


@pytest.mark.parametrize(
    "word", ["single", "SINGLE_TOOL", "single_tool", "ExecutionStrategy.SINGLE_TOOL"]
)
def test_strategies_have_several_spellings(word: str) -> None:
    """As programs write their enumerations."""
    assert read_decision(plan(call(), strategy=word)).strategy is Strategy.SINGLE


@pytest.mark.parametrize(
    "dependency", [1, "1", "step 1", "step_1", ["a"], "a", [1, "a"], [None, "1"]]
)
def test_a_dependency_is_a_step_or_a_variable(dependency: Any) -> None:
    """In any of the ways in which models write it; twice the same is once."""
    read = read_decision(plan(call(result_variable="a"), call(dependency=dependency)))
    assert read.calls[1].needs == ("1",)


def test_nothing_is_no_dependency() -> None:
    """Models like to write it out."""
    for nothing in (None, [], "", "none", "null", [None]):
        read = read_decision(plan(call(), call(dependency=nothing)))
        assert read.calls[1].needs == ()


def test_a_sequence_goes_by_its_steps() -> None:
    """Each waits for the one before, in whatever order they are written."""
    read = read_decision(
        plan(call("b", step=2), call("a", step=1), strategy="sequential")
    )
    assert [(one.tool, one.needs) for one in read.calls] == [("a", ()), ("b", ("1",))]


def test_calls_of_one_step_are_a_group() -> None:
    """Whoever depends on the step depends on all of them."""
    read = read_decision(
        plan(call(step=1), call(step=1), call(step=2, dependency=1), strategy="hybrid")
    )
    assert read.calls[2].needs == ("1.1", "1.2")
    assert [[one.id for one in group] for group in levels(read)] == [
        ["1.1", "1.2"],
        ["2"],
    ]


def test_a_plan_becomes_a_graph() -> None:
    """With the purposes as names, and a variable that takes everything."""
    (graph,) = to_actions(
        read_decision(plan(*TWO, call(purpose="Why"), max_parallel=2)), "all"
    )
    assert graph["response_variable"] == "all"
    assert graph["max_parallel"] == 2
    first, second, third = graph["graph"]
    assert second["depends_on"] == [first["id"]]
    assert third["alias"] == "Why"
    assert third["response_variable"] == "step_3"


BAD = {
    "no plan": ("all of it", "plan: came"),
    "no calls": ({"query": "x"}, "tool_calls: came nothing"),
    "no list": (plan() | {"tool_calls": {}}, "tool_calls: came"),
    "empty": (plan(), "tool_calls: came an empty list"),
    "no mapping": (plan("add"), "tool_calls/0: came 'add'"),
    "no tool": (plan({}), "tool_calls/0/tool_name"),
    "parameters": (plan(call(parameters=[1])), "tool_calls/0/parameters"),
    "step": (plan(call(step="first")), "tool_calls/0/step"),
    "typing error": (plan(call(purpos="x")), "tool_calls/0/purpos.*perhaps purpose"),
    "strategy": (plan(call(), strategy="wild"), "strategy: came 'wild'"),
    "circle": (plan(call(dependency=2), call(dependency=1)), "1 → 2 → 1|2 → 1 → 2"),
    "itself": (plan(call(dependency=1)), "a call that needs itself"),
    "unknown step": (plan(call(), call(dependency=7)), "dependency: came 7"),
    "unknown name": (plan(call(parameters={"x": "${{b}}"})), r"came \$\{\{b\}\}"),
    "same name": (
        plan(call(result_variable="a"), call(result_variable="a")),
        "a name that no other call has",
    ),
    "odd name": (plan(call(result_variable="A b")), "result_variable"),
    "not single": (plan(call(), call(), strategy="single"), "2 calls"),
    "not parallel": (plan(*TWO, strategy="parallel"), "2, which needs 1"),
    "broken reference": (
        plan(call(parameters={"x": "${{1+1}}"})),
        "a broken reference",
    ),
    "against the order": (
        plan(
            call(step=1, parameters={"x": "${{b}}"}),
            call(step=2, result_variable="b"),
            strategy="sequential",
        ),
        "do not wait for each other",
    ),
}


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_named(data: Any, reason: str) -> None:
    """With its place, before anything runs."""
    with pytest.raises(InvalidActionError, match=reason):
        read_decision(data)


def test_variables_of_the_caller_are_known() -> None:
    """A reference may be to one of them."""
    data = plan(call(parameters={"x": "${{room}}"}))
    assert read_decision(data, ["room"]).calls[0].needs == ()
