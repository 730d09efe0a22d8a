"""What a restart leaves of what was going on, seen from outside the engine."""

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events

from homeassistant.const import EVENT_HOMEASSISTANT_STARTED
from homeassistant.core import CoreState

from custom_components.action_engine.const import (
    EVENT_EXECUTION_ENDED,
    EVENT_EXECUTION_RESUMED,
)
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.errors import JournalUnavailableError
from tests.face.lives import crash, journal_of, live_again

WAIT_A_MINUTE = [
    {"action": "home.work", "data": {"mark": "before"}},
    {"delay": "00:01:00"},
    {"action": "home.work", "data": {"mark": "after"}},
]


def marks(home):
    """Return what was called, in order."""
    return [call.data.get("mark") for call in home.calls]


def value(hass, name):
    """Return the state of one of the sensors."""
    return hass.states.get(f"sensor.action_engine_{name}").state


@pytest.fixture
async def waiting(run, home, freezer):
    """Return the id of an execution that is a third into its delay."""
    accepted = await run(actions=WAIT_A_MINUTE, wait=False, name="Slow")
    while marks(home) != ["before"]:
        await home.worked.wait()
    freezer.tick(20)
    return accepted["execution_id"]


async def test_a_reload_resumes_with_what_is_left(hass, entry, waiting, home, freezer):
    """A delay that had 40 seconds left has 40 seconds left, and nothing runs twice."""
    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    execution = entry.runtime_data.engine.get(waiting)
    assert execution.is_revived
    freezer.tick(39)
    await hass.async_block_till_done()
    assert marks(home) == ["before"]
    freezer.tick(2)
    assert (await execution.wait()).success
    assert marks(home) == ["before", "after"]


async def test_a_crash_is_as_good_as_a_reload(hass, entry, waiting, home, freezer):
    """What was written down is enough."""
    await crash(hass, entry)
    freezer.tick(10)
    execution = (await live_again(hass, entry)).get(waiting)
    freezer.tick(31)
    assert (await execution.wait()).success
    assert marks(home) == ["before", "after"]


async def test_nothing_is_taken_up_before_home_assistant_has_started(
    hass, entry, waiting, home, freezer
):
    """Other integrations are not there yet; then it goes on at once."""
    await crash(hass, entry)
    resumed = async_capture_events(hass, EVENT_EXECUTION_RESUMED)
    hass.set_state(CoreState.not_running)
    engine = await live_again(hass, entry)
    freezer.tick(120)
    await hass.async_block_till_done()
    assert engine.executions == []
    assert resumed == []
    assert value(hass, "open_executions") == "1"
    assert value(hass, "last_resume") == "unknown"

    hass.set_state(CoreState.running)
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
    await hass.async_block_till_done()
    assert (await engine.get(waiting).wait()).success
    assert [event.data["execution_id"] for event in resumed] == [waiting]
    assert resumed[0].data["name"] == "Slow"
    assert marks(home) == ["before", "after"]


async def test_the_sensors_show_that_it_goes_on(hass, entry, waiting, beat):
    """Open is what runs, and the time of the resume is kept over the next reload."""
    await crash(hass, entry)
    engine = await live_again(hass, entry)
    await beat()
    assert value(hass, "open_executions") == "1"
    resumed = value(hass, "last_resume")
    assert resumed != "unknown"
    engine.cancel(waiting)
    await engine.get(waiting).wait()
    await beat()
    assert value(hass, "open_executions") == "0"

    assert await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    assert value(hass, "last_resume") == resumed


async def test_an_unload_before_the_start_takes_nothing_up(hass, entry, waiting):
    """The start of Home Assistant finds no engine to wake."""
    await crash(hass, entry)
    hass.set_state(CoreState.not_running)
    await live_again(hass, entry)
    assert await hass.config_entries.async_unload(entry.entry_id)
    hass.set_state(CoreState.running)
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
    await hass.async_block_till_done()
    engine = await live_again(hass, entry)
    assert engine.get(waiting).is_revived


@pytest.mark.parametrize(
    ("options", "state"),
    [
        ({"restart": {"on_restart": "fail"}}, "failed"),
        ({"restart": {"on_restart": "ask"}}, "unknown"),
        ({"restart": {"resume_within": 10}}, "expired"),
    ],
)
async def test_the_options_decide(hass, entry, waiting, call, state):
    """Failed, asked about, or found too late."""
    await crash(hass, entry)
    await live_again(hass, entry)
    account = await call("get_execution", execution_id=waiting)
    assert account["state"] == state


async def test_home_assistant_stops_and_what_is_open_goes_on(
    hass, entry, waiting, home
):
    """Stopping in order loses nothing, and nobody hears of an end that is none."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    journal = journal_of(hass)
    await hass.async_stop(force=True)
    assert ended == []
    assert journal.exists()
    assert not journal.with_name(f"{journal.name}-wal").exists()


async def test_a_database_that_is_away_at_the_start_is_waited_for(
    hass, entry, waiting, monkeypatch
):
    """What a restart broke off goes on as soon as it can be read."""
    await crash(hass, entry)
    recover = ActionEngine.record.fget

    def fail(_):
        raise JournalUnavailableError(reason="no route to host")

    with monkeypatch.context() as patch:
        patch.setattr(
            "custom_components.action_engine.engine.journal.queries.open_executions",
            fail,
        )
        engine = await live_again(hass, entry)
        assert engine.executions == []
    assert recover(engine) is engine.record
