"""Calls that do something a second time when they are made twice."""

import pytest

from homeassistant.exceptions import HomeAssistantError

from tests.engine.run.calls.devices import LIES, Bell, Bolt, Lamp, Plug, Reaction, fails

BROKEN = HomeAssistantError("no answer")
BLIND = "not tried again: it may not be repeated blindly"
PUMP = "switch.pump"
TOGGLE = {"action": "switch.toggle", "target": {"entity_id": PUMP}}
PRESS = {"action": "button.press", "target": {"entity_id": "button.door"}}
BRIGHTER = {
    "action": "light.turn_on",
    "target": {"entity_id": "light.a"},
    "data": {"brightness_step": 10},
}


async def test_a_toggle_that_follows_is_called_once(home):
    """The opposite of before is what it leads to, in both directions."""
    await home.add(Plug("pump"))
    record = await home.done(TOGGLE)
    assert (record.expected, record.seen) == ("the opposite of before", True)
    assert home.state(PUMP) == "on"
    await home.done(TOGGLE)
    assert home.state(PUMP) == "off"
    assert len(home.calls) == 2


async def test_a_toggle_seen_not_to_follow_is_called_again(home):
    """Nothing moved in the time that there was: a second toggle does no harm."""
    await home.add(Plug("pump", LIES))
    record = await home.done(TOGGLE)
    assert home.times == [0, 6]
    assert (record.attempts, record.seen) == (2, True)
    assert home.state(PUMP) == "on"


async def test_a_toggle_that_raised_is_looked_at_before_anything_else(home):
    """It may still follow: the error alone is no reason for a second toggle."""
    await home.add(Plug("pump", Reaction(late=4, raises=BROKEN)))
    record = await home.done(TOGGLE)
    assert home.times == [0]
    assert home.now == 4
    assert record.note == "it raised, but was done: no answer"


async def test_a_toggle_that_raised_and_did_nothing_is_called_again(home):
    """Looked at for the whole time, and seen not to have moved."""
    await home.add(Plug("pump", fails(BROKEN)))
    await home.done(TOGGLE)
    assert home.times == [0, 6]
    assert home.state(PUMP) == "on"


async def test_a_toggle_that_took_too_long_is_looked_at_as_well(home):
    """Breaking a call off says nothing about what the device does."""
    await home.add(Plug("pump", Reaction(takes=100)))
    await home.done(TOGGLE | {"retry": {"attempt_timeout": 10}})
    assert home.times == [0, 16]


async def test_a_toggle_that_moved_to_somewhere_else_is_left_alone(home):
    """Something happened, though not what was expected."""
    plug = Plug("pump", LIES)
    await home.add(plug)
    plug.later(2, is_on=None)
    error = await home.failed(TOGGLE)
    assert home.times == [0]
    assert "expected the opposite of before, found unknown" in str(error)
    assert home.records["0"].note == BLIND


async def test_a_toggle_of_an_unknown_state_is_never_repeated(home):
    """Nobody can see whether it did anything, however still it stands."""
    plug = Plug("pump", fails(BROKEN))
    plug._attr_is_on = None  # noqa: SLF001 - how entities say it
    await home.add(plug)
    error = await home.failed(TOGGLE)
    assert error is BROKEN
    assert home.times == [0]
    assert home.records["0"].note == BLIND


async def test_a_toggle_of_an_unknown_state_is_done_but_not_verified(home):
    """What cannot be judged is no failure, and not seen."""
    plug = Plug("pump", LIES)
    plug._attr_is_on = None  # noqa: SLF001 - how entities say it
    await home.add(plug)
    record = await home.done(TOGGLE)
    assert (record.attempts, record.seen) == (1, None)


async def test_of_two_toggles_only_the_one_that_failed_is_repeated(home):
    """The other one would go back to where it was."""
    await home.add(Plug("pump"), Plug("fan", fails(BROKEN)))
    step = {"action": "switch.toggle", "target": {"entity_id": [PUMP, "switch.fan"]}}
    await home.done(step)
    assert home.targets == [["switch.fan", PUMP], ["switch.fan"]]
    assert (home.state(PUMP), home.state("switch.fan")) == ("on", "on")


