"""The blueprints of the repository: read by Home Assistant, made use of, and run."""

import asyncio
from datetime import timedelta
from pathlib import Path
import shutil

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_capture_events,
    async_fire_time_changed,
    async_mock_service,
)

from homeassistant.components.automation.helpers import (
    async_get_blueprints as automation_blueprints,
)
from homeassistant.components.script.helpers import (
    async_get_blueprints as script_blueprints,
)
from homeassistant.helpers import device_registry as dr
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from homeassistant.util.yaml import load_yaml_dict

from custom_components.action_engine.engine.engine import EVENT_EXECUTION
from tests.face.package_files import load

REPOSITORY = Path(__file__).parents[2]
BLUEPRINTS = REPOSITORY / "blueprints"
FILES = sorted(BLUEPRINTS.rglob("*.yaml"))
OWN = "action_engine"
PRESSED = "mobile_app_notification_action"


def id_of(path):
    """Return domain and name of a blueprint."""
    return f"{path.relative_to(BLUEPRINTS).parts[0]}/{path.stem}"


@pytest.fixture
def use(hass):
    """Import all blueprints, and make one automation or script out of one of them."""
    shutil.copytree(BLUEPRINTS, hass.config.path("blueprints"), dirs_exist_ok=True)

    async def make(domain, name, **given):
        used = {"use_blueprint": {"path": f"{OWN}/{name}.yaml", "input": given}}
        config = {domain: {"made": used | {"alias": "Made"}}}
        if domain == "automation":
            config = {domain: [used | {"alias": "Made"}]}
        assert await async_setup_component(hass, domain, config)
        await hass.async_block_till_done()
        assert hass.states.get(f"{domain}.made").state not in ("unavailable", None)

    return make


@pytest.fixture
async def ended(hass):
    """Return what has ended, one after the other."""
    moves = async_capture_events(hass, EVENT_EXECUTION)

    def read():
        return [
            (one.data["name"], one.data["state"])
            for one in moves
            if "success" in one.data
        ]

    return read


@pytest.mark.parametrize("path", FILES, ids=id_of)
async def test_home_assistant_takes_it(hass, use, path):
    """By the schema of blueprints and by that of automations and scripts."""
    domain = path.relative_to(BLUEPRINTS).parts[0]
    by_domain = {"automation": automation_blueprints, "script": script_blueprints}
    assert await async_setup_component(hass, domain, {})
    loaded = await by_domain[domain](hass).async_get_blueprint(f"{OWN}/{path.name}")
    assert loaded.domain == domain
    assert loaded.validate() is None
    for given in loaded.inputs.values():
        assert given["name"]
        assert given["selector"]


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_it_says_where_it_is_from(path):
    """So that it can be imported again, and from which version on it works."""
    blueprint = load_yaml_dict(str(path))["blueprint"]
    address = f"{load('manifest.json')['documentation']}/blob/main/"
    assert blueprint["source_url"] == f"{address}{path.relative_to(REPOSITORY)}"
    assert blueprint["homeassistant"]["min_version"] == "2026.10.0"


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_the_page_has_it(path):
    """With a link that imports it."""
    page = (REPOSITORY / "docs/how-to/blueprints.md").read_text()
    address = load_yaml_dict(str(path))["blueprint"]["source_url"]
    address = address.replace(":", "%3A").replace("/", "%2F")
    assert f"redirect/blueprint_import/?blueprint_url={address})" in page


class TestAskByPhone:
    """A yes, and nothing else, lets the routine run."""

    @pytest.fixture
    async def phone(self, hass, use, home, entry):
        """Return what was sent to a phone, which asks about a routine as soon as it is dark."""
        assert (entry.state.recoverable, home.calls) == (True, [])
        data = {
            "app_data": {"push_token": "t", "push_url": "http://localhost/push"},
            "device_id": "d",
            "device_name": "Phone",
            "manufacturer": "m",
            "model": "m",
            "os_version": "1",
            "user_id": "owner",
            "webhook_id": "hook",
        }
        app = MockConfigEntry(domain="mobile_app", title="Phone", data=data)
        app.add_to_hass(hass)
        assert await hass.config_entries.async_setup(app.entry_id)
        await hass.async_block_till_done()
        sent = async_mock_service(hass, "notify", "mobile_app_phone")
        (device,) = dr.async_entries_for_config_entry(dr.async_get(hass), app.entry_id)
        blinds = {"sequence": [{"action": "home.work"}], "alias": "Close the blinds"}
        assert await async_setup_component(
            hass, "script", {"script": {"blinds": blinds}}
        )
        await use(
            "automation",
            "ask_by_phone",
            triggers=[{"trigger": "event", "event_type": "dark"}],
            phone=device.id,
            question="It is dark. Shall I?",
            routine="script.blinds",
            otherwise=[{"event": "left_open"}],
        )
        before = hass.bus.async_listeners()[PRESSED]
        hass.bus.async_fire("dark")
        for _ in range(1000):
            if hass.bus.async_listeners()[PRESSED] == before + 2:
                return sent
            await asyncio.sleep(0)
        pytest.fail("nobody waits for an answer")

    async def test_the_question(self, phone, home):
        """With two buttons, and nothing has happened yet."""
        (sent,) = phone
        assert sent.data["title"] == "Close the blinds"
        assert sent.data["message"] == "It is dark. Shall I?"
        yes, no = sent.data["data"]["actions"]
        assert (yes["title"], no["title"]) == ("Yes", "No")
        assert yes["action"] != no["action"]
        assert home.calls == []

    async def test_yes(self, hass, phone, home, ended):
        """The engine runs the routine."""
        (yes, _) = phone[0].data["data"]["actions"]
        hass.bus.async_fire(PRESSED, {"action": yes["action"]})
        await hass.async_block_till_done()
        assert ended() == [("Close the blinds", "success")]
        assert len(home.calls) == 1

    async def test_no(self, hass, phone, home, ended):
        """What was given for this is done instead."""
        left = async_capture_events(hass, "left_open")
        (_, no) = phone[0].data["data"]["actions"]
        hass.bus.async_fire(PRESSED, {"action": "YES_of_another_question"})
        hass.bus.async_fire(PRESSED, {"action": no["action"]})
        await hass.async_block_till_done()
        assert (len(left), ended(), home.calls) == (1, [], [])

    async def test_no_answer(self, hass, phone, home, ended, freezer):
        """It is a no."""
        left = async_capture_events(hass, "left_open")
        freezer.tick(16 * 60)
        async_fire_time_changed(hass)
        await hass.async_block_till_done()
        assert (len(left), ended(), home.calls) == (1, [], [])
        (yes, _) = phone[0].data["data"]["actions"]
        hass.bus.async_fire(PRESSED, {"action": yes["action"]})
        await hass.async_block_till_done()
        assert home.calls == []


