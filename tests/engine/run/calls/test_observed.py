"""What is noted of the entities that a run has touched, when it is asked for."""

from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.run.observing import observations
from tests.engine.run.calls.devices import LIES, Bell, Plug, Reaction, fails

BROKEN = HomeAssistantError("no answer")
PUMP = "switch.pump"
TURN_ON = {"action": "switch.turn_on", "target": {"entity_id": PUMP}}


async def observed(home, *actions, **settings):
    """Run actions and return what was observed."""
    return observations(await home.run(*actions, observe=True, **settings))


async def test_nothing_is_noted_unless_it_is_asked_for(home):
    """The usual run carries nothing with it."""
    await home.add(Plug("pump"))
    result = await home.run(TURN_ON)
    assert result.observed == {}


async def test_a_smooth_call_gets_the_full_mark(home):
    """State before and after, one attempt, reached."""
    await home.add(Plug("pump", Reaction(late=1.5)))
    found = await observed(home, TURN_ON)
    before, after = found[PUMP].pop("before"), found[PUMP].pop("after")
    assert (before["state"], after["state"]) == ("off", "on")
    assert found == {
        PUMP: {
            "attempts": 1,
            "seconds": 1.5,
            "reached": True,
            "quality": 100,
            "reasons": [],
        }
    }


async def test_retries_and_time_lower_the_mark(home):
    """Two attempts in more than five seconds."""
    await home.add(Plug("pump", LIES))
    one = (await observed(home, TURN_ON))[PUMP]
    assert (one["attempts"], one["seconds"], one["reached"]) == (2, 6, True)
    assert one["reasons"] == ["2 attempts were needed", "it took 6.0 s"]


async def test_what_was_not_reached_is_noted_although_the_step_failed(home):
    """A failure is what one wants to look into most."""
    await home.add(Plug("pump", *[LIES] * 9), Plug("fan"))
    step = {"action": "switch.turn_on", "target": {"entity_id": [PUMP, "switch.fan"]}}
    found = await observed(home, step | {"retry": False})
    assert found[PUMP]["reached"] is False
    assert found["switch.fan"]["reached"] is True


async def test_a_call_of_which_nothing_is_expected_is_neither(home):
    """A button: touched, but nobody knows whether it was reached."""
    await home.add(Bell("door"))
    step = {"action": "button.press", "target": {"entity_id": "button.door"}}
    one = (await observed(home, step))["button.door"]
    assert one["reached"] is None
    assert one["before"]["state"] == "unknown"


async def test_an_entity_is_noted_from_its_first_call_to_its_last(home):
    """Before the first one, after the last one; the longest and the most attempts."""
    await home.add(Plug("pump", fails(BROKEN)))
    off = {"action": "switch.turn_off", "target": {"entity_id": PUMP}}
    one = (await observed(home, TURN_ON, off))[PUMP]
    assert (one["before"]["state"], one["after"]["state"]) == ("off", "off")
    assert (one["attempts"], one["seconds"]) == (2, 1)


async def test_a_later_call_without_expectation_takes_nothing_back(home):
    """What was seen once stays seen."""
    await home.add(Plug("pump"))
    found = await observed(home, TURN_ON, TURN_ON | {"expect": "none"})
    assert found[PUMP]["reached"] is True


async def test_missing_entities_are_noted_as_well(home):
    """There was nothing before, and there is nothing after."""
    await home.add(Plug("pump"))
    step = {"action": "switch.turn_on", "target": {"entity_id": "switch.ghost"}}
    one = (await observed(home, step | {"retry": False}))["switch.ghost"]
    assert (one["before"], one["after"], one["reached"]) == (None, None, False)


async def test_the_targets_are_noted_also_when_one_looks_elsewhere(home):
    """Both the switch that was called and the sensor that tells."""
    await home.add(Plug("pump"))
    home.set("sensor.flow", "0")
    home.later(1, "sensor.flow", "12")
    step = TURN_ON | {"expect": {"entity_id": "sensor.flow", "state": "12"}}
    found = await observed(home, step)
    assert {i: one["reached"] for i, one in found.items()} == {
        "sensor.flow": True,
        PUMP: True,
    }
    assert found["sensor.flow"]["after"]["state"] == "12"


async def test_a_template_tells_about_the_targets(home):
    """Seen or not seen, for all of them."""
    await home.add(Plug("pump"), Plug("fan"))
    yes = TURN_ON | {"expect": "{{ true }}"}
    no = {
        "action": "switch.turn_on",
        "target": {"entity_id": "switch.fan"},
        "expect": {"template": "{{ false }}", "within": 0},
        "retry": False,
    }
    found = await observed(home, yes, no)
    assert found[PUMP]["reached"] is True
    assert found["switch.fan"]["reached"] is False


async def test_what_was_passed_over_is_noted_too(home):
    """Also where nobody verifies and missing targets do not matter."""
    await home.add(Plug("pump"))
    found = await observed(home, TURN_ON, verify=False, ignore_missing=True)
    assert found[PUMP]["after"]["state"] == "on"
    assert found[PUMP]["reached"] is None
