"""Device actions: calls of which only their integration knows whom they reach."""

from types import SimpleNamespace

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    mock_integration,
    mock_platform,
)
import voluptuous as vol

from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv

from custom_components.action_engine.engine.errors import RetryExhaustedError
from custom_components.action_engine.engine.model.outcome import Ending
from custom_components.action_engine.engine.model.steps_log import StepStatus

BROKEN = HomeAssistantError("the buzzer is jammed")


class Buzzer:
    """A device with one action, which takes a reaction for each call."""

    def __init__(self, *reactions):
        """Raise the reactions that are errors, call those that are functions."""
        self.reactions = list(reactions)
        self.calls = []
        self.step = {}

    async def act(self, _hass, config, variables, context):
        """Stand in for the integration."""
        self.calls.append((config["type"], variables, context))
        reaction = self.reactions.pop(0) if self.reactions else None
        if isinstance(reaction, Exception):
            raise reaction
        if reaction:
            reaction()


@pytest.fixture
def buzzer(home, device_registry):
    """Return a buzzer, and in ``step`` the action that makes it beep."""
    buzzer, hass = Buzzer(), home.hass
    entry = MockConfigEntry(domain="test")
    entry.add_to_hass(hass)
    device = device_registry.async_get_or_create(
        config_entry_id=entry.entry_id, identifiers={("test", "buzzer")}
    )
    mock_integration(hass, MockModule("test"))
    schema = cv.DEVICE_ACTION_BASE_SCHEMA.extend({vol.Required("type"): str})
    platform = SimpleNamespace(
        ACTION_SCHEMA=schema, async_call_action_from_config=buzzer.act
    )
    mock_platform(hass, "test.device_action", platform)
    buzzer.step = {"device_id": device.id, "domain": "test", "type": "beep"}
    return buzzer


async def test_it_is_done_with_variables_and_context(home, buzzer):
    """A plain dict of variables, as integrations expect it."""
    record = await home.done(buzzer.step, variables={"x": 1})
    kind, variables, context = buzzer.calls[0]
    assert (kind, type(variables)) == ("beep", dict)
    assert variables == {"x": 1, "context": home.context}
    assert context is home.context
    assert (record.action, record.attempts, record.seen) == ("device", 1, None)


@pytest.mark.parametrize(
    ("keys", "settings", "attempts"),
    [
        ({}, {}, 1),
        ({"retry": 2}, {}, 3),
        ({"idempotent": True}, {}, 4),
        ({}, {"retry_asked": True}, 4),
        ({"idempotent": False, "retry": 2}, {}, 1),
    ],
)
async def test_it_is_repeated_only_when_asked_for(
    home, buzzer, keys, settings, attempts
):
    """Nobody but its author knows whether it may happen twice."""
    buzzer.reactions = [BROKEN] * 9
    error = await home.failed(buzzer.step | keys, **settings)
    assert len(buzzer.calls) == attempts
    expected = RetryExhaustedError if attempts > 1 else HomeAssistantError
    assert type(error) is expected


async def test_other_entities_tell_whether_it_was_done(home, buzzer):
    """An expectation names them, since the action has no targets."""
    home.set("sensor.noise", "0")
    home.later(6, "sensor.noise", "1")
    step = buzzer.step | {
        "expect": {"entity_id": "sensor.noise", "state": 1, "within": 4}
    }
    record = await home.done(step)
    assert len(buzzer.calls) == 2
    assert (record.seen, record.expected) == (True, "1")


async def test_a_template_tells_whether_it_was_done(home, buzzer):
    """With an error as well: seen not to be done, it is repeated."""
    buzzer.reactions = [BROKEN]
    home.set("sensor.noise", "0")
    home.later(6, "sensor.noise", "1")
    step = buzzer.step | {"expect": "{{ is_state('sensor.noise', '1') }}"}
    record = await home.done(step)
    assert len(buzzer.calls) == 2
    assert record.seen is True


async def test_it_has_remedy_and_fallback(home, buzzer):
    """As any other call."""
    buzzer.reactions = [BROKEN] * 2
    noted = home.service("test.note")
    step = buzzer.step | {
        "retry": 1,
        "remedy": {"action": "test.note", "data": {"x": "{{ error.message }}"}},
        "fallback": {"action": "test.note", "data": {"x": "{{ error.type }}"}},
    }
    record = await home.done(step)
    assert record.status is StepStatus.FALLBACK
    assert [call.data["x"] for call in noted] == [
        "the buzzer is jammed",
        "RetryExhaustedError",
    ]


async def test_a_stop_in_its_remedy_is_meant(home, buzzer):
    """It goes through, past the fallback."""
    buzzer.reactions = [BROKEN] * 2
    step = buzzer.step | {
        "retry": 1,
        "remedy": {"stop": "enough"},
        "fallback": {"event": "never"},
    }
    result = await home.run(step)
    assert result.ending is Ending.STOPPED


@pytest.mark.parametrize(
    ("error", "ending"),
    [(BROKEN, Ending.FINISHED), (OSError("burnt"), Ending.ERROR)],
    ids=["HomeAssistantError", "OSError"],
)
async def test_errors_are_passed_over_as_natively(home, buzzer, error, ending):
    """Unlike services, device actions have only errors of Home Assistant forgiven."""
    buzzer.reactions = [error]
    result = await home.run(buzzer.step | {"continue_on_error": True})
    assert result.ending is ending
