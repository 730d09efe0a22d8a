"""Counts for Prometheus, where Home Assistant's own integration of it is set up."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from homeassistant.const import EVENT_COMPONENT_LOADED
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.importlib import async_import_module
from homeassistant.setup import ATTR_COMPONENT

from .engine.engine import ActionEngine, Execution, Statistics
from .engine.model.state import ENDED, ExecutionState
from .engine.model.steps_log import StepStatus
from .policies import policy_name, policy_of
from .pulse import Pulse

if TYPE_CHECKING:
    from .metrics import Metrics

PROMETHEUS: Final = "prometheus"

UNKNOWN: Final = "unknown"
"""The tenant of what was taken up after a restart and may do as it likes: the policy that
let it in is not kept with it."""

OTHER: Final = "other"
"""Kind of what is no action of this home: names that a caller makes up must not become
labels, of which each is kept for ever."""

_BAD: Final = frozenset({StepStatus.FAILED, StepStatus.FALLBACK})


class Exporter:
    """Lives as long as the entry is loaded, and does nothing without Prometheus."""

    def __init__(self, hass: HomeAssistant, engine: ActionEngine, pulse: Pulse) -> None:
        """Begin as soon as there is somebody to count for."""
        self._hass = hass
        self._engine = engine
        self._pulse = pulse
        self._metrics: Metrics | None = None
        self._stopped = False
        self._unsubscribe: list[Callable[[], None]] = []
        if PROMETHEUS in hass.config.components:
            self._begin_soon()
        else:
            # Not ``async_when_setup``, whose listener can never be taken back: in a home
            # without Prometheus every reload would leave an engine behind.
            self._unsubscribe.append(
                hass.bus.async_listen(EVENT_COMPONENT_LOADED, self._loaded, _is_it)
            )

    @callback
    def stop(self) -> None:
        """Count no more, and leave the registry."""
        self._stopped = True
        while self._unsubscribe:
            self._unsubscribe.pop()()
        if self._metrics is not None:
            self._metrics.hide()

    @callback
    def _loaded(self, _event: Event[Any]) -> None:
        self._unsubscribe.pop()()
        self._begin_soon()

    def _begin_soon(self) -> None:
        self._hass.async_create_task(self._begin(), "action_engine metrics")

    async def _begin(self) -> None:
        module = await async_import_module(self._hass, f"{__package__}.metrics")
        if self._stopped:
            return
        self._metrics = module.metrics_of(self._hass)
        self._metrics.show()
        self._count_waiting(self._engine.statistics)
        self._unsubscribe = [
            self._engine.on_move(self._moved),
            self._pulse.listen(self._count_waiting),
        ]

    @callback
    def _moved(self, execution: Execution, previous: ExecutionState | None) -> None:
        state = execution.state
        if (metrics := self._metrics) is None or state not in ENDED:
            return
        tenant = self._tenant(policy_of(execution))
        kinds = self._kinds(execution)
        if state is ExecutionState.ROLLED_BACK:
            metrics.rolled_back(tenant, kinds)
        elif previous is not ExecutionState.ROLLING_BACK:
            metrics.ended(tenant, kinds, state.value)
            self._count_calls(metrics, tenant, execution)

    def _count_calls(self, metrics: Metrics, tenant: str, execution: Execution) -> None:
        for one in execution.recorder.log.records:
            if one.attempts:
                kind, failed = self._kind(one.action), one.status in _BAD
                metrics.called(tenant, kind, one.duration, failed=failed)

    @callback
    def _count_waiting(self, _statistics: Statistics) -> None:
        if self._metrics is None:
            return
        gate = self._engine.gate
        waiting = {policy.name: 0 for policy in gate.policies}
        for one in gate.pending():
            name = policy_name(gate, one.policy)
            waiting[name] = waiting.get(name, 0) + 1
        self._metrics.waiting(waiting)

    def _tenant(self, policy_id: str | None) -> str:
        return (
            UNKNOWN if policy_id is None else policy_name(self._engine.gate, policy_id)
        )

    def _kinds(self, execution: Execution) -> set[str]:
        """Return what was called, or of what never ran, what it would have called."""
        called = {one.action for one in execution.recorder.log.records if one.attempts}
        verdict = execution.verdict
        if not called and verdict is not None and verdict.impact is not None:
            called = {one.asked.action for one in verdict.impact.touches}
        return {self._kind(one) for one in called} or {OTHER}

    def _kind(self, action: str) -> str:
        domain, _, service = action.lower().partition(".")
        known = self._hass.services.has_service(domain, service)
        return f"{domain}.{service}" if known else OTHER


@callback
def _is_it(data: Any) -> bool:
    """Tell whether it is Prometheus that was set up."""
    return bool(data[ATTR_COMPONENT] == PROMETHEUS)
