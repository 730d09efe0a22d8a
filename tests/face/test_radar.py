"""Calls that an account with a policy makes past the gate."""

from dataclasses import replace

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.const import EVENT_CALL_SERVICE
from homeassistant.core import Context, SupportsResponse
from homeassistant.helpers import issue_registry as ir

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.policy import AGENTS, HOUSEHOLD
from tests.engine.gate_home import BOT, FREE, LAMP, OWNER, SUPERVISED

ISSUE = "side_door_agents"
TARGET = {"entity_id": "light.hall"}


@pytest.fixture
def radar(guarded):
    """Return what sees them."""
    return guarded.entry.runtime_data.lookout.radar


@pytest.fixture
def call(hass, guarded):
    """Call an action past the gate."""

    async def call(action="light.turn_on", as_=BOT):
        data = {} if action.lower().startswith("action_engine") else TARGET
        await hass.services.async_call(
            *action.split("."), data, blocking=True, context=Context(user_id=as_)
        )
        await guarded.idle()

    return call


def is_listening(hass):
    """Tell whether anybody hears of calls."""
    return EVENT_CALL_SERVICE in hass.bus.async_listeners()


async def test_e09_a_call_past_the_gate_is_seen(hass, guarded, radar, call):
    """It is counted, and told with policy, action and number."""
    await call("light.turn_on")
    assert radar.calls == {"agents": 1}
    issue = guarded.issues()[ISSUE]
    told = issue.translation_placeholders
    assert (told["policy"], told["action"]) == ("Agents", "light.turn_on")
    assert told["calls"] == "1"
    assert issue.is_fixable
    assert issue.is_persistent


async def test_e09_the_issue_follows_once_a_minute(hass, guarded, call, freezer):
    """A thousand calls are not a thousand changes of it."""
    for action in ("light.turn_on", "light.turn_off", "lock.unlock"):
        await call(action)
    assert guarded.issues()[ISSUE].translation_placeholders["calls"] == "1"
    freezer.tick(61)
    async_fire_time_changed(hass)
    await guarded.idle()
    facts = guarded.issues()[ISSUE].translation_placeholders
    assert (facts["calls"], facts["action"]) == ("3", "lock.unlock")


async def test_e09_what_was_read_is_not_counted_again(
    hass, guarded, radar, call, freezer
):
    """The sensor counts on, the issue begins anew."""
    await call()
    ir.async_delete_issue(hass, DOMAIN, ISSUE)
    freezer.tick(61)
    async_fire_time_changed(hass)
    await call()
    assert guarded.issues()[ISSUE].translation_placeholders["calls"] == "1"
    assert radar.calls == {"agents": 2}


async def test_e09_what_goes_through_the_gate_is_fine(guarded, radar):
    """What the engine calls for the agent is no call of the agent's own."""
    guarded.judge_by(HOUSEHOLD, FREE)
    execution = await guarded.ask(LAMP)
    assert guarded.calls == [("light.turn_on", "light.hall")]
    assert execution.context.user_id == BOT
    assert radar.calls == {}


async def test_e09_asking_the_engine_is_fine(hass, guarded, radar, call):
    """However it is spelled."""
    await call("action_engine.panic_stop")
    await call("Action_Engine.Panic_Stop")
    assert radar.calls == {}


async def test_e09_reading_is_fine(hass, guarded, radar, call):
    """An action that only answers changes nothing."""

    async def answer(_call):
        return {}

    only = SupportsResponse.ONLY
    hass.services.async_register("todo", "read", answer, supports_response=only)
    await hass.services.async_call(
        "todo",
        "read",
        blocking=True,
        return_response=True,
        context=Context(user_id=BOT),
    )
    assert radar.calls == {}


@pytest.mark.parametrize("person", [OWNER, None])
async def test_e09_others_call_what_they_like(guarded, radar, call, person):
    """People and automations have no gate to go past."""
    await call(as_=person)
    assert radar.calls == {}


async def test_e09_who_is_trusted_calls_what_he_likes(hass, guarded, radar, call):
    """Then nobody listens at all."""
    assert is_listening(hass)
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, trusted=True))
    await call()
    assert radar.calls == {}
    assert not is_listening(hass)


async def test_e09_without_accounts_nobody_listens(hass, guarded):
    """A home with the two policies of the beginning pays nothing."""
    guarded.judge_by(HOUSEHOLD, AGENTS)
    assert not is_listening(hass)
    guarded.judge_by(HOUSEHOLD, SUPERVISED)
    assert is_listening(hass)


async def test_e09_the_issue_outlives_the_engine_but_not_the_policy(
    hass, guarded, call
):
    """A finding does not vanish because somebody restarts."""
    await call()
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    assert not is_listening(hass)
    assert ISSUE in guarded.issues()
    await hass.config_entries.async_setup(guarded.entry.entry_id)
    assert ISSUE not in guarded.issues()


async def test_e09_a_policy_that_goes_meanwhile_is_not_told_of(guarded, radar):
    """Its issue would never be taken back."""
    guarded.hass.bus.async_fire(
        EVENT_CALL_SERVICE,
        {"domain": "light", "service": "turn_on"},
        context=Context(user_id=BOT),
    )
    guarded.judge_by(HOUSEHOLD)
    await guarded.idle()
    assert radar.calls == {"agents": 1}
    assert ISSUE not in guarded.issues()


async def test_e09_the_sensor_counts(hass, entry, guarded, call, beat):
    """For each policy, as a diagnosis."""
    entity_id = "sensor.agents_side_door_calls"
    assert hass.states.get(entity_id).state == "0"
    own = next(one for one in entry.subentries.values() if one.title == "Agents")
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, id=own.subentry_id))
    await call()
    await beat()
    assert hass.states.get(entity_id).state == "1"
