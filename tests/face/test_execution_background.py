"""What is behind an execution: its plan, what was asked for, and who has asked."""

from unittest.mock import patch

import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE
from tests.face.gate_house import ADULT, BOT, LAMP, OWNER

COMPILE = "custom_components.action_engine.engine.admission.async_compile"
SECRET = "sesame-1234"  # noqa: S105 - it has to look like one
OPEN = {"action": "home.work", "data": {"code": SECRET}, "alias": f"Say {SECRET}"}


@pytest.fixture
def look(hass_ws_client, house):
    """Return a function that reads the account of an execution as somebody."""

    async def look(person, execution_id):
        client = await hass_ws_client(access_token=await house.token(person))
        await client.send_json_auto_id(
            {"type": "action_engine/get_execution", "execution_id": execution_id}
        )
        return (await client.receive_json())["result"]

    return look


async def test_the_plan_is_told_with_the_steps(look, house):
    """As a tree of which the paths are those of the steps."""
    done = await house.ask({"if": "{{ true }}", "then": [LAMP]}, as_=OWNER)
    told = await look(OWNER, done["execution_id"])
    (node,) = told["plan"]["steps"]
    assert (node["kind"], node["path"]) == ("if", "0")
    (lamp,) = node["branches"][0]["steps"]
    assert lamp["path"] == told["steps"][1]["path"] == "0/then/0"
    assert told["plan"]["truncated"] is False
    assert told["plan_missing"] is None


async def test_who_has_asked_for_what_and_why(look, house):
    """Names for people beside the ids; what the asker says of himself is a claim."""
    held = await house.ask(LAMP, reasoning="It is dark", confidence=0.4)
    told = await look(ADULT, held["execution_id"])
    assert (told["user_name"], told["policy_name"]) == ("Bot", "Agents")
    asked = told["asked"]
    assert asked["kind"] == "actions"
    assert asked["actions"][0]["action"] == LAMP["action"]
    assert asked["claim"] == {"reasoning": "It is dark", "confidence": 0.4}
    assert told["approval_id"] == held["approval_id"]


async def test_what_was_made_again_names_its_repetitions(look, house):
    """Each of the two leads to the other one; nobody is told of what he may not see."""
    house.judge_by(HOUSEHOLD, FREE)
    first = await house.ask(LAMP)
    again = await house.call("repeat", OWNER, execution_id=first["execution_id"])
    await house.idle()
    told = await look(OWNER, first["execution_id"])
    assert told["repeated_by"] == [again["execution_id"]]
    assert (await look(BOT, first["execution_id"]))["repeated_by"] == []
    told = await look(OWNER, again["execution_id"])
    assert told["repeat_of"] == first["execution_id"]


async def test_after_a_restart_it_is_told_just_the_same(
    hass, entry, hass_ws_client, run
):
    """From what was pinned; nothing of it is in memory by then."""
    done = await run(actions=[{"alias": "First", "action": "home.work"}])
    client = await hass_ws_client()
    wanted = {"type": "action_engine/get_execution", **done_id(done)}
    await client.send_json_auto_id(wanted)
    before = (await client.receive_json())["result"]
    assert await hass.config_entries.async_reload(entry.entry_id)
    await client.send_json_auto_id(wanted)
    after = (await client.receive_json())["result"]
    for part in ("plan", "asked", "user_name", "policy_name"):
        assert after[part] == before[part]
    assert after["plan"]["steps"][0]["alias"] == "First"


async def test_a_plan_that_nobody_knows_how_to_run_any_more(hass, entry, look, house):
    """The reason stands in its place, and all the rest of the account is there."""
    done = await house.ask(LAMP, as_=OWNER)
    assert await hass.config_entries.async_reload(entry.entry_id)
    with patch(COMPILE, side_effect=InvalidActionError("0", "it", "something else")):
        told = await look(OWNER, done["execution_id"])
    assert told["plan"] is None
    assert "something else" in told["plan_missing"]
    assert told["state"] == "success"


def done_id(done):
    """Return which execution is meant."""
    return {"execution_id": done["execution_id"]}


async def test_nothing_secret_is_in_what_was_asked_for(hass_ws_client, run):
    """Neither where it was given, nor in the texts of the plan."""
    done = await run(actions=[OPEN])
    client = await hass_ws_client()
    await client.send_json_auto_id(
        {"type": "action_engine/get_execution", "execution_id": done["execution_id"]}
    )
    told = (await client.receive_json())["result"]
    assert told["plan"]["steps"][0]["title"] == "home.work"
    assert SECRET not in str(told["plan"])
    assert SECRET not in str(told["asked"])
