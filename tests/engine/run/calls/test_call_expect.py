"""What a call should lead to, and the look whether it did."""

import pytest

from homeassistant.exceptions import HomeAssistantError, TemplateError
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.steps_log import StepStatus
from tests.engine.run.calls.devices import LIES, Bell, Bolt, Knob, Lamp, Plug, Reaction

BROKEN = HomeAssistantError("no answer")
PUMP = "switch.pump"
TURN_ON = {"action": "switch.turn_on", "target": {"entity_id": PUMP}}
ONCE = {"retry": False}


async def test_a_state_that_arrives_later_is_seen_at_once(home):
    """The look ends with the event, not at the end of its time."""
    await home.add(Plug("pump", Reaction(late=2.3)))
    record = await home.done(TURN_ON)
    assert home.now == 2.3
    assert (record.expected, record.seen) == ("on", True)
    assert home.times == [0]


async def test_a_state_that_is_there_already_needs_no_waiting(home):
    """Nobody is told of waiting where there is none."""
    seen = []
    home.recorder.watch = lambda _, status: seen.append(status.value)
    await home.add(Plug("pump"))
    await home.done(TURN_ON)
    assert seen == ["started", "succeeded"]
    assert home.now == 0


async def test_a_state_that_arrives_too_late_is_seen_at_the_next_attempt(home):
    """Five seconds to look, one to wait; by then the call has to go out again."""
    await home.add(Plug("pump", Reaction(late=5.5)))
    await home.done(TURN_ON)
    assert home.times == [0, 6]


async def test_a_state_that_comes_and_goes_was_seen(home):
    """What came true once is not looked at again."""
    a, b = Plug("a"), Plug("b", Reaction(late=3))
    await home.add(a, b)
    a.later(1, is_on=False)
    step = {
        "action": "switch.turn_on",
        "target": {"entity_id": ["switch.a", "switch.b"]},
    }
    record = await home.done(step | ONCE)
    assert record.seen is True
    assert home.now == 3


async def test_the_time_to_look_comes_from_the_run_or_from_the_step(home):
    """``within`` of a step counts instead of that of the run."""
    await home.add(Plug("pump", *[LIES] * 9))
    await home.failed(TURN_ON | ONCE, within=12)
    assert home.now == 12
    await home.failed(TURN_ON | ONCE | {"expect": {"within": 3}}, within=12)
    assert home.now == 15


async def test_no_time_at_all_is_a_single_look(home):
    """``within: 0`` looks once, when the call has returned."""
    await home.add(Plug("pump", Reaction(late=1), LIES))
    await home.failed(TURN_ON | ONCE | {"expect": {"within": 0}})
    assert home.now == 0
    await home.done(TURN_ON | {"expect": {"within": 2}})
    assert home.now == 1


async def test_slow_devices_get_the_time_that_they_need(home):
    """A lock turns for a while; its time is added to that of the run."""
    await home.add(Bolt("door", Reaction(late=19)))
    step = {"action": "lock.unlock", "target": {"entity_id": "lock.door"}}
    record = await home.done(step | ONCE)
    assert record.seen is True
    assert home.now == 19


async def test_a_transition_adds_its_time(home):
    """Both in a fixed call and in a rendered one."""
    for data in ({"transition": 8}, {"transition": "{{ 8 }}"}):
        lamp = Lamp(f"lamp{len(home.calls)}", *[Reaction(late=12)] * 2)
        await home.add(lamp)
        step = {
            "action": "light.turn_on",
            "target": {"entity_id": lamp.entity_id},
            "data": data,
        }
        record = await home.done(step | ONCE)
        assert record.seen is True


async def test_slow_domains_get_their_time_when_spread_as_well(home):
    """``homeassistant.toggle`` on a valve has to wait for the valve."""
    assert await async_setup_component(home.hass, "homeassistant", {})
    home.set("valve.garden", "closed")

    async def toggle(_):
        home.later(30, "valve.garden", "open")

    home.hass.services.async_register("valve", "toggle", toggle)
    step = {"action": "homeassistant.toggle", "target": {"entity_id": "valve.garden"}}
    record = await home.done(step | ONCE)
    assert record.seen is True
    assert home.now == 30


