from contextlib import contextmanager
import os
import sqlite3

import pytest
from sqlalchemy import Engine, create_engine, event, text

from custom_components.action_engine.engine.errors import JournalUnavailableError
from custom_components.action_engine.engine.journal import writer
from custom_components.action_engine.engine.model.stored import ExecutionFilter, NotKept
from tests.engine.journal.samples import NOON, crash_image, ended, execution


def aside(folder):
    """Return the journals that were put aside."""
    return sorted(one.name for one in folder.glob("action_engine.db.corrupt-*"))


async def filled(opener, folder, *, rows=400):
    """Leave a journal of some size in the folder and return the id of its open run."""
    folder.mkdir()
    journal = await opener(folder)
    new = execution()
    journal.accepted(new)
    for number in range(rows):
        journal.append(new.id, "result", str(number), "x" * 500)
    await journal.close()
    return new.id


@pytest.mark.parametrize("content", [b"This is no database. " * 500, b"\0" * 5000])
async def test_garbage_is_put_aside(open_journal, tmp_path, content):
    """It stays to be looked at, and a new journal is begun."""
    (tmp_path / "action_engine.db").write_bytes(content)
    journal = await open_journal()
    assert journal.health.durable
    (name,) = aside(tmp_path)
    assert journal.health.moved_aside == str(tmp_path / name)
    assert (tmp_path / name).read_bytes() == content
    journal.accepted(execution())
    assert await journal.durable()


async def test_an_empty_file_is_a_new_journal(open_journal, tmp_path):
    """Nothing was lost with it."""
    (tmp_path / "action_engine.db").touch()
    journal = await open_journal()
    assert journal.health.durable
    assert journal.health.moved_aside is None


@pytest.mark.parametrize("keep", [0.9, 0.5, 0.05])
async def test_a_truncated_file_is_put_aside(open_journal, tmp_path, keep):
    """As after a full disk, or a copy that was broken off."""
    home = tmp_path / "home"
    await filled(open_journal, home)
    file = home / "action_engine.db"
    os.truncate(file, int(file.stat().st_size * keep))
    journal = await open_journal(home)
    assert journal.health.durable
    assert len(aside(home)) == 1
    assert (await journal.measure()).executions == 0


async def test_damage_inside_is_found_after_an_interruption(open_journal, tmp_path):
    """A page of garbage in the middle, and a log that shows that somebody was cut off."""
    home = tmp_path / "home"
    home.mkdir()
    journal = await open_journal(home)
    journal.accepted(new := execution())
    for number in range(400):
        journal.append(new.id, "result", str(number), "x" * 500)
    await journal.checkpoint()
    journal.append(new.id, "result", "last", 1)
    assert await journal.durable()
    image = crash_image(home, tmp_path / "image")
    with (image / "action_engine.db").open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"garbage!" * 512 * 10)
    again = await open_journal(image)
    assert again.health.durable
    assert again.health.moved_aside == str(image / aside(image)[0])


async def test_damage_while_running(open_journal, tmp_path):
    """The file is replaced, runs go on, and none of them can be resumed any more."""
    home = tmp_path / "home"
    old = await filled(open_journal, home, rows=8000)
    journal = await open_journal(home)
    new = execution(name="Running")
    journal.accepted(new)
    journal.append(new.id, "result", "0", 1)
    assert await journal.durable()
    await journal.checkpoint()
    spoil(home / "action_engine.db")
    journal.append(old, "result", "1", 1)
    journal.append(new.id, "result", "1", 2)
    await journal.durable()
    assert journal.health.moved_aside
    assert await journal.durable()
    opened = {one.execution.id: one for one in await journal.open_executions()}
    assert not any(one.execution.resumable for one in opened.values())
    assert [one.exact for one in opened[new.id].events] == [2]
    journal.changed(new.id, **ended())
    assert (await journal.verify()).ok


def spoil(file):
    """Overwrite all but the first page."""
    with file.open("r+b") as handle:
        handle.seek(4096)
        handle.write(os.urandom(file.stat().st_size - 4096))


