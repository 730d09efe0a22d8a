"""What is told of a decision plan: of one that has ended, waits, or was broken off."""

from types import SimpleNamespace
from typing import Any

import aiohttp
import httpx
import pytest
import voluptuous as vol

from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError, ServiceNotFound

from custom_components.action_engine.engine.desk.plan_answers import in_text
from custom_components.action_engine.engine.desk.plan_faults import category_of
from custom_components.action_engine.engine.desk.plan_outcomes import RESULTS
from custom_components.action_engine.engine.desk.plans import Plans
from custom_components.action_engine.engine.errors import (
    CallDeniedError,
    InvalidActionError,
    QueueFullError,
    ToolAnswerError,
    ToolCallError,
    ToolNotFoundError,
    ToolUnreachableError,
)
from custom_components.action_engine.engine.model.sender import Sender
from custom_components.action_engine.engine.model.state import ExecutionState

S = ExecutionState


def calls(*needs: str | None) -> list[dict[str, Any]]:
    """Return calls whose results are r1, r2, …; each may need one of them."""
    return [
        {"tool_name": f"t.tool_{n}", "result_variable": f"r{n}", "dependency": need}
        for n, need in enumerate(needs, 1)
    ]


def done(result: Any) -> dict[str, Any]:
    """Return what a graph says of a call that was made."""
    return {"status": "succeeded", "result": result}


def failed(error: str, kind: str = "HomeAssistantError") -> dict[str, Any]:
    """Return what a graph says of a call that failed."""
    return {"status": "failed", "error": error, "type": kind}


def lost(need: str) -> dict[str, Any]:
    """Return what a graph says of a call that was left out."""
    return {"status": "skipped", "error": f"it needs {need}, which was not done"}


def written(index: int, status: str, **more: Any) -> dict[str, Any]:
    """Return the step of a call as a summary has it."""
    path = f"0/graph/{index}/0"
    return {"path": path, "action": "t.tool", "status": status, **more}