@pytest.mark.parametrize(
    ("expect", "text"),
    [
        ("on", "on"),
        (True, "on"),
        (["standby", "on"], "on or standby"),
        ({"state": ["on", "idle"]}, "idle or on"),
        ({"attributes": {"watt": 40}}, "watt 40"),
        ({"attributes": {"watt": {"value": 41, "tolerance": 1}}}, "watt 41 ± 1"),
        ({"state": "on", "attributes": {"list": [1, 2]}}, "on and list [1, 2]"),
        ("{{ is_state('sensor.pump', 'on') }}", "{{ is_state('sensor.pump', 'on') }}"),
        (
            {"state": "on", "template": "{{ is_state('sensor.pump', 'on') }}"},
            "on and {{ is_state('sensor.pump', 'on') }}",
        ),
    ],
)
async def test_an_expectation_may_be_written(home, expect, text):
    """States, attributes with tolerance and templates, seen when they come true."""
    home.set("sensor.pump", "off", watt=0)
    shown = {"watt": 40, "list": (1, 2)}

    async def start():
        home.hass.loop.call_later(2, lambda: home.set("sensor.pump", "on", **shown))

    home.service("test.start", lambda: home.hass.async_create_task(start()))
    step = {
        "action": "test.start",
        "data": {"entity_id": "sensor.pump"},
        "expect": expect,
    }
    record = await home.done(step, verify=False)
    assert (record.expected, record.seen) == (text, True)
    assert home.now == 2
    assert home.recorder.log.unseen == 0


@pytest.mark.parametrize(
    ("expect", "complaint"),
    [
        ("on", "sensor.pump: expected on, found off"),
        (
            {"attributes": {"watt": {"value": 40, "tolerance": 5}}},
            "sensor.pump: expected watt 40 ± 5, found watt 30",
        ),
        ("{{ false }}", "not true: {{ false }}"),
        (
            {"state": "off", "template": "{{ states('sensor.pump') == 'on' }}"},
            "not true: {{ states('sensor.pump') == 'on' }}",
        ),
    ],
)
async def test_an_expectation_that_is_not_met_says_what_is_there(
    home, expect, complaint
):
    """The error is a sentence about what was expected and what was found."""
    home.set("sensor.pump", "off", watt=30)
    home.service("test.start")
    step = {
        "action": "test.start",
        "data": {"entity_id": "sensor.pump"},
        "expect": expect,
    }
    error = await home.failed(step | ONCE)
    assert str(error) == f"test.start failed: {complaint}"
    assert home.records["0"].seen is False
    assert home.now == 5


async def test_nothing_is_expected_where_the_author_says_so(home):
    """``expect: none`` makes a lying device a success that nobody saw."""
    await home.add(Plug("pump", LIES))
    record = await home.done(TURN_ON | {"expect": "none"})
    assert (record.expected, record.seen) == (None, None)
    assert home.recorder.log.unseen == 1
    assert home.now == 0


async def test_nothing_is_inferred_where_verification_is_off(home):
    """With ``verify: false`` only what is written on a step is looked at."""
    await home.add(Plug("pump", LIES, LIES))
    record = await home.done(TURN_ON, verify=False)
    assert record.seen is None
    await home.failed(TURN_ON | ONCE | {"expect": "auto"}, verify=False)
    assert home.records["0"].seen is False


async def test_what_is_written_is_looked_at_whatever_the_run_passes_over(home):
    """Neither ``verify: false`` nor ``ignore_missing`` takes a written one away."""
    await home.add(Plug("pump", LIES))
    await home.failed(
        TURN_ON | ONCE | {"expect": "on"}, verify=False, ignore_missing=True
    )
    assert home.records["0"].targets == (PUMP,)


async def test_inferring_where_nothing_can_be_said_expects_nothing(home):
    """``expect: auto`` on a service that nobody knows is done when it returns."""
    home.service("test.start")
    record = await home.done({"action": "test.start", "expect": "auto"})
    assert (record.expected, record.seen) == (None, None)


