from pathlib import Path
import shutil
import sqlite3

import pytest
from sqlalchemy import create_engine, inspect

from custom_components.action_engine.engine.journal.migrations import (
    STEPS,
    migrate,
    version_of,
)
from custom_components.action_engine.engine.journal.tables import METADATA
from custom_components.action_engine.engine.model.stored import ExecutionFilter
from tests.engine.journal.samples import NOON, ended, execution, query

STORED = Path(__file__).parent / "version_1"
"""A journal of version 1 as SQL, and its key; written by that version."""


def shape(engine):
    """Return everything that can be told of the tables."""
    found = inspect(engine)
    return {
        table: {
            "columns": [
                (one["name"], str(one["type"]), one["nullable"], str(one["default"]))
                for one in found.get_columns(table)
            ],
            "key": found.get_pk_constraint(table)["constrained_columns"],
            "indexes": sorted(
                (one["name"], tuple(one["column_names"]), bool(one["unique"]))
                for one in found.get_indexes(table)
            ),
            "foreign": [
                (one["constrained_columns"], one["referred_table"], one["options"])
                for one in found.get_foreign_keys(table)
            ],
        }
        for table in sorted(found.get_table_names())
    }


def migrated(engine):
    """Bring a database to the latest version."""
    with engine.connect() as connection:
        migrate(connection)
    return engine


@pytest.fixture(params=["sqlite", "postgresql"])
def two_databases(request, tmp_path):
    """Return two empty databases of one kind."""
    if request.param == "sqlite":
        urls = [f"sqlite:///{tmp_path}/{name}.db" for name in ("one", "two")]
    else:
        urls = map(request.getfixturevalue("postgres_database"), ("one", "two"))
    engines = [create_engine(url) for url in urls]
    yield engines
    for engine in engines:
        engine.dispose()


def test_all_steps_make_the_tables_of_today(two_databases):
    """Whoever began with version 1 has what a new journal has."""
    one, two = two_databases
    METADATA.create_all(two)
    assert shape(migrated(one)) == shape(two)


def test_a_second_start_changes_nothing(two_databases):
    """Steps are made once."""
    one, _ = two_databases
    before = shape(migrated(one))
    assert shape(migrated(one)) == before
    with one.connect() as connection:
        assert version_of(connection) == len(STEPS)


def dump(folder):
    """Return all that is in the file."""
    connection = sqlite3.connect(folder / "action_engine.db")
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture
def old_journal(tmp_path):
    """Lay a journal of version 1 into the folder of the test."""
    connection = sqlite3.connect(tmp_path / "action_engine.db")
    connection.executescript((STORED / "journal.sql").read_text())
    connection.close()
    (tmp_path / ".storage").mkdir()
    shutil.copy(STORED / "key", tmp_path / ".storage" / "action_engine.key")
    return tmp_path


async def test_a_journal_of_version_1_goes_on(old_journal, journal):
    """Its open run has all it needs to resume, and its chains hold."""
    assert journal.health.durable
    assert not journal.restored
    (opened,) = await journal.open_executions()
    assert opened.execution.source == {"actions": [{"data": {"code": "4711"}}]}
    assert opened.execution.source_exact
    assert opened.execution.repeat_of is None
    assert [(one.kind, one.path, one.exact) for one in opened.events] == [
        ("decided", "0", (1, NOON)),
        ("intent", "1", {"code": "4711"}),
    ]
    identity = opened.execution.id
    assert journal.append(identity, "result", "1", "code 4711 was right") is None
    journal.changed(identity, **ended())
    journal.accepted(execution(repeat_of=identity, idempotency_key="k"))
    assert await journal.durable()
    assert (await journal.events(identity))[2].data == "code **REDACTED** was right"
    report = await journal.verify()
    assert report.ok
    assert (report.executions, report.unknown_key) == (3, 0)
    page = await journal.list(ExecutionFilter())
    assert [one.repeat_of for one in page.items] == [identity, None, None]
    assert (await journal.find_by_key("k", NOON)).repeat_of == identity


async def test_a_journal_of_a_later_version_is_left_alone(old_journal, open_journal):
    """Runs go on without it, and it is not touched."""
    query(
        old_journal,
        "INSERT INTO action_engine_schema_version VALUES (99, 0)",
    )
    before = dump(old_journal)
    journal = await open_journal()
    assert not journal.health.durable
    assert "later version (schema 99, known 3)" in journal.health.reason
    journal.accepted(execution())
    assert not await journal.durable()
    await journal.close()
    assert dump(old_journal) == before
