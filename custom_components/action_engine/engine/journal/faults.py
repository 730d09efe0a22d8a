"""What went wrong with the database, seen by what can be done about it."""

from enum import Enum, auto
import sqlite3
from typing import Final

from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)

from .migrations import NewerSchemaError

_SQLITE_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

FAULTS: Final = (
    *(SQLAlchemyError, sqlite3.Error, OSError, ImportError),
    *(ArgumentError, NoSuchModuleError, NewerSchemaError),
)
"""What working with a database may raise without anybody's program being wrong."""


class Fault(Enum):
    """What can be done about it."""

    UNAVAILABLE = auto()
    """Nothing but to try again: full, locked, read-only, unreachable."""

    CORRUPT = auto()
    """The file is damaged: set it aside and begin a new one."""

    REFUSED = auto()
    """The database does not take these rows; it will not take them later either."""


class CorruptFileError(OSError):
    """A check found the file damaged."""


def fault_of(error: BaseException) -> Fault:
    """Return what can be done about an error of ``FAULTS``."""
    if isinstance(error, CorruptFileError):
        return Fault.CORRUPT
    cause = error.orig if isinstance(error, DBAPIError) else error
    # The low byte is the code, the rest says where it happened.
    if getattr(cause, "sqlite_errorcode", 0) & 0xFF in _SQLITE_DAMAGED:
        return Fault.CORRUPT
    if not isinstance(error, DBAPIError) or error.connection_invalidated:
        return Fault.UNAVAILABLE
    passing = isinstance(error, (OperationalError, InterfaceError))
    return Fault.UNAVAILABLE if passing else Fault.REFUSED


def reason_of(error: BaseException) -> str:
    """Return the cause in a few words, without statement, rows and passwords."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return (str(cause).strip().splitlines() or [""])[0] or type(cause).__name__
