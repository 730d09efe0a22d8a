"""The figures as Prometheus knows them.

Imported only where Home Assistant's own ``prometheus`` is set up, which brings the client.
Names and labels are those that dashboards of such systems look for; they have no prefix of
the integration for that reason.
"""

from collections import defaultdict, deque
from typing import Final

import prometheus_client
from prometheus_client import Counter, Gauge, Histogram

from homeassistant.core import HomeAssistant, callback
from homeassistant.util.hass_dict import HassKey

RATED: Final = 50
"""Calls of one kind that a failure rate is taken from."""

_TENANT: Final = ("tenant",)
_KIND: Final = ("tenant", "action_type")


class Metrics:
    """All of them. Counters go on where they were when the entry is loaded anew."""

    def __init__(self) -> None:
        """Begin with nothing counted, and nobody who looks."""
        # In no registry until they are shown.
        self._executions = Counter(
            "action_executions_total",
            "Executions that have ended, by each kind of action in them",
            (*_KIND, "status"),
            registry=None,
        )
        self._queue = Gauge(
            "action_approval_queue_size",
            "Questions that wait for a person",
            _TENANT,
            registry=None,
        )
        self._duration = Histogram(
            "action_execution_duration",
            "Seconds that calls took, with all their attempts",
            _KIND,
            registry=None,
        )
        self._failures = Gauge(
            "action_failure_rate",
            "Share of the last calls that failed, from 0 to 1",
            _KIND,
            registry=None,
        )
        self._rollbacks = Counter(
            "action_rollback_total",
            "Executions that were set back, by each kind of action in them",
            _KIND,
            registry=None,
        )
        self._rated: defaultdict[tuple[str, str], deque[bool]] = defaultdict(
            lambda: deque(maxlen=RATED)
        )
        self._waiting: set[str] = set()
        self._is_shown = False

    @callback
    def show(self) -> None:
        """Be in the registry that Home Assistant hands out."""
        if not self._is_shown:
            self._is_shown = True
            for one in self._all:
                prometheus_client.REGISTRY.register(one)

    @callback
    def hide(self) -> None:
        """Be there no more; what was counted is kept."""
        if self._is_shown:
            self._is_shown = False
            for one in self._all:
                prometheus_client.REGISTRY.unregister(one)

    @callback
    def ended(self, tenant: str, kinds: set[str], status: str) -> None:
        """Count an execution once for each kind of action in it."""
        for kind in kinds:
            self._executions.labels(tenant, kind, status).inc()

    @callback
    def rolled_back(self, tenant: str, kinds: set[str]) -> None:
        """Count an execution that was set back."""
        for kind in kinds:
            self._rollbacks.labels(tenant, kind).inc()

    @callback
    def called(self, tenant: str, kind: str, duration: float, *, failed: bool) -> None:
        """Count one call."""
        self._duration.labels(tenant, kind).observe(duration)
        rated = self._rated[tenant, kind]
        rated.append(failed)
        self._failures.labels(tenant, kind).set(sum(rated) / len(rated))

    @callback
    def waiting(self, tenants: dict[str, int]) -> None:
        """Take over how many questions wait, and forget tenants that are gone."""
        for tenant in self._waiting - tenants.keys():
            self._queue.remove(tenant)
        for tenant, number in tenants.items():
            self._queue.labels(tenant).set(number)
        self._waiting = set(tenants)

    @property
    def _all(self) -> tuple[Counter | Gauge | Histogram, ...]:
        return (
            self._executions,
            self._queue,
            self._duration,
            self._failures,
            self._rollbacks,
        )


_METRICS: Final[HassKey[Metrics]] = HassKey("action_engine_metrics")


@callback
def metrics_of(hass: HomeAssistant) -> Metrics:
    """Return the one set of metrics of this process."""
    return hass.data.setdefault(_METRICS, Metrics())
