"""A journal that was put back is known to be an older copy."""

import json
import shutil

import pytest

from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.journal.journal import Journal
from custom_components.action_engine.engine.model.journal import JournalSettings
from tests.engine.journal.samples import crash_image, ended, execution, query

NAMES = (".storage/action_engine.key", ".storage/action_engine.lives")


def lives(folder):
    """Return what the file says."""
    return json.loads((folder / NAMES[1]).read_text())


@pytest.fixture
def live(hass, tmp_path):
    """Return a function that leads a life: opens, writes, closes, tells ``restored``."""

    async def living(folder=tmp_path, **settings):
        hass.config.config_dir = str(folder)
        journal = await Journal.async_open(hass, JournalSettings(**settings))
        restored = journal.restored
        journal.accepted(execution())
        await journal.close()
        return restored

    return living


async def test_its_own_journal_is_no_copy(live, tmp_path):
    """Each life is counted, at its beginning and at its end."""
    assert [await live() for _ in range(3)] == [False, False, False]
    assert lives(tmp_path) == {"life": 6, "copied": False, "restored": False}


async def test_after_a_crash_it_is_no_copy(hass, live, open_journal, tmp_path):
    """What a crash leaves behind is as new as can be."""
    await live()
    journal = await open_journal()
    journal.accepted(execution())
    assert await journal.durable()
    image = await hass.async_add_executor_job(
        crash_image, tmp_path, tmp_path / "afterwards"
    )

    assert not await live(image)


async def test_a_crash_between_the_two_is_no_copy(live, tmp_path):
    """The journal counts first; then the file may be behind, which means nothing."""
    await live()
    file = tmp_path / NAMES[1]
    file.write_text(json.dumps({**lives(tmp_path), "life": 1}))

    assert not await live()


async def test_an_older_journal_is_one(live, tmp_path):
    """Put back alone, after further lives."""
    await live()
    shutil.copy(tmp_path / "action_engine.db", tmp_path / "old.db")
    await live()
    shutil.copy(tmp_path / "old.db", tmp_path / "action_engine.db")

    assert await live()


async def test_a_copy_of_a_life_that_has_ended_is_one(
    hass, live, open_journal, tmp_path
):
    """Also if there was no other life in between."""
    journal = await open_journal()
    journal.accepted(execution())
    await journal.checkpoint()
    shutil.copy(tmp_path / "action_engine.db", tmp_path / "old.db")
    await journal.close()
    shutil.copy(tmp_path / "old.db", tmp_path / "action_engine.db")

    assert await live()


async def test_what_comes_out_of_a_backup_is_one(
    hass, open_journal, live, tmp_path, somewhere
):
    """Journal, key and file come back together, and the file says it."""
    journal = await open_journal(**somewhere)
    journal.accepted(execution())
    assert await journal.begin_backup()
    image = await hass.async_add_executor_job(
        crash_image if not somewhere else _storage_image, tmp_path, tmp_path / "backup"
    )
    await journal.end_backup()
    assert not journal.restored
    assert lives(tmp_path)["copied"] is False
    await journal.close()

    assert await live(image, **somewhere)


def _storage_image(folder, target):
    (target / ".storage").mkdir(parents=True)
    for name in NAMES:
        shutil.copy(folder / name, target / name)
    return target


async def test_a_backup_leaves_no_trace(live, open_journal):
    """Whoever makes one every night has nothing restored in the morning."""
    journal = await open_journal()
    await journal.begin_backup()
    await journal.end_backup()
    await journal.close()

    assert not await live()


async def test_a_connection_lost_in_a_backup_changes_nothing(
    hass, open_journal, tmp_path
):
    """The journal is opened anew, and the file goes on to say that it is copied."""
    journal = await open_journal()
    await journal.begin_backup()
    parts = journal._parts  # noqa: SLF001 - a connection is not lost on demand
    await parts.writer.work(lambda _connection: parts.store.close())
    journal.accepted(execution())
    assert await journal.durable()

    assert lives(tmp_path) == {"life": 2, "copied": True, "restored": False}
    assert not journal.restored


async def test_it_is_told_until_it_was_dealt_with(hass, live, tmp_path, open_journal):
    """A crash before that loses nothing."""
    await live()
    (tmp_path / NAMES[1]).unlink()
    assert await live()
    assert await live()
    journal = await open_journal()
    assert journal.restored
    await journal.restoration_dealt_with()
    assert not journal.restored
    await journal.close()

    assert not await live()


@pytest.mark.parametrize("text", ["", "7", "{}", '{"life": "x"}', "\x00"])
async def test_a_damaged_file_says_nothing(live, tmp_path, text):
    """Then it is taken for the worse."""
    await live()
    (tmp_path / NAMES[1]).write_text(text)

    assert await live()
    assert lives(tmp_path)["restored"] is True


async def test_another_key_is_taken_for_the_worse(live, tmp_path):
    """Nobody knows whose journal that is."""
    await live()
    for name in NAMES:
        (tmp_path / name).unlink()

    assert await live()


async def test_a_new_journal_beside_an_old_file_is_no_copy(live, tmp_path):
    """There is nothing in it that could come to life again."""
    await live()
    (tmp_path / "action_engine.db").unlink()

    assert not await live()


async def test_a_journal_of_before_lives_were_counted(live, tmp_path):
    """The first time it is as new as can be; put back later, it is not."""
    await live()
    query(tmp_path, "DELETE FROM action_engine_gate")
    (tmp_path / NAMES[1]).unlink()
    assert not await live()

    query(tmp_path, "DELETE FROM action_engine_gate")
    assert await live()


async def test_a_file_that_cannot_be_written_stops_nothing(live, tmp_path, caplog):
    """It is told in the log, and the next life is none the worse."""
    await live()
    (tmp_path / ".storage/action_engine.lives.new").mkdir()

    assert not await live()
    assert "cannot be kept" in caplog.text
    assert not await live()


async def test_what_was_put_back_is_still_there(hass, live, open_journal, tmp_path):
    """It is for others to say what becomes of it."""
    journal = await open_journal()
    journal.accepted(new := execution(created=dt_util.utcnow()))
    journal.accepted(done := execution())
    journal.changed(done.id, **ended())
    await journal.close()
    (tmp_path / NAMES[1]).unlink()
    journal = await open_journal()

    assert journal.restored
    (opened,) = await journal.open_executions()
    assert opened.execution.id == new.id
