"""The same story on every kind of database."""

from datetime import timedelta

import pytest

from homeassistant.core import Context, State

from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import (
    ExecutionFilter,
    NotKept,
    StoredExecution,
)
from tests.engine.journal.samples import (
    NOON,
    crash_image,
    ended,
    execution,
    execution_at,
)

FULL = {
    "type": "goodnight",
    "parameters": {"rooms": ["a"], "when": NOON},
    "source": {"kind": "actions", "value": [{"action": "light.turn_on"}]},
    "policy": "agents",
    "confidence": 0.75,
    "reasoning": "It is late",
    "prediction_id": "p",
    "llm_response_id": "l",
    "conversation_id": "c",
    "origin": "automation.night",
    "user_id": "u",
    "parent_id": "x",
    "idempotency_key": "k",
    "priority": 2,
    "interpreter_version": 3,
    "plan_hash": "h",
    "undo_of": "o",
    "repeat_of": "r",
}


async def test_everything_comes_back(open_journal, somewhere):
    """What is known at the start, what comes at the end, and each event."""
    journal = await open_journal(**somewhere)
    new = execution(**FULL, approval_status="approved")
    state = State("light.a", "on", {"x": (1,)}, context=Context())
    assert journal.accepted(new) is None
    assert journal.append(new.id, "decided", "0/if", True) is None
    assert journal.append(new.id, "result", "0/then/0", {"before": state}) is None
    later = NOON + timedelta(microseconds=1)
    outcome = {"started": NOON, "ended": later, "duration": 1, "success": True}
    journal.changed(
        new.id,
        state=ExecutionState.SUCCESS,
        verified=False,
        result={"steps": 2},
        error_code="some",
        error="text",
        **outcome,
    )
    assert await journal.durable()
    assert await journal.get(new.id) == StoredExecution(
        **{**FULL, "parameters": {"rooms": ["a"], "when": NOON.isoformat()}},
        id=new.id,
        name="Good night",
        created=NOON,
        state=ExecutionState.SUCCESS,
        approval_status="approved",
        verified=False,
        result={"steps": 2},
        error_code="some",
        error="text",
        source_exact=True,
        **outcome,
    )
    first, second = await journal.events(new.id)
    assert (first.seq, first.kind, first.path, first.data) == (
        1,
        "decided",
        "0/if",
        True,
    )
    assert (first.exact, first.is_exact) == (True, True)
    assert first.at <= second.at
    kept = second.exact["before"]
    assert kept.as_dict() == state.as_dict()
    assert kept.attributes == {"x": (1,)}
    assert second.data["before"]["attributes"] == {"x": [1]}
    assert (await journal.verify()).ok


async def test_what_was_durable_survives_a_crash(open_journal, tmp_path):
    """The file and its log are enough, whatever the process did afterwards."""
    home = tmp_path / "home"
    home.mkdir()
    journal = await open_journal(home)
    running, done = execution(source={"code": "1234"}), execution()
    journal.accepted(running)
    journal.accepted(done)
    journal.append(running.id, "result", "0", (1, NOON))
    journal.append(running.id, "intent", "1", {"code": "1234"})
    journal.changed(running.id, state=ExecutionState.EXECUTING, started=NOON)
    journal.changed(done.id, **ended())
    assert await journal.durable()
    image = crash_image(home, tmp_path / "image")
    again = await open_journal(image)
    (opened,) = await again.open_executions()
    assert opened.execution.id == running.id
    assert opened.execution.state is ExecutionState.EXECUTING
    assert opened.execution.source == {"code": "1234"}
    assert [one.exact for one in opened.events] == [(1, NOON), {"code": "1234"}]
    again.append(running.id, "result", "1", "code 1234 accepted")
    again.changed(running.id, **ended("failed"), error="1234 was wrong")
    assert await again.durable()
    assert (await again.verify()).ok
    events = await again.events(running.id)
    assert [one.seq for one in events] == [1, 2, 3]
    assert events[2].data == "code **REDACTED** accepted"
    assert (await again.get(running.id)).error == "**REDACTED** was wrong"


