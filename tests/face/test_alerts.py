"""When an alert begins, and when it is over."""

import pytest

from custom_components.action_engine.alerts import (
    LEVELS,
    SPELLS,
    Alert,
    AlertKind,
    Facts,
    Subject,
    decide,
)

NOW = 1000.0


def levels(kind, *values):
    """Return after which of these values, one after the other, there is an alert."""
    subject, alerts, shown = Subject(kind, "x"), {}, []
    for value in values:
        alerts = decide(alerts, Facts(levels={subject: value}), NOW)
        shown.append(subject in alerts)
    return shown


def test_every_kind_has_one_rule():
    """It is either a level or a spell."""
    assert set(LEVELS) | set(SPELLS) == set(AlertKind)
    assert not set(LEVELS) & set(SPELLS)


@pytest.mark.parametrize(
    ("kind", "values", "shown"),
    [
        (AlertKind.FAILURE_RATE, (10, 10.1, 9, 8, 9), (0, 1, 1, 0, 0)),
        (AlertKind.QUEUE, (50, 51, 50, 41, 40, 50), (0, 1, 1, 1, 0, 0)),
        (AlertKind.CIRCUIT_OPEN, (0, 1, 1, 0), (0, 1, 1, 0)),
    ],
)
def test_a_level_does_not_flap(kind, values, shown):
    """It begins above one value and lasts until a lower one."""
    assert levels(kind, *values) == list(map(bool, shown))


def test_what_is_not_there_any_more_is_no_alert():
    """A policy may be removed, a circuit forgotten."""
    subject = Subject(AlertKind.CIRCUIT_OPEN, "all")
    before = {subject: Alert(subject, 1, NOW)}
    assert decide(before, Facts(), NOW) == {}


@pytest.mark.parametrize(("kind", "quiet"), [(k, s.quiet) for k, s in SPELLS.items()])
def test_a_spell_is_over_when_it_was_quiet_for_long_enough(kind, quiet):
    """What happens again meanwhile is counted, and begins the time anew."""
    subject = Subject(kind, "x")
    begun = decide({}, Facts(happened={subject: 2}), NOW)
    assert begun == {subject: Alert(subject, 2, NOW)}
    later = NOW + quiet - 1
    assert decide(begun, Facts(happened={subject: 0}), later) == begun
    again = decide(begun, Facts(happened={subject: 3}), later)
    assert again == {subject: Alert(subject, 5, later)}
    assert decide(again, Facts(), later + quiet - 1) == again
    assert decide(again, Facts(), later + quiet) == {}
    assert decide({}, Facts(happened={subject: 0}), NOW) == {}