async def answer(
    plan: Any,
    state: ExecutionState = S.SUCCESS,
    said: dict[str, Any] | None = None,
    *,
    steps: Any = (),
    error: Any = None,
    raised: Exception | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return what is told of a plan whose run has come to this."""
    account = {"responses": {RESULTS: said or {}}, "steps": list(steps), **more}
    summary = SimpleNamespace(as_dict=lambda: account, error=error)

    async def run(_: Any) -> Any:
        if raised is not None:
            raise raised
        return SimpleNamespace(id="one", state=state, summary=summary)

    given = plan if isinstance(plan, dict) else {"tool_calls": plan}
    told = await Plans(run).run(given, Sender(context=Context()))
    assert told.keys() >= {
        *("success", "query", "strategy", "total_steps", "execution_time"),
        *("final_answer", "detailed_results", "log", "error", "state"),
    }
    return told


def statuses(told: dict[str, Any]) -> list[str]:
    """Return how the calls stand."""
    return [one["status"] for one in told["detailed_results"]["calls"]]


class TestCategories:
    """What sort of thing went wrong."""

    @pytest.mark.parametrize(
        ("kind", "category"),
        [
            (ServiceNotFound, "configuration"),
            (ToolNotFoundError, "configuration"),
            (ToolUnreachableError, "network"),
            (TimeoutError, "network"),
            (ConnectionRefusedError, "network"),
            (aiohttp.ClientConnectorError, "network"),
            (httpx.ConnectError, "network"),
            (httpx.ReadTimeout, "network"),
            (ToolAnswerError, "format"),
            (InvalidActionError, "format"),
            (vol.MultipleInvalid, "format"),
            (LookupError, "format"),
            (ToolCallError, "tool"),
            (HomeAssistantError, "tool"),
            (httpx.HTTPStatusError, "tool"),
            (KeyError, "tool"),
            (FileNotFoundError, "tool"),
            (CallDeniedError, None),
        ],
    )
    def test_a_class_stands_for_what_is_derived_from_it(
        self, kind: type[Exception], category: str | None
    ) -> None:
        """By the name, which is what outlives a restart."""
        assert category_of(kind.__name__) == category

    @pytest.mark.parametrize("kind", [None, "", "SomethingOfSomebody"])
    def test_what_nobody_knows_is_the_tool(self, kind: str | None) -> None:
        """Whoever raised it was reached."""
        assert category_of(kind) == "tool"


class TestEnded:
    """A plan that has run."""

    async def test_whoever_failed_is_blamed(self) -> None:
        """Not a call that stands before it and was left out because of it."""
        said = {"1": lost("2"), "2": failed("no line", "ToolUnreachableError")}
        told = await answer(calls("r2", None), S.FAILED, said)
        assert told["error"] == {
            "category": "network",
            "step": "2",
            "tool": "t.tool_2",
            "message": "no line",
        }

    @pytest.mark.parametrize("strategy", ["sequential", "auto", "hybrid"])
    async def test_half_a_chain_is_not_taken_for_the_answer(
        self, strategy: str
    ) -> None:
        """Each call is listed with what became of it."""
        said = {"1": done(1.5), "2": failed("too cold"), "3": lost("2")}
        plan = {"strategy": strategy, "tool_calls": calls(None, "r1", "r2")}
        told = await answer(plan, S.FAILED, said)
        assert told["final_answer"] == (
            "• t.tool_1: 1.5\n\n"
            "• t.tool_2: failed (too cold)\n\n"
            "• t.tool_3: skipped (it needs 2, which was not done)"
        )
        assert told["success"] is False

    async def test_no_answer_if_nothing_succeeded(self) -> None:
        """The error has all there is to say."""
        told = await answer(calls(None), S.FAILED, {"1": failed("no")})
        assert told["final_answer"] is None
        assert told["detailed_results"]["results"] == {}

    async def test_steps_name_their_call(self) -> None:
        """And the graph around them is no step of the plan."""
        around = {"path": "0", "action": "graph", "status": "succeeded"}
        inner = written(1, "succeeded") | {"path": "0/graph/1/0/sequence/0"}
        told = await answer(
            calls(None, None),
            said={"1": done(1), "2": done(2)},
            steps=[around, written(0, "succeeded"), inner],
        )
        assert [(one["step"], one["tool"]) for one in told["log"]] == [
            ("1", "t.tool_1"),
            ("2", "t.tool_2"),
        ]


class TestUnsaid:
    """A plan whose run had no time to say what became of its calls."""

    async def test_what_was_done_before_it_waits_is_told(self) -> None:
        """And what comes next is pending; nothing has gone wrong."""
        steps = [
            written(0, "succeeded", response=3),
            written(1, "stopped"),
        ]
        told = await answer(
            calls(None, "r1", "r2"),
            S.PENDING_APPROVAL,
            steps=steps,
            error={"message": "step 0/graph/1/0 waits", "type": "Held"},
            approval_id="question",
        )
        assert statuses(told) == ["succeeded", "pending", "pending"]
        assert told["detailed_results"]["results"] == {"r1": 3}
        assert told["detailed_results"]["tools_executed"] == 1
        assert told["error"] is None
        assert told["approval_id"] == "question"

    async def test_what_was_broken_off_is_told(self) -> None:
        """One was done, one was under way, one was not begun."""
        steps = [written(0, "fallback", response=3), written(1, "stopped")]
        told = await answer(
            calls(None, None, "r1"),
            S.CANCELLED,
            steps=steps,
            error={"message": "cancelled: enough", "code": "cancelled"},
        )
        assert statuses(told) == ["succeeded", "stopped", "skipped"]
        assert told["error"] == {"category": None, "message": "cancelled: enough"}
        assert told["final_answer"].splitlines()[0] == "• t.tool_1: 3"

    async def test_a_plan_that_the_gate_denies(self) -> None:
        """Has no category: nothing of it is broken."""
        told = await answer(calls(None), S.DENIED, error={"message": "not at night"})
        assert told["error"] == {"category": None, "message": "not at night"}
        assert statuses(told) == ["skipped"]


class TestRefused:
    """A plan that has not begun."""

    @pytest.mark.parametrize(
        ("place", "where"),
        [
            ("0/graph/1/0: tool", "tool_calls/0/tool_name"),
            ("0/graph/1/0: data.entity_id", "tool_calls/0/parameters.entity_id"),
            ("0/graph/1/0: retry", "tool_calls/0/retry"),
            ("0/graph/1/0", "tool_calls/0"),
            ("0/graph/7/0: tool", "0/graph/7/0: tool"),
        ],
    )
    async def test_the_place_is_one_of_the_plan(self, place: str, where: str) -> None:
        """As it was handed in, in which order ever it was to run."""
        later, first = calls(None, None)
        plan = [{**later, "step": 2}, {**first, "step": 1}]
        told = await answer(
            {"strategy": "sequential", "tool_calls": plan},
            raised=InvalidActionError(place, "x", "a y"),
        )
        assert told["error"]["message"] == f"{where}: came x, expected a y"
        assert told["error"]["category"] == "configuration"
        if where != place:
            assert told["error"]["tool"] == "t.tool_1"
        assert told["detailed_results"]["skipped_tools"] == 2

    async def test_other_refusals_are_told_as_they_are(self) -> None:
        """They have no place."""
        told = await answer(calls(None), raised=QueueFullError(waiting=9, max_queue=9))
        assert told["error"]["code"] == "queue_full"
        assert (told["total_steps"], statuses(told)) == (1, ["skipped"])

    @pytest.mark.parametrize("plan", [{}, {"tool_calls": "x"}, {"tool_calls": [7]}])
    async def test_what_is_no_plan_has_the_same_shape(self, plan: Any) -> None:
        """With nothing in it, so that nobody has to ask before he looks."""
        told = await answer(plan)
        assert told["error"]["category"] == "strategy"
        assert told["detailed_results"]["tools_executed"] == 0
        assert statuses(told) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "done"),
        ("word", "word"),
        (True, "true"),
        ({1: [0.5]}, '{"1":[0.5]}'),
        ({(1, 2): 3}, "{(1, 2): 3}"),
    ],
)
def test_a_result_in_text(value: Any, text: str) -> None:
    """Texts as they are, nothing as done, the rest as JSON if it can be."""
    assert in_text(value) == text
