"""Executions in motion: halted, let go on, and done again, by whoever may see them."""

import pytest

from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER

COMMANDS = ("pause", "resume", "repeat", "retry_from")
NOWHERE = "01K8ZQ4T1M6XHP3S9VYB2D7NCE"
LONG = [LAMP, {"wait_template": "{{ is_state('lock.front', 'unlocked') }}"}, LAMP]


@pytest.fixture
def send(hass_ws_client, house):
    """Return a function that sends one command as somebody."""

    async def send(person, command, **data):
        client = await hass_ws_client(access_token=await house.token(person))
        await client.send_json_auto_id({"type": f"action_engine/{command}", **data})
        return await client.receive_json()

    return send


async def test_halted_and_let_go_on(send, house, hass):
    """Each is answered with the state that has come of it."""
    house.judge_by(HOUSEHOLD, FREE)
    begun = await house.ask(*LONG, as_=OWNER, wait=False)
    execution = {"execution_id": begun["execution_id"]}
    told = (await send(OWNER, "pause", **execution))["result"]
    assert told == {**execution, "state": "paused"}
    hass.states.async_set("lock.front", "unlocked")
    await hass.async_block_till_done()
    assert house.engine.get(begun["execution_id"]).state == "paused"
    told = (await send(OWNER, "resume", **execution))["result"]
    assert told["execution_id"] == begun["execution_id"]
    await house.idle()
    assert house.engine.get(begun["execution_id"]).state == "success"


async def test_again_in_the_name_of_who_asks(send, house):
    """What the owner has done free to do, the agent has to ask for."""
    done = await house.ask(LAMP)
    again = (await send(BOT, "repeat", execution_id=done["execution_id"]))["result"]
    assert again["state"] == "pending_approval"
    assert again["approval_id"] in {one.id for one in house.engine.gate.pending()}
    again = (await send(OWNER, "repeat", execution_id=done["execution_id"]))["result"]
    await house.idle()
    assert house.engine.get(again["execution_id"]).state == "success"
    assert house.engine.get(again["execution_id"]).repeat_of == done["execution_id"]


async def test_again_from_where_it_failed(send, house, hass):
    """What was done before is not done once more."""
    broken = {"action": "lock.jam", "target": {"entity_id": "lock.front"}}
    fails = [True]

    async def jam(_):
        if fails.pop():
            raise ValueError("jammed")

    hass.services.async_register("lock", "jam", jam)
    failed = await house.ask(LAMP, broken, as_=OWNER)
    assert failed["state"] == "failed"
    fails.append(False)
    execution = {"execution_id": failed["execution_id"]}
    again = (await send(OWNER, "retry_from", **execution))["result"]
    await house.idle()
    assert house.engine.get(again["execution_id"]).state == "success"
    assert house.calls == [("light.turn_on", "light.hall")]
    error = (await send(OWNER, "retry_from", execution_id=again["execution_id"]))[
        "error"
    ]
    assert error["code"] == "not_repeatable"


@pytest.mark.parametrize("person", [GUEST, BOT, ADULT])
@pytest.mark.parametrize("command", COMMANDS)
async def test_e18_what_is_not_ones_own_is_not_there(send, house, person, command):
    """The answer is that of an id which does not exist, to the letter."""
    running = await house.ask(*LONG, as_=OWNER, wait=False)
    errors = [
        (await send(person, command, execution_id=one))["error"]
        for one in (running["execution_id"], NOWHERE)
    ]
    assert errors[0] == errors[1]
    assert errors[0]["code"] == "not_found"
    assert house.engine.get(running["execution_id"]).state == "executing"
    house.engine.cancel_all()
    await house.idle()


async def test_what_is_written_is_verified_for_administrators(send, house):
    """Nobody else gets to know how much there is."""
    await house.ask(LAMP, as_=OWNER)
    told = (await send(OWNER, "verify_journal"))["result"]
    assert (told["ok"], told["first_broken"]) == (True, None)
    assert told["executions"] == 1
    for person in (ADULT, BOT, GUEST):
        error = (await send(person, "verify_journal"))["error"]
        assert error["code"] == "not_found"