async def test_a_number_is_reached_when_it_is_near_enough(home):
    """Inferred from the data: 21 and 21.0 are the same."""
    await home.add(Knob("level", Reaction(late=1)))
    step = {
        "action": "number.set_value",
        "target": {"entity_id": "number.level"},
        "data": {"value": "{{ 20 + 1 }}"},
    }
    record = await home.done(step)
    assert (record.expected, record.seen) == ("21", True)
    assert home.state("number.level") == "21.0"


async def test_other_entities_may_be_looked_at(home):
    """The sensor says whether the pump runs, not the switch that it hangs on."""
    await home.add(Plug("pump", LIES, Reaction(obeys=False)))
    home.set("sensor.flow", "0")
    step = TURN_ON | {"expect": {"entity_id": "sensor.flow", "state": "12"}}
    home.later(7, "sensor.flow", "12.0")
    record = await home.done(step)
    assert home.times == [0, 6]
    assert home.now == 7
    assert record.seen is True
    assert record.targets == (PUMP,)
    assert record.failures[0].error == "sensor.flow: expected 12, found 0"
    assert record.failures[0].targets == (PUMP,)


async def test_all_of_the_other_entities_have_to_follow(home):
    """One of two sensors is not enough."""
    await home.add(Plug("pump", LIES))
    home.set("sensor.a", "on")
    home.set("sensor.b", "off")
    expect = {"entity_id": ["sensor.a", "sensor.b"], "state": "on"}
    error = await home.failed(TURN_ON | ONCE | {"expect": expect})
    assert str(error).endswith("sensor.b: expected on, found off")


async def test_inferred_but_looked_at_elsewhere(home):
    """A mapping with an entity alone is ``auto`` for that entity."""
    await home.add(Plug("pump", LIES))
    home.set("binary_sensor.relay", "off")
    home.later(1, "binary_sensor.relay", "on")
    record = await home.done(TURN_ON | {"expect": {"entity_id": "binary_sensor.relay"}})
    assert (record.seen, record.expected) == (True, "on")
    assert home.now == 1


async def test_an_error_with_other_entities_is_told_as_it_came(home):
    """The call raised: the whole of it is made again."""
    await home.add(Plug("pump", Reaction(obeys=False, raises=BROKEN)))
    home.set("sensor.flow", "on")
    step = TURN_ON | {"expect": {"entity_id": "sensor.flow", "state": "on"}}
    record = await home.done(step)
    assert home.times == [0, 1]
    assert record.failures[0].error == "no answer"


async def test_a_template_sees_the_variables_of_the_run(home):
    """Also those that are set in the step's own scope."""
    home.service("test.start")
    home.set("sensor.pump", "off")
    home.later(1, "sensor.pump", "running")
    step = {
        "action": "test.start",
        "expect": "{{ is_state('sensor.' ~ name, repeat.item) }}",
    }
    loop = {"repeat": {"for_each": ["running"], "sequence": [step]}}
    await home.run(loop, variables={"name": "pump"})
    record = home.records["0/repeat/1/sequence/0"]
    assert (record.status, record.seen) == (StepStatus.SUCCEEDED, True)
    assert home.now == 1


async def test_a_template_that_never_comes_true_takes_its_time_once(home):
    """State and template share the one time that there is to look."""
    await home.add(Plug("pump", Reaction(late=3)))
    step = TURN_ON | ONCE | {"expect": {"state": "on", "template": "{{ false }}"}}
    await home.failed(step)
    assert home.now == 5


async def test_a_template_may_be_looked_at_once_only(home):
    """Without any time it is rendered a single time."""
    home.service("test.start")
    step = {"action": "test.start", "expect": {"template": "{{ false }}", "within": 0}}
    await home.failed(step | ONCE)
    assert home.now == 0


async def test_a_template_that_cannot_be_rendered_fails_the_step(home):
    """What nobody can evaluate is not repeated."""
    received = home.service("test.start")
    step = {"action": "test.start", "expect": "{{ 1 / zero }}", "retry": 3}
    error = await home.failed(step, variables={"zero": 0})
    assert isinstance(error, TemplateError)
    assert len(received) == 1


