"""What the repairs page shows, and what can be done there."""

import pytest

from homeassistant.components.button import DATA_COMPONENT, ButtonEntity
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import NotRepeatableError
from custom_components.action_engine.repairs import async_create_fix_flow, describe
from tests.face.lives import crash, journal_of, live_again


def issues(hass):
    """Return the issues of the integration that are there."""
    found = ir.async_get(hass).issues.values()
    return {one.issue_id: one for one in found if one.domain == DOMAIN and one.active}


class Bell(ButtonEntity):
    """A bell that rings until it is let go."""

    _attr_name = "Bell"

    def __init__(self, home):
        """Ring in a home."""
        self._home = home

    async def async_press(self):
        """Ring."""
        self._home.entered.set()
        await self._home.gate.wait()


@pytest.fixture
async def client(hass, hass_client):
    """Return a browser that has the repairs page open."""
    assert await async_setup_component(hass, "repairs", {})
    return await hass_client()


async def open_issue(client, issue_id):
    """Open the issue; return what its flow shows."""
    data = {"handler": DOMAIN, "issue_id": issue_id}
    answer = await client.post("/api/repairs/issues/fix", json=data)
    assert answer.status == 200
    return await answer.json()


async def answer(client, shown, **data):
    """Answer what a flow shows; return what comes then."""
    reply = await client.post(f"/api/repairs/issues/fix/{shown['flow_id']}", json=data)
    assert reply.status == 200
    return await reply.json()


async def choose(client, issue_id, option):
    """Open the issue and choose from its menu; return what comes then."""
    return await answer(client, await open_issue(client, issue_id), next_step_id=option)


class TestUndecided:
    """An execution of which nobody knows how far it came."""

    async def test_it_is_raised_and_says_what_is_known(self, hass, doubtful, client):
        """The step, what was asked and of whom, and that nobody knows more."""
        issue = issues(hass)[f"undecided_{doubtful}"]
        assert issue.is_fixable
        assert issue.translation_placeholders["name"] == "Doors"
        menu = await open_issue(client, issue.issue_id)
        assert menu["type"] == "menu"
        assert menu["menu_options"] == ["run_again", "treat_as_done", "give_up"]
        known = menu["description_placeholders"]
        assert known["name"] == "Doors"
        assert known["calls"].startswith("- step `0`, 20")
        assert "`home.wait` with message: open" in known["calls"]
        assert "4711" not in known["calls"]
        assert "nobody knows whether step 0 was done" in known["reason"]

    @pytest.mark.parametrize(
        ("option", "called", "state"),
        [
            ("run_again", ["wait", "work"], "success"),
            ("treat_as_done", ["work"], "success"),
            ("give_up", [], "failed"),
        ],
    )
    async def test_the_three_ways_out(
        self, hass, doubtful, client, home, call, option, called, state
    ):
        """Each does what it says, and the issue is gone."""
        result = await choose(client, f"undecided_{doubtful}", option)
        assert result["type"] == "create_entry"
        await hass.async_block_till_done(wait_background_tasks=True)
        assert [one.service for one in home.calls] == called
        assert issues(hass) == {}
        account = await call("get_execution", execution_id=doubtful)
        assert account["state"] == state

    async def test_it_comes_back_with_every_start(self, hass, entry, doubtful, call):
        """Until somebody decides; the sensor counts it meanwhile."""
        sensor = "sensor.action_engine_waiting_for_a_decision"
        assert await hass.config_entries.async_unload(entry.entry_id)
        assert issues(hass) == {}
        await live_again(hass, entry)
        assert list(issues(hass)) == [f"undecided_{doubtful}"]
        assert hass.states.get(sensor).state == "1"
        await call("resolve", execution_id=doubtful, decision="give_up")
        assert issues(hass) == {}

    async def test_a_service_takes_the_question_away(
        self, hass, doubtful, client, call
    ):
        """Whoever has it open still hears that there is nothing left to decide."""
        menu = await open_issue(client, f"undecided_{doubtful}")
        await call("resolve", execution_id=doubtful, decision="treat_as_done")
        assert issues(hass) == {}
        result = await answer(client, menu, next_step_id="run_again")
        assert (result["type"], result["reason"]) == ("abort", "already_decided")

    async def test_what_cannot_be_done_is_told(self, hass, entry, doubtful, client):
        """The engine is not there, and the question stays open."""
        issue_id = f"undecided_{doubtful}"
        menu = await open_issue(client, issue_id)
        assert await hass.config_entries.async_unload(entry.entry_id)
        result = await answer(client, menu, next_step_id="run_again")
        assert (result["type"], result["reason"]) == ("abort", "not_possible")
        assert "not loaded" in result["description_placeholders"]["error"]
        flow = await async_create_fix_flow(
            hass, issue_id, {"execution_id": doubtful, "name": "Doors"}
        )
        flow.hass, flow.flow_id, flow.handler = hass, "1", DOMAIN
        assert (await flow.async_step_init())["reason"] == "not_possible"

    @pytest.mark.parametrize("options", [{"journal": {"encrypt": True}}])
    async def test_what_cannot_be_read_any_more(self, hass, entry, doubtful, call):
        """The key is lost: the question stays, and only giving up is possible."""
        assert await hass.config_entries.async_unload(entry.entry_id)
        key = journal_of(hass).with_name(".storage") / "action_engine.key"
        key.write_text("not a key")
        await live_again(hass, entry)
        known = await describe(hass, doubtful)
        assert "a call that cannot be read any more" in known["calls"]
        with pytest.raises(NotRepeatableError):
            await call("resolve", execution_id=doubtful, decision="run_again")
        answer = await call("resolve", execution_id=doubtful, decision="give_up")
        assert answer["state"] == "failed"

    @pytest.mark.parametrize("options", [{"restart": {"on_restart": "ask"}}])
    async def test_between_two_calls(self, hass, entry, run, home):
        """Nothing was under way; the question is whether to go on at all."""
        accepted = await run(
            actions=[{"action": "home.work"}, {"delay": 60}], wait=False, name="Slow"
        )
        await home.worked.wait()
        await crash(hass, entry)
        await live_again(hass, entry)
        assert list(issues(hass)) == [f"undecided_{accepted['execution_id']}"]
        known = await describe(hass, accepted["execution_id"])
        assert known["calls"] == "- no call was under way"
        assert known["reason"] == "interrupted by a restart"

    async def test_the_targets_are_named(self, hass, entry, run, home):
        """Whoever decides knows which devices to look at."""
        await hass.data[DATA_COMPONENT].async_add_entities([Bell(home)])
        action = {"action": "button.press", "target": {"entity_id": "button.bell"}}
        accepted = await run(actions=[action], wait=False)
        await home.entered.wait()
        await crash(hass, entry, home.gate.set)
        await live_again(hass, entry)
        await hass.async_block_till_done(wait_background_tasks=True)
        known = await describe(hass, accepted["execution_id"])
        assert "`button.press` for `button.bell`" in known["calls"]
        assert " with " not in known["calls"]