async def test_a_toggle_of_something_away_is_made_when_it_is_back(home):
    """Whoever was not there was certainly not toggled."""
    a, b = Plug("a"), Plug("b")
    await home.add(a, b)
    b.become(available=False)
    b.later(0.5, available=True)
    step = {
        "action": "switch.toggle",
        "target": {"entity_id": ["switch.a", "switch.b"]},
    }
    await home.done(step)
    assert home.targets == [["switch.a", "switch.b"], ["switch.b"]]
    assert (home.state("switch.a"), home.state("switch.b")) == ("on", "on")


async def test_a_toggle_that_raised_beside_one_that_is_away(home):
    """The one that is away does not make the other one's error harmless."""
    a, b = Plug("a", fails(BROKEN)), Plug("b")
    a._attr_is_on = None  # noqa: SLF001 - how entities say it
    await home.add(a, b)
    b.become(available=False)
    step = {
        "action": "switch.toggle",
        "target": {"entity_id": ["switch.a", "switch.b"]},
    }
    await home.failed(step)
    assert home.times == [0]


async def test_a_button_that_raised_is_not_pressed_again(home):
    """The bell may have rung; the reason is in the record."""
    await home.add(Bell("door", fails(BROKEN)))
    assert await home.failed(PRESS) is BROKEN
    assert home.times == [0]
    assert home.records["0"].note == BLIND


async def test_asking_for_retries_does_not_make_a_press_repeatable(home):
    """``retry`` is how often; whether it may be repeated is ``idempotent``."""
    await home.add(Bell("door", fails(BROKEN)))
    await home.failed(PRESS | {"retry": 5})
    assert home.times == [0]


async def test_a_button_is_pressed_again_where_its_author_allows_it(home):
    """``idempotent: true`` is the word of somebody who knows."""
    await home.add(Bell("door", fails(BROKEN)))
    await home.done(PRESS | {"idempotent": True})
    assert home.times == [0, 1]


async def test_a_press_seen_to_have_failed_elsewhere_is_repeated(home):
    """The gate did not move: pressing again is what a person would do."""
    await home.add(Bell("door"))
    home.set("cover.gate", "closed")
    home.later(6, "cover.gate", "open")
    step = PRESS | {"expect": {"entity_id": "cover.gate", "state": "open", "within": 3}}
    record = await home.done(step)
    assert home.times == [0, 4]
    assert record.seen is True


async def test_a_press_that_raised_is_judged_by_what_is_looked_at(home):
    """An error, and the gate stands still for the whole time: it was not done."""
    await home.add(Bell("door", fails(BROKEN)))
    home.set("cover.gate", "closed")
    home.later(6, "cover.gate", "open")
    step = PRESS | {"expect": {"entity_id": "cover.gate", "state": "open", "within": 3}}
    await home.done(step)
    assert home.times == [0, 4]


async def test_a_press_is_not_repeated_when_the_gate_has_moved(home):
    """Halfway is not open, but the press was not without effect."""
    await home.add(Bell("door"))
    home.set("cover.gate", "closed")
    home.later(1, "cover.gate", "opening")
    step = PRESS | {"expect": {"entity_id": "cover.gate", "state": "open", "within": 3}}
    error = await home.failed(step)
    assert "cover.gate: expected open, found opening" in str(error)
    assert home.times == [0]


async def test_a_press_that_raised_with_the_gate_open_before_is_not_repeated(home):
    """What was so before the call says nothing about the call."""
    await home.add(Bell("door", fails(BROKEN)))
    home.set("cover.gate", "open")
    step = PRESS | {"expect": {"entity_id": "cover.gate", "state": "open"}}
    assert await home.failed(step) is BROKEN
    assert home.times == [0]


async def test_a_message_is_repeated_only_if_seen_not_to_have_arrived(home):
    """A template tells; true or not, it is looked at before a second message."""
    received = home.service("notify.phone", BROKEN)
    home.set("sensor.phone", "silent")
    home.later(7, "sensor.phone", "rings")
    step = {
        "action": "notify.phone",
        "data": {"message": "hello"},
        "expect": "{{ is_state('sensor.phone', 'rings') }}",
    }
    await home.done(step)
    assert home.times == [0, 6]
    assert len(received) == 2


async def test_a_message_that_raised_and_may_have_arrived_is_not_repeated(home):
    """The template is true, but nobody knows since when."""
    received = home.service("notify.phone", BROKEN)
    home.set("sensor.phone", "rings")
    step = {
        "action": "notify.phone",
        "data": {"message": "hello"},
        "expect": "{{ is_state('sensor.phone', 'rings') }}",
    }
    assert await home.failed(step) is BROKEN
    assert len(received) == 1


