"""What a restart leaves of what was going on, seen from outside the engine."""

import asyncio
from datetime import timedelta

import pytest
from pytest_homeassistant_custom_component.common import (
    async_capture_events,
    async_fire_time_changed,
)

from homeassistant.const import EVENT_HOMEASSISTANT_STARTED
from homeassistant.core import CoreState
from homeassistant.util import dt as dt_util

from custom_components.action_engine.const import (
    EVENT_EXECUTION_ENDED,
    EVENT_EXECUTION_RESUMED,
)
from custom_components.action_engine.engine.errors import JournalUnavailableError
from tests.face.lives import JOURNAL, crash, journal_of, live_again

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


@pytest.fixture
def share(tmp_path):
    """Return a folder that may come and go, as one on the network does."""
    share = tmp_path / "share"
    share.mkdir()
    return share


class TestDatabaseThatIsAway:
    """The journal is on a share that is not there when Home Assistant starts."""

    @pytest.fixture
    def options(self, share):
        """Keep the journal there."""
        return {"journal": {"db_url": f"sqlite:///{share / JOURNAL}"}}

    async def test_it_is_waited_for(self, hass, entry, waiting, share, freezer, call):
        """What a restart broke off goes on as soon as it can be read."""
        assert await hass.config_entries.async_unload(entry.entry_id)
        away = share.rename(share.with_name("away"))
        engine = await live_again(hass, entry)
        assert engine.executions == []
        assert hass.states.get("binary_sensor.action_engine_journal").state == "on"
        assert value(hass, "journal_size") == "unknown"
        with pytest.raises(JournalUnavailableError):
            await call("list_executions")

        resumed = asyncio.Event()
        engine.on_move(lambda one, _: one.id == waiting and resumed.set())
        away.rename(share)
        freezer.tick(1)
        await resumed.wait()
        assert engine.get(waiting).is_revived

    async def test_what_is_in_memory_can_be_read_meanwhile(
        self, hass, entry, share, run, call
    ):
        """Without a timeline; of what is not in memory nobody can tell."""
        assert await hass.config_entries.async_unload(entry.entry_id)
        share.rename(share.with_name("away"))
        await live_again(hass, entry)
        summary = await run("work")
        account = await call("get_execution", execution_id=summary["execution_id"])
        assert summary.items() <= account.items()
        assert account["timeline"] == []
        with pytest.raises(JournalUnavailableError):
            await call("get_execution", execution_id="01K")

    async def test_the_night_passes_it_over(self, hass, entry, share, freezer, caplog):
        """A database that cannot be cleaned is cleaned another night."""
        assert await hass.config_entries.async_unload(entry.entry_id)
        share.rename(share.with_name("away"))
        await live_again(hass, entry)
        await night(hass, freezer)
        assert value(hass, "journal_size") == "unknown"
        assert "Traceback" not in caplog.text


async def night(hass, freezer):
    """Let it become 4:37 by the clock of the home."""
    start = dt_util.start_of_local_day() + timedelta(days=1, hours=4, minutes=36)
    freezer.move_to(start)
    async_fire_time_changed(hass)
    freezer.tick(90)
    async_fire_time_changed(hass)
    await hass.async_block_till_done()


async def test_the_night_removes_what_is_old(hass, run, call, freezer):
    """As the options say, without anybody asking."""
    await run("work", name="Old")
    freezer.tick(timedelta(days=40))
    await run("work", name="New")
    await night(hass, freezer)
    left = await call("list_executions")
    assert [one["name"] for one in left["executions"]] == ["New"]


async def test_what_is_kept_can_be_changed_without_a_reload(
    hass, entry, engine, run, call, freezer
):
    """The next night goes by what is set by then."""
    for name in ("first", "second", "third"):
        await run("work", name=name)
        freezer.tick(1)
    hass.config_entries.async_update_entry(
        entry, options={**entry.options, "journal": {"keep_count": 1}}
    )
    await hass.async_block_till_done()
    assert entry.runtime_data.engine is engine
    await night(hass, freezer)
    left = await call("list_executions")
    assert [one["name"] for one in left["executions"]] == ["third"]


@pytest.mark.parametrize("change", [{"encrypt": True}, {"db_url": "sqlite:///{other}"}])
async def test_another_way_to_write_needs_another_engine(
    hass, entry, engine, run, tmp_path, change
):
    """The entry is loaded anew, and writes there, and as it was asked to."""
    other = tmp_path / "other.db"
    journal = {key: str(one).format(other=other) for key, one in change.items()}
    hass.config_entries.async_update_entry(
        entry, options={**entry.options, "journal": journal}
    )
    await hass.async_block_till_done()
    assert entry.runtime_data.engine is not engine
    assert not engine.enabled
    assert (await run("work"))["success"]
    assert other.exists() is ("db_url" in change)
