"""The connection to the device process; it is there before anything is called."""

import asyncio
from collections.abc import Callable
from itertools import count
import json
from typing import Any

from homeassistant.exceptions import HomeAssistantError

type OnStates = Callable[[dict[str, dict[str, Any]]], None]


class Link:
    """Sends commands, and hears of every change."""

    def __init__(self) -> None:
        """Be ready to connect."""
        self.states: dict[str, dict[str, Any]] = {}
        self.on_states: OnStates = lambda _: None
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._known = asyncio.Event()
        self._writer: asyncio.StreamWriter

    async def connect(self, socket: str) -> asyncio.Task[None]:
        """Connect, learn all states, and return the task that listens."""
        reader, self._writer = await asyncio.open_unix_connection(socket)
        task = asyncio.create_task(self._listen(reader))
        self._send({"kind": "watch"})
        await self._known.wait()
        return task

    def begin(self, **asked: Any) -> asyncio.Future[dict[str, Any]]:
        """Send a command; what is returned becomes its answer."""
        number = next(self._numbers)
        waiting = asyncio.get_running_loop().create_future()
        self._waiting[number] = waiting
        self._send({"kind": "command", "id": number, **asked})
        return waiting

    async def drain(self) -> None:
        """Return when everything was handed to the system."""
        await self._writer.drain()

    def _send(self, message: dict[str, Any]) -> None:
        self._writer.write(json.dumps(message).encode() + b"\n")

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            message = json.loads(line)
            if "id" in message:
                self._waiting.pop(message["id"]).set_result(message)
                continue
            self.states.update(message["states"])
            self._known.set()
            self.on_states(message["states"])


def read_answer(answer: dict[str, Any]) -> Any:
    """Return what a device answered; raise if it refused."""
    if answer.get("refused"):
        raise HomeAssistantError("the device refuses")
    return answer["answer"]
