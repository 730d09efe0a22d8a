"""A language model that says what it was told to say, behind a real OpenAI interface.

    with ModelServer() as model:
        agent = model.connect(house, ["assist"])
        model.then(Call("HassTurnOn", {"name": "Table"}))
        model.then("Done.")
        house.api.post("/api/conversation/process", {"text": "…", "agent_id": agent})

Home Assistant reaches it as it reaches any other: by its LiteLLM integration. Tools have
prefixes that depend on which APIs a model is given, so a ``Call`` names only the end.
"""

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
import json
import threading
import time
from typing import Any, Final, Self
from uuid import uuid4

from aiohttp import web

from .flows import add_integration, add_subentry
from .house import House, free_port

MODEL: Final = "scripted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a tool, by the end of its name."""

    tool: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


type Answer = str | Call | list[Call]


class ModelServer:
    """Answers one request after the other with what is next; records all of them."""

    def __init__(self) -> None:
        """Know nothing to say yet."""
        self.port = free_port()
        self.requests: list[dict[str, Any]] = []
        """What Home Assistant has sent, oldest first."""

        self._answers: deque[Answer] = deque()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        """Listen."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(30)
        return self

    def __exit__(self, *_error: object) -> None:
        """Listen no more."""
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)
        self._loop.close()

    @property
    def url(self) -> str:
        """Return the address that is given to Home Assistant."""
        return f"http://127.0.0.1:{self.port}/v1"

    def then(self, *answers: Answer) -> None:
        """Answer so, after what was to be answered already."""
        self._answers.extend(answers)

    def connect(self, house: House, apis: list[str]) -> str:
        """Make a conversation agent of it that has tools of some APIs; return its id."""
        entry_id = add_integration(house.api, "litellm", {"url": self.url})
        before = _agents(house)
        change = {"model": MODEL, "llm_hass_api": apis}
        add_subentry(house.api, entry_id, "conversation", change)
        house.wait_until(lambda: bool(_agents(house) - before))
        return (_agents(house) - before).pop()

    async def _open(self) -> None:
        app = web.Application()
        app.router.add_get("/v1/models", self._models)
        app.router.add_post("/v1/chat/completions", self._complete)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    async def _models(self, _request: web.Request) -> web.Response:
        model = {"id": MODEL, "object": "model", "created": 0, "owned_by": "test"}
        return web.json_response({"object": "list", "data": [model]})

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.requests.append(asked)
        if not self._answers:
            error = {"message": "nothing is left to say", "type": "test"}
            return web.json_response({"error": error}, status=400)
        message = _message(self._answers.popleft(), asked)
        if asked.get("stream"):
            return await _streamed(request, message)
        return web.json_response(_envelope("chat.completion", message=message))


def _agents(house: House) -> set[str]:
    states = house.api.get("/api/states")
    ids = {str(one["entity_id"]) for one in states}
    return {one for one in ids if one.startswith("conversation.")}


def _message(answer: Answer, asked: Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(answer, str):
        return {"role": "assistant", "content": answer}
    calls = [answer] if isinstance(answer, Call) else answer
    names = [one["function"]["name"] for one in asked.get("tools", [])]
    return {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {
                "id": f"call_{uuid4().hex}",
                "type": "function",
                "function": {
                    "name": _tool(call.tool, names),
                    "arguments": json.dumps(call.arguments),
                },
            }
            for call in calls
        ],
    }


def _tool(end: str, names: list[str]) -> str:
    """Return the tool that is meant; a name that nobody offered is sent as it is."""
    found = [name for name in names if name == end or name.endswith(f"__{end}")]
    return found[0] if len(found) == 1 else end


def _envelope(kind: str, **choice: Any) -> dict[str, Any]:
    calls = "tool_calls" in choice.get("message", choice.get("delta", {}))
    ending = {"index": 0, "finish_reason": "tool_calls" if calls else "stop"}
    return {
        "id": f"chatcmpl-{uuid4().hex}",
        "object": kind,
        "created": int(time.time()),
        "model": MODEL,
        "choices": [{**ending, **choice}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


async def _streamed(
    request: web.Request, message: dict[str, Any]
) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    calls = message.get("tool_calls", [])
    delta = message | (
        {"tool_calls": [{"index": n, **one} for n, one in enumerate(calls)]}
        if calls
        else {}
    )
    chunk = json.dumps(_envelope("chat.completion.chunk", delta=delta))
    await response.write(f"data: {chunk}\n\ndata: [DONE]\n\n".encode())
    await response.write_eof()
    return response
