"""Reads beside the writer, on connections of its own and in threads of Home Assistant."""

from collections.abc import Callable
from threading import Lock

from sqlalchemy import Connection, Engine

from homeassistant.core import HomeAssistant

from ..errors import JournalUnavailableError
from .faults import FAULTS, Fault, fault_of, reason_of
from .place import Place


class Reader:
    """Makes its connections when they are needed."""

    def __init__(
        self, hass: HomeAssistant, place: Place, on_corrupt: Callable[[], object]
    ) -> None:
        """Call ``on_corrupt``, in a thread, when a read meets a damaged file."""
        self._hass = hass
        self._place = place
        self._on_corrupt = on_corrupt
        self._engine: Engine | None = None
        self._making = Lock()

    async def read[T](self, query: Callable[[Connection], T]) -> T:
        """Return what a query gives; raises ``JournalUnavailableError``."""
        return await self._hass.async_add_executor_job(self._read, query)

    def dispose(self) -> None:
        """Let go of all connections; the next query makes others. Any thread."""
        with self._making:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.dispose()

    def _read[T](self, query: Callable[[Connection], T]) -> T:
        try:
            engine = self._open()
            pool = engine.pool
            try:
                with engine.connect() as connection:
                    return query(connection)
            finally:
                if engine is not self._engine:
                    # Disposed of while this connection was out, which nobody else closes.
                    pool.dispose()
        except FAULTS as error:
            if fault_of(error) is Fault.CORRUPT:
                self._on_corrupt()
            raise JournalUnavailableError(reason=reason_of(error)) from error

    def _open(self) -> Engine:
        with self._making:
            if self._engine is None:
                self._engine = self._place.reader()
            return self._engine