async def test_a_template_on_a_call_for_nobody_repeats_the_call_as_it_is(home):
    """Whom the template names is not whom the call is for."""
    await home.add(Lamp("a"))
    step = {
        "action": "light.turn_on",
        "data": {"entity_id": "none"},
        "expect": "{{ is_state('sensor.x', 'on') }}",
    }
    home.later(5.5, "sensor.x", "on")
    record = await home.done(step)
    assert [call.data for call in home.calls] == [{"entity_id": "none"}] * 2
    assert record.failures[0].targets == ()


async def test_other_entities_on_a_call_for_nobody_are_not_called(home):
    """Looked at is not the same as called."""
    await home.add(Lamp("a"))
    home.set("light.b", "off")
    step = {
        "action": "light.turn_on",
        "data": {"entity_id": "none"},
        "expect": {"entity_id": "light.b", "state": "on"},
    }
    home.later(5.5, "light.b", "on")
    await home.done(step)
    assert [call.data for call in home.calls] == [{"entity_id": "none"}] * 2


async def test_an_assumed_state_is_done_but_not_verified(home):
    """The entity shows what it was told, whether or not the device followed."""
    plug = Plug("pump")
    plug._attr_assumed_state = True  # noqa: SLF001 - how entities are told
    await home.add(plug)
    record = await home.done(TURN_ON)
    assert (record.expected, record.seen) == ("on", None)
    assert home.recorder.log.unseen == 1


async def test_one_assumed_state_among_others_leaves_the_call_unverified(home):
    """A call is verified only if all of it was seen."""
    plug = Plug("pump")
    plug._attr_assumed_state = True  # noqa: SLF001 - how entities are told
    await home.add(plug, Plug("fan"))
    step = {"action": "switch.turn_on", "target": {"entity_id": [PUMP, "switch.fan"]}}
    assert (await home.done(step)).seen is None


async def test_what_is_so_already_is_left_out_when_asked_for(home):
    """By the request or by the step; by default the call is made."""
    plug = Plug("pump")
    await home.add(plug)
    plug.become(is_on=True)
    await home.done(TURN_ON)
    assert len(home.calls) == 1
    record = await home.done(TURN_ON, skip_if_already=True)
    assert (record.status, record.note) == (StepStatus.SKIPPED, "already so")
    assert (record.seen, record.attempts) == (True, 0)
    await home.done(TURN_ON | {"expect": {"skip_if_already": True}})
    await home.done(
        TURN_ON | {"expect": {"state": "on", "skip_if_already": True}}, verify=False
    )
    assert len(home.calls) == 1
    log = home.recorder.log
    assert (log.calls, log.skipped, log.attempts) == (0, 1, 0)


async def test_the_request_leaves_out_what_is_written_and_so_already(home):
    """A request that asks for it means written expectations as well."""
    plug = Plug("pump")
    await home.add(plug)
    plug.become(is_on=True)
    record = await home.done(TURN_ON | {"expect": "on"}, skip_if_already=True)
    assert record.status is StepStatus.SKIPPED


async def test_a_step_can_insist_on_its_call(home):
    """``skip_if_already: false`` on the step counts against the request."""
    plug = Plug("pump")
    await home.add(plug)
    plug.become(is_on=True)
    await home.done(
        TURN_ON | {"expect": {"skip_if_already": False}}, skip_if_already=True
    )
    assert len(home.calls) == 1


async def test_only_those_that_are_not_so_yet_are_called(home):
    """Of three lamps one is on: the call is for the other two."""
    lamps = [Lamp(name) for name in "abc"]
    await home.add(*lamps)
    lamps[1].become(is_on=True)
    ids = ["light.a", "light.b", "light.c"]
    step = {"action": "light.turn_on", "target": {"entity_id": ids}}
    record = await home.done(step, skip_if_already=True)
    assert home.targets == [["light.a", "light.c"]]
    assert record.targets == tuple(ids)
    assert record.seen is True


