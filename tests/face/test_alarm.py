"""Alerts of a loaded entry: on the repairs page, and as events."""

from dataclasses import replace

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.components.repairs.const import DOMAIN as REPAIRS
from homeassistant.core import Context
from homeassistant.setup import async_setup_component

from custom_components.action_engine.alerts import AlertKind
from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import FloodedError
from custom_components.action_engine.engine.model.circuit import Circuit, CircuitState
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.engine.model.standing import Figures
from tests.engine.gate_home import BOT, FREE, LAMP, SUPERVISED

EVENT = "event.action_engine_alerts"
CIRCUIT = "action:light.turn_on"
CIRCUIT_ISSUE = f"alert_circuit_open_{CIRCUIT}"


@pytest.fixture
def look(guarded, beat):
    """Have the alarm look now."""

    async def look():
        guarded.entry.runtime_data.pulse.touch()
        await beat()

    return look


@pytest.fixture
def shown(hass):
    """Return what the event entity shows."""

    def attributes():
        state = hass.states.get(EVENT)
        known = ("event_type", "policy", "circuit", "value")
        return tuple(state.attributes.get(one) for one in known)

    return attributes


def circuit(state=CircuitState.OPEN, **more):
    """Return a circuit on which something has failed."""
    return Circuit(key=CIRCUIT, state=state, failures=5, error="no answer", **more)


async def test_all_is_well(hass, guarded, look):
    """A home in which nothing is amiss has no alert."""
    await look()
    assert guarded.issues() == {}
    assert hass.states.get(EVENT).state == "unknown"
    types = hass.states.get(EVENT).attributes["event_types"]
    assert types == [one.value for one in AlertKind]


async def test_failures(hass, guarded, look, shown):
    """Of ten that have ended two have failed: that is one fifth."""

    async def fail(_call):
        raise ValueError

    policy = replace(FREE, circuits=False, repeats=None)
    guarded.judge_by(HOUSEHOLD, policy)
    for _ in range(7):
        await guarded.ask(LAMP)
    hass.services.async_register("light", "turn_on", fail)
    for _ in range(2):
        await guarded.ask(LAMP)
    await look()
    assert guarded.issues() == {}
    hass.services.async_register("light", "turn_on", guarded.called)
    await guarded.ask(LAMP)
    await look()
    issue = guarded.issues()["alert_failure_rate_agents"]
    assert issue.translation_placeholders["policy"] == "Agents"
    assert not issue.is_fixable
    assert shown() == ("failure_rate", "Agents", None, 20.0)
    for _ in range(20):
        await guarded.ask(LAMP)
    await look()
    assert guarded.issues() == {}


async def test_a_rate_of_few_is_none(guarded, look, monkeypatch):
    """One of three is no third of anything."""
    figures = Figures(failure_rate=33.3, ended=9)
    monkeypatch.setattr(guarded.engine.gate, "figures", lambda _policy: figures)
    await look()
    assert guarded.issues() == {}


async def test_a_long_queue(guarded, look, shown, monkeypatch):
    """Whatever policies the questions come from."""
    monkeypatch.setattr(guarded.engine.gate, "pending", list)
    await guarded.ask(LAMP)
    questions = list(guarded.engine.gate._questions.pending) * 51  # noqa: SLF001 - more than one policy may ask
    monkeypatch.setattr(guarded.engine.gate, "pending", lambda: questions)
    await look()
    assert set(guarded.issues()) == {"alert_queue"}
    assert shown() == ("queue", None, None, 51)
    monkeypatch.setattr(guarded.engine.gate, "pending", lambda: questions[:40])
    await look()
    assert guarded.issues() == {}


async def test_a_limit(hass, guarded, look, shown, freezer):
    """It is told once, and is over after a quiet hour."""
    guarded.judge_by(HOUSEHOLD, replace(FREE, max_per_hour=1))
    await guarded.ask(LAMP)
    await look()
    assert guarded.issues() == {}
    denied = await guarded.ask(LAMP)
    assert denied.verdict.decided_by == "limits"
    await look()
    assert set(guarded.issues()) == {"alert_limit_agents"}
    assert shown() == ("limit", "Agents", None, 1)
    told = hass.states.get(EVENT).state
    await guarded.ask(LAMP)
    await look()
    assert hass.states.get(EVENT).state == told


async def test_an_alert_that_nothing_renews_ends_by_itself(
    hass, guarded, look, freezer, monkeypatch
):
    """Also in a home in which nothing happens any more."""
    guarded.judge_by(HOUSEHOLD, replace(FREE, max_per_hour=1))
    await guarded.ask(LAMP, LAMP)
    await look()
    assert "alert_limit_agents" in guarded.issues()
    later = hass.loop.time() + 3600
    monkeypatch.setattr(hass.loop, "time", lambda: later)
    freezer.tick(61)
    async_fire_time_changed(hass, fire_all=True)
    await guarded.idle()
    assert guarded.issues() == {}


