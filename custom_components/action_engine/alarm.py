"""Looks at the figures with every beat, and tells of what is worth an alert."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

from .alert_issues import show_alert, withdraw_alert
from .alerts import (
    FEWEST_ENDED,
    SPELLS,
    Alert,
    AlertKind,
    Alerts,
    Facts,
    Subject,
    decide,
)
from .engine.engine import ActionEngine, Execution, Statistics
from .engine.model.circuit import CircuitState
from .engine.model.state import ExecutionState
from .pulse import Pulse
from .radar import Radar

AGAIN: Final = 60.0
"""Seconds until the next look at what ends by nothing happening."""

LIMITS: Final = "limits"
"""The rule of the gate that counts calls."""

type OnAlert = Callable[[Alert], None]


class Alarm:
    """Knows which alerts there are."""

    def __init__(
        self, hass: HomeAssistant, engine: ActionEngine, pulse: Pulse, radar: Radar
    ) -> None:
        """Look with every beat from now on."""
        self.alerts: Alerts = {}
        self._hass = hass
        self._engine = engine
        self._radar = radar
        self._denied: Counter[str] = Counter()
        self._before: dict[Subject, int] = {}
        self._listeners: list[OnAlert] = []
        self._job = HassJob(self._look_again, cancel_on_shutdown=True)
        self._timer: CALLBACK_TYPE | None = None
        self._unsubscribe = (
            engine.on_move(self._moved),
            pulse.listen(self._on_pulse),
        )
        # What was remembered may be worth an alert, without anything that happens now.
        self._look()

    @callback
    def stop(self) -> None:
        """Look no more, and take back what was said."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        if self._timer is not None:
            self._timer()
        for alert in self.alerts.values():
            withdraw_alert(self._hass, alert)
        self.alerts = {}

    @callback
    def listen(self, listener: OnAlert) -> CALLBACK_TYPE:
        """Call ``listener`` with every alert when it begins, until unsubscribed."""
        self._listeners.append(listener)

        @callback
        def unsubscribe() -> None:
            self._listeners.remove(listener)

        return unsubscribe

    @callback
    def _moved(self, execution: Execution, _previous: ExecutionState | None) -> None:
        verdict = execution.verdict
        if execution.state is not ExecutionState.DENIED or verdict is None:
            return
        if verdict.decided_by == LIMITS:
            self._denied[verdict.policy] += 1

    @callback
    def _on_pulse(self, _statistics: Statistics) -> None:
        self._look()

    @callback
    def _look_again(self, _now: datetime) -> None:
        self._timer = None
        self._look()

    def _look(self) -> None:
        before = self.alerts
        facts = Facts(levels=dict(self._levels()), happened=self._happened())
        self.alerts = decide(before, facts, self._hass.loop.time())
        for subject in before.keys() - self.alerts.keys():
            withdraw_alert(self._hass, before[subject])
        for subject in self.alerts.keys() - before.keys():
            show_alert(self._hass, self._engine.gate, self.alerts[subject])
            for listener in tuple(self._listeners):
                listener(self.alerts[subject])
        if self._timer is None and any(one.kind in SPELLS for one in self.alerts):
            self._timer = async_call_later(self._hass, AGAIN, self._job)

    def _levels(self) -> Iterator[tuple[Subject, float]]:
        gate = self._engine.gate
        yield Subject(AlertKind.QUEUE), len(gate.pending())
        for policy in gate.policies:
            figures = gate.figures(policy.id)
            if figures.failure_rate is not None and figures.ended >= FEWEST_ENDED:
                yield Subject(AlertKind.FAILURE_RATE, policy.id), figures.failure_rate
        for circuit in gate.circuits():
            if circuit.state is not CircuitState.CLOSED:
                yield Subject(AlertKind.CIRCUIT_OPEN, circuit.key), 1

    def _happened(self) -> dict[Subject, int]:
        """Return how often each thing has happened since the last look."""
        before, self._before = self._before, dict(self._counts())
        return {
            subject: number - before.get(subject, 0)
            for subject, number in self._before.items()
        }

    def _counts(self) -> Iterator[tuple[Subject, int]]:
        gate = self._engine.gate
        for policy in gate.policies:
            own = policy.id
            yield Subject(AlertKind.LIMIT, own), self._denied[own]
            yield Subject(AlertKind.FLOOD, own), gate.figures(own).flooded
            yield Subject(AlertKind.SIDE_DOOR, own), self._radar.calls[own]
