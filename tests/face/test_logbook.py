"""One sentence per execution."""

from datetime import timedelta
import re
from types import SimpleNamespace

import pytest
from pytest_homeassistant_custom_component.common import async_capture_events
from pytest_homeassistant_custom_component.components.recorder.common import (
    async_wait_recording_done,
)

from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from custom_components.action_engine.const import (
    DOMAIN,
    EVENT_EXECUTION_ENDED,
    EVENT_EXECUTION_RESUMED,
    EVENT_EXECUTION_UNDONE,
)
from custom_components.action_engine.logbook import async_describe_events
from tests.face.lives import crash, live_again


@pytest.fixture
def describe(hass):
    """Describe an event as the integration tells the logbook to."""
    described = {}
    async_describe_events(hass, lambda *event: described.update({event[:2]: event[2]}))
    assert list(described) == [
        (DOMAIN, EVENT_EXECUTION_ENDED),
        (DOMAIN, EVENT_EXECUTION_RESUMED),
        (DOMAIN, EVENT_EXECUTION_UNDONE),
    ]

    def describe(event):
        line = SimpleNamespace(data=event.data, context_id=event.context.id)
        return described[DOMAIN, event.event_type](line)

    return describe


@pytest.mark.parametrize(
    ("action", "icon", "sentence"),
    [
        ("work", "mdi:check-circle-outline", r"is done: 1 step in \d+\.\d s"),
        ("fail", "mdi:alert-circle-outline", r"failed at step 0: .*the cable is cut"),
    ],
)
async def test_sentences(hass, run, describe, action, icon, sentence):
    """The name in front of it makes a whole sentence of it."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    await run(action, name="Lights")
    line = describe(ended[0])
    assert line["name"] == "Lights"
    assert re.fullmatch(sentence, line["message"])
    assert line["icon"] == icon
    assert line["context_id"] == ended[0].context.id


async def test_a_restart_has_its_own_sentences(hass, entry, run, home, describe):
    """That it goes on, and that nobody knows how far it came."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    resumed = async_capture_events(hass, EVENT_EXECUTION_RESUMED)
    await run("wait", wait=False, name="Doors")
    await home.entered.wait()
    await crash(hass, entry, home.gate.set)
    ended.clear()
    await live_again(hass, entry)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert describe(resumed[0])["name"] == "Doors"
    assert describe(resumed[0])["message"] == "goes on where a restart broke it off"
    assert describe(ended[0])["icon"] == "mdi:help-circle-outline"
    assert "nobody knows whether" in describe(ended[0])["message"]


async def test_an_undo_has_a_sentence_for_either_side(hass, run, call, describe):
    """What was undone, and what undid it."""
    ended = async_capture_events(hass, EVENT_EXECUTION_ENDED)
    undone = async_capture_events(hass, EVENT_EXECUTION_UNDONE)
    back = {"action": "home.work", "rollback": [{"action": "home.work"}]}
    await run(actions=[back], name="Lights")
    await call("rollback", execution_id="last")
    names = [describe(event)["name"] for event in ended]
    assert names == ["Lights", "Undo Lights"]
    (line,) = map(describe, undone)
    assert (line["name"], line["message"]) == ("Lights", "was undone")


@pytest.mark.usefixtures("recorder_mock")
async def test_the_logbook_shows_the_end_and_not_the_moves(hass, run, hass_ws_client):
    """One line for a run of two steps, found after it was recorded."""
    assert await async_setup_component(hass, "logbook", {})
    await hass.async_block_till_done()
    start = dt_util.utcnow() - timedelta(minutes=1)
    await run("work", "work", name="Lights")
    await async_wait_recording_done(hass)
    client = await hass_ws_client()
    await client.send_json_auto_id(
        {"type": "logbook/get_events", "start_time": start.isoformat()}
    )
    response = await client.receive_json()
    (line,) = [line for line in response["result"] if line.get("domain") == DOMAIN]
    assert line["name"] == "Lights"
    assert line["message"].startswith("is done: 2 steps")
