"""Looks after the journal while the entry is loaded.

After Home Assistant has started it has the engine take up what a restart broke off; at
night it cleans; and it knows what entities and the repairs page show of the journal,
so that none of them has to ask a database.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime
import logging
from typing import Any, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.helpers.start import async_at_started
from homeassistant.util import dt as dt_util

from .engine.engine import ActionEngine, Execution, Fate
from .engine.errors import JournalUnavailableError
from .engine.model.journal import ChainReport, JournalHealth, JournalSize
from .engine.model.notes import Verdict
from .engine.model.state import ExecutionState
from .issues import Issues
from .throttle import Throttle

_LOGGER = logging.getLogger(__name__)

MEASURE_INTERVAL: Final = 300.0
"""Seconds between two looks at the size of the journal, while anything happens at all."""

NIGHTLY: Final = {"hour": 4, "minute": 37, "second": 0}
"""Local time of the daily cleaning: nobody is up, and the recorder has done its own."""


class Keeper:
    """Lives as long as the engine that it looks after."""

    def __init__(
        self, hass: HomeAssistant, engine: ActionEngine, changed: Callable[[], None]
    ) -> None:
        """Be ready; ``changed`` is called when there is something new to show."""
        self.size: JournalSize | None = None
        """As it was counted last, None while it cannot be read."""

        self.verified: tuple[datetime, ChainReport] | None = None
        """When the journal was checked last, and what was found; None: not in this life."""

        self.last_resume: datetime | None = None
        self.interrupted = 0
        """Open executions of an earlier life that were not dealt with yet."""

        self.undecided: dict[str, str] = {}
        """Names of the executions about which a person has to decide, by id."""

        self._hass = hass
        self._engine = engine
        self._changed = changed
        self._issues = Issues(hass)
        self._waits = False
        """What a restart broke off could not be read yet."""

        self._health: JournalHealth | None = None
        self._shown: tuple[object, ...] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._measuring = Throttle(hass, MEASURE_INTERVAL, self._measure_soon)
        self._unsubscribe: list[Callable[[], None]] = []

    @property
    def health(self) -> JournalHealth:
        """How the journal is now."""
        return self._engine.record.health

    async def start(self) -> None:
        """Begin to look after the journal; nothing has been accepted by then."""
        await self._count()
        self.interrupted = 0 if self.size is None else self.size.open
        # Only from here on does a change matter: entities begin with what is true now.
        self._shown = self._showing()
        hass, engine = self._hass, self._engine
        self._unsubscribe = [
            engine.on_move(self._moved),
            engine.on_change(self._measuring.touch),
            engine.record.journal.on_health(lambda _: self._look()),
            async_track_time_change(hass, self._at_night, **NIGHTLY),
            async_at_started(hass, self._started),
        ]

    async def stop(self) -> None:
        """Let go of the engine; what is being taken up is finished or not begun."""
        self._measuring.stop()
        while self._unsubscribe:
            self._unsubscribe.pop()()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._issues.withdraw()

    async def resolve(self, execution_id: str, verdict: Verdict) -> str:
        """Do what a person has decided; return the state that follows."""
        state = await self._engine.record.resolve(execution_id, verdict)
        await self._ask_people()
        return state

    async def verify(self) -> ChainReport:
        """Walk along the hash chains, and remember what was found."""
        report = await self._engine.record.verify()
        self.verified = dt_util.utcnow(), report
        return report

    async def purge(self, before: datetime | None, keep_count: int | None) -> int:
        """Remove what is not wanted, and give its room back; return how many."""
        removed = await self._engine.record.purge(before, keep_count)
        return removed + await self.maintain()

    async def maintain(self) -> int:
        """Do what is due once a day; return how many executions were removed.

        Nothing while the journal cannot be used.
        """
        removed = await self._engine.record.journal.maintain()
        await self.measure()
        return removed

    async def measure(self) -> None:
        """Count what is in the journal, and show it."""
        await self._count()
        self._show()

    async def _count(self) -> None:
        try:
            self.size = await self._engine.record.size()
        except JournalUnavailableError:
            self.size = None
        self._look()

    async def _recover(self) -> None:
        async with self._one_at_a_time:
            try:
                fates = await self._engine.record.recover(self._engine.options)
            except JournalUnavailableError as error:
                _LOGGER.warning("What a restart broke off waits: %s", error)
                self._waits = True
                return
        self.interrupted = fates[Fate.LEAVE]
        if fates[Fate.RESUME]:
            self.last_resume = dt_util.utcnow()
        told = [f"{number} {fate}" for fate, number in fates.items() if number]
        if told:
            _LOGGER.info("Executions found open after a restart: %s", ", ".join(told))
        await self._ask_people()

    async def _ask_people(self) -> None:
        """Find out about which executions somebody has to decide."""
        async with self._one_at_a_time:
            # While it cannot be read, the questions of before stay.
            with suppress(JournalUnavailableError):
                found = await self._engine.record.undecided()
                # One that was just taken up again is still unknown on disk.
                live = {one.id for one in self._engine.executions if not one.is_ended}
                self.undecided = {
                    one.id: one.name for one in found if one.id not in live
                }
        self._issues.show_undecided(self.undecided)
        self._show()

    @callback
    def _moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        taken_up = previous is None and execution.id in self.undecided
        if taken_up or execution.state is ExecutionState.UNKNOWN:
            self._do(self._ask_people())

    @callback
    def _look(self) -> None:
        """Tell of the journal's health if it is not what it was."""
        health = self.health
        if self._waits and health.durable:
            self._waits = False
            self._do(self._recover())
        if health == self._health:
            return
        self._health = health
        self._issues.show_health(health)
        self._show()

    def _showing(self) -> tuple[object, ...]:
        health, undecided = self._health, tuple(self.undecided)
        return self.size, health, undecided, self.interrupted, self.last_resume

    @callback
    def _show(self) -> None:
        if self._shown not in (None, now := self._showing()):
            self._shown = now
            self._changed()

    @callback
    def _started(self, _hass: HomeAssistant) -> None:
        self._do(self._recover())

    @callback
    def _at_night(self, _now: datetime) -> None:
        self._do(self.maintain())

    @callback
    def _measure_soon(self) -> None:
        self._do(self.measure())

    def _do(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._hass.async_create_task(work, "action_engine journal")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
