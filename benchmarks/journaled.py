"""An engine that writes down what it does, in a SQLite file of its own."""

from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from homeassistant.core import HomeAssistant

from benchmarks.measure import Work
from benchmarks.pair import UnequalError, run_to_end
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.journal.journal import Journal
from custom_components.action_engine.engine.journal.parts import assemble
from custom_components.action_engine.engine.journal.writer import Writer
from custom_components.action_engine.engine.model.journal import JournalSettings
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.request import Request
from custom_components.action_engine.engine.model.state import ExecutionState

CROWD: Final = 100
"""Executions that may run at once."""

_PENDING: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Journaled:
    """The engine, and the thread that writes for it."""

    engine: ActionEngine
    writer: Writer

    def running(self, request: Request) -> Work:
        """Return what runs a request to a good end, which may not be on disk yet."""

        async def run() -> None:
            execution = await run_to_end(self.engine, request)
            if execution.state is not ExecutionState.SUCCESS:
                raise UnequalError(execution.summary.final_answer)

        return run

    async def settled(self) -> None:
        """Return when everything is on disk; raise if the journal is not well."""
        journal = self.engine.record.journal
        if not await journal.durable():
            raise UnequalError(journal.health.reason)


async def start(hass: HomeAssistant, folder: str) -> Journaled:
    """Return an engine on the journal in a folder; somebody watches it."""
    settings = JournalSettings(url=f"sqlite:///{Path(folder) / 'journal.db'}")
    parts = await assemble(hass, settings, ())
    journal = Journal(hass, settings, parts)
    parts.writer.start()
    options = EngineOptions(workers=CROWD, journal=settings)
    engine = ActionEngine(hass, options, journal)
    live: deque[Mapping[str, Any]] = deque(maxlen=_PENDING)
    engine.watch(live.append)
    one = Journaled(engine=engine, writer=parts.writer)
    await one.settled()
    return one


@asynccontextmanager
async def open_journaled(hass: HomeAssistant) -> AsyncIterator[Journaled]:
    """Start an engine on a new journal, and remove both at the end."""
    with TemporaryDirectory() as folder:
        journaled = await start(hass, folder)
        try:
            yield journaled
        finally:
            await journaled.engine.stop()
