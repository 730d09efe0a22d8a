import pytest

from tests.engine.journal.samples import ended, execution_at, query

NAMES = {"events": "action_engine_events", "executions": "action_engine_executions"}


def tamper(folder, statement, *values):
    """Change the file as somebody would who knows its tables."""
    query(folder, statement.format(**NAMES), *values)


@pytest.fixture
async def ids(open_journal):
    """Return the ids of three executions with three events each; the last is open."""
    journal = await open_journal()
    news = [execution_at(number, origin="automation.a") for number in range(3)]
    for new in news:
        journal.accepted(new)
        for number in range(3):
            journal.append(new.id, "result", str(number), {"seen": number})
    for new in news[:2]:
        journal.changed(new.id, **ended(), result={"steps": 3})
    await journal.close()
    return [new.id for new in news]


@pytest.fixture
def check(open_journal):
    """Return a function that opens the journal again and walks along its chains."""

    async def checking():
        return await (await open_journal()).verify()

    return checking


async def test_an_untouched_journal_is_whole(ids, check):
    """And how much was looked at is told."""
    report = await check()
    assert report.ok
    assert (report.executions, report.events) == (3, 9)
    assert report.first_broken is None


@pytest.mark.parametrize(
    ("statement", "which", "seq"),
    [
        ("UPDATE {events} SET data = '1' WHERE execution_id = ? AND seq = 2", 1, 2),
        ("UPDATE {events} SET path = 'x' WHERE execution_id = ? AND seq = 1", 0, 1),
        ("UPDATE {events} SET kind = 'x' WHERE execution_id = ? AND seq = 3", 2, 3),
        ("UPDATE {events} SET at = at + 1 WHERE execution_id = ? AND seq = 3", 1, 3),
        ("DELETE FROM {events} WHERE execution_id = ? AND seq = 1", 2, 2),
        ("DELETE FROM {events} WHERE execution_id = ? AND seq = 2", 0, 3),
        ("DELETE FROM {events} WHERE execution_id = ? AND seq = 3", 0, None),
        ("DELETE FROM {events} WHERE execution_id = ?", 1, None),
        ("UPDATE {executions} SET user_id = 'x' WHERE id = ?", 1, 1),
        ("UPDATE {executions} SET name = 'x' WHERE id = ?", 2, 1),
        ("UPDATE {executions} SET state = 'failed' WHERE id = ?", 0, None),
        ("UPDATE {executions} SET result = '{{}}' WHERE id = ?", 1, None),
        ("UPDATE {executions} SET closing = NULL WHERE id = ?", 1, None),
        (
            """INSERT INTO {events} SELECT execution_id, 4, at, kind, path, data,
            sealed, hash, hash FROM {events} WHERE execution_id = ? AND seq = 3""",
            2,
            4,
        ),
        (
            """UPDATE {events} SET seq = CASE seq WHEN 2 THEN 30 ELSE 20 END
            WHERE execution_id = ? AND seq > 1""",
            1,
            20,
        ),
    ],
)
async def test_the_first_broken_link_is_named(
    ids, check, tmp_path, statement, which, seq
):
    """Changed, removed, added or reordered: in which execution, at which event."""
    tamper(tmp_path, statement, ids[which])
    report = await check()
    assert not report.ok
    assert report.first_broken.execution_id == ids[which]
    assert report.first_broken.seq == seq
    assert report.first_broken.why


async def test_an_event_cannot_move_to_another_execution(ids, check, tmp_path):
    """Even if it stands at the right place there."""
    statement = """INSERT INTO {events} (execution_id, seq, at, kind, path, data,
        sealed, hash, previous) SELECT ?, 4, at, kind, path, data, sealed, hash, previous
        FROM {events} WHERE execution_id = ? AND seq = 3"""
    tamper(tmp_path, statement, ids[2], ids[1])
    report = await check()
    assert report.first_broken.execution_id == ids[2]
    assert report.first_broken.seq == 4


async def test_an_execution_that_is_gone_breaks_nothing(ids, check, tmp_path):
    """Each has a chain of its own, since they are removed one by one."""
    tamper(tmp_path, "DELETE FROM {events} WHERE execution_id = ?", ids[0])
    tamper(tmp_path, "DELETE FROM {executions} WHERE id = ?", ids[0])
    report = await check()
    assert report.ok
    assert report.executions == 2


async def test_the_walk_goes_on_in_an_open_execution(ids, open_journal, tmp_path):
    """What is appended after a change does not heal it."""
    statement = "UPDATE {events} SET data = '1' WHERE execution_id = ? AND seq = 2"
    tamper(tmp_path, statement, ids[2])
    journal = await open_journal()
    journal.append(ids[2], "result", "3", 3)
    journal.changed(ids[2], **ended())
    report = await journal.verify()
    assert (report.ok, report.first_broken.seq) == (False, 2)
