"""A small home that behaves the same way every time, and writes down what it sees."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Final

from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    mock_integration,
    mock_platform,
)
import voluptuous as vol

from homeassistant.core import (
    EVENT_CALL_SERVICE,
    EVENT_STATE_CHANGED,
    Context,
    Event,
    HomeAssistant,
    callback,
)
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import (
    config_validation as cv,
    device_registry as dr,
    entity_registry as er,
)
from homeassistant.setup import async_setup_component

from .observation import Entry, Normalizer
from .world_services import Services

HOME: Final[dict[str, Any]] = {
    "homeassistant": {},
    "input_boolean": {"input_boolean": {"lamp": {"icon": "mdi:lamp"}, "fan": None}},
    "input_number": {"input_number": {"level": {"min": -100, "max": 100, "step": 0.5}}},
    "scene": {
        "scene": [
            {"name": "Evening", "entities": {"input_boolean.lamp": "on"}},
            {"name": "Night", "entities": {"input_boolean.lamp": "off"}},
        ]
    },
    "script": {
        "script": {
            "answer": {
                "sequence": [
                    {"variables": {"told": {"value": "{{ word | default('none') }}"}}},
                    {"action": "test.record", "data": {"mark": "in script"}},
                    {"stop": "done", "response_variable": "told"},
                ]
            },
            "slow": {
                "mode": "parallel",
                "sequence": [
                    {"delay": 7},
                    {"action": "test.record", "data": {"mark": "slow script"}},
                ],
            },
            "broken": {"sequence": [{"action": "test.fail"}]},
            "aborting": {"sequence": [{"stop": "no", "error": True}]},
        }
    },
}

STATES: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "sensor.door": ("closed", {"battery": 80}),
    "sensor.temperature": ("20.5", {"unit_of_measurement": "°C"}),
    "sensor.broken": ("unavailable", {}),
    "sensor.words": ("hello", {"list": ["a", "b"], "nested": {"deep": 1}}),
}

EVENT_PREFIX: Final = "test_"
"""Events whose types begin like this are written down; all others are noise."""


class Recorder:
    """Writes the log of one run: entries in the order in which the world saw them."""

    def __init__(self, hass: HomeAssistant, context: Context) -> None:
        """Begin at the loop's present; call ``stop`` when done."""
        self.entries: list[Entry] = []
        self.normalizer = Normalizer(context)
        self._hass = hass
        self._began = hass.loop.time()
        self._unsubscribe = hass.bus.async_listen("*", self._on_event)

    @property
    def elapsed(self) -> float:
        """Seconds since the recording began."""
        return round(self._hass.loop.time() - self._began, 4)

    def note(self, text: str, data: Any, context: Context | None) -> None:
        """Write down something that leaves no event, such as what a handler received."""
        self._write("note", text, data, context)

    def stop(self) -> None:
        """Write no more."""
        self._unsubscribe()

    def _write(self, kind: str, name: str, data: Any, context: Context | None) -> None:
        self.entries.append(
            Entry(
                at=self.elapsed,
                kind=kind,
                name=name,
                data=self.normalizer.plain(data),
                context=self.normalizer.role(context),
            )
        )

    @callback
    def _on_event(self, event: Event[Mapping[str, Any]]) -> None:
        data, context, kind = event.data, event.context, str(event.event_type)
        if kind == EVENT_CALL_SERVICE:
            name = f"{data['domain']}.{data['service']}"
            self._write("call", name, data["service_data"], context)
        elif kind == EVENT_STATE_CHANGED:
            new = data["new_state"]
            shown = new and (new.state, dict(new.attributes))
            self._write("state", data["entity_id"], shown, context)
        elif kind.startswith(EVENT_PREFIX):
            self._write("event", kind, dict(data), context)


class World:
    """The home, its services, and the recorder of the run that is going on."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Take a running Home Assistant; ``async_set_up`` furnishes it."""
        self.hass = hass
        self.recorder: Recorder | None = None
        self.device_id = ""
        self.lamp_id = ""

    async def async_set_up(self) -> None:
        """Furnish the home; once for each ``hass``."""
        for domain, config in HOME.items():
            assert await async_setup_component(self.hass, domain, config)
        Services(self).register()
        self._set_up_device()
        lamp = er.async_get(self.hass).async_get("input_boolean.lamp")
        assert lamp is not None
        self.lamp_id = lamp.id
        await self.hass.async_block_till_done()

    def _set_up_device(self) -> None:
        entry = MockConfigEntry(domain="test")
        entry.add_to_hass(self.hass)
        device = dr.async_get(self.hass).async_get_or_create(
            config_entry_id=entry.entry_id, identifiers={("test", "buzzer")}
        )
        self.device_id = device.id
        mock_integration(self.hass, MockModule("test"))
        mock_platform(self.hass, "test.device_action", _device_actions(self))

    async def async_reset(self) -> None:
        """Put everything back to where each run begins, times of last change included."""
        call = self.hass.services.async_call
        for domain, service, data in _RESET:
            await call(domain, service, data, blocking=True)
        for entity_id in self.hass.states.async_entity_ids("sensor"):
            self.hass.states.async_remove(entity_id)
        for entity_id, (state, attributes) in STATES.items():
            self.hass.states.async_set(entity_id, state, attributes)
        await self.hass.async_block_till_done()

    def note(self, text: str, data: Any, context: Context | None) -> None:
        """Hand a note to the recorder of the present run, if there is one."""
        if self.recorder is not None:
            self.recorder.note(text, data, context)


_LAMPS: Final = ["input_boolean.lamp", "input_boolean.fan"]
_RESET: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("scene", "turn_on", {"entity_id": ["scene.evening", "scene.night"]}),
    ("script", "answer", {}),
    ("input_boolean", "turn_on", {"entity_id": _LAMPS}),
    ("input_boolean", "turn_off", {"entity_id": _LAMPS}),
    ("input_number", "set_value", {"entity_id": "input_number.level", "value": 1}),
    ("input_number", "set_value", {"entity_id": "input_number.level", "value": 0}),
)


def _device_actions(world: World) -> Any:
    """Return a ``device_action`` platform: ``beep`` works, ``jam`` and ``burn`` fail."""

    async def async_call_action_from_config(
        _hass: HomeAssistant,
        config: Mapping[str, Any],
        variables: dict[str, Any],
        context: Context | None,
    ) -> None:
        seen = {"type": type(variables).__name__, "variables": variables}
        world.note(f"device {config['type']}", seen, context)
        match config["type"]:
            case "jam":
                raise HomeAssistantError("the buzzer is jammed")
            case "burn":
                raise OSError("the buzzer burns")

    return SimpleNamespace(
        ACTION_SCHEMA=cv.DEVICE_ACTION_BASE_SCHEMA.extend(
            {vol.Required("type"): vol.In(["beep", "jam", "burn"])}
        ),
        async_call_action_from_config=async_call_action_from_config,
    )