async def test_e14_a_flood(guarded, look, shown):
    """What is not even written down is told of all the same."""
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
    for _ in range(60):
        await guarded.ask(LAMP)
    for _ in range(2):
        with pytest.raises(FloodedError):
            await guarded.ask(LAMP)
    await look()
    assert set(guarded.issues()) == {"alert_flood_agents"}
    assert shown()[:3] == ("flood", "Agents", None)


async def test_e09_the_side_door(hass, guarded, look, shown):
    """An automation can react to it; the issue is that of the radar."""
    await hass.services.async_call(
        "light",
        "turn_on",
        {"entity_id": "light.hall"},
        blocking=True,
        context=Context(user_id=BOT),
    )
    await look()
    assert set(guarded.issues()) == {"side_door_agents"}
    assert shown() == ("side_door", "Agents", None, 1)


async def test_an_open_circuit(guarded, look, shown, monkeypatch):
    """As long as it is not closed, be it that it is tried."""
    circuits = [circuit(), Circuit(key="all")]
    monkeypatch.setattr(guarded.engine.gate, "circuits", lambda: circuits)
    await look()
    issue = guarded.issues()[CIRCUIT_ISSUE]
    assert issue.translation_placeholders["circuit"] == CIRCUIT
    assert shown() == ("circuit_open", None, CIRCUIT, 1)
    circuits[0] = circuit(CircuitState.HALF_OPEN)
    await look()
    assert set(guarded.issues()) == {CIRCUIT_ISSUE}
    circuits.clear()
    await look()
    assert guarded.issues() == {}


async def fix(hass, hass_client, issue_id):
    """Mend an issue on the repairs page; return what the last step says."""
    assert await async_setup_component(hass, REPAIRS, {})
    client = await hass_client()
    data = {"handler": DOMAIN, "issue_id": issue_id}
    answer = await client.post("/api/repairs/issues/fix", json=data)
    form = await answer.json()
    assert form["step_id"] == "confirm"
    answer = await client.post(f"/api/repairs/issues/fix/{form['flow_id']}", json={})
    return form, await answer.json()


async def test_a_circuit_is_closed_on_the_repairs_page(
    hass, guarded, look, monkeypatch, hass_client
):
    """The next request is let through."""

    async def fail(_call):
        raise ValueError("no answer")

    working = guarded.called
    hass.services.async_register("light", "turn_on", fail)
    guarded.judge_by(HOUSEHOLD, replace(FREE, repeats=None))
    for _ in range(5):
        await guarded.ask(LAMP)
    await look()
    assert CIRCUIT_ISSUE in guarded.issues()
    hass.services.async_register("light", "turn_on", working)
    form, done = await fix(hass, hass_client, CIRCUIT_ISSUE)
    assert form["description_placeholders"]["circuit"] == CIRCUIT
    assert done["type"] == "create_entry"
    await look()
    assert CIRCUIT_ISSUE not in guarded.issues()
    assert all(one.key != CIRCUIT for one in guarded.engine.gate.circuits())


async def test_a_circuit_cannot_be_closed_without_an_engine(
    hass, guarded, look, monkeypatch, hass_client
):
    """The page may still be open when the entry is unloaded."""
    monkeypatch.setattr(guarded.engine.gate, "circuits", lambda: [circuit()])
    await look()
    assert await async_setup_component(hass, REPAIRS, {})
    client = await hass_client()
    data = {"handler": DOMAIN, "issue_id": CIRCUIT_ISSUE}
    answer = await client.post("/api/repairs/issues/fix", json=data)
    flow = (await answer.json())["flow_id"]
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    assert guarded.issues() == {}
    answer = await client.post(f"/api/repairs/issues/fix/{flow}", json={})
    assert (await answer.json())["reason"] == "not_possible"


async def test_e09_calls_past_the_gate_are_read_on_the_repairs_page(
    hass, guarded, hass_client
):
    """Who has read of them confirms it."""
    context = Context(user_id=BOT)
    target = {"entity_id": "light.hall"}
    await hass.services.async_call(
        "light", "turn_on", target, blocking=True, context=context
    )
    await guarded.idle()
    form, done = await fix(hass, hass_client, "side_door_agents")
    assert form["description_placeholders"]["action"] == "light.turn_on"
    assert done["type"] == "create_entry"
    assert guarded.issues() == {}


async def test_alerts_end_with_the_engine(hass, guarded, look, monkeypatch):
    """What is true is told again after the next start."""
    guarded.judge_by(HOUSEHOLD, replace(FREE, max_per_hour=1))
    await guarded.ask(LAMP, LAMP)
    await look()
    assert guarded.issues() != {}
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    assert guarded.issues() == {}


async def test_what_was_remembered_is_told_after_the_start(hass, guarded, monkeypatch):
    """A circuit that was open before the restart is open still."""
    gate = type(guarded.engine.gate)
    monkeypatch.setattr(gate, "circuits", lambda _gate: [circuit()])
    assert await hass.config_entries.async_reload(guarded.entry.entry_id)
    assert set(guarded.issues()) == {CIRCUIT_ISSUE}
