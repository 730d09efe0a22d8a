"""What the tests of the journal write down."""

from datetime import UTC, datetime
import shutil
import sqlite3

from homeassistant.util.ulid import ulid_at_time, ulid_now

from custom_components.action_engine.engine.model.stored import NewExecution

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def execution(**facts):
    """Return a new execution with an id of its own."""
    return NewExecution(
        **{"id": ulid_now(), "name": "Good night", "created": NOON, **facts}
    )


def execution_at(seconds, **facts):
    """Return an execution that was accepted so many seconds after noon."""
    moment = NOON.timestamp() + seconds
    return execution(
        id=ulid_at_time(moment), created=datetime.fromtimestamp(moment, UTC), **facts
    )


def ended(state="success"):
    """Return the columns of an execution that ended."""
    return {"state": state, "ended": NOON, "success": state == "success"}


def query(folder, statement, *values):
    """Run one statement on the file as somebody else would."""
    connection = sqlite3.connect(folder / "action_engine.db")
    try:
        with connection:
            return connection.execute(statement, values).fetchall()
    finally:
        connection.close()


def crash_image(folder, target):
    """Copy what a crash at this moment would leave behind."""
    (target / ".storage").mkdir(parents=True)
    for name in ("action_engine.db", "action_engine.db-wal"):
        if (folder / name).exists():
            shutil.copy(folder / name, target / name)
    for name in ("action_engine.key", "action_engine.lives"):
        shutil.copy(folder / ".storage" / name, target / ".storage" / name)
    return target
