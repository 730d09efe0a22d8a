"""The action that calls a tool: for runs and for administrators, and what it takes."""

import pytest

from homeassistant.core import Context
from homeassistant.exceptions import Unauthorized

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.tool_fields import parse_call_tool
from tests.engine.tool_apis import FakeTool, add_api

CALL = {"action": "action_engine.call_tool", "data": {"tool": "add"}}


@pytest.fixture
def tool(hass):
    """Return a tool that is there."""
    tool = FakeTool("add", {"sum": 15})
    add_api(hass, "mcp-1", tool)
    return tool


async def test_a_run_calls_a_tool(run, tool):
    """With the context of the run, and its answer is a variable like any."""
    actions = [
        {**CALL, "response_variable": "added"},
        {"action": "home.work", "data": {"n": "{{ added.result.sum }}"}},
    ]
    summary = await run(actions=actions)
    assert summary["state"] == "success"
    assert tool.asked[0][1].context.id == summary["execution_id"]


async def test_a_failed_tool_fails_the_step(run, hass):
    """With a sentence that names it; nothing is repeated that may not be."""
    add_api(hass, "mcp-1", broken := FakeTool("add", RuntimeError("no power")))
    summary = await run(actions=[CALL])
    assert summary["state"] == "failed"
    assert "add of mcp-1 (mcp-1) failed" in summary["error"]["message"]
    assert len(broken.asked) == 1


async def test_an_administrator_calls_a_tool_by_hand(call, tool, hass_admin_user):
    """And hears the answer."""
    answer = await call(
        "call_tool", tool="add", context=Context(user_id=hass_admin_user.id)
    )
    assert answer["result"] == {"sum": 15}


async def test_nobody_else_calls_a_tool(
    call, tool, plain_user, hass_admin_user, run, home
):
    """Neither other people, nor automations, nor what was a run and has ended."""
    ended = (await run("work"))["execution_id"]
    for context in (
        Context(),
        Context(user_id=plain_user.id),
        Context(user_id=hass_admin_user.id, parent_id="automation"),
        Context(id=ended),
    ):
        with pytest.raises(Unauthorized):
            await call("call_tool", tool="add", context=context)
    assert tool.asked == []


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({}, "tool"),
        ({"tool": ""}, "tool"),
        ({"tool": "a", "arguments": [1]}, "arguments"),
        ({"tool": "a", "timeout": 0}, "timeout"),
        ({"tool": "a", "timeout": 3601}, "timeout"),
        ({"tool": "a", "cache_seconds": 3601}, "cache_seconds"),
        ({"tool": "a", "name": "b"}, "'name'"),
    ],
)
def test_bad_fields_are_named(data, place):
    """Before anything is asked."""
    with pytest.raises(InvalidActionError) as caught:
        parse_call_tool(data)
    assert caught.value.place == place
