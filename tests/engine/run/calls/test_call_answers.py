"""What goes out with a call, and what comes back."""

import pytest

from homeassistant.core import Context, SupportsResponse
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers.entity_component import DATA_INSTANCES

from tests.engine.run.calls.devices import Bell, Device, Lamp, Plug, fails

BROKEN = HomeAssistantError("no answer")


async def test_an_answer_is_kept_in_a_variable_and_in_the_record(home):
    """Also after a failed attempt."""
    answer = {"value": 3}
    home.service("test.ask", BROKEN, answer, supports_response=SupportsResponse.ONLY)
    step = {"action": "test.ask", "response_variable": "answer", "retry": 1}
    result = await home.run(step, {"variables": {"twice": "{{ answer.value * 2 }}"}})
    assert result.variables["answer"] == answer
    assert result.variables["twice"] == 6
    assert home.records["0"].response == answer
    assert home.recorder.response_variables == {"answer"}


async def test_without_a_variable_nothing_is_asked_for(home):
    """A service that may answer is not asked to."""
    received = home.service("test.ask", supports_response=SupportsResponse.OPTIONAL)
    record = await home.done({"action": "test.ask"})
    assert received[0].return_response is False
    assert record.response is None


UNASKED = (
    "Script requires 'response_variable' for response data for service call test.ask"
)
UNANSWERED = (
    "Script does not support 'response_variable' for service 'test.ask' which does not "
    "support response data."
)


@pytest.mark.parametrize(
    ("supports", "keys", "text"),
    [
        (SupportsResponse.ONLY, {}, UNASKED),
        (SupportsResponse.NONE, {"response_variable": "x"}, UNANSWERED),
    ],
)
async def test_an_answer_that_does_not_fit_is_refused_as_natively(
    home, supports, keys, text
):
    """In the words of Home Assistant's scripts, and without a call."""
    received = home.service("test.ask", supports_response=supports)
    error = await home.failed({"action": "{{ 'test.ask' }}"} | keys)
    assert str(error) == text
    assert received == []


class Sensor(Device):
    """A light that is asked for its consumption; each answers for itself."""

    domain = "light"
    _attr_state = "on"

    async def consumption(self):
        """Answer, or fail as programmed."""
        await self._react({})
        return {"watt": len(self.received)}


async def test_answers_of_narrowed_calls_come_together(home):
    """Each of two calls answers for its own entities; the variable has all."""
    a, b = Sensor("a"), Sensor("b")
    await home.add(a, b)
    b.become(available=False)
    b.later(2, available=True)
    home.hass.data[DATA_INSTANCES]["light"].async_register_entity_service(
        "consumption", {}, "consumption", supports_response=SupportsResponse.ONLY
    )
    step = {
        "action": "light.consumption",
        "target": {"entity_id": ["light.a", "light.b"]},
        "response_variable": "answer",
        "retry": {"initial_delay": 10},
    }
    result = await home.run(step)
    assert result.error is None
    assert home.targets == [["light.a", "light.b"], ["light.b"]]
    assert result.variables["answer"] == {
        "light.a": {"watt": 1},
        "light.b": {"watt": 1},
    }


async def test_calls_go_out_with_the_context_of_the_run(home, hass_admin_user):
    """Every call, every attempt, and what the entities show."""
    home.context = Context(user_id=hass_admin_user.id, parent_id="caller")
    await home.add(Plug("pump", fails(BROKEN)))
    await home.done(
        {"action": "switch.turn_on", "target": {"entity_id": "switch.pump"}}
    )
    assert [call.context for call in home.calls] == [home.context] * 2
    assert home.hass.states.get("switch.pump").context == home.context


async def test_what_the_user_may_not_do_is_not_tried_again(home, hass_read_only_user):
    """Home Assistant's own permissions count, and refuse for good."""
    home.context = Context(user_id=hass_read_only_user.id)
    plug = Plug("pump")
    await home.add(plug)
    step = {"action": "switch.turn_on", "target": {"entity_id": "switch.pump"}}
    error = await home.failed(step)
    assert type(error).__name__ == "Unauthorized"
    assert home.times == [0]
    assert plug.received == []


async def test_a_rendered_call_gets_its_data_with_types(home):
    """Numbers stay numbers, lists stay lists."""
    received = home.service("test.take")
    step = {
        "action": "test.{{ name }}",
        "data": {"n": "{{ 1 + 1 }}", "l": "{{ [1, 'a'] }}", "t": "{{ 'x' }}y"},
    }
    record = await home.done(step, variables={"name": "take"})
    assert received[0].data == {"n": 2, "l": [1, "a"], "t": "xy"}
    assert record.action == "test.take"


async def test_a_scene_is_a_call_like_any_other(home):
    """``scene:`` is retried and counted as ``scene.turn_on``."""
    received = home.service("scene.turn_on", BROKEN)
    record = await home.done({"scene": "scene.evening"})
    assert record.action == "scene.turn_on"
    assert [dict(call.data) for call in received] == [
        {"entity_id": "scene.evening"}
    ] * 2
    assert record.targets == ("scene.evening",)


async def test_an_entity_that_cannot_do_it_is_told_at_once(home):
    """A feature that is missing will be missing at the next attempt."""
    await home.add(Bell("door"), Lamp("a"))
    step = {"action": "light.turn_on", "target": {"entity_id": "light.a"}}
    home.service("light.turn_on", ServiceValidationError("not supported"))
    await home.failed(step)
    assert home.times == [0]


async def test_an_execution_acts_for_whoever_asked(shop, hass_admin_user):
    """Its context is a child of the caller's, for the same user; its id leads back."""
    seen = []
    shop.hass.services.async_register("test", "see", seen.append)
    caller = Context(user_id=hass_admin_user.id)
    execution = await shop.run({"action": "test.see"}, context=caller)
    (call,) = seen
    assert call.context.parent_id == caller.id
    assert call.context.user_id == hass_admin_user.id
    assert call.context.id == execution.id
