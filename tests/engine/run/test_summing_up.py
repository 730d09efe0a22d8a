import asyncio

import pytest

from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.plan.compile import async_examine
from custom_components.action_engine.engine.run.summing_up import strategy

NOTHING = {"event": "nothing"}
BOTH = {"parallel": [NOTHING, NOTHING]}
FALSE = {"condition": "template", "value_template": "{{ false }}"}


@pytest.mark.parametrize(
    ("actions", "shape"),
    [
        ([], "single"),
        ([NOTHING], "single"),
        ([NOTHING, NOTHING], "sequential"),
        ([{"sequence": [NOTHING]}], "sequential"),
        ([{"repeat": {"count": 3, "sequence": [NOTHING]}}], "sequential"),
        ([BOTH], "parallel"),
        ([BOTH, NOTHING], "hybrid"),
        ([BOTH, BOTH], "hybrid"),
        ([{"sequence": [BOTH]}], "hybrid"),
        ([{"parallel": [BOTH, NOTHING]}], "hybrid"),
        ([{"if": "{{ true }}", "then": NOTHING, "else": [BOTH]}], "hybrid"),
        ([{"try": [NOTHING], "finally": [BOTH]}], "hybrid"),
        ([{"scene": "scene.a", "fallback": [BOTH]}], "hybrid"),
    ],
)
async def test_the_shape_of_a_plan_has_one_word(hass, actions, shape):
    """Where the branches are decides, on whatever level they stand."""
    plan, _ = await async_examine(hass, Draft(actions=actions))
    assert strategy(plan) == shape


async def test_a_run_that_has_ended_well(shop):
    """Times, counts, steps and one sentence."""
    execution = await shop.run({"action": "test.work", "data": {"seconds": 2}})
    summary = execution.summary
    assert summary.as_dict() == {
        "execution_id": execution.id,
        "name": "Actions",
        "state": "success",
        "success": True,
        "verified": False,
        "strategy": "single",
        "ending": "finished",
        "counts": {
            "steps": 1,
            "calls": 1,
            "attempts": 1,
            "retried": 0,
            "failed": 0,
            "skipped": 0,
            "fallbacks": 0,
        },
        "times": {
            "created": execution.created.isoformat(),
            "started": execution.started.isoformat(),
            "ended": execution.ended.isoformat(),
            "queued": 0,
            "run": 2,
            "total": 2,
        },
        "steps": [
            {
                "path": "0",
                "action": "test.work",
                "status": "succeeded",
                "duration": 2,
                "attempts": 1,
            }
        ],
        "steps_omitted": 0,
        "response": None,
        "responses": {},
        "error": None,
        "final_answer": "Actions is done: 1 step in 2.0 s.",
        "verdict": {
            "decision": "allow",
            "policy": "household",
            "decided_by": None,
            "reasons": [],
            "impact": None,
        },
    }
    assert execution.summary is summary


async def test_a_call_that_was_seen_makes_a_run_verified(shop):
    """All of them have to be seen; without a call nothing was."""
    shop.hass.states.async_set("sensor.x", "on")
    seen = {"action": "test.work", "expect": "{{ is_state('sensor.x', 'on') }}"}
    execution = await shop.run(seen, NOTHING)
    assert execution.summary.verified
    assert execution.summary.final_answer == (
        "Actions is done: 2 steps in 0.0 s, and every effect was seen."
    )
    unseen = {"action": "test.work"}
    assert not (await shop.run(seen, unseen)).summary.verified
    assert not (await shop.run(NOTHING)).summary.verified


async def test_retries_fallbacks_and_failures_are_told(shop):
    """In the sentence; a run with either of the latter is not verified."""
    shop.failures = 1
    again = {"action": "test.shaky", "retry": 1}
    broken = {"action": "test.broken", "retry": False}
    shop.hass.services.async_register("test", "broken", _broken)
    execution = await shop.run(again, broken | {"continue_on_error": True})
    assert execution.summary.final_answer.endswith(
        "1 needed more than one attempt, 1 failed and was passed over."
    )
    replaced = broken | {"fallback": NOTHING}
    execution = await shop.run(replaced, replaced)
    assert execution.summary.final_answer == (
        "Actions is done: 4 steps in 0.0 s, 2 replaced by their fallback."
    )
    assert not execution.summary.verified


async def _broken(_):
    raise HomeAssistantError("Out of order.")


async def test_a_run_that_has_failed(shop):
    """The error has a code, a type, its text and the step; the sentence too."""
    shop.hass.services.async_register("test", "broken", _broken)
    execution = await shop.run({"sequence": [{"action": "test.broken"}]}, name="Home")
    summary = execution.summary
    assert (summary.success, summary.state, summary.ending) == (
        False,
        "failed",
        "error",
    )
    assert summary.error == {
        "code": "error",
        "type": "HomeAssistantError",
        "message": "Out of order.",
        "step": "0/sequence/0",
    }
    assert summary.final_answer == "Home failed at step 0/sequence/0: Out of order."


