"""What can be seen of policies and the gate, and set from a dashboard."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.helpers import device_registry as dr, issue_registry as ir

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import PolicyUnreadableError
from custom_components.action_engine.engine.model.approval import Approval
from custom_components.action_engine.engine.model.circuit import Circuit, CircuitState
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.policy import HOUSEHOLD, SafetyMode
from custom_components.action_engine.engine.model.standing import Figures, Left
from custom_components.action_engine.policies import apply_policies
from custom_components.action_engine.policy_data import policy_as_data


@pytest.fixture
def gate(entry):
    """Return who stands at the gate."""
    return entry.runtime_data.gate


@pytest.fixture
def agents(engine):
    """Return the policy of language models as it is now."""
    return lambda: next(one for one in engine.gate.policies if one.name == "Agents")


@pytest.fixture
def corrupt(hass, entry, agents):
    """Break what is stored of the policy of language models."""

    def do():
        subentry = entry.subentries[agents().id]
        data = {**subentry.data, "trust": {"enabled": "yes"}}
        hass.config_entries.async_update_subentry(entry, subentry, data=data)

    return do


def value(hass, entity_id):
    """Return the state of an entity."""
    return hass.states.get(entity_id).state


async def use(hass, service, entity_id, context=None, **data):
    """Call an action of an entity."""
    domain, name = service.split(".")
    await hass.services.async_call(
        domain, name, {"entity_id": entity_id, **data}, blocking=True, context=context
    )


def question(**changes):
    """Return a question that waits for an answer."""
    asked = datetime(2026, 10, 1, 12, tzinfo=UTC)
    return replace(
        Approval(
            id="A1",
            execution_id="E1",
            policy="somebody",
            asked=asked,
            expires=asked.replace(hour=13),
            digest="",
            risk=Risk.HIGH,
            name="Lights",
        ),
        **changes,
    )


SWITCH = "switch.agents_enabled"
SELECT = "select.agents_safety_mode"
NUMBER = "number.agents_canary_percentage"


async def test_the_switch_is_stored_and_counts_at_once(hass, entry, engine, agents):
    """No reload: the same engine has the other policy when the action returns."""
    assert value(hass, SWITCH) == "off"
    await use(hass, "switch.turn_on", SWITCH)
    assert agents().enabled
    assert value(hass, SWITCH) == "on"
    assert entry.subentries[agents().id].data["trust"]["enabled"] is True
    assert entry.runtime_data.engine is engine
    await use(hass, "switch.turn_off", SWITCH)
    assert not agents().enabled
    assert value(hass, SWITCH) == "off"
    await hass.async_block_till_done()
    assert entry.runtime_data.engine is engine


async def test_safety_mode_and_canary_are_stored(hass, entry, agents):
    """The rest of the policy stays as it is."""
    before = agents()
    assert value(hass, SELECT) == "strict"
    assert float(value(hass, NUMBER)) == 0
    await use(hass, "select.select_option", SELECT, option="moderate")
    await use(hass, "number.set_value", NUMBER, value=30)
    assert value(hass, SELECT) == "moderate"
    assert float(value(hass, NUMBER)) == 30
    changed = replace(before, safety_mode=SafetyMode.MODERATE, canary_percentage=30)
    assert agents() == changed
    assert entry.subentries[before.id].data == policy_as_data(changed)


async def test_what_was_set_survives_a_reload(hass, entry):
    """It is stored with the entry, and not with the state."""
    await use(hass, "switch.turn_on", SWITCH)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    assert value(hass, SWITCH) == "on"


@pytest.mark.parametrize(
    ("service", "entity_id", "data"),
    [
        ("switch.turn_on", SWITCH, {}),
        ("select.select_option", SELECT, {"option": "permissive"}),
        ("number.set_value", NUMBER, {"value": 100}),
    ],
)
async def test_only_administrators_loosen_a_policy(
    hass, agents, plain_user, service, entity_id, data
):
    """Whoever may control every entity, as any user, is still held by the policy."""
    await hass.auth.async_update_user(plain_user, group_ids=["system-users"])
    before = agents()
    with pytest.raises(Unauthorized):
        await use(hass, service, entity_id, Context(user_id=plain_user.id), **data)
    assert agents() == before


async def test_what_cannot_be_read_denies_and_says_so(hass, corrupt, agents):
    """A repair issue names it until it is mended; the switch does not open it."""
    await use(hass, "switch.turn_on", SWITCH)
    corrupt()
    await hass.async_block_till_done()
    assert not agents().enabled
    assert agents().applies.agents
    issues = ir.async_get(hass)
    key = f"policy_unreadable_{agents().id}"
    issue = issues.async_get_issue(DOMAIN, key)
    assert issue.translation_placeholders["name"] == "Agents"
    assert issue.translation_placeholders["reason"] == "trust.enabled: invalid value"
    with pytest.raises(PolicyUnreadableError, match="Agents cannot be read"):
        await use(hass, "switch.turn_on", SWITCH)
    assert not agents().enabled


async def test_the_issue_goes_when_it_is_mended(hass, entry, corrupt, agents):
    """It is about now, not about the past."""
    corrupt()
    subentry = entry.subentries[agents().id]
    hass.config_entries.async_update_subentry(entry, subentry, data={})
    assert not [key for key in ir.async_get(hass).issues if key[0] == DOMAIN]


async def test_the_issue_goes_with_the_entry(hass, entry, corrupt):
    """There is nothing to mend while it is not loaded."""
    corrupt()
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert not [key for key in ir.async_get(hass).issues if key[0] == DOMAIN]


async def test_a_policy_that_comes_has_entities(hass, entry, engine):
    """The entry is loaded anew for that; the engine knows the policy before."""
    subentry = ConfigSubentry(
        data=MappingProxyType(policy_as_data(HOUSEHOLD)),
        subentry_type="policy",
        title="Guests",
        unique_id=None,
    )
    hass.config_entries.async_add_subentry(entry, subentry)
    assert [one.name for one in engine.gate.policies] == [
        "Household",
        "Agents",
        "Guests",
    ]
    await hass.async_block_till_done()
    assert entry.runtime_data.engine is not engine
    assert value(hass, "switch.guests_enabled") == "on"


async def test_a_policy_that_goes_takes_its_entities_along(hass, entry, engine, agents):
    """Its device as well; the old engine does not use it any more either."""
    policy_id = agents().id
    hass.config_entries.async_remove_subentry(entry, policy_id)
    assert [one.name for one in engine.gate.policies] == ["Household"]
    await hass.async_block_till_done()
    assert hass.states.get(SWITCH) is None
    registry = dr.async_get(hass)
    identifier = (DOMAIN, policy_id)
    assert registry.async_get_device_by_identifier(identifier, entry.entry_id) is None


async def test_a_policy_that_is_gone_is_not_shown(hass, entry, engine, gate, agents):
    """Until its entities are gone as well they show what was last."""
    engine.gate.set_policies([])
    entry.runtime_data.pulse.touch()
    await hass.async_block_till_done()
    assert value(hass, "sensor.agents_status") == "disabled"
    assert apply_policies(hass, entry, engine)


async def test_sensors_of_a_policy(hass, entry, gate, agents, beat, monkeypatch):
    """They show what the gate says of this policy."""
    assert value(hass, "sensor.agents_status") == "disabled"
    assert value(hass, "sensor.household_status") == "full_auto"
    assert value(hass, "sensor.household_left_this_hour") == "unknown"
    assert value(hass, "sensor.agents_failure_rate") == "unknown"
    own = agents().id

    def of(mine, others):
        return lambda policy_id: mine if policy_id == own else others

    monkeypatch.setattr(gate, "usage", of(Left(hour_left=7, day_left=40), Left()))
    figures = Figures(failure_rate=12.5, rollbacks=2)
    monkeypatch.setattr(gate, "figures", of(figures, Figures()))
    questions = [question(policy=own), question(id="A2")]
    monkeypatch.setattr(gate, "pending", lambda: questions)
    entry.runtime_data.pulse.touch()
    await beat()
    assert value(hass, "sensor.agents_left_this_hour") == "7"
    assert value(hass, "sensor.agents_left_today") == "40"
    assert value(hass, "sensor.agents_failure_rate") == "12.5"
    assert value(hass, "sensor.agents_rollbacks") == "2"
    assert value(hass, "sensor.agents_pending_approvals") == "1"
    assert value(hass, "sensor.household_pending_approvals") == "0"
    assert value(hass, "sensor.household_rollbacks") == "0"
    assert value(hass, "sensor.action_engine_pending_approvals") == "2"


async def test_status_follows_the_policy(hass, entry, beat):
    """One word for how it stands."""
    await use(hass, "switch.turn_off", "switch.household_enabled")
    await beat()
    assert value(hass, "sensor.household_status") == "disabled"
    await use(hass, "switch.turn_on", "switch.household_enabled")
    await use(hass, "number.set_value", "number.household_canary_percentage", value=50)
    await beat()
    assert value(hass, "sensor.household_status") == "canary"


TODO = "todo.action_engine_approvals"


async def items(hass):
    """Return the items of the list."""
    answer = await hass.services.async_call(
        "todo", "get_items", {"entity_id": TODO}, blocking=True, return_response=True
    )
    return answer[TODO]["items"]


async def test_questions_are_a_list_to_look_at(
    hass, entry, gate, agents, beat, monkeypatch
):
    """With policy and risk first: the name is of the asker's choice."""
    assert value(hass, TODO) == "0"
    questions = [
        question(policy=agents().id),
        question(id="A2", needed=2, agreed=("ann",)),
    ]
    monkeypatch.setattr(gate, "pending", lambda: questions)
    entry.runtime_data.pulse.touch()
    await beat()
    assert value(hass, TODO) == "2"
    first, second = await items(hass)
    assert first["summary"] == "Agents: high risk, “Lights”"
    assert first["description"] == "Execution E1"
    assert first["due"] == "2026-10-01T13:00:00+00:00"
    assert second["summary"] == "somebody: high risk, “Lights”"
    assert second["description"] == "Execution E1, 1 of 2 agreed"