async def test_a_message_that_raised_is_not_repeated(home):
    """Nothing is expected of it, so nothing can be seen."""
    received = home.service("notify.phone", BROKEN)
    await home.failed({"action": "notify.phone", "data": {"message": "hello"}})
    assert len(received) == 1


async def test_a_latch_is_not_opened_twice(home):
    """Unlocked before and after: the door may have been open, and shut again."""
    home.set("lock.door", "unlocked")
    received = home.service("lock.open", BROKEN)
    step = {"action": "lock.open", "data": {"entity_id": "lock.door"}}
    assert await home.failed(step) is BROKEN
    assert len(received) == 1


async def test_a_step_up_is_not_repeated_on_a_lamp_that_is_on_anyway(home):
    """On before and after: nobody sees whether it got brighter."""
    lamp = Lamp("a", fails(BROKEN))
    await home.add(lamp)
    lamp.become(is_on=True)
    assert await home.failed(BRIGHTER) is BROKEN
    assert len(lamp.received) == 1


async def test_a_step_up_is_repeated_on_a_lamp_that_is_still_off(home):
    """Off before and after: it was not done."""
    lamp = Lamp("a", fails(BROKEN))
    await home.add(lamp)
    await home.done(BRIGHTER)
    assert home.times == [0, 6]


async def test_an_absolute_call_may_be_declared_to_be_relative(home):
    """``idempotent: false`` takes the time to look before a second call."""
    await home.add(Plug("pump", Reaction(late=3, raises=BROKEN)))
    step = {
        "action": "switch.turn_on",
        "target": {"entity_id": PUMP},
        "idempotent": False,
    }
    record = await home.done(step)
    assert home.times == [0]
    assert home.now == 3
    assert record.seen is True


async def test_a_relative_call_may_be_declared_to_be_absolute(home):
    """``idempotent: true`` does not wait to see what became of an error."""
    await home.add(Plug("pump", fails(BROKEN)))
    await home.done(TOGGLE | {"idempotent": True})
    assert home.times == [0, 1]


@pytest.mark.parametrize(
    ("keys", "settings", "times"),
    [
        ({}, {}, [0]),
        ({"retry": 3}, {}, [0, 1]),
        ({"retry": True}, {}, [0, 1]),
        ({}, {"retry_asked": True}, [0, 1]),
        ({"idempotent": True}, {}, [0, 1]),
        ({"idempotent": False, "retry": 3}, {"retry_asked": True}, [0]),
        ({"retry": False}, {"retry_asked": True}, [0]),
    ],
)
async def test_an_unclear_service_is_repeated_only_when_asked_for(
    home, keys, settings, times
):
    """Nobody knows what a service of somebody's own does; its author decides."""
    received = home.service("test.something", BROKEN)
    await home.run({"action": "test.something"} | keys, **settings)
    assert home.times == times
    assert len(received) == len(times)


async def test_an_unclear_service_seen_not_to_be_done_is_repeated(home):
    """What is looked at and has not moved makes it certain."""
    home.service("test.start", BROKEN)
    home.set("sensor.pump", "off")
    home.later(6.5, "sensor.pump", "on")
    step = {
        "action": "test.start",
        "data": {"entity_id": "sensor.pump"},
        "expect": "on",
    }
    record = await home.done(step)
    assert home.times == [0, 6]
    assert record.seen is True


async def test_a_call_for_an_answer_has_failed_without_one(home):
    """It raised after it was done: the answer that was asked for is not there."""
    plug = Plug("pump")
    await home.add(plug)

    def half():
        plug.become(is_on=True)
        raise BROKEN

    home.service("test.ask", half, {"value": 3}, supports_response="optional")
    step = {
        "action": "test.ask",
        "data": {"entity_id": PUMP},
        "expect": "on",
        "idempotent": True,
        "response_variable": "answer",
    }
    result = await home.run(step)
    assert result.variables["answer"] == {"value": 3}


async def test_a_lock_is_locked_again_without_harm(home):
    """Absolute calls are repeated as soon as they are known not to be done."""
    bolt = Bolt("door", fails(BROKEN))
    bolt._attr_is_locked = False  # noqa: SLF001 - how entities say it
    await home.add(bolt)
    step = {"action": "lock.lock", "target": {"entity_id": "lock.door"}}
    await home.done(step)
    assert home.times == [0, 1]