async def test_a_reader_that_meets_damage_has_it_looked_at(open_journal, tmp_path):
    """Even if nobody writes anything."""
    home = tmp_path / "home"
    await filled(open_journal, home)
    journal = await open_journal(home)
    spoil(home / "action_engine.db")
    with pytest.raises(JournalUnavailableError):
        await journal.list(ExecutionFilter())
    await journal.durable()
    assert journal.health.moved_aside
    assert (await journal.list(ExecutionFilter())).items == ()


async def test_without_a_place_runs_go_on(open_journal, tmp_path, becomes_durable):
    """Nothing raises, everything is kept in memory, and written when it can be."""
    url = f"sqlite:///{tmp_path}/missing/journal.db"
    journal = await open_journal(url=url)
    assert not journal.health.durable
    assert "unable to open" in journal.health.reason
    new = execution()
    assert journal.accepted(new) is None
    assert journal.append(new.id, "result", "0", 1) is None
    assert not await journal.durable()
    with pytest.raises(JournalUnavailableError, match="unable to open"):
        await journal.get(new.id)
    with pytest.raises(JournalUnavailableError):
        await journal.purge(keep_count=1)
    assert await journal.maintain() == 0
    (tmp_path / "missing").mkdir()
    await becomes_durable(journal)
    assert [one.exact for one in await journal.events(new.id)] == [1]
    assert journal.health.lost == 0


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("no url", "parse"),
        ("sqlite://", "memory"),
        ("nosuch://host/x", "nosuch"),
        ("sqlite:////proc/self/nothing/x.db", "unable to open"),
    ],
)
async def test_a_url_that_cannot_be_used_is_a_reason(open_journal, url, reason):
    """The journal is there, and says what is wrong."""
    journal = await open_journal(url=url)
    assert not journal.health.durable
    assert reason in journal.health.reason


async def test_a_full_disk(open_journal, tmp_path, pragma, becomes_durable):
    """Runs go on, loudly not durable; with room again all is there, in order."""
    heard = []
    with pragma("max_page_count=80"):
        journal = await open_journal()
        journal.on_health(heard.append)
        new = execution()
        journal.accepted(new)
        assert await journal.durable()
        for number in range(200):
            assert journal.append(new.id, "result", "0", [number, "x" * 4000]) is None
        assert not await journal.durable()
        assert not await journal.durable()
        assert [one.durable for one in heard] == [False]
        assert "full" in heard[0].reason
        assert len((await journal.open_executions())[0].events) < 200
    await becomes_durable(journal)
    assert [one.exact[0] for one in await journal.events(new.id)] == list(range(200))
    assert heard[-1].durable
    assert (await journal.verify()).ok


async def test_a_disk_that_stays_full_until_the_end(open_journal, caplog, pragma):
    """Closing tries once more, then says what is lost."""
    with pragma("max_page_count=80"):
        journal = await open_journal(backoff=1000)
        journal.accepted(new := execution())
        journal.append(new.id, "result", "0", "x" * 400_000)
        assert not await journal.durable()
        await journal.close()
    assert "closed with" in caplog.text


async def test_memory_has_a_bound(open_journal, tmp_path, becomes_durable, monkeypatch):
    """What is beyond it is dropped, and its run says that it cannot be resumed."""
    monkeypatch.setattr(writer, "MAX_WAITING", 10_000)
    url = f"sqlite:///{tmp_path}/missing/journal.db"
    journal = await open_journal(url=url)
    running, late = execution(), execution()
    journal.accepted(running)
    for number in range(30):
        journal.append(running.id, "result", "0", [number, "x" * 1000])
    journal.changed(running.id, state="executing")
    for _ in range(30):
        journal.accepted(execution(source="y" * 1000))
    journal.accepted(late)
    assert not await journal.durable()
    assert journal.health.lost > 20
    (tmp_path / "missing").mkdir()
    await becomes_durable(journal)
    journal.append(late.id, "result", "0", 1)
    await journal.durable()
    stored = await journal.get(running.id)
    assert not stored.resumable
    assert stored.state == "executing"
    *kept, gap = await journal.events(running.id)
    assert [one.exact[0] for one in kept] == list(range(len(kept)))
    assert gap.kind == "gap"
    assert await journal.get(late.id) is None
    assert (await journal.verify()).ok
    journal.append(running.id, "result", "1", 1)
    assert await journal.durable()


