"""What was measured of ``amitfin/retry``, an integration that retries service calls.

Its code is no part of this project, so nothing of it runs here. The figures are medians
of paired ratios to a native script of the same steps, measured as all others are, for
commit bb64f9d of https://github.com/amitfin/retry with Home Assistant 2026.10.4.
"""

from typing import Final

from benchmarks.measure import Care
from benchmarks.table import Figure
from benchmarks.world import World

TITLE: Final = "amitfin/retry at bb64f9d by native, measured earlier; for comparison"

_RATIOS: Final = {
    "10 no-op calls, each as retry.action": 4.4,
    "10 no-op calls in one retry.actions": 5.7,
    "10 entity calls, each as retry.action": 2.4,
    "10 entity calls in one retry.actions": 3.3,
    "50 entities, nothing fails, retry.action": 3.0,
    "50 entities, nothing fails, retry.actions": 3.5,
}
_CALLS: Final = {
    "50 entities, nothing fails, retry.action: service calls": 51,
    "50 entities, one fails once, retry.action: service calls": 52,
}
_SEEN: Final = 201.0


async def measure(_world: World, _care: Care) -> list[Figure]:
    """Return the published figures."""
    return [
        *(Figure(what=what, value=value) for what, value in _RATIOS.items()),
        *(
            Figure(what=what, value=value, unit="calls")
            for what, value in _CALLS.items()
        ),
        Figure(
            what="state that comes 30 ms after the call: seen after",
            value=_SEEN,
            unit="ms",
        ),
        Figure(
            what="memory after 1,000 calls of retry.actions with 10 steps",
            value=7.1,
            unit="MB more",
        ),
    ]