class TestTellMeWhenItFailed:
    """Somebody hears of what failed."""

    async def test_a_notification(self, hass, run, use):
        """Without any input, for everything that failed and for nothing else."""
        told = async_mock_service(hass, "persistent_notification", "create")
        await use("automation", "tell_me_when_it_failed")
        await run("work")
        await run("fail", name="Doors [click](http://evil)")
        await hass.async_block_till_done()
        (note,) = told
        message = note.data["message"]
        assert message.startswith("Doors  click (http://evil) failed")
        assert "the cable is cut" in message

    async def test_what_one_wants_to_hear_of(self, hass, run, use):
        """By policy and by name, with actions that know all of it."""
        told = async_capture_events(hass, "told")
        await use(
            "automation",
            "tell_me_when_it_failed",
            policies=["Household"],
            names=["Door*"],
            actions=[
                {"event": "told", "event_data": {"id": "{{ trigger.execution_id }}"}}
            ],
        )
        await run("fail", name="Lights")
        summary = await run("fail", name="Doors")
        await hass.async_block_till_done()
        assert [one.data["id"] for one in told] == [summary["execution_id"]]


async def test_nightly_report(hass, run, use, freezer):
    """At the time that was set a report is where it should be."""
    told = async_mock_service(hass, "persistent_notification", "create")
    await use("automation", "nightly_report", at="03:00:00")
    await run("work", name="Lights")
    morning = dt_util.now().replace(hour=3, minute=0, second=0, microsecond=0)
    next_time = morning if dt_util.now() < morning else morning + timedelta(days=1)
    freezer.move_to(next_time)
    async_fire_time_changed(hass)
    await hass.async_block_till_done(wait_background_tasks=True)
    (note,) = told
    assert "home.work" in note.data["message"]
    target = {"entity_id": "automation.made"}
    await hass.services.async_call("automation", "turn_off", target, blocking=True)


class TestRunDurably:
    """A routine that the engine runs."""

    @pytest.fixture
    async def routine(self, hass, home, entry, use):
        """Return the services that the routine calls."""
        assert (entry.state.recoverable, callable(use)) == (True, True)
        work = {"sequence": [{"action": "home.wait"}], "alias": "Work"}
        fail = {"sequence": [{"action": "home.fail"}], "alias": "Fail"}
        used = {
            "made": {
                "alias": "Made",
                "use_blueprint": {
                    "path": f"{OWN}/run_durably.yaml",
                    "input": {"routine": "script.work"},
                },
            },
            "made_to_fail": {
                "use_blueprint": {
                    "path": f"{OWN}/run_durably.yaml",
                    "input": {"routine": "script.fail", "retries": 2},
                },
            },
        }
        config = {"script": {"work": work, "fail": fail} | used}
        assert await async_setup_component(hass, "script", config)
        return home

    async def test_it_goes_on_by_itself(self, hass, routine, ended):
        """The script has ended long before the routine has."""
        await hass.services.async_call("script", "made", blocking=True)
        await routine.entered.wait()
        assert hass.states.get("script.made").state == "off"
        assert ended() == []
        routine.gate.set()
        await hass.async_block_till_done()
        assert ended() == [("Work", "success")]

    async def test_it_does_not_run_twice_at_once(self, hass, routine, engine):
        """Unless that was chosen."""
        await hass.services.async_call("script", "made", blocking=True)
        await routine.entered.wait()
        await hass.services.async_call("script", "made", blocking=False)
        await hass.async_block_till_done(wait_background_tasks=False)
        assert len(engine.executions) == 1
        routine.gate.set()

    async def test_calls_are_tried_again(self, hass, routine, ended, freezer):
        """As often as was set."""
        await hass.services.async_call("script", "made_to_fail", blocking=True)
        for _ in range(10):
            freezer.tick(30)
            async_fire_time_changed(hass)
            await hass.async_block_till_done()
        assert ended() == [("Fail", "failed")]
        assert len(routine.calls) == 3


async def test_keep_trying(hass, entry, use, ended, freezer):
    """A blind that follows at the third call is called three times."""
    calls = []

    async def close(call):
        calls.append(call.data["entity_id"])
        if len(calls) == 3:
            hass.states.async_set("cover.blind", "closed")

    hass.states.async_set("cover.blind", "open")
    hass.services.async_register("cover", "close_cover", close)
    await use(
        "script",
        "keep_trying",
        action="cover.close_cover",
        target={"entity_id": "cover.blind"},
        state="closed",
    )
    await hass.services.async_call("script", "made", blocking=True)
    for _ in range(20):
        freezer.tick(15)
        async_fire_time_changed(hass)
        await hass.async_block_till_done()
    assert ended() == [("Made", "success")]
    assert len(calls) == 3
