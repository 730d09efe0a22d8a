"""The steps that lead from one version of the tables to the next, in order."""

from collections.abc import Callable
import time
from typing import Final

from sqlalchemy import Connection, func, insert, inspect, select

from ..tables import SCHEMA_VERSION
from . import m0001_tables, m0002_repeat, m0003_gate

STEPS: Final[tuple[Callable[[Connection], None], ...]] = (
    m0001_tables.upgrade,
    m0002_repeat.upgrade,
    m0003_gate.upgrade,
)
"""Step *n* makes version *n*. A step that was released is never changed again."""


class NewerSchemaError(Exception):
    """The journal was written by a later version of the engine, and is left alone."""

    def __init__(self, version: int) -> None:
        """Name the version that was found."""
        super().__init__(
            f"it was written by a later version (schema {version}, known {len(STEPS)})"
        )


def version_of(connection: Connection) -> int:
    """Return the version of the tables, 0 if there are none."""
    if not inspect(connection).has_table(SCHEMA_VERSION.name):
        return 0
    return connection.scalar(select(func.max(SCHEMA_VERSION.c.version))) or 0


def migrate(connection: Connection) -> None:
    """Bring the tables to the latest version, each step in its own transaction.

    Raises ``NewerSchemaError``. The connection must not be in a transaction.
    """
    with connection.begin():
        version = version_of(connection)
    if version > len(STEPS):
        raise NewerSchemaError(version)
    for number, upgrade in enumerate(STEPS[version:], version + 1):
        with connection.begin():
            upgrade(connection)
            now = time.time_ns() // 1000
            connection.execute(
                insert(SCHEMA_VERSION).values(version=number, applied=now)
            )
