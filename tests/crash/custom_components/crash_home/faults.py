"""Kills this very process at a point that was asked for.

All points are seen through what the engine shows everybody: its live feed of steps and
moves, and the calls that it makes.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
import os
import signal
from typing import Any, Final

from homeassistant.core import HomeAssistant, callback

CALLS: Final = ("crash_home.", "switch.")
WAITS: Final = frozenset({"wait_template", "wait_for_trigger"})
INSIDE: Final = {
    "in_parallel_arms": "/parallel/",
    "in_a_loop": "/repeat/",
    "in_a_remedy": "/remedy/",
    "in_a_catch": "/catch/",
    "in_a_finally": "/finally/",
}


@dataclass(slots=True, kw_only=True)
class Wish:
    """Where the process is to die."""

    point: str
    countdown: int = 1
    """At which of the times that the point is reached."""

    after: float = 0.0
    """Seconds later."""


class Faults:
    """Looks at all that happens, and dies when it is time."""

    def __init__(
        self,
        hass: HomeAssistant,
        durable: Callable[[], Awaitable[object]],
        is_undo: Callable[[str], bool],
    ) -> None:
        """``durable`` returns when all that was written is on disk."""
        self._hass = hass
        self._durable = durable
        self._is_undo = is_undo
        self._wish: Wish | None = None

    def arm(self, wish: Wish | None) -> None:
        """Die there."""
        self._wish = wish

    @callback
    def reached(self, *points: str | None) -> None:
        """Tell that points were reached."""
        wish = self._wish
        if wish is None or wish.point not in points:
            return
        wish.countdown -= 1
        if wish.countdown:
            return
        if wish.point == "after_the_result":
            self._hass.async_create_task(self._die_when_durable())
        elif wish.after:
            self._hass.loop.call_later(wish.after, _die)
        else:
            _die()

    @callback
    def see(self, event: Mapping[str, Any]) -> None:
        """Look at a move or a step of the live feed."""
        if event["kind"] == "step":
            points = [*_places(event), *_moments(event)]
            if self._is_undo(event["execution_id"]):
                points.append("in_a_rollback")
            self.reached(*points)
        elif event["state"] == "queued":
            self.reached("while_accepting")

    async def _die_when_durable(self) -> None:
        await self._durable()
        _die()


def _places(event: Mapping[str, Any]) -> Iterator[str]:
    """Return inside of what a step stands."""
    yield from (point for point, part in INSIDE.items() if part in f"/{event['path']}")


def _moments(event: Mapping[str, Any]) -> Iterator[str]:
    """Return how far a step has come."""
    action = event["action"]
    is_call = action.startswith(CALLS)
    match event["status"]:
        case "started" if is_call:
            yield "before_the_intent"
        case "succeeded" if is_call:
            yield from ("before_the_result_is_kept", "after_the_result")
        case "waiting" if action in WAITS:
            yield "in_a_wait"
        case "waiting" if action == "delay":
            yield "in_a_delay"
        case "attempt_failed" if event["delay"] is not None:
            yield "in_a_retry_backoff"


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
