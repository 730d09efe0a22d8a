from datetime import timedelta
import shutil
import sqlite3

import pytest

from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.journal import retention
from custom_components.action_engine.engine.model.stored import ExecutionFilter
from tests.engine.journal.samples import NOON, ended, execution, execution_at, query


@pytest.fixture
async def ten(open_journal, somewhere):
    """Return a journal of ten executions that ended a second apart, and three others."""
    journal = await open_journal(**somewhere)
    for number in range(13):
        journal.accepted(new := execution_at(number, name=str(number)))
        journal.append(new.id, "result", "0", number)
        journal.touched(new.id, entities=["light.a"])
        if number == 11:
            journal.changed(new.id, **ended("unknown"))
        elif number < 10:
            journal.changed(new.id, **ended())
            journal.changed(new.id, ended=NOON + timedelta(seconds=number))
    return journal


async def names(journal):
    """Return who is still there."""
    page = await journal.list(ExecutionFilter())
    return sorted(int(one.name) for one in page.items)


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ({"before": NOON + timedelta(seconds=4)}, range(4, 13)),
        ({"keep_count": 2}, range(8, 13)),
        ({"before": NOON + timedelta(seconds=9), "keep_count": 3}, range(9, 13)),
        ({"before": NOON + timedelta(seconds=1), "keep_count": 3}, range(7, 13)),
        ({"keep_count": 0}, range(10, 13)),
        ({"keep_count": 100}, range(13)),
        ({}, range(13)),
    ],
)
async def test_what_ended_long_ago_is_removed(ten, monkeypatch, what, left):
    """Too old or too many, with all that belongs to it; what is needed stays."""
    monkeypatch.setattr(retention, "SLICE", 3)
    assert await ten.purge(**what) == 13 - len(left)
    assert await names(ten) == list(left)
    size = await ten.measure()
    assert (size.executions, size.events) == (len(left), len(left))
    touched = await ten.list(ExecutionFilter(entity_id="light.a"))
    assert len(touched.items) == len(left)
    assert (await ten.verify()).ok


async def test_writing_goes_on_meanwhile(ten, monkeypatch):
    """What arrives between two slices is neither lost nor removed."""
    monkeypatch.setattr(retention, "SLICE", 1)
    task = ten.purge(keep_count=0)
    late = execution(name="99")
    ten.accepted(late)
    ten.append(late.id, "result", "0", 1)
    assert await task == 10
    assert len(await ten.events(late.id)) == 1


async def test_an_execution_that_was_removed_takes_nothing_more(ten):
    """A late note about it is left out and disturbs nobody."""
    (*_, oldest) = (await ten.list(ExecutionFilter())).items
    await ten.purge(keep_count=0)
    ten.append(oldest.id, "note", "", "late")
    assert not await ten.durable()
    assert ten.health.durable


async def test_the_night_does_what_the_settings_say(
    open_journal, tmp_path, monkeypatch
):
    """Old and surplus executions go, and the file becomes smaller."""
    monkeypatch.setattr(retention, "PAGES", 50)
    journal = await open_journal(keep_days=7, keep_count=20)
    now = dt_util.utcnow()
    for number in range(300):
        journal.accepted(new := execution_at(number, name=str(number)))
        journal.append(new.id, "result", "0", "x" * 10_000)
        end = now - timedelta(days=8 if number >= 290 else 6)
        journal.changed(new.id, **{**ended(), "ended": end})
    await journal.checkpoint()
    file = tmp_path / "action_engine.db"
    before = file.stat().st_size
    assert await journal.maintain() == 290
    assert await names(journal) == list(range(280, 290))
    assert file.stat().st_size < before / 5
    assert (tmp_path / "action_engine.db-wal").stat().st_size == 0
    assert (await journal.verify()).ok


async def test_maintenance_elsewhere(open_journal, postgres_database):
    """Another database looks after itself; what is due is removed all the same."""
    journal = await open_journal(url=postgres_database("journal"), keep_count=1)
    for number in range(3):
        journal.accepted(new := execution_at(number))
        journal.changed(new.id, **{**ended(), "ended": dt_util.utcnow()})
    assert await journal.maintain() == 2
    assert await journal.checkpoint()
    assert await journal.begin_backup()
    await journal.end_backup()


async def test_a_backup_gets_a_whole_journal(journal, tmp_path):
    """The file does not change while it is copied, and runs stay durable."""
    file, copy = tmp_path / "action_engine.db", tmp_path / "copy.db"
    first, second = execution(), execution()
    journal.accepted(first)
    assert await journal.begin_backup()
    before = file.read_bytes()
    journal.accepted(second)
    for number in range(3000):
        journal.append(second.id, "result", str(number), "x" * 3000)
        if number % 500 == 0:
            assert await journal.durable()
    assert await journal.durable()
    assert file.read_bytes() == before
    shutil.copy(file, copy)
    with sqlite3.connect(copy) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute("SELECT id FROM action_engine_executions").fetchall()
    connection.close()
    assert rows == [(first.id,)]
    await journal.end_backup()
    assert file.stat().st_size > len(before)
    assert len(query(tmp_path, "SELECT id FROM action_engine_executions")) == 2
    assert (tmp_path / "action_engine.db-wal").stat().st_size == 0


async def test_a_reader_in_the_way_of_a_checkpoint_is_told(journal, tmp_path):
    """It is no error; the next one will do it."""
    journal.accepted(execution())
    assert await journal.durable()
    other = sqlite3.connect(tmp_path / "action_engine.db")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM action_engine_executions").fetchall()
    journal.accepted(execution())
    assert not await journal.checkpoint()
    other.close()
    assert await journal.checkpoint()