@pytest.mark.parametrize(
    ("service", "data"),
    [
        ("update_item", {"item": "A1", "status": "completed"}),
        ("remove_item", {"item": "A1"}),
        ("add_item", {"item": "Open the door"}),
    ],
)
async def test_ticking_off_answers_nothing(
    hass, entry, gate, beat, monkeypatch, service, data
):
    """The list can be changed by nobody."""
    monkeypatch.setattr(gate, "pending", lambda: [question()])
    entry.runtime_data.pulse.touch()
    await beat()
    with pytest.raises(HomeAssistantError, match="does not support"):
        await use(hass, f"todo.{service}", TODO, **data)
    assert len(await items(hass)) == 1


async def test_open_circuits_are_a_problem(hass, entry, gate, beat, monkeypatch):
    """One that is being probed has not closed yet."""
    entity_id = "binary_sensor.action_engine_circuits"
    assert value(hass, entity_id) == "off"
    circuits = [
        Circuit(key="integration:hue", state=CircuitState.OPEN),
        Circuit(key="action:light.turn_on", state=CircuitState.HALF_OPEN),
        Circuit(key="all"),
    ]
    monkeypatch.setattr(gate, "circuits", lambda: circuits)
    entry.runtime_data.pulse.touch()
    await beat()
    assert value(hass, entity_id) == "on"
    shown = hass.states.get(entity_id).attributes["circuits"]
    assert shown == ["action:light.turn_on", "integration:hue"]


async def test_panic(hass, run, engine, gate, home, beat, plain_user):
    """Anybody may stop everything; the sensor shows it until it is lifted."""
    entity_id = "binary_sensor.action_engine_panic"
    assert value(hass, entity_id) == "off"
    accepted = await run("wait", wait=False)
    await home.entered.wait()
    await hass.auth.async_update_user(plain_user, group_ids=["system-users"])
    context = Context(user_id=plain_user.id)
    await use(hass, "button.press", "button.action_engine_panic_stop", context)
    summary = await engine.get(accepted["execution_id"]).wait()
    assert summary.state == "cancelled"
    await beat()
    assert value(hass, entity_id) == "on"
    await gate.lift_panic(Context())
    await beat()
    assert value(hass, entity_id) == "off"
