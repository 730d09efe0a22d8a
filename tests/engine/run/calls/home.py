"""A home of programmable devices, and runs of the engine in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from homeassistant.const import EVENT_CALL_SERVICE
from homeassistant.core import Context, Event, HomeAssistant, ServiceCall, callback
from homeassistant.helpers.entity_component import DATA_INSTANCES
from homeassistant.setup import async_setup_component

from .devices import Device
from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.outcome import RunResult
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.model.settings import RunSettings
from custom_components.action_engine.engine.model.steps_log import StepRecord
from custom_components.action_engine.engine.plan.compile import async_compile
from custom_components.action_engine.engine.run.interpreter import async_interpret
from custom_components.action_engine.engine.run.pace import Pace
from custom_components.action_engine.engine.run.service_facts import ServiceFacts
from custom_components.action_engine.engine.run.step_recorder import StepRecorder

STEADY = RetryPolicy(jitter=0)
"""Waits of exactly 1, 2 and 4 seconds."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call as Home Assistant saw it."""

    at: float
    """Seconds since the home was set up."""

    action: str
    data: Mapping[str, Any]
    context: Context

    @property
    def targets(self) -> list[str]:
        """Whom it named, sorted."""
        ids = self.data.get("entity_id", [])
        return [ids] if isinstance(ids, str) else sorted(ids)


@dataclass
class Home:
    """What a test acts on, and what it has seen."""

    hass: HomeAssistant
    calls: list[Call] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    recorder: StepRecorder = field(default_factory=StepRecorder)
    context: Context = field(default_factory=Context)

    def __post_init__(self) -> None:
        """Listen to every call from now on."""
        self._began = self.hass.loop.time()
        self.hass.bus.async_listen(EVENT_CALL_SERVICE, self._called)

    @property
    def now(self) -> float:
        """Seconds since the home was set up."""
        return round(self.hass.loop.time() - self._began, 3)

    @property
    def times(self) -> list[float]:
        """When the calls were made."""
        return [call.at for call in self.calls]

    @property
    def actions(self) -> list[str]:
        """Which calls were made."""
        return [call.action for call in self.calls]

    @property
    def targets(self) -> list[list[str]]:
        """Whom each of the calls named."""
        return [call.targets for call in self.calls]

    @property
    def records(self) -> dict[str, StepRecord]:
        """The records of the last run by their path."""
        return {record.path: record for record in self.recorder.log.records}

    async def add(self, *devices: Device) -> None:
        """Furnish the home."""
        for device in devices:
            assert await async_setup_component(self.hass, device.domain, {})
            component = self.hass.data[DATA_INSTANCES][device.domain]
            await component.async_add_entities([device])
        await self.hass.async_block_till_done()

    def state(self, entity_id: str) -> str | None:
        """Return what an entity shows, None if it is not there."""
        state = self.hass.states.get(entity_id)
        return None if state is None else state.state

    def set(self, entity_id: str, state: str, /, **attributes: Any) -> None:
        """Show a state, as an entity of another integration would."""
        self.hass.states.async_set(entity_id, state, attributes)

    def later(self, seconds: float, entity_id: str, state: str | None) -> None:
        """Show a state after some time; None takes the entity away."""
        states = self.hass.states
        if state is None:
            self.hass.loop.call_later(seconds, states.async_remove, entity_id)
        else:
            self.hass.loop.call_later(seconds, states.async_set, entity_id, state)

    async def run(
        self,
        *actions: Any,
        variables: Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> RunResult:
        """Run actions to their end; ``settings`` are fields of ``RunSettings``."""
        self.recorder = StepRecorder(self.recorder.watch)
        plan = await async_compile(self.hass, Draft(actions=list(actions)))
        facts = ServiceFacts(self.hass)
        try:
            return await async_interpret(
                self.hass,
                plan,
                variables=variables or {},
                context=self.context,
                settings=RunSettings(**{"retry": STEADY} | settings),
                facts=facts,
                pace=self.pace,
                recorder=self.recorder,
            )
        finally:
            facts.close()
            plan.unload()

    async def done(self, *actions: Any, **settings: Any) -> StepRecord:
        """Run actions that have to end well; return the record of the first step."""
        result = await self.run(*actions, **settings)
        assert result.error is None, repr(result.error)
        return self.recorder.log.records[0]

    async def failed(self, *actions: Any, **settings: Any) -> Exception:
        """Run actions that have to fail; return the error."""
        result = await self.run(*actions, **settings)
        assert result.error is not None, result.ending
        return result.error

    def service(self, name: str, *reactions: Any, **options: Any) -> list[ServiceCall]:
        """Register a plain service; return the list to which its calls are added.

        Each call takes the next reaction: an exception is raised, a function is
        called, all else is returned. None is left when the reactions are spent.
        """
        received: list[ServiceCall] = []
        left = list(reactions)

        async def handle(call: ServiceCall) -> Any:
            received.append(call)
            reaction = left.pop(0) if left else None
            if isinstance(reaction, Exception):
                raise reaction
            return reaction() if callable(reaction) else reaction

        domain, service = name.split(".")
        self.hass.services.async_register(domain, service, handle, **options)
        return received

    @callback
    def _called(self, event: Event[Any]) -> None:
        data = event.data
        action = f"{data['domain']}.{data['service']}"
        self.calls.append(Call(self.now, action, data["service_data"], event.context))
