"""One engine after the other on what a crash has left, in the test's own Home Assistant.

A crash is simulated by copying the database as it is on disk at that moment. The engine
that was at work is cut off from its devices first, and what it still writes goes to the
file that nobody reads any more.
"""

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
import shutil
import sqlite3
from typing import Any

from homeassistant.core import Context, HomeAssistant, ServiceCall, SupportsResponse
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.engine import ActionEngine, Execution, Fate
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy

FILE = "action_engine.db"
BESIDE = (".storage/action_engine.key", ".storage/action_engine.lives")
HOUR = 3600

OPTIONS = EngineOptions(workers=8, retry=RetryPolicy(initial_delay=HOUR, jitter=0))

type Actions = list[dict[str, Any]]


def act(mark: str, **more: Any) -> dict[str, Any]:
    """Return a call that may be repeated."""
    return call("act", mark, idempotent=True, **more)


def press(mark: str, **more: Any) -> dict[str, Any]:
    """Return a call that must not be repeated."""
    return call("act", mark, idempotent=False, **more)


def call(service: str, mark: str, **more: Any) -> dict[str, Any]:
    """Return a call with a mark, by which its device knows it."""
    return {"action": f"test.{service}", "data": {"mark": mark}, "retry": False, **more}


class Afterlife:
    """Devices, the engine of the present life, and the way to the next one."""

    def __init__(self, hass: HomeAssistant, folder: Path) -> None:
        """Register the services; lives are kept in the folder."""
        self.hass = hass
        self.calls: list[str] = []
        """Marks of the calls of the present life, in their order."""

        self.held: set[str] = set()
        """Marks of calls that do not return in this life."""

        self.engine: ActionEngine
        self._folder = folder
        self._number = 0
        self._deaf = False
        self._cut_off: asyncio.Event
        self._news = asyncio.Condition()
        register = hass.services.async_register
        optional = SupportsResponse.OPTIONAL
        register("test", "act", self._act, supports_response=optional)
        register("test", "fail", self._fail)
        register("test", "odd", self._odd, supports_response=optional)

    @property
    def database(self) -> Path:
        """The file of the present life."""
        return self.place / FILE

    @property
    def place(self) -> Path:
        """The folder of the present life."""
        return self._folder / f"life_{self._number}"

    # Lives.

    async def begin(self, options: EngineOptions = OPTIONS) -> ActionEngine:
        """Open an engine on what is in the folder of the present life."""
        (self.place / ".storage").mkdir(parents=True, exist_ok=True)
        self.hass.config.config_dir = str(self.place)
        self.calls, self._deaf, self._cut_off = [], False, asyncio.Event()
        self.engine = await ActionEngine.async_open(self.hass, options)
        self.engine.watch(self._tell)
        return self.engine

    async def crash(
        self,
        change: Callable[[sqlite3.Connection], object] | None = None,
        options: EngineOptions = OPTIONS,
        place: Path | None = None,
    ) -> dict[Fate, int]:
        """Let the engine die now; return what the next one did with what was open.

        ``change`` may first take something away from what had reached the disk.
        ``place`` of an older life: the next one begins with what was left of that.
        """
        await self.die(place)
        if change is not None:
            with closing(sqlite3.connect(self.database)) as connection:
                change(connection)
                connection.commit()
        await self.begin(options)
        return await self.engine.record.recover(options)

    async def die(self, place: Path | None = None) -> None:
        """Keep what is on disk now for the next life, and end this one."""
        before = place or self.place
        self._number += 1
        (self.place / ".storage").mkdir(parents=True)
        for name in BESIDE:
            shutil.copy(before / name, self.place / name)
        with (
            closing(sqlite3.connect(before / FILE)) as source,
            closing(sqlite3.connect(self.database)) as target,
        ):
            source.backup(target)
        self._deaf = True
        self._cut_off.set()
        await self.engine.stop()

    async def end(self) -> None:
        """End all lives."""
        self._deaf = True
        self._cut_off.set()
        await self.engine.stop()

    async def durable(self) -> None:
        """Return when all that was written is on disk."""
        assert await self.engine.record.journal.durable()

    # What a test asks for, and waits for.

    async def submit(self, *actions: dict[str, Any], **more: Any) -> Execution:
        """Submit actions, and do not wait for their end."""
        execution = await self.engine.submit(self.request(*actions, **more))
        assert isinstance(execution, Execution)
        return execution

    def request(self, *actions: dict[str, Any], **more: Any) -> Request:
        """Return a request for these actions."""
        source = Source(kind=SourceKind.ACTIONS, value=list(actions))
        return Request(source=source, context=Context(), wait=False, **more)

    async def until(self, is_true: Callable[[], bool]) -> None:
        """Return when something is true; looked at whenever anything happens."""
        async with asyncio.timeout(20), self._news:
            await self._news.wait_for(is_true)

    async def called(self, *marks: str) -> None:
        """Return when calls with these marks have reached their device."""
        await self.until(lambda: set(marks) <= set(self.calls))

    async def idle(self) -> None:
        """Return when nothing is open any more in this life, and nothing is to come."""
        await self.hass.async_block_till_done(wait_background_tasks=True)

    async def state(self, execution_id: str) -> str:
        """Return the state of an execution of any life."""
        state: str = (await self.engine.record.get(execution_id))["state"]
        return state

    async def ended(self, execution_id: str) -> str:
        """Wait for the end of an execution of this life; return its state."""
        execution = self.engine.get(execution_id)
        await execution.wait()
        if execution.saga is not None:
            await execution.saga
        return execution.state.value

    def is_live(self, execution_id: str) -> bool:
        """Tell whether an execution is under way in this life."""
        return any(
            one.id == execution_id and not one.is_ended
            for one in self.engine.executions
        )

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database of this life, by a connection of one's own."""
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(statement, values).fetchall()

    # Devices.

    async def hold(self) -> None:
        """Never return in this life."""
        await self._cut_off.wait()
        raise HomeAssistantError("nobody is there any more")

    def _tell(self, _event: object) -> None:
        self.hass.async_create_task(self._notify())

    async def _notify(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def note(self, mark: str) -> None:
        """Note that a call has reached a device."""
        self.calls.append(mark)
        await self._notify()

    async def _act(self, call: ServiceCall) -> dict[str, Any] | None:
        mark = str(call.data["mark"])
        self._refuse_the_dead()
        await self.note(mark)
        if mark in self.held:
            await self.hold()
        return {"mark": mark} if call.return_response else None

    async def _fail(self, call: ServiceCall) -> None:
        await self._act(call)
        raise HomeAssistantError("the device refuses")

    async def _odd(self, call: ServiceCall) -> dict[str, Any]:
        """Answer with something that nobody can write down."""
        await self._act(call)
        return {"object": object()}

    def _refuse_the_dead(self) -> None:
        if self._deaf:
            raise HomeAssistantError("nobody is there any more")