async def test_the_queue_has_a_bound(journal, tmp_path, monkeypatch, becomes_durable):
    """Beyond it events are refused, so that the caller knows; states are still taken."""
    monkeypatch.setattr(writer, "MAX_QUEUED", 50)
    new = execution()
    journal.accepted(new)
    assert await journal.durable()
    other = sqlite3.connect(tmp_path / "action_engine.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answers = [journal.append(new.id, "result", "0", n) for n in range(5000)]
    assert answers[0] is None
    assert any(isinstance(one, NotKept) for one in answers)
    assert journal.changed(new.id, state="executing") is None
    other.execute("ROLLBACK")
    other.close()
    await journal.durable()
    await becomes_durable(journal)
    await journal.durable()
    events = await journal.events(new.id)
    assert len(events) == answers.count(None) + 1
    assert "gap" in [one.kind for one in events]
    assert not (await journal.get(new.id)).resumable
    assert (await journal.get(new.id)).state == "executing"


async def test_rows_that_are_refused_do_not_stop_the_others(journal, caplog):
    """An id twice, an execution that nobody knows: left out, logged, and told."""
    new = execution()
    journal.accepted(new)
    assert await journal.durable()
    journal.append(new.id, "result", "0", 1)
    journal.accepted(execution(id=new.id, name="An impostor"))
    journal.append(new.id, "result", "1", 2)
    assert not await journal.durable()
    assert await journal.durable()
    journal.append("nobody", "result", "0", 1)
    journal.changed("nobody", **ended())
    assert not await journal.durable()
    assert journal.health.durable
    assert journal.health.lost == 3
    assert [one.exact for one in await journal.events(new.id)] == [1, 2]
    assert (await journal.get(new.id)).name == "Good night"
    assert "cannot take NewRow" in caplog.text
    assert "impostor" not in caplog.text
    assert (await journal.verify()).ok


@pytest.mark.parametrize("facts", [{"priority": 2**70}, {"origin": ["no", "text"]}])
async def test_a_value_that_no_column_takes_is_left_out(journal, facts):
    """It costs its row, not the journal, and not the rows after it."""
    journal.accepted(execution(**facts))
    journal.accepted(good := execution())
    assert not await journal.durable()
    assert (await journal.get(good.id)) is not None
    assert journal.health.durable


async def test_damage_found_while_cleaning_up(open_journal, tmp_path):
    """Somebody has it cleaned up at night, and hears that there is no journal any more."""
    home = tmp_path / "home"
    await filled(open_journal, home, rows=8000)
    journal = await open_journal(home)
    heard = []
    journal.on_health(heard.append)
    spoil(home / "action_engine.db")
    with pytest.raises(JournalUnavailableError):
        await journal.purge(keep_count=0, before=NOON)
    assert heard[-1].moved_aside
    assert heard[-1].durable
    journal.accepted(execution())
    assert await journal.durable()


async def test_damage_that_only_a_check_finds(open_journal, tmp_path):
    """A file that opens and answers, and in which an index does not fit its table."""
    home = tmp_path / "home"
    await filled(open_journal, home)
    with sqlite3.connect(home / "action_engine.db") as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
            " WHERE name = 'action_engine_facts')"
            " WHERE name = 'ix_action_engine_facts_category'"
        )
    connection.close()
    journal = await open_journal(home)
    assert journal.health.moved_aside
    assert journal.health.durable


@contextmanager
def failing(name, error):
    """Let every connection fail at an event."""

    def fail(*_):
        raise error

    event.listen(Engine, name, fail)
    try:
        yield
    finally:
        event.remove(Engine, name, fail)


async def test_a_defect_does_not_hang_anybody(open_journal, caplog):
    """Should the thread break off, runs go on, and closing works."""
    journal = await open_journal()
    journal.accepted(new := execution())
    assert await journal.durable()
    with failing("begin", ZeroDivisionError("a defect")):
        journal.append(new.id, "result", "0", 1)
        assert not await journal.durable()
    assert "broke off" in journal.health.reason
    assert isinstance(journal.append(new.id, "result", "1", 1), NotKept)
    assert not await journal.durable()
    with pytest.raises(JournalUnavailableError, match="broke off"):
        await journal.checkpoint()
    assert "a defect" in caplog.text


