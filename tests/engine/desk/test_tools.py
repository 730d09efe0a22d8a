"""Tools of LLM APIs: found by name, checked, called, and their answers in plain form."""

import asyncio

import httpx
import pytest

from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.desk.finding import asked_as
from custom_components.action_engine.engine.desk.tools import Tools
from custom_components.action_engine.engine.errors import (
    InvalidActionError,
    ToolAnswerError,
    ToolCallError,
    ToolNotFoundError,
    ToolUnreachableError,
)
from custom_components.action_engine.engine.model.tool import ToolCall
from tests.engine.tool_apis import NUMBERS, FakeTool, McpTool, add_api

BY = Context(user_id="robin")


@pytest.fixture
def tools(hass):
    """Return the tools of a home."""
    return Tools(hass, {})


@pytest.fixture
def call(tools):
    """Call a tool on behalf of somebody."""

    async def call(tool, context=BY, **more):
        return await tools.call(ToolCall(tool=tool, **more), context)

    return call


class TestNames:
    """Which tool is meant."""

    @pytest.mark.parametrize(
        "name", ["mcp-1/add", "my_calculator/add", "My Calculator/add", "add"]
    )
    async def test_a_tool_has_several_names(self, hass, tools, name):
        """Id or title of its API, or none where nobody else has one of that name."""
        add_api(hass, "mcp-1", FakeTool("add"), name="My Calculator")
        add_api(hass, "other", FakeTool("sub"))
        found = await tools.find(name, asked_as(hass, BY))
        assert found.full_name == "mcp-1/add"

    async def test_a_name_of_two_tools_is_refused_with_both(self, hass, call):
        """Nothing is called."""
        one, other = FakeTool("add"), FakeTool("add")
        add_api(hass, "mcp-1", one, name="Calculator")
        add_api(hass, "mcp-2", other, name="Calculator")
        for name in ("add", "calculator/add"):
            with pytest.raises(InvalidActionError, match="one of mcp-1/add, mcp-2/add"):
                await call(name)
        assert one.asked == other.asked == []

    async def test_an_id_wins_over_a_title(self, hass, call):
        """A server cannot take the place of another by its title."""
        add_api(hass, "assist", FakeTool("add"), name="Assist")
        add_api(hass, "mcp-2", FakeTool("add"), name="assist")
        assert (await call("assist/add"))["api"] == "assist"

    async def test_slashes_in_a_name_are_part_of_it(self, hass, call):
        """Where what stands before is no API."""
        add_api(hass, "mcp-1", FakeTool("files/read"))
        assert (await call("files/read"))["tool"] == "files/read"
        assert (await call("mcp-1/files/read"))["tool"] == "files/read"

    async def test_what_is_not_there_is_told_with_what_is(self, hass, call):
        """The sentence names the API that is not there, or the tools of the one that is."""
        add_api(hass, "mcp-1", FakeTool("add"), FakeTool("sub"))
        with pytest.raises(ToolNotFoundError, match="no API mcp-9; there are mcp-1"):
            await call("mcp-9/add")
        with pytest.raises(ToolNotFoundError, match="it has add, sub"):
            await call("mcp-1/mul")
        with pytest.raises(ToolNotFoundError, match="no API has a tool of that name"):
            await call("mul")

    async def test_our_own_apis_are_not_found(self, hass, call):
        """A run does not ask the engine for runs in the guise of a tool."""
        own = FakeTool("run")
        add_api(hass, "action_engine", own)
        add_api(hass, "action_engine_catalog", own)
        for name in ("run", "action_engine/run", "action_engine_catalog/run"):
            with pytest.raises(ToolNotFoundError):
                await call(name)
        assert own.asked == []

    async def test_an_api_that_breaks_is_named(self, hass, call):
        """And does not hide the others."""
        add_api(hass, "broken", trouble=RuntimeError("no disk"))
        add_api(hass, "fine", FakeTool("add"))
        assert (await call("add"))["api"] == "fine"
        with pytest.raises(ToolNotFoundError, match="broken does not answer: no disk"):
            await call("sub")