async def test_another_entity_that_is_so_already_spares_the_call(home):
    """Looked at elsewhere: all of the targets are called, or none."""
    await home.add(Plug("pump"))
    home.set("sensor.flow", "on")
    expect = {"entity_id": "sensor.flow", "state": "on", "skip_if_already": True}
    record = await home.done(TURN_ON | {"expect": expect})
    assert record.status is StepStatus.SKIPPED
    home.set("sensor.flow", "off")
    home.later(1, "sensor.flow", "on")
    await home.done(TURN_ON | {"expect": expect})
    assert home.targets == [[PUMP]]


async def test_a_template_that_is_true_already_spares_the_call(home):
    """As with states, when it is asked for."""
    received = home.service("test.start")
    step = {
        "action": "test.start",
        "expect": {"template": "{{ ready }}", "skip_if_already": True},
    }
    record = await home.done(step, variables={"ready": True})
    assert (record.status, record.seen) == (StepStatus.SKIPPED, True)
    assert received == []
    await home.failed(step | ONCE, variables={"ready": False})
    assert len(received) == 1


async def test_a_toggle_is_never_left_out(home):
    """The opposite of what is now can never be so already."""
    await home.add(Plug("pump"))
    step = {"action": "switch.toggle", "target": {"entity_id": PUMP}}
    await home.done(step, skip_if_already=True)
    assert home.state(PUMP) == "on"


async def test_what_cannot_be_judged_is_never_left_out(home):
    """A toggle of an unknown state."""
    plug = one_way()
    await home.add(plug)
    step = {"action": "switch.toggle", "target": {"entity_id": PUMP}}
    await home.done(step, skip_if_already=True)
    assert len(plug.received) == 1


async def test_a_state_expected_of_nobody_is_refused(home):
    """Nobody could ever see it, so the call does not go out."""
    received = home.service("test.start")
    error = await home.failed({"action": "test.start", "expect": "on"})
    assert "entity_id" in str(error)
    assert received == []


async def test_a_call_of_which_nothing_is_expected_is_never_left_out(home):
    """A button has nothing that could be so already."""
    await home.add(Bell("door"))
    step = {"action": "button.press", "target": {"entity_id": "button.door"}}
    record = await home.done(step, skip_if_already=True)
    assert (record.attempts, record.seen) == (1, None)


def one_way(*reactions):
    """Return a switch that never says how it is."""
    plug = Plug("pump", *reactions)
    plug._attr_is_on = None  # noqa: SLF001 - how entities say it
    return plug


async def test_a_device_that_never_says_how_it_is_is_not_called_a_failure(home):
    """Unknown before and after: done, but not verified."""
    await home.add(one_way(LIES))
    record = await home.done(TURN_ON)
    assert (record.attempts, record.seen, record.expected) == (1, None, "on")
    assert home.now == 0


async def test_a_state_that_its_author_expects_by_name_has_to_be_seen(home):
    """Silence is no success where somebody asked for a state."""
    await home.add(one_way(LIES))
    error = await home.failed(TURN_ON | ONCE | {"expect": "on"})
    assert "expected on, found unknown" in str(error)


async def test_a_device_that_begins_to_speak_is_judged(home):
    """Off is not on, also where it was unknown before."""
    plug = one_way(LIES, LIES)
    await home.add(plug, Plug("fan", Reaction(late=2)))
    plug.later(1, is_on=False)
    step = {"action": "switch.turn_on", "target": {"entity_id": [PUMP, "switch.fan"]}}
    record = await home.done(step)
    assert record.seen is None
    await home.failed(TURN_ON | ONCE | {"expect": {"within": 0}})


async def test_a_device_that_never_says_how_it_is_is_not_left_out(home):
    """Nobody knows whether it is so already."""
    plug = one_way(LIES)
    await home.add(plug)
    record = await home.done(TURN_ON, skip_if_already=True)
    assert (record.status, record.attempts) == (StepStatus.SUCCEEDED, 1)
    assert len(plug.received) == 1


async def test_a_template_that_flickers_was_seen(home):
    """True, false and true again in one moment: it was true."""
    home.service("test.start")

    def flicker():
        for state in ("on", "off", "on"):
            home.set("sensor.x", state)

    home.hass.loop.call_later(1, flicker)
    step = {"action": "test.start", "expect": "{{ is_state('sensor.x', 'on') }}"}
    assert (await home.done(step)).seen is True
    assert home.now == 1
