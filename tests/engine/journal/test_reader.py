"""Connections of readers do not outlive what they read from."""

import asyncio
import sqlite3
from threading import Event

import pytest

from custom_components.action_engine.engine.journal.place import Place
from custom_components.action_engine.engine.journal.reader import Reader


class SlowQuery:
    """A query that is in the database until it may go on."""

    def __init__(self):
        """Begin outside."""
        self.inside, self.go_on = Event(), Event()
        self.connection = None

    def __call__(self, connection):
        """Be in there."""
        self.connection = connection.connection.dbapi_connection
        self.inside.set()
        assert self.go_on.wait(30)
        return "read"


async def test_a_connection_that_is_out_is_closed_when_it_comes_back(hass, tmp_path):
    """Whoever disposes of the others in the meantime cannot know of it."""
    file = tmp_path / "journal.db"
    sqlite3.connect(file).close()
    reader = Reader(hass, Place(None, file), lambda: None)
    query = SlowQuery()
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(reader.read(query))
        await hass.async_add_executor_job(query.inside.wait, 30)
        reader.dispose()
        query.go_on.set()
    assert reading.result() == "read"
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        query.connection.execute("select 1")
