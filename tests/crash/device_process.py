"""Devices that outlive Home Assistant: ``python device_process.py SOCKET LOG``.

Speaks JSON lines over a unix socket and needs nothing but the standard library. Every
command that arrives is in the log before it is answered:

    {"at": 1795200000.1, "mark": "p7.3", "run": "01K…", "device": null,
     "command": "press", "value": null, "done": true, "answer": 42}
"""

import asyncio
from collections import Counter
from collections.abc import Callable
import json
from pathlib import Path
import random
import sys
import time
from typing import Any, Final, TextIO

LATENCY: Final = 0.005
"""Seconds between a command and its answer; it acts at once."""

SLOW: Final = 0.4

type Push = Callable[[dict[str, Any]], None]


class Devices:
    """Switches with a level, and whatever else a mark may be sent to."""

    def __init__(self, log: TextIO) -> None:
        """Begin with nothing; a device is off until somebody switches it."""
        self._log = log
        self._states: dict[str, dict[str, Any]] = {}
        self._received: Counter[str] = Counter()
        self._watching: set[Push] = set()

    def watch(self, push: Push) -> None:
        """Tell all states now, and every change from now on."""
        self._watching.add(push)
        push({"states": self._states})

    def forget(self, push: Push) -> None:
        """Tell no more."""
        self._watching.discard(push)

    def reset(self, devices: list[str]) -> None:
        """Switch devices off."""
        for device in devices:
            self._set(device, on=False, level=0)

    def states(self) -> dict[str, dict[str, Any]]:
        """Return all that was ever switched."""
        return self._states

    def command(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Follow a command, or refuse it, and write that down."""
        mark = asked.get("mark") or ""
        step = f"{asked.get('run')}/{mark}"
        number = self._received[step]
        refused = number < asked.get("fails", 0)
        if mark:
            self._received[step] += 1
        answer = None if refused else self._follow(asked, number)
        line = {
            "at": time.time(),
            "done": not refused,
            "answer": answer,
            **{k: asked.get(k) for k in ("mark", "run", "device", "command", "value")},
        }
        self._log.write(json.dumps(line) + "\n")
        self._log.flush()
        return {"refused": True} if refused else {"answer": answer}

    def _follow(self, asked: dict[str, Any], number: int) -> Any:
        device, command = asked.get("device") or "", asked["command"]
        if command == "draw":
            # The second draw of one mark is another one, and would be noticed.
            return random.Random(f"{asked['mark']}/{number}").randrange(100)  # noqa: S311 - a die
        if command == "ring":
            loop = asyncio.get_running_loop()
            loop.call_later(asked["value"], lambda: self._set(device, on=True))
        elif command == "turn_on":
            self._set(device, on=True)
        elif command == "turn_off":
            self._set(device, on=False)
        elif command == "toggle":
            self._set(device, on=not self._states.get(device, {}).get("on", False))
        elif command == "set_level":
            self._set(device, level=asked["value"])
        return None

    def _set(self, device: str, **changes: Any) -> None:
        state = self._states.setdefault(device, {"on": False, "level": 0})
        state.update(changes)
        for push in tuple(self._watching):
            push({"states": {device: state}})


class Client:
    """One connection, of Home Assistant or of the driver."""

    def __init__(self, devices: Devices, writer: asyncio.StreamWriter) -> None:
        """Answer by the writer."""
        self._devices = devices
        self._writer = writer
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self, reader: asyncio.StreamReader) -> None:
        """Do what is asked for until nobody asks any more."""
        try:
            while line := await reader.readline():
                self._deal(json.loads(line))
        except ConnectionError, json.JSONDecodeError:
            # Whoever asked was killed in the middle of a line.
            pass
        finally:
            self._devices.forget(self._push)
            self._writer.close()

    def _deal(self, asked: dict[str, Any]) -> None:
        devices, number = self._devices, asked.get("id")
        match asked["kind"]:
            case "watch":
                devices.watch(self._push)
            case "reset":
                devices.reset(asked["devices"])
                self._push({"id": number})
            case "states":
                self._push({"id": number, "states": devices.states()})
            case _:
                # It acts before anything else can happen, and answers later.
                later = self._answer(asked, devices.command(asked))
                self._tasks.add(task := asyncio.create_task(later))
                task.add_done_callback(self._tasks.discard)

    async def _answer(self, asked: dict[str, Any], answer: dict[str, Any]) -> None:
        await asyncio.sleep(SLOW if asked["command"] == "slow" else LATENCY)
        self._push({"id": asked["id"], **answer})

    def _push(self, message: dict[str, Any]) -> None:
        if not self._writer.is_closing():
            self._writer.write(json.dumps(message).encode() + b"\n")


async def main(socket: str, log: str) -> None:
    """Serve until killed."""
    with Path(log).open("a") as file:  # noqa: ASYNC230 - before anybody is served
        devices = Devices(file)

        async def serve(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter
        ) -> None:
            await Client(devices, writer).serve(reader)

        async with await asyncio.start_unix_server(serve, socket) as server:
            await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
