import asyncio
from contextlib import contextmanager
import sqlite3
import threading

import pytest
from sqlalchemy import Engine, event

from custom_components.action_engine.engine.errors import JournalUnavailableError
from custom_components.action_engine.engine.journal.journal import Journal
from custom_components.action_engine.engine.model.journal import JournalSettings
from custom_components.action_engine.engine.model.stored import NotKept
from tests.engine.journal.samples import ended, execution, query


@pytest.fixture
def commits():
    """Return a list that grows with every commit of anybody."""
    made = []

    def committed(connection):
        made.append(connection)

    event.listen(Engine, "commit", committed)
    yield made
    event.remove(Engine, "commit", committed)


@contextmanager
def locked(folder):
    """Let nobody else write into the file."""
    other = sqlite3.connect(folder / "action_engine.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def threads():
    """Return how many journals have a thread."""
    return [one.name for one in threading.enumerate()].count("action_engine journal")


async def test_many_who_wait_share_a_commit(journal, commits, tmp_path):
    """A hundred runs that wait at once do not wait for each other."""
    new = execution()
    journal.accepted(new)
    assert await journal.durable()
    commits.clear()
    with locked(tmp_path):
        waiters = []
        for number in range(100):
            journal.append(new.id, "intent", str(number), None)
            waiters.append(asyncio.create_task(journal.durable()))
        await asyncio.sleep(0)
    assert all(await asyncio.gather(*waiters))
    assert len(commits) <= 3
    assert len(await journal.events(new.id)) == 100


async def test_durable_means_on_disk(hass, journal, tmp_path):
    """Whoever looks into the file at that moment finds the row."""
    new = execution()
    journal.accepted(new)
    for number in range(5):
        journal.append(new.id, "result", str(number), number)
        assert await journal.durable()
        ((count,),) = await hass.async_add_executor_job(
            query, tmp_path, "SELECT count(*) FROM action_engine_events"
        )
        assert count == number + 1


async def test_nothing_to_write_costs_nothing(journal, commits):
    """The second question is answered without the database."""
    journal.accepted(execution())
    assert await journal.durable()
    commits.clear()
    assert await journal.durable()
    assert not commits


async def test_order_is_kept_over_many_groups(journal):
    """Events of several runs, handed over in bursts of any size."""
    news = [execution() for _ in range(3)]
    for new in news:
        journal.accepted(new)
    for number in range(2000):
        journal.append(news[number % 3].id, "result", "0", number)
        if number % 37 == 0:
            await asyncio.sleep(0)
    for rest, new in enumerate(news):
        events = await journal.events(new.id)
        assert [one.exact for one in events] == list(range(rest, 2000, 3))
        assert [one.seq for one in events] == list(range(1, len(events) + 1))


async def test_somebody_who_stops_waiting_disturbs_nobody(journal):
    """The others hear of the commit all the same."""
    journal.accepted(execution())
    waiters = [asyncio.create_task(journal.durable()) for _ in range(3)]
    await asyncio.sleep(0)
    waiters[1].cancel()
    assert await waiters[0]
    assert await waiters[2]


async def test_writing_returns_while_the_database_is_busy(
    journal, tmp_path, becomes_durable
):
    """The event loop goes on, however long somebody else keeps the file locked."""
    new = execution()
    journal.accepted(new)
    assert await journal.durable()
    with locked(tmp_path):
        journal.append(new.id, "result", "0", 1)
        waiting = asyncio.create_task(journal.durable())
        rounds = 0
        while not waiting.done():
            rounds += 1
            await asyncio.sleep(0)
        assert not await waiting
        assert rounds > 50
        assert "locked" in journal.health.reason
    await becomes_durable(journal)
    assert len(await journal.events(new.id)) == 1


async def test_closing_writes_everything_and_ends_the_thread(open_journal, tmp_path):
    """Nothing is lost that was handed over, and nobody is left behind."""
    before = threads()
    journal = await open_journal()
    assert threads() == before + 1
    new = execution()
    journal.accepted(new)
    for number in range(1000):
        journal.append(new.id, "result", "0", number)
    await journal.close()
    assert threads() == before
    assert query(tmp_path, "SELECT count(*) FROM action_engine_events") == [(1000,)]
    await journal.close()


async def test_a_closed_journal_takes_nothing(journal):
    """It says so to everybody, at once."""
    await journal.close()
    new = execution()
    assert isinstance(journal.accepted(new), NotKept)
    assert isinstance(journal.append(new.id, "result", "0", 1), NotKept)
    assert isinstance(journal.changed(new.id, **ended()), NotKept)
    assert isinstance(journal.put_fact("a", "b", 1), NotKept)
    assert not await journal.durable()
    with pytest.raises(JournalUnavailableError):
        await journal.checkpoint()


async def test_an_opening_that_is_given_up_leaves_no_thread(hass):
    """As when Home Assistant does not want to wait any longer for the integration."""
    before = threads()
    opening = asyncio.create_task(Journal.async_open(hass, JournalSettings()))
    async for _ in turns():
        if threads() > before or opening.done():
            break
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    if not opening.cancelled():
        await opening.result().close()
    async for _ in turns():
        if threads() == before:
            break


async def turns():
    """Go round with the event loop."""
    while True:
        await asyncio.sleep(0)
        yield
