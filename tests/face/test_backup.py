"""A backup of Home Assistant has a whole journal in it."""

import shutil
import sqlite3

import pytest

from custom_components.action_engine.backup import async_post_backup, async_pre_backup
from tests.face.lives import journal_of, live_again


def rows(file):
    """Return how many executions a journal has, looked at by itself."""
    connection = sqlite3.connect(file)
    try:
        statement = "SELECT count(*) FROM action_engine_executions"
        return connection.execute(statement).fetchone()[0]
    finally:
        connection.close()


async def test_the_copy_is_whole_and_runs_go_on(hass, run, call, tmp_path):
    """The file alone has everything from before; what comes later is not lost."""
    await run("work")
    await run("work")
    await async_pre_backup(hass)
    await run("work")
    copy = tmp_path / "copy.db"
    shutil.copy(journal_of(hass), copy)
    await async_post_backup(hass)
    assert rows(copy) == 2
    assert len((await call("list_executions"))["executions"]) == 3
    assert (await call("verify_journal"))["ok"]


async def test_without_the_entry_there_is_nothing_to_do(hass, entry):
    """A backup does not fail for it."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    await async_pre_backup(hass)
    await async_post_backup(hass)


async def test_a_journal_that_is_away_does_not_stop_a_backup(hass, entry, caplog):
    """It is told in the log."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    journal_of(hass).unlink()
    journal_of(hass).mkdir()
    await live_again(hass, entry)
    await async_pre_backup(hass)
    assert "The backup gets the journal as it lies there" in caplog.text
    await async_post_backup(hass)
    assert "does not hear that the backup ended" in caplog.text


@pytest.mark.usefixtures("run")
async def test_a_reader_in_the_way_is_told(hass, entry, run, caplog):
    """The newest rows may then be missing."""
    await run("work")
    reader = sqlite3.connect(journal_of(hass), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM action_engine_executions").fetchone()
    await run("work")
    await async_pre_backup(hass)
    assert "may lack the newest rows" in caplog.text
    reader.close()
    await async_post_backup(hass)
