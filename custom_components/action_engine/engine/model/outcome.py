"""How the interpretation of a plan ended, before anybody draws conclusions."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from homeassistant.helpers.typing import UNDEFINED, UndefinedType

from .steps_log import StepsLog


class Ending(StrEnum):
    """The ways in which a run can end."""

    FINISHED = "finished"
    STOPPED = "stopped"
    """A ``stop`` step ended it."""

    CONDITION = "condition"
    """A condition on the top level did not hold."""

    ABORTED = "aborted"
    """``stop`` with ``error: true``, a wait that timed out, a loop without an end."""

    ERROR = "error"
    CANCELLED = "cancelled"
    TIMEOUT = "timeout"
    UNKNOWN = "unknown"
    """Nobody can tell what of it happened; a person has to."""

    HELD = "held"
    """A person has to agree to what comes next."""

    SUSPENDED = "suspended"
    """Home Assistant stops; the run goes on after the restart."""


GOOD_ENDINGS = frozenset({Ending.FINISHED, Ending.STOPPED, Ending.CONDITION})
"""Endings that the author of the actions meant to be possible."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunResult:
    """What the interpreter hands back."""

    ending: Ending
    log: StepsLog
    variables: dict[str, Any]
    """The top-level variables as the run left them."""

    response: Any = None
    """What a ``stop`` step with a response variable gave."""

    conversation_response: str | UndefinedType | None = UNDEFINED
    error: Exception | None = None
    place: str | None = None
    """Path of the step at which it ended, where one can be named."""

    observed: dict[str, Any] = field(default_factory=dict)
    """What was seen of each touched entity, filled when the settings ask for it."""
