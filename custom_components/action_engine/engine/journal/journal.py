"""The door of the journal: what happened, kept so that it outlives a crash.

Writing returns at once; a thread of its own commits what has gathered. Whoever needs
to know that something is on disk waits for ``durable``. Everything here is called on
the event loop, and nothing here blocks it.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
import time
from typing import Any, Unpack, override

from sqlalchemy import Connection

from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..errors import JournalUnavailableError
from ..model.journal import ChainReport, JournalHealth, JournalSettings, JournalSize
from ..model.stored import (
    ExecutionChange,
    ExecutionFilter,
    NewExecution,
    NotKept,
    OpenExecution,
    Page,
    StoredEvent,
    StoredExecution,
)
from . import queries, retention, verifying
from .codec import encode
from .fact_pages import FactPages
from .ops import Accept, Append, Change, Later, Touch
from .parts import Parts, assemble
from .preparing import ACTION, ENTITY
from .report_pages import FULL, ReportPages

type OnHealth = Callable[[JournalHealth], None]


class Journal(ReportPages, FactPages):
    """Writes down, and finds again."""

    def __init__(
        self, hass: HomeAssistant, settings: JournalSettings, parts: Parts
    ) -> None:
        """Use ``async_open`` instead."""
        self._hass = hass
        self._settings = settings
        self._parts = parts
        self._writer = parts.writer
        self._payloads = parts.payloads
        self._listeners: list[OnHealth] = []
        parts.on_trouble = self._health_changed

    @classmethod
    async def async_open(
        cls,
        hass: HomeAssistant,
        settings: JournalSettings,
        secrets: Iterable[str] = (),
    ) -> Journal:
        """Open the journal, make it, or begin it anew if its file is damaged.

        Never raises: where nothing can be written, the journal is there and not durable,
        and tries again by itself. ``secrets`` are added to those of ``secrets.yaml``.
        """
        parts = await assemble(hass, settings, secrets)
        journal = cls(hass, settings, parts)
        parts.writer.start()
        try:
            await parts.writer.flush()
        except BaseException:
            # Cancelled while the database let it wait: nobody will close it later.
            parts.writer.end()
            raise
        return journal

    async def close(self) -> None:
        """Write what there is and end the thread; what comes later is not taken."""
        try:
            with suppress(JournalUnavailableError):
                await self._writer.work(self._parts.lives.begin)
        finally:
            self._writer.end()
        await self._hass.async_add_executor_job(self._writer.join)
        await self._hass.async_add_executor_job(self._parts.reader.dispose)

    @property
    def health(self) -> JournalHealth:
        """How the journal is."""
        return self._parts.health()

    @property
    def restored(self) -> bool:
        """It is an older copy of itself, and nobody has dealt with that yet.

        Known once something could be read. See ``lives`` for what it cannot tell.
        """
        return self._parts.lives.restored

    async def restoration_dealt_with(self) -> None:
        """Say that nothing can come of what an older copy has brought back."""
        if await self.durable():
            await self._hass.async_add_executor_job(self._parts.lives.settle)

    @callback
    def configure(self, settings: JournalSettings) -> None:
        """Keep as much as these say; where it is kept, and how, only opening decides."""
        self._settings = settings

    @callback
    def on_health(self, listener: OnHealth) -> Callable[[], None]:
        """Call the listener when the journal becomes durable, or ceases to be.

        Also when its file was found damaged and a new one was begun.
        """
        self._listeners.append(listener)
        return partial(self._listeners.remove, listener)

    @callback
    def accepted(self, execution: NewExecution) -> NotKept | None:
        """Write down a new execution; a ``source`` that is still to be made later."""
        parameters, lost = encode(execution.parameters)
        source, lost_source = execution.source, None
        if not callable(source):
            source, lost_source = encode(source)
        if not self._writer.put(Accept(execution, parameters, source)):
            return FULL
        lost = lost_source or lost
        return None if lost is None else NotKept(lost)

    @callback
    def changed(
        self, execution_id: str, **columns: Unpack[ExecutionChange]
    ) -> NotKept | None:
        """Write down what changed about an execution."""
        return None if self._writer.put(Change(execution_id, columns)) else FULL

    @callback
    def append(
        self, execution_id: str, kind: str, path: str, value: Any
    ) -> NotKept | None:
        """Write down what happened; ``path`` is the step's, with any suffix.

        None if ``exact`` of the event will be the same value with the same types. If
        not, the event tells people what it can, and the run cannot be resumed past it.
        """
        plain, lost = encode(value)
        if not self._writer.put(
            Append(execution_id, int(time.time() * 1_000_000), kind, path, plain)
        ):
            self._writer.tear(execution_id)
            return FULL
        return None if lost is None else NotKept(lost)

    @callback
    def append_later(
        self,
        execution_id: str,
        kind: str,
        path: str,
        make: Callable[[], Any],
        lost: Callable[[], None],
    ) -> NotKept | None:
        """Write down what ``make`` returns; it is called in the thread that writes.

        All that it looks at must stay as it is, and never be changed by anybody. If the
        value cannot be kept, its row says that the run is not resumable, and ``lost`` is
        called on the event loop.
        """
        at = int(time.time() * 1_000_000)
        if not self._writer.put(Later(execution_id, at, kind, path, make, lost)):
            self._writer.tear(execution_id)
            return FULL
        return None

    @callback
    def touched(
        self,
        execution_id: str,
        *,
        entities: Iterable[str] = (),
        actions: Iterable[str] = (),
    ) -> None:
        """Let an execution be found by these from now on."""
        for kind, what in ((ENTITY, tuple(entities)), (ACTION, tuple(actions))):
            if what:
                self._writer.put(Touch(execution_id, kind, what))

    async def durable(self) -> bool:
        """Return when all that was written down so far is on disk.

        False, at once, while the journal is not durable, or if something of it had to
        be left out: then it is not there after a crash.
        """
        return await self._writer.flush()

    async def get(self, execution_id: str) -> StoredExecution | None:
        """Return one execution; ``JournalUnavailableError`` if it cannot, as all reads."""
        return await self._read(queries.get, execution_id)

    async def shown_source(self, execution_id: str) -> Any:
        """Return what one was asked for with, redacted; None if it is not readable."""
        return await self._read(queries.shown_source, execution_id)

    async def events(self, execution_id: str) -> tuple[StoredEvent, ...]:
        """Return the events of one execution in their order."""
        return await self._read(queries.events, execution_id)

    async def list(self, wanted: ExecutionFilter) -> Page:
        """Return executions, the newest first."""
        return await self._read(queries.list_page, wanted)

    async def open_executions(self) -> tuple[OpenExecution, ...]:
        """Return what has not ended, with its events, in the order of acceptance."""
        return await self._read(queries.open_executions)

    async def find_by_key(self, key: str, since: datetime) -> StoredExecution | None:
        """Return the newest execution with an idempotency key that is not older.

        Two that are being accepted in the same moment do not see each other here.
        """
        return await self._read(queries.find_by_key, key, since)

    async def verify(self) -> ChainReport:
        """Walk along all hash chains."""
        await self.durable()
        vault = self._parts.vault
        return await self._parts.reader.read(partial(verifying.verify, vault=vault))

    async def measure(self) -> JournalSize:
        """Count what there is."""
        executions, opened, events = await self._read(
            lambda connection, _payloads: queries.counts(connection)
        )
        size = await self._hass.async_add_executor_job(self._parts.bytes_on_disk)
        return JournalSize(
            bytes=size, executions=executions, open=opened, events=events
        )

    async def purge(
        self, *, before: datetime | None = None, keep_count: int | None = None
    ) -> int:
        """Remove what ended before a time, or beyond a number; return how many.

        Open and unknown executions stay. Writing goes on meanwhile.
        """
        remove = partial(retention.remove_slice, before=before, keep_count=keep_count)
        removed = 0
        while (number := await self._writer.work(remove)) > 0:
            removed += number
        return removed

    async def maintain(self) -> int:
        """Do what is due once a day; return how many executions were removed.

        Does nothing while the database cannot be used: another day will come.
        """
        try:
            removed = await self.purge(
                before=dt_util.utcnow() - timedelta(days=self._settings.keep_days),
                keep_count=self._settings.keep_count,
            )
            await self._writer.work(retention.remove_outlived)
            await self._tidy()
        except JournalUnavailableError:
            return 0
        return removed

    async def _tidy(self) -> None:
        work, place = self._writer.work, self._parts.place
        left = -1
        while (free := await work(partial(retention.tidy, place=place))) not in (
            0,
            left,
        ):
            left = free
        await work(partial(retention.optimize, place=place))
        await self.checkpoint()

    async def checkpoint(self) -> bool:
        """Bring all into the file itself; False if a reader was in the way."""
        return await self._writer.work(
            partial(retention.checkpoint, place=self._parts.place)
        )

    async def begin_backup(self) -> bool:
        """Leave the file as it is, complete, so that it can be copied; write beside it.

        Runs go on and stay durable. False if it could not be brought up to date.
        """
        await self._copying(copied=True)
        return await self._writer.work(
            partial(retention.hold_file, place=self._parts.place)
        )

    async def end_backup(self) -> None:
        """Write into the file again."""
        await self._copying(copied=False)
        await self._writer.work(
            partial(retention.release_file, place=self._parts.place)
        )

    async def _copying(self, *, copied: bool) -> None:
        mark = partial(self._parts.lives.copying, copied=copied)
        await self._hass.async_add_executor_job(mark)

    @override
    async def _read[T](self, query: Callable[..., T], *arguments: Any) -> T:
        # Whoever has just written wants to find it.
        await self.durable()

        def ask(connection: Connection) -> T:
            return query(connection, self._payloads, *arguments)

        return await self._parts.reader.read(ask)

    def _health_changed(self) -> None:
        health = self.health
        for listener in tuple(self._listeners):
            listener(health)
