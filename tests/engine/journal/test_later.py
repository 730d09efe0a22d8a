"""Values that the thread of the journal makes, of what nobody changes."""

from dataclasses import replace
from functools import partial
import threading

from tests.engine.journal.samples import execution


async def test_a_later_value_is_kept_in_order(journal):
    """It stands between the events that were written before and after it."""
    new = execution()
    journal.accepted(new)
    journal.append(new.id, "moved", "", 1)
    journal.append_later(new.id, "result", "0", lambda: {"a": (1, 2)}, list)
    journal.append(new.id, "moved", "", 2)
    events = await journal.events(new.id)
    assert [one.exact for one in events] == [1, {"a": (1, 2)}, 2]
    assert [one.kind for one in events] == ["moved", "result", "moved"]
    assert (await journal.verify()).ok


async def test_it_is_made_elsewhere(journal):
    """The event loop does not wait for it."""
    new = execution()
    journal.accepted(new)
    makers = []
    journal.append_later(
        new.id, "result", "0", lambda: makers.append(threading.get_ident()), list
    )
    assert await journal.durable()
    assert len(makers) == 1
    assert makers != [threading.get_ident()]


async def test_a_value_that_is_lost_bars_resuming(journal):
    """The row says so by itself, and the run is told."""
    new = execution()
    journal.accepted(new)
    told = []
    lost = partial(told.append, threading.get_ident)
    journal.append_later(new.id, "result", "0", lambda: {"a": object()}, lost)
    assert await journal.durable()
    stored = await journal.get(new.id)
    assert stored is not None
    assert not stored.resumable
    assert len(told) == 1
    (event,) = await journal.events(new.id)
    assert not event.is_exact


async def test_a_value_that_cannot_be_made_leaves_a_gap(journal):
    """Nobody takes such an execution up again."""
    new = execution()
    journal.accepted(new)

    def fail():
        raise ValueError("it is not there")

    journal.append_later(new.id, "result", "0", fail, list)
    journal.append(new.id, "result", "1", 1)
    assert not await journal.durable()
    assert await journal.durable()
    stored = await journal.get(new.id)
    assert stored is not None
    assert not stored.resumable
    events = await journal.events(new.id)
    assert [one.kind for one in events] == ["result", "gap"]


async def test_a_source_may_be_made_later(journal):
    """It is as exact as one that was handed in."""
    new = replace(execution(), source=lambda: {"actions": [{"delay": (1, 2)}]})
    assert journal.accepted(new) is None
    stored = await journal.get(new.id)
    assert stored is not None
    assert stored.source == {"actions": [{"delay": (1, 2)}]}
    assert stored.source_exact


async def test_an_account_may_be_made_later(journal):
    """It is made once, in the thread that writes."""
    new = execution()
    journal.accepted(new)
    journal.changed(new.id, result=lambda: {"steps": [1]})
    stored = await journal.get(new.id)
    assert stored is not None
    assert stored.result == {"steps": [1]}
