"""One action, taken apart: what builders make step records of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.core import HomeAssistant

from ..model.plan import Steps
from .checks import LazyChecks


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One action, taken apart and validated."""

    hass: HomeAssistant
    config: dict[str, Any]
    inner: Mapping[str, Steps]
    """Compiled sequences by the place in their step."""

    check: Callable[[list[dict[str, Any]]], LazyChecks]
    """Makes checkers that the plan will unload."""

    common: dict[str, Any]
    """What every step has: label, place, action, alias, enabled, keys …"""


def rollback(parts: Parts) -> Steps:
    """Return how the author has the step undone."""
    return parts.inner.get("rollback", ())


def effort(parts: Parts) -> dict[str, Any]:
    """Return the sequences of a step that can fail, be tried again and be replaced."""
    return {
        "remedy": parts.inner.get("remedy", ()),
        "fallback": parts.inner.get("fallback", ()),
        "rollback": rollback(parts),
    }
