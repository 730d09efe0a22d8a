"""LLM APIs made for a test, with tools that do as they are told."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, override

import probatio

from homeassistant.core import HomeAssistant
from homeassistant.helpers import llm

NUMBERS = probatio.Schema(
    {probatio.Required("a"): float, probatio.Required("b"): float}
)


class FakeTool(llm.Tool):
    """Answers with what it was given, and knows what it was asked."""

    integration = "tools"
    parameters = probatio.Schema({}, extra=probatio.ALLOW_EXTRA)

    def __init__(
        self, name: str, answer: Any = None, *, error: bool = False, **said: bool
    ) -> None:
        """``answer`` may be an exception, or seconds to take; ``said`` are annotations."""
        self.name = name
        self.answer = {"n": 1} if answer is None else answer
        self.error = error
        self.annotations = llm.ToolAnnotations(**said)
        self.asked: list[tuple[dict[str, Any], llm.LLMContext]] = []

    @override
    async def async_call(
        self,
        hass: HomeAssistant,
        tool_input: llm.ToolInput,
        llm_context: llm.LLMContext,
    ) -> llm.ToolResult:
        """Answer."""
        self.asked.append((tool_input.tool_args, llm_context))
        if isinstance(self.answer, Exception):
            raise self.answer
        if isinstance(self.answer, asyncio.Event):
            await self.answer.wait()
            return llm.ToolResult(data={})
        return llm.ToolResult(data=self.answer, error=self.error)


class McpTool(FakeTool):
    """Answers in the forms of MCP."""

    integration = "mcp"


@dataclass(slots=True, kw_only=True)
class FakeApi(llm.API):
    """Has the tools that it was given; may refuse to tell them, or take its time."""

    tools: list[llm.Tool] = field(default_factory=list)
    trouble: Exception | None = None
    wait: bool = False

    @override
    async def async_get_api_instance(
        self, llm_context: llm.LLMContext
    ) -> llm.APIInstance:
        """Return the tools."""
        if self.wait:
            await asyncio.sleep(0)
        if self.trouble is not None:
            raise self.trouble
        return llm.APIInstance(self, "", llm_context, self.tools)


def add_api(
    hass: HomeAssistant, api_id: str, *tools: llm.Tool, name: str = "", **more: Any
) -> FakeApi:
    """Register an API."""
    api = FakeApi(hass=hass, id=api_id, name=name or api_id, tools=list(tools), **more)
    llm.async_register_api(hass, api)
    return api
