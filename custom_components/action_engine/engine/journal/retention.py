"""How much of the journal is kept, and how its file becomes smaller again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, delete, or_, select

from homeassistant.util import dt as dt_util

from ..model.state import OPEN, ExecutionState
from .columns import micros
from .place import Place
from .tables import EXECUTIONS, GATE

SLICE: Final = 200
"""Executions that are removed in one transaction: writing must not wait for long."""

PAGES: Final = 2000
"""Pages that are given back to the file system at a time."""

_OUTLIVED: Final = timedelta(days=1)

_CHECKPOINT_PAGES: Final = 1000
"""As SQLite does it by itself."""

_KEPT: Final = OPEN | {ExecutionState.UNKNOWN}
"""States in which an execution is still needed, however old it is."""


def remove_slice(
    connection: Connection, *, before: datetime | None, keep_count: int | None
) -> int:
    """Remove ended executions that are too old or too many; return how many.

    Fewer than ``SLICE`` means that there are no more.
    """
    with connection.begin():
        if (unwanted := _unwanted(connection, before, keep_count)) is None:
            return 0
        ids = list(connection.scalars(unwanted.limit(SLICE)))
        if ids:
            # Their events, approvals and what they touched go with them.
            connection.execute(delete(EXECUTIONS).where(EXECUTIONS.c.id.in_(ids)))
        return len(ids)


def remove_outlived(connection: Connection) -> None:
    """Remove what the gate need not remember any more."""
    # Not at once: the clock may be wrong tonight, and right tomorrow.
    before = micros(dt_util.utcnow() - _OUTLIVED)
    with connection.begin():
        connection.execute(delete(GATE).where(GATE.c.until < before))


def tidy(connection: Connection, place: Place) -> int:
    """Give free pages back; return how many may be left. Nothing but for SQLite."""
    if place.file is None:
        return 0
    # Each row of the answer is one page that was freed: unread, nothing happens.
    _pragma(connection, f"incremental_vacuum({PAGES})")
    return int(_pragma(connection, "freelist_count")[0][0])


def checkpoint(connection: Connection, place: Place) -> bool:
    """Bring everything from the log into the file; False if a reader is in the way."""
    if place.file is None:
        return True
    busy, _log, _done = _pragma(connection, "wal_checkpoint(TRUNCATE)")[0]
    return not busy


def optimize(connection: Connection, place: Place) -> None:
    """Let the database look at how its rows are spread."""
    if place.file is not None:
        _pragma(connection, "optimize")


def hold_file(connection: Connection, place: Place) -> bool:
    """Bring the file up to date and leave it as it is until ``release_file``.

    Rows go into the log meanwhile, so that writing goes on and a copy of the file is a
    whole journal. False if it could not be brought up to date.
    """
    if place.file is None:
        return True
    _pragma(connection, "wal_autocheckpoint=0")
    return checkpoint(connection, place)


def release_file(connection: Connection, place: Place) -> None:
    """Let the log flow into the file again."""
    if place.file is not None:
        _pragma(connection, f"wal_autocheckpoint={_CHECKPOINT_PAGES}")
        checkpoint(connection, place)


def _pragma(connection: Connection, text: str) -> list[Any]:
    """Run a pragma outside of any transaction, where most of them have to be."""
    driver: Any = connection.connection
    rows: list[Any] = driver.execute(f"PRAGMA {text}").fetchall()
    return rows


def _unwanted(
    connection: Connection, before: datetime | None, keep_count: int | None
) -> Select[tuple[str]] | None:
    reasons = list(_reasons(connection, before, keep_count))
    if not reasons:
        return None
    return (
        select(EXECUTIONS.c.id).where(_ended(), or_(*reasons)).order_by(EXECUTIONS.c.id)
    )


def _reasons(
    connection: Connection, before: datetime | None, keep_count: int | None
) -> Iterator[ColumnElement[bool]]:
    if before is not None:
        yield EXECUTIONS.c.ended < micros(before)
    if keep_count is not None:
        newest = (
            select(EXECUTIONS.c.id)
            .where(_ended())
            .order_by(EXECUTIONS.c.id.desc())
            .offset(keep_count)
            .limit(1)
        )
        if (too_many := connection.scalar(newest)) is not None:
            yield EXECUTIONS.c.id <= too_many


def _ended() -> ColumnElement[bool]:
    return EXECUTIONS.c.state.not_in(sorted(state.value for state in _KEPT))