class TestCalls:
    """What a tool is given, and what becomes of its answer."""

    async def test_the_tool_hears_on_whose_behalf(self, hass, call):
        """The context of the call, and the assistant whose exposed entities count."""
        add_api(hass, "one", tool := FakeTool("add"))
        await call("add")
        _, asked_by = tool.asked[0]
        assert asked_by.context is BY
        assert (asked_by.platform, asked_by.assistant) == (
            "action_engine",
            "conversation",
        )
        assert asked_by.device_id is None

    @pytest.mark.parametrize(
        ("arguments", "place"),
        [
            ({"a": 1.0}, "arguments.b: came nothing"),
            ({"a": "x", "b": 1.0}, "arguments.a: came 'x'"),
            ({"a": 1.0, "b": 1.0, "c": 1}, "arguments.c: came 1"),
        ],
    )
    async def test_arguments_are_checked_first(self, hass, call, arguments, place):
        """Home Assistant does not; the sentence names the argument."""
        tool = FakeTool("add")
        tool.parameters = NUMBERS
        add_api(hass, "one", tool)
        with pytest.raises(InvalidActionError, match=place):
            await call("add", arguments=arguments)
        assert tool.asked == []

    async def test_a_tool_cannot_change_what_it_was_given(self, hass, call):
        """It gets a copy."""
        add_api(hass, "one", tool := FakeTool("add"))
        arguments = {"list": [1]}
        await call("add", arguments=arguments)
        tool.asked[0][0]["list"].append(2)
        assert arguments == {"list": [1]}

    @pytest.mark.parametrize(
        "answer", [HomeAssistantError("no power"), ValueError("no power")]
    )
    async def test_whatever_breaks_names_tool_and_api(self, hass, call, answer):
        """Also a defect in somebody else's code."""
        add_api(hass, "one", FakeTool("add", answer), name="Box")
        with pytest.raises(ToolCallError, match=r"add of Box \(one\) failed.*no power"):
            await call("add")

    async def test_an_error_that_is_answered_is_one(self, hass, call):
        """With the words of the tool."""
        content = [{"type": "text", "text": "division by zero"}]
        add_api(hass, "one", McpTool("divide", {"content": content}, error=True))
        with pytest.raises(ToolCallError, match="failed: division by zero"):
            await call("divide")

    async def test_a_tool_has_so_long(self, hass, call):
        """Then it is told so."""
        add_api(hass, "one", FakeTool("sleep", asyncio.Event()))
        with pytest.raises(ToolUnreachableError, match=r"no answer within 0\.01 s"):
            await call("sleep", timeout=0.01)

    async def test_a_timeout_of_the_tool_is_not_ours(self, hass, call):
        """What it says about it is what is told."""
        add_api(hass, "one", FakeTool("sleep", TimeoutError("the bus is slow")))
        with pytest.raises(ToolUnreachableError, match="the bus is slow"):
            await call("sleep")

    @pytest.mark.parametrize(
        "cause",
        [
            httpx.ConnectError("refused"),
            ConnectionResetError("gone"),
            TimeoutError(),
            ExceptionGroup("many", [ValueError("x"), httpx.ReadTimeout("late")]),
        ],
    )
    async def test_who_was_not_reached_is_told_apart(self, hass, call, cause):
        """Integrations raise their own error then; what it came from says it."""
        error = HomeAssistantError("Error when calling: ")
        error.__cause__ = cause
        add_api(hass, "one", FakeTool("add", error), name="Box")
        said = r"add of Box \(one\) cannot be reached: Error when calling$"
        with pytest.raises(ToolUnreachableError, match=said):
            await call("add")

    @pytest.mark.parametrize("cause", [FileNotFoundError("disk"), ValueError("x")])
    async def test_other_causes_are_failures_of_the_tool(self, hass, call, cause):
        """It was reached, and met something else."""
        error = HomeAssistantError("broken")
        error.__cause__ = cause
        add_api(hass, "one", FakeTool("add", error))
        with pytest.raises(ToolCallError, match="failed: broken") as caught:
            await call("add")
        assert type(caught.value) is ToolCallError

    async def test_an_answer_has_its_limits(self, hass, call):
        """256 KiB of plain data."""
        add_api(hass, "one", FakeTool("large", {"text": "x" * 262_144}))
        add_api(hass, "two", FakeTool("odd", {"bytes": b"x"}))
        with pytest.raises(ToolAnswerError, match="no more than 262144 are taken"):
            await call("large")
        with pytest.raises(ToolAnswerError, match="no plain data"):
            await call("odd")

    async def test_only_mcp_is_unpacked(self, hass, call):
        """Of other APIs the result is all of the answer."""
        answer = {"structuredContent": {"result": 15.0}}
        add_api(hass, "one", McpTool("add", answer), FakeTool("same", answer))
        assert await call("add") == {
            "result": 15.0,
            "raw": answer,
            "api": "one",
            "tool": "add",
        }
        assert (await call("same"))["result"] == answer


class TestKept:
    """Answers that are given again."""

    async def test_the_same_is_not_asked_twice(self, hass, call):
        """In whichever order the arguments come."""
        add_api(hass, "one", tool := FakeTool("read", read_only=True))
        first = await call("read", arguments={"a": 1, "b": 2}, cache_seconds=60)
        again = await call("one/read", arguments={"b": 2, "a": 1}, cache_seconds=60)
        assert first == again
        assert len(tool.asked) == 1

    @pytest.mark.parametrize(
        "other",
        [
            {"arguments": {"a": 2}},
            {"context": Context(user_id="kim")},
            {"cache_seconds": 0},
        ],
    )
    async def test_another_call_is_asked(self, hass, call, other):
        """Other arguments, another user, or somebody who wants no old answer."""
        add_api(hass, "one", tool := FakeTool("read", read_only=True))
        await call("read", arguments={"a": 1}, cache_seconds=60)
        await call("read", **{"arguments": {"a": 1}, "cache_seconds": 60, **other})
        assert len(tool.asked) == 2

    async def test_what_writes_is_always_asked(self, hass, call):
        """Whatever somebody says of a cache."""
        add_api(hass, "one", tool := FakeTool("write"))
        for _ in range(2):
            await call("write", cache_seconds=60)
        assert len(tool.asked) == 2

    async def test_an_error_is_not_kept(self, hass, call):
        """The next one asks again."""
        tool = FakeTool("read", HomeAssistantError("no"), read_only=True)
        add_api(hass, "one", tool)
        for _ in range(2):
            with pytest.raises(ToolCallError):
                await call("read", cache_seconds=60)
        assert len(tool.asked) == 2
