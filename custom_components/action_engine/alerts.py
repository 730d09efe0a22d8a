"""When something is worth an alert, and when it is over: decided from figures alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class AlertKind(StrEnum):
    """What an alert is about."""

    FAILURE_RATE = "failure_rate"
    """Too much of what ended lately under a policy has failed."""

    QUEUE = "queue"
    """Too many questions wait for an answer."""

    LIMIT = "limit"
    """Requests were denied because the limits of their policy are used up."""

    CIRCUIT_OPEN = "circuit_open"
    """Something has failed so often that it is not tried at this time."""

    SIDE_DOOR = "side_door"
    """An account with a policy has called something past the gate."""

    FLOOD = "flood"
    """So many requests came that they are not even written down."""


@dataclass(frozen=True, slots=True)
class Level:
    """Begins above one value and lasts until another, so that it does not flap."""

    above: float
    until: float


@dataclass(frozen=True, slots=True)
class Spell:
    """Begins when it happens, and is over when it has not for so many seconds."""

    quiet: float


LEVELS: Final = {
    AlertKind.FAILURE_RATE: Level(above=10, until=8),
    AlertKind.QUEUE: Level(above=50, until=40),
    AlertKind.CIRCUIT_OPEN: Level(above=0, until=0),
}
SPELLS: Final = {
    AlertKind.LIMIT: Spell(quiet=3600),
    AlertKind.SIDE_DOOR: Spell(quiet=3600),
    AlertKind.FLOOD: Spell(quiet=600),
}

FEWEST_ENDED: Final = 10
"""Of fewer executions no rate is taken: one of three is no third of anything."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is at most one alert about."""

    kind: AlertKind
    about: str = ""
    """Id of a policy or key of a circuit, empty for what concerns all."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that is so now."""

    subject: Subject
    value: float
    """Percent, questions, or how often it has happened."""

    last: float
    """When it was seen last, in seconds of some clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known at one moment."""

    levels: Mapping[Subject, float] = field(default_factory=dict)
    happened: Mapping[Subject, int] = field(default_factory=dict)
    """How often since the last time that was asked."""


type Alerts = dict[Subject, Alert]


def decide(before: Mapping[Subject, Alert], facts: Facts, now: float) -> Alerts:
    """Return the alerts as of now, given those of before."""
    return {
        **_levels(before, facts, now),
        **_lasting(before, now),
        **_spells(before, facts, now),
    }


def _levels(before: Mapping[Subject, Alert], facts: Facts, now: float) -> Alerts:
    found = {}
    for subject, value in facts.levels.items():
        level = LEVELS[subject.kind]
        if value > (level.until if subject in before else level.above):
            found[subject] = Alert(subject, value, now)
    return found


def _lasting(before: Mapping[Subject, Alert], now: float) -> Alerts:
    return {
        subject: alert
        for subject, alert in before.items()
        if (spell := SPELLS.get(subject.kind)) and now - alert.last < spell.quiet
    }


def _spells(before: Mapping[Subject, Alert], facts: Facts, now: float) -> Alerts:
    known = _lasting(before, now)
    return {
        subject: Alert(
            subject, number + (known[subject].value if subject in known else 0), now
        )
        for subject, number in facts.happened.items()
        if number
    }
