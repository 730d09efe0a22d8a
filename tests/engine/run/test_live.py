"""Moves and steps as plain data."""

from datetime import datetime
import json

import pytest

from homeassistant.core import State

from tests.engine.workshop import work


def kinds(events):
    """Return what the steps of the events went through, in their order."""
    return [(one["path"], one["status"]) for one in events if one["kind"] == "step"]


async def watched(shop, *actions, **more):
    """Run actions, and return what was told of it."""
    events = []
    unsubscribe = shop.engine.watch(events.append)
    execution = await shop.run(*actions, **more)
    unsubscribe()
    return execution, events


async def test_moves(shop):
    """State and previous state; the last one tells how it went."""
    execution, events = await watched(shop, work(), name="Evening")

    facts = {
        "kind": "execution",
        "execution_id": execution.id,
        "name": "Evening",
        "origin": None,
    }
    assert [one for one in events if one["kind"] == "execution"] == [
        facts | {"state": "queued", "previous": None},
        facts | {"state": "executing", "previous": "queued"},
        facts
        | {
            "state": "success",
            "previous": "executing",
            "success": True,
            "final_answer": "Evening is done: 1 step in 0.0 s.",
        },
    ]


async def test_the_last_move_of_a_failure(shop):
    """It says what went wrong, and where."""
    _, events = await watched(shop, work(), {"stop": "Too cold", "error": True})

    last = events[-1]
    assert last["state"] == "failed"
    assert last["success"] is False
    assert last["error"] == {
        "code": "aborted",
        "type": "Stop",
        "message": "Too cold",
        "step": "1",
    }
    assert last["final_answer"] == "Actions failed at step 1: Too cold."


async def test_the_last_move_of_a_cancelled_one(shop):
    """It is neither a success nor without a reason."""
    events = []
    shop.engine.watch(events.append)
    execution = await shop.submit({"delay": 5})
    shop.engine.cancel(execution.id)
    await execution.wait()

    assert events[-1]["success"] is False
    assert events[-1]["error"]["message"] == "cancelled: on request"


async def test_steps(shop):
    """Each is told when it begins, when it waits and when it ends."""
    execution, events = await watched(
        shop,
        {"alias": "Light", "action": "test.work", "data": {"seconds": 2}},
        {"delay": 3},
        {"if": "{{ true }}", "then": [{"event": "go"}], "enabled": True},
        {"delay": 3, "enabled": False},
    )

    assert kinds(events) == [
        ("0", "started"),
        ("0", "succeeded"),
        ("1", "started"),
        ("1", "waiting"),
        ("1", "succeeded"),
        ("2", "started"),
        ("2/then/0", "started"),
        ("2/then/0", "succeeded"),
        ("2", "succeeded"),
        ("3", "started"),
        ("3", "skipped"),
    ]
    done = [one for one in events if one.get("path") == "0"][1]
    assert done == {
        "kind": "step",
        "execution_id": execution.id,
        "path": "0",
        "action": "test.work",
        "alias": "Light",
        "status": "succeeded",
        "targets": [],
        "attempt": 1,
        "duration": 2,
        "began": done["began"],
    }
    began = [datetime.fromisoformat(events[at]["began"]) for at in (2, 4)]
    assert (began[1] - began[0]).total_seconds() == pytest.approx(2, abs=0.2)
    assert events[-2]["note"] == "disabled"


async def test_failed_attempts(shop):
    """Each says why, and how long it waits for the next one; the last one does not."""
    shop.failures = 2
    _, events = await watched(
        shop, {"action": "test.shaky", "retry": {"max_retries": 1}}
    )

    assert kinds(events) == [
        ("0", "started"),
        ("0", "attempt_failed"),
        ("0", "attempt_failed"),
        ("0", "failed"),
    ]
    first, second, end = [one for one in events if one["kind"] == "step"][1:]
    assert (first["attempt"], first["error"], first["delay"]) == (1, "not yet", 10)
    assert (second["attempt"], second["error"], second["delay"]) == (2, "not yet", None)
    assert first["left"] == []
    assert first["took"] == 0
    assert end["error"] == "test.shaky failed 2 times: not yet"
    assert "delay" not in end


async def test_expectations(shop, hass):
    """What was expected, and whether it was seen."""
    hass.states.async_set("light.hall", "on")
    _, events = await watched(
        shop,
        {
            "action": "test.work",
            "expect": {"entity_id": "light.hall", "state": "on"},
        },
    )

    done = next(one for one in events if one.get("status") == "succeeded")
    assert done["expected"]
    assert done["seen"] is True


async def test_responses(shop, hass):
    """They are told as plain data, whatever the service answered."""

    async def answer(_):
        return {"state": State("light.hall", "on"), "seen": {"b", "a"}}

    hass.services.async_register("test", "ask", answer, supports_response="optional")
    _, events = await watched(
        shop, {"action": "test.ask", "response_variable": "found"}
    )

    done = next(one for one in events if one.get("status") == "succeeded")
    assert done["response"]["seen"] == ["a", "b"]
    assert done["response"]["state"]["entity_id"] == "light.hall"
    assert all(json.dumps(dict(one)) for one in events)
