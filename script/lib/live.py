"""Runs actions over REST, and watches them over the WebSocket."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from aiohttp import ClientSession, ClientTimeout, ClientWebSocketResponse

from tests.home.api import Api, ApiError

type OnEvent = Callable[[dict[str, Any]], None]

OPEN_STATES: Final = frozenset({"queued", "executing", "retrying", "paused"})
LAST_EVENT_TIMEOUT: Final = 2.0
"""Seconds to wait for the last events; they are sent in batches, after the answer."""


async def run_and_watch(
    api: Api, request: dict[str, Any], on_event: OnEvent
) -> dict[str, Any]:
    """Run a request, hand over every event as it comes, and return the summary.

    Raises ApiError when the request is refused.
    """
    async with (
        ClientSession(timeout=ClientTimeout()) as session,
        session.ws_connect(f"{api.url}/api/websocket") as socket,
    ):
        await _subscribe(socket, api)
        ended = asyncio.Event()
        watching = asyncio.create_task(_watch(socket, on_event, ended))
        try:
            summary = await _run(session, api, request)
            with suppress(TimeoutError):
                async with asyncio.timeout(LAST_EVENT_TIMEOUT):
                    await ended.wait()
        finally:
            watching.cancel()
        return summary


async def _run(
    session: ClientSession, api: Api, request: dict[str, Any]
) -> dict[str, Any]:
    async with session.post(
        f"{api.url}/api/services/action_engine/run?return_response",
        json=request,
        headers={"Authorization": f"Bearer {api.token}"},
    ) as response:
        answer = await response.json()
    if not response.ok:
        raise ApiError(response.status, answer)
    summary: dict[str, Any] = answer["service_response"]
    return summary


async def _subscribe(socket: ClientWebSocketResponse, api: Api) -> None:
    await socket.receive_json()
    await socket.send_json({"type": "auth", "access_token": api.token})
    await socket.receive_json()
    await socket.send_json({"id": 1, "type": "action_engine/subscribe"})
    answer = await socket.receive_json()
    if not answer["success"]:
        message = f"nothing to watch: {answer['error']['message']}"
        raise RuntimeError(message)


async def _watch(
    socket: ClientWebSocketResponse, on_event: OnEvent, ended: asyncio.Event
) -> None:
    """Hand over events; only one execution is expected."""
    async for message in socket:
        for event in message.json().get("event", {}).get("events", []):
            on_event(event)
            if event["kind"] == "execution" and event["state"] not in OPEN_STATES:
                ended.set()
