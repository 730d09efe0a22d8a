import json

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.exceptions import HomeAssistantError

COFFEE = {"entity_id": "switch.kitchen_coffee_machine"}
BLIND = {"entity_id": "cover.living_room_blind"}
LANTERN = {"entity_id": "light.garden_lantern"}
EXAMPLES = (
    ("light", "turn_on", "light.kitchen_table", {"brightness": 100}, "on"),
    ("light", "turn_off", "light.kitchen_table", {}, "off"),
    ("switch", "turn_on", "switch.garden_fountain", {}, "on"),
    ("lock", "lock", "lock.kitchen_back_door", {}, "locked"),
    ("cover", "close_cover", "cover.bedroom_curtain", {}, "closed"),
    ("cover", "set_cover_position", "cover.bedroom_curtain", {"position": 0}, "closed"),
    ("valve", "close_valve", "valve.garden_water", {}, "closed"),
    ("fan", "set_percentage", "fan.bedroom_fan", {"percentage": 30}, "on"),
    (
        "climate",
        "set_hvac_mode",
        "climate.bedroom_heating",
        {"hvac_mode": "off"},
        "off",
    ),
    ("media_player", "media_play", "media_player.living_room_speaker", {}, "playing"),
)


@pytest.fixture
def call(hass, home):
    """Call a service and wait for its end."""

    async def call(domain, service, **data):
        await hass.services.async_call(domain, service, data, blocking=True)
        await hass.async_block_till_done()

    return call


@pytest.fixture
def pass_time(hass, freezer):
    """Move the clock, and let the timers that are due do their work."""

    async def pass_time(seconds):
        freezer.tick(seconds)
        async_fire_time_changed(hass)
        await hass.async_block_till_done()

    return pass_time


def lines(path):
    """Return the commands in a device log."""
    return [
        (line["entity_id"], line["command"])
        for line in map(json.loads, path.read_text().splitlines())
    ]


@pytest.mark.parametrize(("domain", "service", "entity_id", "data", "state"), EXAMPLES)
async def test_device_follows_and_logs(
    hass, call, device_log, domain, service, entity_id, data, state
):
    """A device does what it is told, and its log has the command."""
    await call(domain, service, entity_id=entity_id, **data)
    assert hass.states.get(entity_id).state == state
    assert lines(device_log) == [(entity_id, service)]


async def test_display_logs_every_message(call, device_log):
    """Two equal messages are two messages."""
    for _ in range(2):
        await call(
            "notify",
            "send_message",
            entity_id="notify.hallway_wall_display",
            message="Hi",
        )
    assert [
        json.loads(line)["data"] for line in device_log.read_text().splitlines()
    ] == [{"message": "Hi", "title": None}] * 2


async def test_coffee_machine_refuses_twice(hass, call, device_log):
    """Two commands raise and are not logged, the third one works."""
    for _ in range(2):
        with pytest.raises(HomeAssistantError, match="did not answer"):
            await call("switch", "turn_on", **COFFEE)
    await call("switch", "turn_on", **COFFEE)
    assert hass.states.get(COFFEE["entity_id"]).state == "on"
    assert len(lines(device_log)) == 1


async def test_reading_lamp_accepts_and_stays_dark(hass, call, device_log):
    """The command is in the log, the lamp is off."""
    await call("light", "turn_on", entity_id="light.bedroom_reading_lamp")
    assert hass.states.get("light.bedroom_reading_lamp").state == "off"
    assert len(lines(device_log)) == 1


async def test_blind_takes_three_seconds(hass, call, pass_time):
    """It is closing until it is closed."""
    await call("cover", "close_cover", **BLIND)
    await pass_time(2)
    assert hass.states.get(BLIND["entity_id"]).state == "closing"
    await pass_time(1.5)
    assert hass.states.get(BLIND["entity_id"]).state == "closed"


async def test_newer_journey_replaces_the_older(hass, call, pass_time):
    """A blind that is called back does not close afterwards."""
    await call("cover", "close_cover", **BLIND)
    await pass_time(1)
    await call("cover", "open_cover", **BLIND)
    await pass_time(4)
    assert hass.states.get(BLIND["entity_id"]).state == "open"


async def test_dropped_device_comes_back_as_it_was(hass, call, pass_time, device_log):
    """It is unavailable, receives nothing, and returns by itself."""
    await call("light", "turn_on", **LANTERN)
    await call("simulated_home", "drop", **LANTERN, seconds=3)
    assert hass.states.get(LANTERN["entity_id"]).state == STATE_UNAVAILABLE
    await call("light", "turn_off", **LANTERN)
    await pass_time(3.5)
    assert hass.states.get(LANTERN["entity_id"]).state == "on"
    assert len(lines(device_log)) == 1


async def test_reset_brings_everything_back(hass, call, pass_time):
    """States, refusals and journeys begin anew."""
    before = {state.entity_id: state.state for state in hass.states.async_all()}
    await call("light", "turn_on", entity_id="all")
    await call("cover", "close_cover", **BLIND)
    await call("simulated_home", "drop", **LANTERN)
    with pytest.raises(HomeAssistantError):
        await call("switch", "turn_on", **COFFEE)
    await call("simulated_home", "reset")
    await pass_time(5)
    assert {state.entity_id: state.state for state in hass.states.async_all()} == before
    for _ in range(2):
        with pytest.raises(HomeAssistantError):
            await call("switch", "turn_on", **COFFEE)


async def test_survey_answers_what_is_open(hass, call):
    """The response has what is on, unlocked and open."""
    await call("light", "turn_on", entity_id="light.kitchen_table")
    await call("lock", "lock", entity_id="lock.kitchen_back_door")
    answer = await hass.services.async_call(
        "simulated_home", "survey", blocking=True, return_response=True
    )
    assert answer == {
        "lights_on": ["light.kitchen_table"],
        "unlocked": ["lock.hallway_front_door"],
        "open": ["cover.living_room_blind", "cover.bedroom_curtain"],
    }


async def test_unload_leaves_nothing(hass, home, call):
    """A home with a blind on its way can be unloaded."""
    await call("cover", "close_cover", **BLIND)
    assert await hass.config_entries.async_unload(home.entry_id)
    await hass.async_block_till_done()
    assert hass.states.get(BLIND["entity_id"]).state == STATE_UNAVAILABLE
