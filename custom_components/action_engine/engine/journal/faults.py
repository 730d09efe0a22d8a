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
    StatementError,
)

from .migrations import NewerSchemaError

_SQLITE_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

FAULTS: Final = (
    *(SQLAlchemyError, sqlite3.Error, OSError, ImportError),
    *(ArgumentError, NoSuchModuleError, NewerSchemaError),
)
"""What working with a database may raise without anybody's program being wrong."""

UNFIT: Final = (TypeError, ValueError, OverflowError)
"""What a driver raises about a value that it cannot even send."""


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
    """Return what can be done about an error of ``FAULTS`` or ``UNFIT``."""
    if isinstance(error, CorruptFileError):
        return Fault.CORRUPT
    cause = error.orig if isinstance(error, DBAPIError) else error
    # The low byte is the code, the rest says where it happened.
    if getattr(cause, "sqlite_errorcode", 0) & 0xFF in _SQLITE_DAMAGED:
        return Fault.CORRUPT
    if isinstance(error, DBAPIError) and not error.connection_invalidated:
        passing = isinstance(error, (OperationalError, InterfaceError))
        return Fault.UNAVAILABLE if passing else Fault.REFUSED
    # Not an error of the database: the statement never reached it.
    unsent = isinstance(error, UNFIT) or type(error) is StatementError
    return Fault.REFUSED if unsent else Fault.UNAVAILABLE


def reason_of(error: BaseException) -> str:
    """Return the cause in a few words, without statement, rows and passwords."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return (str(cause).strip().splitlines() or [""])[0] or type(cause).__name__
