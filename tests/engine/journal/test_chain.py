from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.journal.chain import (
    FIXED,
    OUTCOME,
    close,
    genesis,
)
from custom_components.action_engine.engine.journal.prepared import EventRow
from custom_components.action_engine.engine.journal.tables import EXECUTIONS
from custom_components.action_engine.engine.journal.tails import Tail
from custom_components.action_engine.engine.journal.verifying import check

KEY = b"k" * 64
EVENTS = st.lists(
    st.tuples(st.integers(0, 2**52), st.text(max_size=8), st.text(max_size=8)),
    max_size=6,
)


def chain(events, **columns):
    """Return the row and the events of an execution that ended."""
    row = dict.fromkeys(column.name for column in EXECUTIONS.columns)
    row |= {"id": "01A", "name": "x", "state": "success", "created": 1, **columns}
    tail = Tail(row, genesis(KEY, row))
    rows = [
        tail.add(KEY, EventRow("01A", at, "result", path, data, None))._asdict()
        for at, path, data in events
    ]
    row["closing"] = tail.closing(KEY)
    return row, rows


@given(EVENTS)
def test_an_untouched_chain_holds(events):
    """Whatever happened in the execution."""
    assert check(KEY, *chain(events)) is None


@given(EVENTS.filter(bool), st.data())
def test_a_changed_event_is_found(events, data):
    """Any column of any event; the report names that event."""
    row, rows = chain(events)
    index = data.draw(st.integers(0, len(rows) - 1))
    name = data.draw(st.sampled_from(["at", "kind", "path", "data", "hash"]))
    rows[index][name] += {"at": 1, "hash": b"x"}.get(name, "x")
    broken = check(KEY, row, rows)
    assert broken is not None
    assert broken.seq == index + 1


@given(EVENTS.filter(bool), st.data())
def test_a_removed_event_is_found(events, data):
    """In the middle or at the end."""
    row, rows = chain(events)
    index = data.draw(st.integers(0, len(rows) - 1))
    del rows[index]
    assert check(KEY, row, rows) is not None
    for seq, one in enumerate(rows, 1):
        one["seq"] = seq
    assert check(KEY, row, rows) is not None


@given(EVENTS.filter(lambda events: len(events) > 1), st.data())
def test_reordered_events_are_found(events, data):
    """Even if they are numbered anew."""
    row, rows = chain(events)
    index = data.draw(st.integers(0, len(rows) - 2))
    rows[index], rows[index + 1] = rows[index + 1], rows[index]
    for seq, one in enumerate(rows, 1):
        one["seq"] = seq
    assert check(KEY, row, rows) is not None


@given(EVENTS, st.data())
def test_an_inserted_event_is_found(events, data):
    """Even if its hashes were made with care, but without the key."""
    row, rows = chain(events)
    index = data.draw(st.integers(0, len(rows)))
    forger = Tail(dict(row), rows[index - 1]["hash"] if index else b"", index)
    forged = forger.add(b"guess", EventRow("01A", 1, "result", "0", "1", None))
    rows.insert(index, forged._asdict())
    assert check(KEY, row, rows) is not None


@pytest.mark.parametrize("name", [name for name in FIXED if name != "id"])
def test_a_changed_request_is_found(name):
    """Every column that was written once."""
    row, rows = chain([(1, "0", "1")])
    row[name] = "changed"
    broken = check(KEY, row, rows)
    assert (broken.execution_id, broken.seq) == ("01A", 1)
    row, rows = chain([])
    row[name] = "changed"
    assert check(KEY, row, rows).seq is None


@pytest.mark.parametrize("name", [name for name in OUTCOME if name != "state"])
def test_a_changed_outcome_is_found(name):
    """Every column that was settled at the end."""
    row, rows = chain([(1, "0", "1")])
    row[name] = "changed"
    assert check(KEY, row, rows).seq is None


def test_an_outcome_cannot_be_taken_away():
    """An execution that ended has a last link, and another state has another one."""
    row, rows = chain([(1, "0", "1")])
    assert check(KEY, {**row, "state": "failed"}, rows) is not None
    assert check(KEY, {**row, "closing": None}, rows) is not None
    assert check(KEY, {**row, "state": "executing"}, rows) is None


def test_later_columns_leave_older_hashes_alone():
    """An empty column counts as none, so that a new version adds columns freely."""
    row, _ = chain([])
    older = genesis(KEY, row)
    row["repeat_of"] = "01B"
    assert genesis(KEY, row) != older
    assert close(KEY, older, 0, row) == close(KEY, older, 0, {**row, "result": None})