async def test_cleaning_up_can_fail(journal):
    """Whoever asked for it hears why; writing is not concerned."""
    assert await journal.durable()
    with (
        failing("begin", sqlite3.OperationalError("database is locked")),
        pytest.raises(JournalUnavailableError, match="locked"),
    ):
        await journal.purge(keep_count=0)
    journal.accepted(execution())
    assert await journal.durable()


async def test_an_error_of_what_was_asked_for_reaches_who_asked(journal):
    """It is not taken for an error of the database."""
    with pytest.raises(TypeError):
        await journal.purge(before="yesterday", keep_count=[])
    assert journal.health.durable


async def test_a_server_that_answers_in_another_way(open_journal, becomes_durable):
    """What a driver does not expect is trouble, not the end of the journal."""
    with failing("connect", TypeError("not a version")):
        journal = await open_journal()
        assert journal.health.reason == "not a version"
        journal.accepted(new := execution())
        assert not await journal.durable()
    await becomes_durable(journal)
    assert await journal.get(new.id) is not None


async def test_secrets_cannot_be_recalled_from_a_busy_file(
    open_journal, tmp_path, becomes_durable
):
    """After a restart, with the file locked at once: nothing fails, nothing is lost."""
    journal = await open_journal()
    new = execution(source={"code": "4711"})
    journal.accepted(new)
    await journal.close()
    journal = await open_journal()
    with failing("begin", sqlite3.OperationalError("database is locked")):
        journal.append(new.id, "result", "0", 1)
        assert not await journal.durable()
    await becomes_durable(journal)
    journal.append(new.id, "result", "1", "4711")
    assert [one.data for one in await journal.events(new.id)] == [1, "**REDACTED**"]


async def test_a_lost_key(open_journal, tmp_path):
    """The journal goes on; what was sealed cannot be opened, and nobody guesses."""
    home = tmp_path / "home"
    home.mkdir()
    journal = await open_journal(home)
    new = execution(source={"code": "1234"})
    journal.accepted(new)
    journal.append(new.id, "intent", "0", {"code": "1234"})
    journal.append(new.id, "result", "0", 5)
    await journal.close()
    (home / ".storage" / "action_engine.key").write_text("damaged")
    again = await open_journal(home)
    assert again.health.key_lost
    assert again.health.durable
    (opened,) = await again.open_executions()
    assert not opened.execution.source_exact
    assert [one.is_exact for one in opened.events] == [False, True]
    again.append(new.id, "result", "1", "1234")
    assert await again.durable()
    report = await again.verify()
    assert (report.ok, report.unknown_key) == (True, 1)


async def test_a_key_that_cannot_be_kept(hass, open_journal, tmp_path):
    """It works, and is not durable: after a restart nothing sealed could be opened."""
    (tmp_path / ".storage").write_text("in the way")
    journal = await open_journal()
    assert not journal.health.durable
    assert "key" in journal.health.reason
    journal.accepted(new := execution(source={"code": "1234"}))
    assert (await journal.get(new.id)).source == {"code": "1234"}


async def test_a_server_that_breaks_the_connection(
    open_journal, postgres_database, becomes_durable
):
    """A new one is made, and nothing is missing."""
    url = postgres_database("journal")
    journal = await open_journal(url=url)
    new = execution()
    journal.accepted(new)
    assert await journal.durable()
    engine = create_engine(url)
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = 'journal'"
            )
        )
    engine.dispose()
    journal.append(new.id, "result", "0", 1)
    assert not await journal.durable()
    await becomes_durable(journal)
    assert len(await journal.events(new.id)) == 1


async def test_listeners_can_leave(open_journal, tmp_path, becomes_durable):
    """They hear nothing afterwards."""
    heard = []
    journal = await open_journal(url=f"sqlite:///{tmp_path}/missing/journal.db")
    journal.on_health(heard.append)()
    (tmp_path / "missing").mkdir()
    await becomes_durable(journal)
    assert heard == []
