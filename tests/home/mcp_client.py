"""A client of Home Assistant's MCP server, by the official package.

    client = McpClient(api, "action_engine")
    client.tools()
    client.call("propose_actions", actions=[…])

Each call is a session of its own, as with clients that start anew for every question.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
import json
from typing import Any

import httpx
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, Tool

from .api import Api


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a tool has answered; what the server itself refuses is a text in ``error_text``."""

    data: dict[str, Any]
    error: bool


@dataclass(frozen=True, slots=True)
class McpClient:
    """One address, and one of the APIs that are served there."""

    api: Api
    api_id: str

    def tools(self) -> list[Tool]:
        """Return the tools that are offered."""

        async def ask(session: ClientSession) -> list[Tool]:
            return (await session.list_tools()).tools

        return self._in_session(ask)

    def prompt(self) -> str:
        """Return the one prompt that the server has."""

        async def ask(session: ClientSession) -> str:
            (prompt,) = (await session.list_prompts()).prompts
            found = await session.get_prompt(prompt.name)
            content: Any = found.messages[0].content
            return str(content.text)

        return self._in_session(ask)

    def call(self, tool: str, **arguments: Any) -> Answer:
        """Call a tool by the end of its name."""

        async def ask(session: ClientSession) -> CallToolResult:
            known = [one.name for one in (await session.list_tools()).tools]
            (name,) = [one for one in known if one.endswith(f"__{tool}")]
            return await session.call_tool(name, arguments)

        result = self._in_session(ask)
        content: Any = result.content[0]
        try:
            data = json.loads(content.text)
        except json.JSONDecodeError:
            data = {"error_text": content.text}
        return Answer(data=data, error=result.isError)

    def _in_session[T](self, ask: Callable[[ClientSession], Awaitable[T]]) -> T:
        return asyncio.run(self._asked(ask))

    async def _asked[T](self, ask: Callable[[ClientSession], Awaitable[T]]) -> T:
        url = f"{self.api.url}/api/mcp/{self.api_id}"
        headers = {"Authorization": f"Bearer {self.api.token}"}
        async with (
            httpx.AsyncClient(headers=headers, timeout=60) as http,
            streamable_http_client(url, http_client=http) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            return await ask(session)