async def test_open_executions_come_in_the_order_of_acceptance(open_journal, somewhere):
    """Each with its own events in their order; what has ended is not among them."""
    journal = await open_journal(**somewhere)
    news = [execution_at(number) for number in range(4)]
    for one in reversed(news):
        journal.accepted(one)
    for turn in range(3):
        for one in news:
            journal.append(one.id, "result", str(turn), f"{one.id} {turn}")
    journal.changed(news[0].id, **ended())
    journal.changed(news[1].id, state="unknown")
    journal.changed(news[2].id, state="paused")
    opened = await journal.open_executions()
    assert [one.execution.id for one in opened] == [news[2].id, news[3].id]
    assert [one.exact for one in opened[0].events] == [
        f"{news[2].id} {turn}" for turn in range(3)
    ]


@pytest.mark.parametrize("state", ["success", "failed", "cancelled", "expired"])
async def test_secrets_are_forgotten_at_the_end(open_journal, somewhere, state):
    """Of the request and of all events, early and late ones; the rest stays exact."""
    journal = await open_journal(**somewhere)
    new = execution(source={"code": "4711", "x": (1,)})
    journal.accepted(new)
    journal.append(new.id, "intent", "0", {"pin": "0815"})
    journal.append(new.id, "result", "0", (1,))
    assert (await journal.get(new.id)).source == {"code": "4711", "x": (1,)}
    journal.append(new.id, "intent", "1", {"pin": "0816"})
    journal.changed(new.id, **ended(state))
    journal.append(new.id, "note", "", {"pin": "0817"})
    stored = await journal.get(new.id)
    assert (stored.source, stored.source_exact) == (
        {"code": "**REDACTED**", "x": [1]},
        False,
    )
    events = await journal.events(new.id)
    assert [one.is_exact for one in events] == [False, True, False, False]
    assert events[1].exact == (1,)
    assert (await journal.verify()).ok


async def test_an_unknown_execution_can_still_be_run_again(open_journal, somewhere):
    """A person has not decided yet; so nothing of it is forgotten."""
    journal = await open_journal(**somewhere)
    new = execution(source={"code": "4711"})
    journal.accepted(new)
    journal.append(new.id, "intent", "0", {"code": "4711"})
    journal.changed(new.id, **ended("unknown"))
    assert (await journal.get(new.id)).source == {"code": "4711"}
    assert (await journal.events(new.id))[0].exact == {"code": "4711"}
    assert (await journal.verify()).ok
    journal.changed(new.id, state=ExecutionState.QUEUED, ended=None, success=None)
    assert (await journal.open_executions())[0].events[0].is_exact
    assert (await journal.verify()).ok
    journal.changed(new.id, **ended())
    assert not (await journal.get(new.id)).source_exact
    assert (await journal.verify()).ok


async def test_what_cannot_be_kept_is_said_at_once(journal):
    """The caller hears of it, people see what it was, and nobody resumes past it."""
    new = execution(source={"lock": object()})
    assert journal.accepted(new) == NotKept("builtins.object")
    assert journal.append(new.id, "result", "0", {"a": 1, "b": object()}) == NotKept(
        "builtins.object"
    )
    journal.changed(new.id, resumable=False, result={"odd": object()})
    (event,) = await journal.events(new.id)
    assert not event.is_exact
    assert event.data == {"a": 1, "b": "<builtins.object>"}
    stored = await journal.get(new.id)
    assert not stored.resumable
    assert not stored.source_exact
    assert stored.result == {"odd": "<builtins.object>"}


async def test_later_changes_of_a_value_are_not_written(journal):
    """What counts is the moment in which it was handed over."""
    value, source = {"list": [1]}, {"steps": []}
    new = execution(source=source)
    journal.accepted(new)
    journal.append(new.id, "result", "0", value)
    value["list"].append(2)
    source["steps"].append("later")
    assert (await journal.events(new.id))[0].exact == {"list": [1]}
    assert (await journal.get(new.id)).source == {"steps": []}


