"""What was found in the answer of a language model, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from .claim import NO_CLAIM, Claim

ANSWER: Final = "answer"
"""The variable of a run that takes what a tool has answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A piece that was mended before it could be read; both sides are shortened."""

    was: str
    """What stood in the answer."""

    made: str
    """What it was read as, in JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing that a language model wants done: a named action, or native actions."""

    place: str
    """Where it stands: ``actions/1 (line 5, column 3)``."""

    format: str
    """The name of the format that it was written in."""

    name: str | None = None
    """The action or tool; None if ``actions`` says everything."""

    parameters: Mapping[str, Any] = field(default_factory=dict)
    actions: list[Any] | None = None
    """Home Assistant's own actions, raw, if the wish was written as such."""

    options: Mapping[str, Any] = field(default_factory=dict)
    """What was said about priority and retries; ``option_keys`` tells what it means."""

    claim: Claim = NO_CLAIM
    repaired: Repair | None = None
    call_id: str | None = None
    """The id under which the model waits for the result of a tool call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something that looked like a wish and was left out."""

    place: str
    text: str
    """How it begins, at most 200 characters."""

    reason: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found in one answer, in its order."""

    formats: tuple[str, ...] = ()
    """The formats in which something was found."""

    analysis: str | None = None
    """What the answer says beside its wishes."""

    wishes: tuple[Wish, ...] = ()
    losses: tuple[Loss, ...] = ()
