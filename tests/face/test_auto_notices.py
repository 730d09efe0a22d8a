"""What people hear of that which ran without being asked about."""

from dataclasses import replace

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import ADULT, BOT, FREE, GUEST, LAMP, OWNER, SUPERVISED

LIGHTS_ON = {
    "action": "light.turn_on",
    "target": {"entity_id": ["light.hall", "light.attic"]},
}


@pytest.fixture
def home(guarded):
    """Return a home in which the agent may do what is not critical."""
    for person in (OWNER, ADULT, GUEST, BOT):
        guarded.add_phone(person, person)
    guarded.judge_by(HOUSEHOLD, FREE)
    return guarded


@pytest.fixture
def minute(hass, freezer, home):
    """Let a minute pass."""

    async def passes():
        freezer.tick(61)
        async_fire_time_changed(hass)
        await home.idle()

    return passes


async def test_approvers_are_told(home):
    """What was done, and on what."""
    await home.ask(LIGHTS_ON)
    await home.idle()
    assert set(home.sent) == {OWNER, ADULT}
    (note,) = home.sent[OWNER]
    assert note["title"] == "Agents: done without being asked about"
    assert note["message"] == "• light.turn_on: hall, attic"
    assert note["data"] == {}


async def test_at_most_once_a_minute(home, minute):
    """What was done meanwhile comes in one go."""
    for _ in range(3):
        await home.ask(LAMP)
        await home.idle()
    assert len(home.sent[OWNER]) == 1
    await minute()
    assert len(home.sent[OWNER]) == 2
    assert home.sent[OWNER][1]["message"] == "• light.turn_on: hall, 2 times"
    await minute()
    assert len(home.sent[OWNER]) == 2


async def test_nobody_is_told_of_what_somebody_was_asked(home):
    """Whoever agreed to it knows."""
    home.judge_by(HOUSEHOLD, SUPERVISED)
    await home.ask(LAMP)
    await home.approve(home.question)
    await home.idle()
    assert len(home.calls) == 1
    titles = {one.get("title") for one in home.sent[OWNER]}
    assert titles == {"Agents: low risk", None}


async def test_a_policy_may_do_without(home):
    """And so does the household, from the start."""
    home.judge_by(HOUSEHOLD, replace(FREE, notify_on_auto_action=False))
    await home.ask(LAMP)
    await home.ask(LAMP, as_=OWNER)
    await home.idle()
    assert len(home.calls) == 2
    assert home.sent == {}


async def test_without_approvers_administrators_are_told(home):
    """As they would be asked; never an account that the policy is about."""
    home.judge_by(HOUSEHOLD, replace(FREE, approvers=frozenset()))
    await home.ask(LAMP)
    await home.idle()
    assert set(home.sent) == {OWNER}


async def test_a_failure_is_told_as_such(hass, home):
    """Of what has failed nobody must think that it is done."""

    async def fail(_call):
        raise ValueError

    hass.services.async_register("light", "turn_on", fail)
    await home.ask(LAMP)
    await home.idle()
    assert home.sent[OWNER][0]["message"] == "• light.turn_on: hall (failed)"


async def test_a_policy_that_goes_takes_its_news_along(home, minute):
    """There is nobody left to tell."""
    await home.ask(LAMP)
    await home.idle()
    await home.ask(LAMP)
    home.judge_by(HOUSEHOLD)
    await minute()
    assert len(home.sent[OWNER]) == 1