async def test_an_error_of_the_engine_has_its_own_code(shop):
    """So that programs can tell that every attempt was made."""
    shop.failures = 9
    execution = await shop.run({"action": "test.shaky", "retry": 1})
    assert execution.summary.error["code"] == "retry_exhausted"
    assert execution.summary.error["type"] == "RetryExhaustedError"


@pytest.mark.parametrize(
    ("step", "kind", "text"),
    [
        ({"stop": "no more", "error": True}, "Stop", "no more"),
        (
            {
                "wait_template": "{{ false }}",
                "timeout": 1,
                "continue_on_timeout": False,
            },
            "TimeoutError",
            "timeout reached",
        ),
    ],
)
async def test_a_run_that_was_aborted(shop, step, kind, text):
    """By a stop, or by something that could not go on."""
    summary = (await shop.run(step)).summary
    assert summary.error == {
        "code": "aborted",
        "type": kind,
        "message": text,
        "step": "0",
    }


async def test_a_run_that_a_condition_ended(shop):
    """It is a success, as its author meant it."""
    summary = (await shop.run(FALSE, NOTHING)).summary
    assert (summary.success, summary.ending) == (True, "condition")
    assert summary.steps[0]["status"] == "stopped"


async def test_a_run_that_was_cancelled(shop):
    """The sentence says how far it came."""
    execution = await shop.submit({"delay": 10}, NOTHING, name="Home")
    await asyncio.sleep(4)
    shop.engine.cancel(execution.id)
    await execution.wait()
    summary = execution.summary
    assert summary.final_answer == "Home was cancelled after 1 step in 4.0 s."
    assert summary.error["code"] == "cancelled"
    assert "type" not in summary.error


@pytest.mark.parametrize("default", [False, True])
async def test_a_run_that_took_too_long(shop, default):
    """By its own limit, or by that of the options."""
    if default:
        shop.configure(timeout=3)
    execution = await shop.run({"delay": 10}, **({} if default else {"timeout": 3}))
    summary = execution.summary
    assert summary.error == {
        "code": "timeout",
        "type": "TimeoutError",
        "message": "it took longer than 3 s",
    }
    assert summary.final_answer == "Actions failed: it took longer than 3 s."


async def test_a_run_that_has_not_ended(lone):
    """The sentence of each state on the way; no ending, no error yet."""
    first = await lone.submit({"action": "test.work", "data": {"seconds": 9}})
    second = await lone.submit({"delay": 9})
    assert first.summary.final_answer == "Actions is running."
    assert second.summary.final_answer == "Actions waits for its turn."
    assert second.summary.ending is None
    assert second.summary.error is None
    assert second.summary.times.as_dict()["started"] is None
    lone.engine.pause(second.id)
    await asyncio.sleep(0)
    assert second.summary.final_answer == "Actions is paused."
    lone.engine.resume(second.id)
    await asyncio.gather(first.wait(), second.wait())


async def test_answers_end_up_in_the_summary(shop):
    """Of services by variable, of a stop, and for a conversation; as plain data."""
    execution = await shop.run(
        {"action": "test.answer", "data": {"value": 3}, "response_variable": "one"},
        {"set_conversation_response": "Good night"},
        {"variables": {"all": {"one": "{{ one }}"}}},
        {"stop": "", "response_variable": "all"},
    )
    summary = execution.summary.as_dict()
    assert summary["responses"] == {"one": {"value": 3}}
    assert summary["response"] == {"one": {"value": 3}}
    assert summary["conversation_response"] == "Good night"
    assert summary["ending"] == "stopped"
    assert summary["steps"][0]["response"] == {"value": 3}


async def test_what_was_observed_is_there_when_asked_for(shop):
    """And only then."""
    shop.hass.states.async_set("switch.x", "on")
    step = {"action": "test.work", "data": {"entity_id": "switch.x"}}
    assert "observed" not in (await shop.run(step)).summary.as_dict()
    found = (await shop.run(step, observe=True)).summary.as_dict()["observed"]
    assert found["switch.x"]["after"]["state"] == "on"


async def test_a_long_run_says_what_it_left_out(shop):
    """Counts are exact, the list of steps is not endless."""
    loop = {"repeat": {"count": 600, "sequence": [NOTHING]}}
    summary = (await shop.run(loop)).summary
    assert (len(summary.steps), summary.steps_omitted) == (500, 101)
    assert summary.counts["steps"] == 601
