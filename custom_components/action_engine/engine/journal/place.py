"""Where the journal is, and how connections to it are made."""

from pathlib import Path
from typing import Any, Final, override

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

_BUSY_MS: Final = 2000
"""How long SQLite waits for a lock of somebody else, a copying tool for example."""

_TIMEOUT: Final = {
    "psycopg": "connect_timeout",
    "psycopg2": "connect_timeout",
    "pymysql": "connect_timeout",
    "mysqldb": "connect_timeout",
}
"""The argument of a driver for how long making a connection may take."""

_CONNECT_SECONDS: Final = 5


class Place:
    """A database, by its URL."""

    def __init__(self, url: str | None, default: Path) -> None:
        """Take a URL, or SQLite in the file ``default``."""
        self.problem: Exception | None = None
        """Raised at every attempt to connect, if the URL says nothing useful."""

        self.url = URL.create("sqlite", database=str(default))
        if url:
            try:
                self.url = make_url(url)
            except (ArgumentError, ValueError) as error:
                self.url = URL.create("invalid")
                self.problem = ArgumentError(str(error))
        if self.in_memory:
            self.problem = ArgumentError("a database in memory keeps nothing")

    @override
    def __str__(self) -> str:
        """Return it for people: a file, or the URL without its password."""
        return str(self.file or self.url.render_as_string(hide_password=True))

    @property
    def in_memory(self) -> bool:
        """It is SQLite without a file."""
        return self._is_sqlite and self.url.database in (None, "", ":memory:")

    @property
    def file(self) -> Path | None:
        """The file, if it is SQLite in a file."""
        if not self._is_sqlite or self.in_memory:
            return None
        return Path(self.url.database or "")

    @property
    def files(self) -> tuple[Path, ...]:
        """The file and its companions, whether they exist or not."""
        if self.file is None:
            return ()
        return tuple(
            self.file.with_name(f"{self.file.name}{suffix}")
            for suffix in ("", "-wal", "-shm")
        )

    def writer(self) -> Engine:
        """Return an engine whose one connection writes."""
        return self._engine(read_only=False, poolclass=NullPool)

    def reader(self) -> Engine:
        """Return an engine whose few connections read, from any thread."""
        return self._engine(
            read_only=True,
            poolclass=QueuePool,
            pool_size=2,
            max_overflow=6,
            pool_pre_ping=self.file is None,
        )

    @property
    def _is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    def _engine(self, *, read_only: bool, **pool: Any) -> Engine:
        if self.problem is not None:
            raise self.problem
        arguments: dict[str, Any] = {}
        if (name := _TIMEOUT.get(self.url.get_driver_name())) is not None:
            arguments[name] = _CONNECT_SECONDS
        if self.file is not None:
            arguments = {"check_same_thread": False, "timeout": _BUSY_MS / 1000}
        # Rows must never get into a log by way of the text of an error.
        engine = create_engine(
            self.url, connect_args=arguments, hide_parameters=True, **pool
        )
        if self.file is not None:
            _tune(engine, read_only=read_only)
        return engine


def _tune(engine: Engine, *, read_only: bool) -> None:
    pragmas = (
        # Only before anything else is this heard; it lets the file shrink again.
        *(() if read_only else ("auto_vacuum=INCREMENTAL", "journal_mode=WAL")),
        # Survives a crash of the process; a power cut may cost the last moments.
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_MS}",
        *(("query_only=ON",) if read_only else ()),
    )

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        # Else the driver begins transactions by itself, and not for all statements.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begun(connection: Any) -> None:
        # Straight to the driver: this is said once for every group that is written.
        connection.connection.execute("BEGIN" if read_only else "BEGIN IMMEDIATE")
