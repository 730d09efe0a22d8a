"""What Prometheus gets to know."""

from dataclasses import replace
import re

import prometheus_client
import pytest

from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.exporter import Exporter
from tests.engine.gate_home import BOT, FREE, LAMP, OWNER, SUPERVISED, UNLOCK

NAMES = {
    "action_executions_total",
    "action_approval_queue_size",
    "action_execution_duration_count",
    "action_failure_rate",
    "action_rollback_total",
}
ATTIC = {"action": "light.turn_off", "target": {"entity_id": "light.attic"}}


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    """Give each test a registry: Home Assistant's own metrics never leave theirs."""
    registry = prometheus_client.CollectorRegistry()
    monkeypatch.setattr(prometheus_client, "REGISTRY", registry)
    return registry


@pytest.fixture
def scrape(hass, guarded, hass_client, beat):
    """Ask as Prometheus does; return the values of the engine by name and labels."""

    async def scrape():
        await beat()
        client = await hass_client()
        answer = await client.get("/api/prometheus")
        assert answer.status == 200
        return {
            key: float(value)
            for line in (await answer.text()).splitlines()
            if line.startswith("action_")
            for key, value in [line.rsplit(" ", 1)]
        }

    return scrape


@pytest.fixture
async def prometheus(hass, guarded):
    """Set Home Assistant's integration up."""
    guarded.judge_by(HOUSEHOLD, replace(FREE, repeats=None))
    assert await async_setup_component(hass, "prometheus", {"prometheus": {}})
    await guarded.idle()


def names(values):
    """Return the names of metrics without their labels."""
    return {re.split(r"[{ ]", key)[0] for key in values}


def names_in(registry):
    """Return the names of the engine in a registry."""
    return {one.name for one in registry.collect() if one.name.startswith("action_")}


async def test_the_five_metrics(guarded, prometheus, scrape):
    """With the names and the labels that dashboards look for."""
    await guarded.ask(LAMP)
    await guarded.ask(LAMP, ATTIC)
    await guarded.ask(UNLOCK)
    values = await scrape()
    on = 'action_type="light.turn_on",'
    assert (
        values[f'action_executions_total{{{on}status="success",tenant="Agents"}}'] == 2
    )
    off = 'action_type="light.turn_off",'
    assert (
        values[f'action_executions_total{{{off}status="success",tenant="Agents"}}'] == 1
    )
    assert values['action_approval_queue_size{tenant="Agents"}'] == 1
    assert values['action_approval_queue_size{tenant="Household"}'] == 0
    labels = f'{{{on}tenant="Agents"}}'
    assert values[f"action_execution_duration_count{labels}"] == 2
    assert values[f"action_failure_rate{labels}"] == 0
    assert NAMES - names(values) == {"action_rollback_total"}


async def test_failures(hass, guarded, prometheus, scrape):
    """An execution that fails counts for all its kinds, a call for its own."""

    async def fail(_call):
        raise ValueError

    hass.services.async_register("light", "turn_off", fail)
    await guarded.ask(LAMP, ATTIC, as_=OWNER)
    await guarded.idle()
    values = await scrape()
    on = '{action_type="light.turn_on",tenant="Household"}'
    off = '{action_type="light.turn_off",tenant="Household"}'
    assert values[f"action_failure_rate{on}"] == 0
    assert values[f"action_failure_rate{off}"] == 1
    failed = 'action_type="light.turn_on",status="failed",tenant="Household"'
    assert values[f"action_executions_total{{{failed}}}"] == 1


async def test_an_undo_is_counted(hass, guarded, prometheus, scrape):
    """For what was undone."""
    done = await guarded.ask(LAMP, as_=OWNER)
    await hass.services.async_call(
        "action_engine", "rollback", {"execution_id": done.id}, blocking=True
    )
    await guarded.idle()
    values = await scrape()
    labels = '{action_type="light.turn_on",tenant="Household"}'
    assert values[f"action_rollback_total{labels}"] == 1


async def test_what_was_taken_up_after_a_restart(guarded, prometheus, scrape):
    """Which policy let it in is not known any more, unless it runs under leave."""
    parts = guarded.entry.runtime_data.lookout._parts  # noqa: SLF001 - told anew
    exporter = next(one for one in parts if isinstance(one, Exporter))
    for person in (OWNER, BOT):
        done = await guarded.ask(LAMP, as_=person)
        done.verdict = None
        exporter._moved(done, None)  # noqa: SLF001 - as if it was of another life
    values = await scrape()
    on = 'action_type="light.turn_on",status="success"'
    assert values[f'action_executions_total{{{on},tenant="unknown"}}'] == 1
    assert values[f'action_executions_total{{{on},tenant="Agents"}}'] == 2


async def test_a_denial_counts_for_what_was_asked(guarded, prometheus, scrape):
    """What is no action of this home is counted under one name, not under many."""
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
    await guarded.ask(LAMP)
    await guarded.ask({"event": "made_up"})
    values = await scrape()
    for kind in ("light.turn_on", "other"):
        labels = f'action_type="{kind}",status="denied",tenant="Agents"'
        assert values[f"action_executions_total{{{labels}}}"] == 1


async def test_a_reload_counts_on(hass, guarded, prometheus, scrape):
    """A name is registered once, whatever happens to the entry."""
    await guarded.ask(LAMP, as_=OWNER)
    assert await hass.config_entries.async_reload(guarded.entry.entry_id)
    guarded.engine = guarded.entry.runtime_data.engine
    await guarded.idle()
    guarded.judge_by(replace(HOUSEHOLD, name="Home"))
    await guarded.ask(LAMP, as_=OWNER)
    values = await scrape()
    on = 'action_type="light.turn_on",status="success"'
    assert values[f'action_executions_total{{{on},tenant="Household"}}'] == 1
    assert values[f'action_executions_total{{{on},tenant="Home"}}'] == 1
    assert 'action_approval_queue_size{tenant="Agents"}' not in values
    assert values['action_approval_queue_size{tenant="Home"}'] == 0


async def test_without_the_entry_there_are_none(hass, guarded, prometheus, scrape):
    """The registry belongs to the process, and other tests have it, too."""
    await guarded.ask(LAMP)
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    assert await scrape() == {}


async def test_prometheus_may_come_first(hass, guarded, prometheus, scrape):
    """The order in which integrations are set up does not matter."""
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    await hass.config_entries.async_setup(guarded.entry.entry_id)
    await guarded.idle()
    assert "action_approval_queue_size" in names(await scrape())


async def test_without_prometheus_nothing_is_registered(guarded, registry):
    """Nor is anything counted."""
    await guarded.ask(LAMP, as_=BOT)
    assert names_in(registry) == set()


async def test_an_engine_that_stops_meanwhile_counts_nothing(hass, guarded, registry):
    """The import of the client may take a while."""
    hass.config.components.add("prometheus")
    exporter = Exporter(hass, guarded.engine, guarded.entry.runtime_data.pulse)
    exporter.stop()
    await guarded.idle()
    assert names_in(registry) == set()
