"""A journal in a folder of its own, and databases that misbehave."""

import asyncio
from contextlib import contextmanager
import os
from pathlib import Path
import shutil
import subprocess
import tempfile

import pytest
from sqlalchemy import Engine, create_engine, event, text

from custom_components.action_engine.engine.journal.journal import Journal
from custom_components.action_engine.engine.model.journal import JournalSettings


@pytest.fixture
def hass_config_dir(tmp_path):
    """Keep the journal in the folder of the test."""
    return str(tmp_path)


@pytest.fixture
async def open_journal(hass):
    """Return a function that opens a journal, which is closed after the test."""
    opened = []

    async def opener(folder=None, secrets=(), **settings):
        if folder is not None:
            hass.config.config_dir = str(folder)
        journal = await Journal.async_open(
            hass, JournalSettings(**{"backoff": 0.01, **settings}), secrets
        )
        opened.append(journal)
        return journal

    yield opener
    for journal in opened:
        await journal.close()


@pytest.fixture
async def journal(open_journal):
    """Return an open journal."""
    return await open_journal()


@pytest.fixture
def pragma():
    """Return a function under which connections get a further pragma."""

    @contextmanager
    def listening(text):
        def connected(connection, _record):
            connection.execute(f"PRAGMA {text}")

        event.listen(Engine, "connect", connected)
        try:
            yield
        finally:
            event.remove(Engine, "connect", connected)

    return listening


@pytest.fixture
def becomes_durable():
    """Return a function that waits for a journal to recover by itself."""

    async def waiting(journal):
        mended = asyncio.Event()
        forget = journal.on_health(lambda health: health.durable and mended.set())
        if not journal.health.durable:
            async with asyncio.timeout(30):
                await mended.wait()
        forget()

    return waiting


@pytest.fixture(scope="session")
def postgres():
    """Return the URL of a PostgreSQL that lives as long as the tests."""
    pytest.importorskip("psycopg", reason="no driver for PostgreSQL")
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="journal-pg-"))
    user = _servant(folder)
    try:
        made = ("-D", folder / "data", "-A", "trust", "-U", "ha", "-E", "UTF8")
        _run(user, programs / "initdb", *made)
        options = f"-k {folder} -c listen_addresses="
        data = ("-D", folder / "data", "-w", "-l", folder / "log")
        _run(user, programs / "pg_ctl", *data, "-o", options, "start")
        try:
            yield f"postgresql+psycopg://ha@/postgres?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", *data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_database(postgres):
    """Return a function that empties a database, or makes it, and returns its URL."""
    made = set()

    def emptying(name):
        url = postgres.replace("/postgres?", f"/{name}?")
        if name not in made:
            made.add(name)
            _execute(postgres, f"CREATE DATABASE {name}")
        _execute(url, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
        return url

    return emptying


def _execute(url, *statements):
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def somewhere(request):
    """Return the settings for each kind of database in turn."""
    if request.param == "sqlite":
        return {}
    return {"url": request.getfixturevalue("postgres_database")("journal")}


def _programs():
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    if found := shutil.which("initdb"):
        return Path(found).parent
    pytest.skip("PostgreSQL is not installed")


def _servant(folder):
    """Return how to become somebody who may run a server; root may not."""
    if os.getuid() != 0:
        return ()
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        pytest.skip("root cannot run PostgreSQL, and there is nobody else")
    return ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups")


def _run(user, *command):
    done = subprocess.run(  # noqa: S603 - fixed programs and a folder of our own
        [*user, *map(str, command)],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
    )
    if done.returncode:
        pytest.skip(f"PostgreSQL does not start: {done.stdout} {done.stderr}")