class TestJournal:
    """A journal that is not well."""

    async def test_a_corrupt_file_is_set_aside_and_named(
        self, hass, entry, run, client
    ):
        """A new journal is begun, runs go on, and the issue stays until it is read."""
        await run("work")
        assert await hass.config_entries.async_unload(entry.entry_id)
        journal_of(hass).write_bytes(b"this is no database" * 1000)
        await live_again(hass, entry)
        (issue,) = issues(hass).values()
        assert issue.translation_key == "journal_moved_aside"
        assert issue.is_persistent
        placeholders = issue.translation_placeholders
        assert placeholders["place"] == str(journal_of(hass))
        assert "action_engine.db.corrupt-" in placeholders["file"]
        assert (await run("work"))["success"]
        assert hass.states.get("binary_sensor.action_engine_journal").state == "off"

        form = await open_issue(client, issue.issue_id)
        assert form["description_placeholders"] == placeholders
        result = await answer(client, form)
        assert result["type"] == "create_entry"
        await entry.runtime_data.keeper.measure()
        assert issues(hass) == {}

    async def test_a_damaged_key_is_told(self, hass, entry, run):
        """What was sealed with the old one stays closed."""
        await run("work")
        assert await hass.config_entries.async_unload(entry.entry_id)
        key = journal_of(hass).with_name(".storage") / "action_engine.key"
        key.write_text("not a key")
        await live_again(hass, entry)
        (issue,) = issues(hass).values()
        assert issue.translation_key == issue.issue_id == "journal_key_lost"
        assert (await run("work"))["success"]

    async def test_one_that_cannot_be_written_is_told_until_it_can(
        self, hass, entry, run, freezer
    ):
        """Runs go on meanwhile, and the issue goes by itself."""
        assert await hass.config_entries.async_unload(entry.entry_id)
        file = journal_of(hass)
        aside = file.rename(file.with_name("aside"))
        file.mkdir()
        await live_again(hass, entry)
        (issue,) = issues(hass).values()
        assert issue.issue_id == "journal_not_durable"
        assert not issue.is_fixable
        assert issue.translation_placeholders["place"] == str(file)
        reason = issue.translation_placeholders["reason"]
        assert "directory" in reason
        problem = hass.states.get("binary_sensor.action_engine_journal")
        assert problem.state == "on"
        assert problem.attributes["reason"] == reason
        assert (await run("work"))["success"]

        file.rmdir()
        aside.rename(file)
        well = hass.loop.create_future()
        journal = entry.runtime_data.engine.record.journal
        journal.on_health(lambda health: health.durable and well.set_result(None))
        freezer.tick(1)
        await well
        await hass.async_block_till_done()
        assert issues(hass) == {}
        freezer.tick(1)
        await entry.runtime_data.keeper.measure()
        await hass.async_block_till_done()

    async def test_unloading_takes_the_complaint_back(self, hass, entry):
        """Nothing is written by an engine that is not there."""
        assert await hass.config_entries.async_unload(entry.entry_id)
        journal_of(hass).unlink()
        journal_of(hass).mkdir()
        await live_again(hass, entry)
        assert list(issues(hass)) == ["journal_not_durable"]
        assert await hass.config_entries.async_unload(entry.entry_id)
        assert issues(hass) == {}
