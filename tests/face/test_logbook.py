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

from custom_components.action_engine.const import DOMAIN, EVENT_EXECUTION_ENDED
from custom_components.action_engine.logbook import async_describe_events


@pytest.fixture
def describe(hass):
    """Return what the integration tells the logbook to describe events with."""
    described = {}
    async_describe_events(hass, lambda *event: described.update({event[:2]: event[2]}))
    assert list(described) == [(DOMAIN, EVENT_EXECUTION_ENDED)]
    return described[DOMAIN, EVENT_EXECUTION_ENDED]


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
    line = describe(SimpleNamespace(data=ended[0].data, context_id="01K"))
    assert line["name"] == "Lights"
    assert re.fullmatch(sentence, line["message"])
    assert line["icon"] == icon
    assert line["context_id"] == "01K"


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
