"""What the author of a step wrote for the engine, read and checked.

None always means that the author wrote nothing, so the request and the options count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.helpers.template import Template

from .expectation import Expectation


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectKey:
    """The key ``expect``; if neither of the first three is given, nothing is expected."""

    auto: bool = False
    """Infer the expectation from the call."""

    expectation: Expectation | None = None
    template: Template | None = None
    """Has to be true, together with the expectation where both are given."""

    entity_ids: tuple[str, ...] | None = None
    """Look at these entities instead of the targets of the call."""

    within: float | None = None
    """Seconds that it may take to come true, all of them: nothing is added for slow
    devices."""

    skip_if_already: bool | None = None
    """Leave the call out where the expectation holds before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepKeys:
    """The engine's keys of one step."""

    id: str | None = None
    retry: Mapping[str, Any] | None = None
    """Fields of ``RetryPolicy`` that this step sets, empty for ``retry: true``."""

    expect: ExpectKey | None = None
    idempotent: bool | None = None
    """The author knows whether the call may be repeated blindly."""

    remedy: list[Any] | None = None
    """Raw actions to run between two attempts."""

    fallback: list[Any] | None = None
    """Raw actions to run when no attempt is left."""

    rollback: list[Any] | None = None
    """Raw actions that undo the step."""


NO_KEYS: Final = StepKeys()
"""For the usual step, which has none of them."""
