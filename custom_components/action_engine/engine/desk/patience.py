"""Has requests run for somebody who cannot wait for ever."""

import asyncio
from dataclasses import replace
from typing import Any, Final, Protocol

from ..archive.past import PastExecution
from ..archive.record import Record
from ..gatehouse.gatekeeper import Gatekeeper
from ..model.request import Request, Source
from ..run.execution import Execution

LONGEST: Final = 45.0
"""Seconds. Clients of MCP are cut off after sixty, by Home Assistant."""


class Door(Protocol):
    """What the desk needs of the engine."""

    gate: Gatekeeper

    async def run(self, request: Request) -> Execution | PastExecution:
        """Run a request; wait for its end if it says so."""

    async def validate(self, source: Source) -> dict[str, Any]:
        """Say everything that is wrong with a source, and what the plan would be."""

    async def settled(self) -> None:
        """Return when all that has happened so far is on disk."""

    def get(self, execution_id: str) -> Execution:
        """Return one of this life; raise ``ExecutionNotFoundError``."""

    @property
    def record(self) -> Record:
        """Everything that needs the journal."""


class Patience:
    """So much time, for all that is asked for together. What takes longer goes on."""

    def __init__(self, door: Door, seconds: float = LONGEST) -> None:
        """Begin to count the time."""
        self._door = door
        self._time = asyncio.get_running_loop().time
        self._until = self._time() + seconds

    @property
    def is_spent(self) -> bool:
        """Nobody waits any more."""
        return self._time() >= self._until

    async def run(self, request: Request) -> Execution | PastExecution:
        """Return the execution of a request, at its end or when time is up."""
        execution = await self._door.run(replace(request, wait=False))
        return await self.see(execution)

    async def see[E: Execution | PastExecution](self, execution: E) -> E:
        """Return an execution at its end, when it waits for a person, or when time is up."""
        if isinstance(execution, Execution):
            # Not cancelled with whoever waits: it was accepted, and has an id.
            waiting = max(self._until - self._time(), 0)
            await asyncio.wait([execution.done], timeout=waiting)
            await self._door.settled()
        return execution
