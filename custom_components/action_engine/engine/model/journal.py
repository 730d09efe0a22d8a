"""How the journal is set, and how it says that it is well."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

DEFAULT_FILE: Final = "action_engine.db"
"""In the folder of Home Assistant's configuration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSettings:
    """Where the journal is, and how much of it is kept."""

    url: str | None = None
    """Any synchronous SQLAlchemy URL; None: SQLite in the configuration folder."""

    encrypt: bool = False
    """Encrypt all payloads at rest, not only what redaction takes out."""

    keep_days: int = 30
    keep_count: int = 10_000
    """Ended executions that are kept at most; open ones are never removed."""

    backoff: float = 0.5
    """Seconds until a failed write is tried again; doubles up to a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalHealth:
    """How the journal is, cheap to ask at any time."""

    durable: bool
    """What is appended reaches the disk."""

    reason: str | None = None
    """Why it is not durable."""

    place: str
    """The file, or the URL without its password."""

    moved_aside: str | None = None
    """Where the corrupt file was put, if there was one since the start."""

    key_lost: bool = False
    """The key file was damaged: what was sealed with it cannot be read any more."""

    lost: int = 0
    """Rows that could not be kept since the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSize:
    """What is in the journal; counted when asked."""

    bytes: int | None
    """Size of the file with its log, None for a database elsewhere."""

    executions: int
    open: int
    events: int
    oldest: datetime | None = None
    """When the oldest execution that is kept was accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """Where a chain does not hold."""

    execution_id: str
    seq: int | None
    """The event, None for the row of the execution itself."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReport:
    """What a walk along all chains found."""

    ok: bool
    executions: int
    events: int
    """How many were walked along."""

    unknown_key: int
    """Executions chained with a key that is not there any more; nobody can say."""

    first_broken: BrokenLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlProblem:
    """Why a database cannot be used."""

    code: str
    """``invalid_url``, ``async_driver``, ``in_memory``, ``missing_driver``,
    ``cannot_connect`` or ``no_rights``."""

    detail: str