async def test_text_that_databases_do_not_like(open_journal, somewhere):
    """NUL, broken characters, long names, and words of SQL come through."""
    journal = await open_journal(**somewhere)
    name = "a\0b\ud800'; DROP TABLE x; -- ⚡"
    new = execution(
        name=name, reasoning=name, origin="x" * 400, idempotency_key="k" * 400
    )
    journal.accepted(new)
    journal.append(new.id, "k" * 50, f"1/{name}", {name: name})
    journal.changed(new.id, **ended("failed"), error=name, error_code="c" * 300)
    assert await journal.durable()
    stored = await journal.get(new.id)
    clean = "a\ufffdb?'; DROP TABLE x; -- ⚡"
    assert (stored.name, stored.reasoning, stored.error) == (clean, clean, clean)
    (event,) = await journal.events(new.id)
    assert event.exact == {name: name}
    assert event.path == f"1/{clean}"
    assert (await journal.find_by_key("k" * 400, NOON)).id == new.id
    assert len((await journal.list(ExecutionFilter(origin="x" * 400))).items) == 1
    assert (await journal.verify()).ok


async def test_numbers_that_are_none(open_journal, somewhere):
    """A confidence that is no number is none, and the chain holds all the same."""
    journal = await open_journal(**somewhere)
    new = execution(confidence=float("nan"))
    journal.accepted(new)
    journal.changed(new.id, **ended(), duration=float("inf"))
    stored = await journal.get(new.id)
    assert (stored.confidence, stored.duration) == (None, None)
    assert (await journal.verify()).ok


async def test_what_is_not_there_is_none(open_journal, somewhere):
    """Asking for it is no error."""
    journal = await open_journal(**somewhere)
    assert await journal.get("nobody") is None
    assert await journal.events("nobody") == ()
    assert await journal.open_executions() == ()
    assert await journal.find_by_key("k", NOON) is None
    assert (await journal.list(ExecutionFilter())).items == ()
    assert (await journal.verify()).ok


async def test_an_idempotency_key_has_a_window(open_journal, somewhere):
    """The newest within it answers; what is older does not count."""
    journal = await open_journal(**somewhere)
    old, new = (execution_at(at, idempotency_key="k") for at in (0, 60))
    other = execution_at(90, idempotency_key="other")
    for one in (old, new, other):
        journal.accepted(one)
    assert (await journal.find_by_key("k", NOON)).id == new.id
    since = NOON + timedelta(seconds=60)
    assert (await journal.find_by_key("k", since)).id == new.id
    assert await journal.find_by_key("k", since + timedelta(seconds=1)) is None


async def test_facts(open_journal, somewhere):
    """One value per policy and key; secrets are left out for good."""
    journal = await open_journal(**somewhere)
    assert (
        journal.put_fact("agents", "name", "Jo", category="people", source="said")
        is None
    )
    journal.put_fact("agents", "bed", ("22:00",), category="times")
    journal.put_fact("agents", "alarm", {"code": "1234"})
    journal.put_fact("household", "name", "other")
    journal.put_fact("agents", "name", "Joe", category="people", source="said")
    facts = await journal.get_facts("agents")
    assert [(one.key, one.value) for one in facts] == [
        ("alarm", {"code": "**REDACTED**"}),
        ("bed", ("22:00",)),
        ("name", "Joe"),
    ]
    assert facts[2].source == "said"
    assert facts[2].at >= NOON
    assert [one.key for one in await journal.get_facts("agents", "times")] == ["bed"]
    journal.forget("agents", "name")
    assert len(await journal.get_facts("agents")) == 2
    journal.forget("agents")
    assert await journal.get_facts("agents") == ()
    assert len(await journal.get_facts("household")) == 1
    assert journal.put_fact("agents", "x", object()) == NotKept("builtins.object")


async def test_the_size_is_counted(open_journal, somewhere):
    """Executions, open ones, events, and bytes where there is a file."""
    journal = await open_journal(**somewhere)
    for number in range(3):
        journal.accepted(new := execution())
        journal.append(new.id, "result", "0", number)
    journal.changed(new.id, **ended())
    size = await journal.measure()
    assert (size.executions, size.open, size.events) == (3, 2, 3)
    assert (size.bytes is None) == bool(somewhere)
