"""What should be true after a call, and whether a state makes it true."""

from dataclasses import dataclass
from typing import Any, Final

from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import State

from .likeness import alike, as_number

_NOT_THERE: Final = frozenset({STATE_UNAVAILABLE, STATE_UNKNOWN})
_NONE: Final[frozenset[str]] = frozenset()
_LONGEST: Final = 60

_OPPOSITES: Final = {
    "on": frozenset({"off"}),
    "off": frozenset({"on"}),
    "open": frozenset({"closed"}),
    "closed": frozenset({"open"}),
    "locked": frozenset({"unlocked"}),
    "unlocked": frozenset({"locked"}),
    # A stream that cannot be paused stops; one that goes on has to fill its buffer.
    "playing": frozenset({"paused", "idle"}),
    "paused": frozenset({"playing", "buffering"}),
}
"""What a toggle makes of a state. A state that is not here has no opposite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeExpectation:
    """A state attribute and its value; None as a value means: absent or empty."""

    name: str
    value: Any
    tolerance: float = 0
    """How far a number, or each number of a list, may be off, on both sides."""

    where_reported: bool = False
    """Do not insist on it where the entity has no such attribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """All that is given has to be true at the same time."""

    states: frozenset[str] | None
    """Any of these states, None if every state of an available entity will do.

    A state that reads as a number is compared as a number.
    """

    attributes: tuple[AttributeExpectation, ...] = ()
    inverts: bool = False
    """The state has to be the opposite of what it was before the call."""


def can_be_judged(expectation: Expectation, before: State | None) -> bool:
    """Tell whether anybody can see that this came true.

    A toggle cannot be judged if the state before it has no opposite: the entity was
    unknown, a cover stood half open, a player did neither play nor pause.
    """
    return not expectation.inverts or bool(_opposites(before))


def holds(
    expectation: Expectation, state: State | None, before: State | None = None
) -> bool:
    """Tell whether the state makes the expectation true.

    An entity that is missing, unavailable or unknown makes nothing true, unless just
    that state is expected. What cannot be judged never holds: ``can_be_judged`` tells
    it from a failure. ``before`` counts for ``inverts`` only.
    """
    return (
        state is not None
        and _state_fits(expectation, state)
        and (not expectation.inverts or state.state in _opposites(before))
        and all(_attribute_fits(wanted, state) for wanted in expectation.attributes)
    )


def describe(expectation: Expectation) -> str:
    """Return what is expected as a person would say it: ``open and tilt 50 ± 5``."""
    parts = []
    if expectation.inverts:
        parts.append("the opposite of before")
    if expectation.states is not None:
        parts.append(_any_of(sorted(map(_shown, expectation.states))))
    for wanted in expectation.attributes:
        margin = f" ± {_shown(wanted.tolerance)}" if wanted.tolerance else ""
        where = " where reported" if wanted.where_reported else ""
        parts.append(f"{wanted.name} {_shown(wanted.value)}{margin}{where}")
    return " and ".join(parts) or "available"


def unmet_text(expectation: Expectation, state: State | None) -> str:
    """Return what was expected and what is there instead, as one sentence."""
    expected = f"expected {describe(expectation)}"
    if state is None:
        return f"{expected}, but there is no such entity"
    found = [
        f"{wanted.name} {_shown(state.attributes.get(wanted.name))}"
        for wanted in expectation.attributes
        if not _attribute_fits(wanted, state)
    ]
    if not found or not _state_fits(expectation, state):
        found.insert(0, _shown(state.state))
    return f"{expected}, found {' and '.join(found)}"


def _state_fits(expectation: Expectation, state: State) -> bool:
    actual, states = state.state, expectation.states
    if states is None:
        return actual not in _NOT_THERE
    if actual in states:
        return True
    return as_number(actual) is not None and any(alike(one, actual) for one in states)


def _attribute_fits(wanted: AttributeExpectation, state: State) -> bool:
    actual = state.attributes.get(wanted.name)
    if actual is None and wanted.where_reported:
        return True
    return alike(wanted.value, actual, wanted.tolerance)


def _opposites(before: State | None) -> frozenset[str]:
    if before is None:
        return _NONE
    if before.state == "open":
        # A cover that stands half open may as well go on in the direction it had.
        position = as_number(before.attributes.get("current_position"))
        if position is not None and position < 100:  # noqa: PLR2004 - per cent
            return _NONE
    return _OPPOSITES.get(before.state, _NONE)


def _any_of(names: list[str]) -> str:
    *others, last = names or ["nothing"]
    return f"{', '.join(others)} or {last}" if others else last


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(round(value, 6)).removesuffix(".0")
    if isinstance(value, (list, tuple)):
        text = f"[{', '.join(map(_shown, value))}]"
    else:
        text = "nothing" if value is None else str(value) or "an empty text"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
