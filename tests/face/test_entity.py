"""What all entities have in common: one device, few writes, nothing left behind."""

import asyncio
from collections import Counter

from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.const import (
    EVENT_STATE_CHANGED,
    EVENT_STATE_REPORTED,
    EntityCategory,
)
from homeassistant.core import callback
from homeassistant.helpers import device_registry as dr, entity_registry as er

from custom_components.action_engine.const import DOMAIN

OF_THE_ENGINE = {
    "binary_sensor.action_engine_circuits": (EntityCategory.DIAGNOSTIC, True),
    "binary_sensor.action_engine_journal": (EntityCategory.DIAGNOSTIC, True),
    "binary_sensor.action_engine_panic": (None, True),
    "button.action_engine_cancel_all": (None, True),
    "button.action_engine_panic_stop": (None, True),
    "button.action_engine_repeat_last": (None, True),
    "button.action_engine_undo_last": (None, True),
    "event.action_engine_alerts": (None, True),
    "event.action_engine_execution": (None, True),
    "sensor.action_engine_status": (None, True),
    "sensor.action_engine_running_executions": (None, True),
    "sensor.action_engine_queued_executions": (None, True),
    "sensor.action_engine_last_execution": (None, True),
    "sensor.action_engine_executions_today": (None, True),
    "sensor.action_engine_open_executions": (None, True),
    "sensor.action_engine_waiting_for_a_decision": (None, True),
    "sensor.action_engine_pending_approvals": (None, True),
    "sensor.action_engine_journal_size": (EntityCategory.DIAGNOSTIC, True),
    "sensor.action_engine_last_resume": (EntityCategory.DIAGNOSTIC, True),
    "sensor.action_engine_success_rate": (EntityCategory.DIAGNOSTIC, True),
    "sensor.action_engine_mean_duration": (EntityCategory.DIAGNOSTIC, True),
    "sensor.action_engine_95th_percentile_duration": (EntityCategory.DIAGNOSTIC, False),
    "sensor.action_engine_retries_today": (EntityCategory.DIAGNOSTIC, False),
    "switch.action_engine_enabled": (EntityCategory.CONFIG, True),
    "todo.action_engine_approvals": (None, True),
}
OF_A_POLICY = {
    "number.{}_canary_percentage": (EntityCategory.CONFIG, True),
    "select.{}_safety_mode": (EntityCategory.CONFIG, True),
    "sensor.{}_status": (None, True),
    "sensor.{}_left_this_hour": (None, True),
    "sensor.{}_left_today": (None, True),
    "sensor.{}_budget_left": (None, False),
    "sensor.{}_pending_approvals": (None, True),
    "sensor.{}_failure_rate": (EntityCategory.DIAGNOSTIC, True),
    "sensor.{}_rollbacks": (EntityCategory.DIAGNOSTIC, True),
    "sensor.{}_side_door_calls": (EntityCategory.DIAGNOSTIC, True),
    "switch.{}_enabled": (EntityCategory.CONFIG, True),
}
ENTITIES = OF_THE_ENGINE | {
    name.format(policy): facts
    for policy in ("household", "agents")
    for name, facts in OF_A_POLICY.items()
}


async def test_entities_of_service_devices(hass, entry):
    """Their names, categories and defaults are what dashboards are built on."""
    registry = er.async_get(hass)
    entries = er.async_entries_for_config_entry(registry, entry.entry_id)
    found = {
        one.entity_id: (one.entity_category, one.disabled_by is None) for one in entries
    }
    assert found == ENTITIES
    devices = dr.async_entries_for_config_entry(dr.async_get(hass), entry.entry_id)
    hub, *policies = devices
    assert all(one.entry_type is dr.DeviceEntryType.SERVICE for one in devices)
    assert hub.identifiers == {(DOMAIN, entry.entry_id)}
    assert hub.name == "Action Engine"
    assert hub.config_subentry_id is None
    own = [one for one in entries if one.device_id == hub.id]
    assert {one.entity_id for one in own} == OF_THE_ENGINE.keys()
    assert [(one.name, one.via_device_id) for one in policies] == [
        ("Household", hub.id),
        ("Agents", hub.id),
    ]
    for one in policies:
        assert one.identifiers == {(DOMAIN, one.config_subentry_id)}
        ids = er.async_entries_for_device(registry, one.id)
        assert {each.config_subentry_id for each in ids} == {one.config_subentry_id}
    assert all(one.unique_id.startswith(entry.entry_id) for one in entries)
    assert all(one.has_entity_name for one in entries)


async def test_a_thousand_executions_are_a_handful_of_writes(
    hass, engine, run, home, beat
):
    """While time stands still each entity writes once, and once more half a second later."""
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    reports = []
    hass.bus.async_listen(
        EVENT_STATE_REPORTED,
        callback(lambda event: reports.append(event.data["entity_id"])),
        callback(lambda data: data["entity_id"] in ENTITIES),
    )
    await asyncio.gather(*(run("work") for _ in range(1000)))
    assert len(home.calls) == 1000
    await beat()

    writes = Counter(event.data["entity_id"] for event in changes)
    assert writes.keys() <= ENTITIES.keys()
    assert max(writes.values()) <= 3
    assert sum(writes.values()) <= 20
    # A write that changes nothing is one too many as well.
    assert reports == []
    assert engine.statistics.today == 1000
    assert hass.states.get("sensor.action_engine_executions_today").state == "1000"


async def test_nothing_is_left_after_unloading(hass, entry, run, home):
    """Entities are unavailable, and no listener, timer or execution goes on."""
    await run("wait", wait=False)
    await home.entered.wait()
    engine = entry.runtime_data.engine
    home.gate.set()
    assert await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done()
    changes = async_capture_events(hass, EVENT_STATE_CHANGED)
    engine.set_enabled(False)
    await asyncio.sleep(0)
    assert changes == []
    for entity_id, (_, enabled) in ENTITIES.items():
        state = hass.states.get(entity_id)
        assert state is None if not enabled else state.state == "unavailable"
