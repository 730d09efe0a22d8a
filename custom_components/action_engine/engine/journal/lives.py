"""Whether this is the journal that was closed last, or an older copy of it.

Lives are counted, in the journal and in a small file beside its key; the number grows
whenever the journal is opened and whenever it is closed. A journal that is behind the
file was put back. While Home Assistant makes a backup the file says so, and that is what
lies in the backup: whoever starts with such a file has come out of one. Then ``restored``
is True, in every life until somebody has dealt with it: questions that were answered
since must not be open again, and nothing that was running then may go on.

What it cannot see: a copy of the whole folder that Home Assistant knew nothing of, a
snapshot of the machine for example; a backup made while the integration was not loaded;
a copy of the journal alone that is put back after a crash of the life it was made in.
What it sees too much: a crash in the midst of a backup looks like the backup.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
import json
import logging
import os
from pathlib import Path
import threading
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from .gate_rows import open_state, seal_state
from .tables import EXECUTIONS, GATE
from .vault import Vault

_LOGGER = logging.getLogger(__name__)

_KIND: Final = "journal"
_KEY: Final = "life"
_ROW: Final = (GATE.c.kind == _KIND) & (GATE.c.key == _KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """What the file says."""

    life: int
    copied: bool = False
    """A backup is being made, or this is one."""

    restored: bool = False
    """It was found to be older, and nobody has dealt with that yet."""


class Lives:
    """Counts the lives of one journal; used by the writer's thread and others."""

    def __init__(self, vault: Vault, path: Path) -> None:
        """Keep the number in a file as well as in the journal."""
        self._vault = vault
        self._path = path
        self._lock = threading.Lock()
        self._mark: _Mark | None = None
        """What the file should say, None before the first life was counted."""

    @property
    def restored(self) -> bool:
        """The journal is an older copy, and nobody has dealt with that yet."""
        return self._mark is not None and self._mark.restored

    def begin(self, connection: Connection) -> None:
        """Count another life; the connection is not in a transaction.

        Raises what the database raises. A file that cannot be written does not matter
        now: next time the journal is ahead of it, as after a crash in between.
        """
        with self._lock:
            # A backup of this very moment goes on; one that lies in the file is over.
            copied = self._mark is not None and self._mark.copied
            mark = self._mark or _read(self._path)
            with _on_disk(connection), connection.begin():
                stored = self._stored(connection)
                restored = _is_older(connection, stored, mark)
                life = max(stored or 0, mark.life if mark else 0) + 1
                self._store(connection, life)
            self._write(_Mark(life=life, copied=copied, restored=restored))

    def copying(self, *, copied: bool) -> None:
        """Say that a backup is being made, or that it is finished. Blocks."""
        with self._lock:
            if self._mark is not None:
                self._write(replace(self._mark, copied=copied))

    def settle(self) -> None:
        """Say that what an older copy has brought back was dealt with. Blocks."""
        with self._lock:
            if self._mark is not None:
                self._write(replace(self._mark, restored=False))

    def _stored(self, connection: Connection) -> int | None:
        row = connection.execute(select(GATE).where(_ROW)).mappings().first()
        if row is None:
            return None
        state = open_state(self._vault, row)
        # What was written with another key is as old as can be.
        return state if isinstance(state, int) else 0

    def _store(self, connection: Connection, life: int) -> None:
        sealed = seal_state(self._vault, _KIND, _KEY, life)
        columns = {"kind": _KIND, "key": _KEY, "name": _KEY, "changed": 0}
        connection.execute(delete(GATE).where(_ROW))
        connection.execute(insert(GATE).values(state=sealed, **columns))

    def _write(self, mark: _Mark) -> None:
        self._mark = mark
        try:
            _write(self._path, mark)
        except OSError:
            _LOGGER.exception("The lives of the journal cannot be kept")


@contextmanager
def _on_disk(connection: Connection) -> Iterator[None]:
    """Let a commit survive a power cut, too: else the file would be ahead after one."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection
    (usual,) = driver.execute("PRAGMA synchronous").fetchone()
    driver.execute("PRAGMA synchronous=FULL")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA synchronous={usual}")


def _is_older(connection: Connection, stored: int | None, mark: _Mark | None) -> bool:
    """Tell whether a journal that says ``stored`` is older than what the file says."""
    if stored is None:
        # It is new, or from a time in which lives were not counted: that is an old one
        # if they have been since.
        return mark is not None and (mark.restored or _is_used(connection))
    return mark is None or mark.restored or stored < mark.life


def _is_used(connection: Connection) -> bool:
    return connection.execute(select(EXECUTIONS.c.id).limit(1)).first() is not None


def _read(path: Path) -> _Mark | None:
    """Return what the file says; what lies in a backup says that it is one."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        said: Any = json.loads(path.read_text(encoding="ascii"))
        is_current = said["copied"] is False and said["restored"] is False
        return _Mark(life=int(said["life"]), restored=not is_current)
    return None


def _write(path: Path, mark: _Mark) -> None:
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("w", encoding="ascii") as file:
        json.dump(asdict(mark), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
