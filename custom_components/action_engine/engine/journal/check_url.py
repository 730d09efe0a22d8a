"""Tries a database before it is chosen."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import NoSuchModuleError

from ..model.journal import UrlProblem
from .faults import FAULTS, UNFIT, reason_of
from .place import Place

_ASYNC: Final = frozenset(
    {"aiosqlite", "asyncpg", "aiomysql", "asyncmy", "aioodbc", "psycopg_async"}
)

_PROBE: Final = "action_engine_probe"


def check_url(url: str) -> UrlProblem | None:
    """Say why a journal cannot be kept at this URL, None if it can. Blocks."""
    place = Place(url, Path())
    if (problem := _unfit(place)) is not None:
        return problem
    try:
        engine = place.writer()
    except (ImportError, NoSuchModuleError) as error:
        return UrlProblem(code="missing_driver", detail=reason_of(error))
    try:
        connection = engine.connect()
    except (*FAULTS, *UNFIT) as error:
        return UrlProblem(code="cannot_connect", detail=reason_of(error))
    with connection:
        return _try_rights(connection)


def _unfit(place: Place) -> UrlProblem | None:
    _, _, driver = place.url.drivername.partition("+")
    if driver in _ASYNC:
        return UrlProblem(code="async_driver", detail=driver)
    if place.problem is not None:
        code = "in_memory" if place.in_memory else "invalid_url"
        return UrlProblem(code=code, detail=reason_of(place.problem))
    return None


def _try_rights(connection: Connection) -> UrlProblem | None:
    """Make a table and take it away again, as migrations will."""
    try:
        with connection.begin():
            connection.execute(text(f"CREATE TABLE {_PROBE} (id INTEGER)"))
            connection.execute(text(f"DROP TABLE {_PROBE}"))
    except FAULTS as error:
        return UrlProblem(code="no_rights", detail=reason_of(error))
    return None
