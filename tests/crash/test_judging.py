"""The judge of the crash matrix would notice: each promise broken once, by hand."""

from dataclasses import replace

import pytest

from tests.crash.devices import Receipt
from tests.crash.journal_file import Kept, Snapshot
from tests.crash.judging import (
    DAMAGE,
    DIFFERENT,
    DISORDER,
    EARLY,
    LOST,
    REPEATED,
    REVENANT,
    TWICE,
    UNASKED,
    Crash,
    Judge,
    Tracked,
)
from tests.crash.plans import Attempt, Command, Delay, Dice, Fork, Plan, Switch

RUN = "01M7XPVKFC80W0PYCTP62SZ3A4"
DICE = Dice(number=4)
PLAN = Plan(
    name="p1",
    nodes=(
        Command(service="tell", number=1),
        Command(service="press", number=2),
        Delay(seconds=1),
        Switch(device="plug", command="turn_on"),
        DICE,
        Fork(
            dice=DICE,
            limit=50,
            low=(Command(service="tell", number=5),),
            high=(Command(service="tell", number=6),),
            choose=False,
        ),
    ),
    devices=("plug",),
)


def receipt(at, mark, command="tell", **more):
    """Return a command that a device has followed."""
    given = {"run": RUN, "device": None, "value": None, "done": True, "answer": None}
    return Receipt(at=at, mark=mark, command=command, **{**given, **more})


LOG = [
    receipt(1.0, "p1.1"),
    receipt(2.0, "p1.2", "press"),
    # The kill comes at 3, in the delay.
    receipt(4.0, None, "turn_on", device="plug"),
    receipt(5.0, "p1.4", value=20),
    receipt(6.0, "p1.5"),
]


def kept(state="executing", *, sent=(), completed=(), **more):
    """Return what the journal holds of the execution."""
    given = {"id": RUN, "name": "p1", "key": "p1", "undo_of": None, **more}
    return Kept(
        state=state,
        sent={*sent, *completed},
        in_flight={*sent} - {*completed},
        completed={*completed},
        **given,
    )


def snapshot(*executions, damage=()):
    """Return a journal that holds these."""
    return Snapshot(executions={one.id: one for one in executions}, damage=[*damage])


AT_THE_KILL = snapshot(kept(completed=["p1.1", "p1.2"]))
IN_THE_END = snapshot(kept("success"))
TRACKED = Tracked(
    plan=PLAN,
    execution_id=RUN,
    answered=0.5,
    state="success",
    found={"plug": {"on": True, "level": 0}},
)


def judged(*, log=LOG, journal=AT_THE_KILL, last=IN_THE_END, **tracked):
    """Return the promises that were broken."""
    crash = Crash(point="in_a_delay", reached=True, until=3.0, journal=journal)
    judge = Judge([replace(TRACKED, **tracked)], [crash], last)
    judge.judge(sorted(log, key=lambda one: one.at))
    return {violation.promise for violation in judge.violations}


def test_nothing_is_amiss():
    """A run that went on after the kill as if nothing had been."""
    assert judged() == set()


def test_what_is_not_on_disk_may_be_repeated():
    """An idempotent call whose result had not been written down is no violation."""
    log = [LOG[0], receipt(3.1, "p1.1"), receipt(3.2, "p1.2", "press")]
    log += [replace(one, at=one.at + 0.3) for one in LOG[2:]]
    assert judged(log=log, journal=snapshot(kept(sent=["p1.1"]))) == set()


def test_what_was_ahead_of_the_journal_may_have_led_elsewhere():
    """A choice that was not on disk is made again, and falls otherwise."""
    log = [
        *(replace(one, at=at) for one, at in zip(LOG, (0.5, 0.6, 1.8), strict=False)),
        receipt(2.7, "p1.4", value=80),
        receipt(2.8, "p1.6"),
        *LOG[3:],
    ]
    sent = ["p1.1", "p1.2", "plug:turn_on"]
    assert judged(log=log, journal=snapshot(kept(completed=sent))) == set()


@pytest.mark.parametrize(
    ("promise", "change"),
    [
        (REPEATED, {"log": [*LOG, receipt(3.5, "p1.1")]}),
        (REPEATED, {"log": [*LOG, receipt(5.5, "p1.4", value=20)]}),
        (
            UNASKED,
            {
                "log": [*LOG, receipt(3.5, "p1.2", "press")],
                "journal": snapshot(kept(sent=["p1.2"], completed=["p1.1"])),
            },
        ),
        (EARLY, {"journal": snapshot(kept(completed=["p1.1"]))}),
        (LOST, {"journal": snapshot()}),
        (LOST, {"last": snapshot()}),
        (TWICE, {"last": snapshot(kept("success"), kept("success", id="01B"))}),
        (
            TWICE,
            {
                "log": [*LOG, receipt(7.0, "p1.1", run="01B")],
                "last": snapshot(kept("success"), kept(id="01B", key=None)),
            },
        ),
        (REVENANT, {"journal": snapshot(kept("failed", completed=["p1.1", "p1.2"]))}),
        (REVENANT, {"cancelled": 2.5, "state": "cancelled"}),
        (REVENANT, {"cancelled": 2.5, "log": LOG[:2]}),
        (DIFFERENT, {"log": LOG[:4]}),
        (DIFFERENT, {"log": [*LOG, receipt(7.0, "p1.6")]}),
        (DIFFERENT, {"state": "failed"}),
        (DIFFERENT, {"found": {"plug": {"on": False, "level": 0}}}),
        (DISORDER, {"log": [*LOG[1:], receipt(2.5, "p1.1")]}),
        (
            DISORDER,
            {"log": [*LOG[:2], replace(LOG[2], at=2.7), *LOG[3:]]},
        ),
        (
            DAMAGE,
            {"journal": snapshot(kept(completed=["p1.1", "p1.2"]), damage=["row 7"])},
        ),
    ],
)
def test_a_broken_promise_is_seen(promise, change):
    """Whatever else it leads to, it is among what is blamed."""
    assert promise in judged(**change)


def test_what_a_cancelled_one_owes_is_no_violation():
    """The rest of its ``finally`` follows in the next life, and nothing else does."""
    block = Attempt(
        body=(Command(service="tell", number=1), Delay(seconds=5)),
        catch=(Command(service="tell", number=2),),
        final=(Command(service="tell", number=3), Command(service="tell", number=4)),
    )
    change = {
        "plan": replace(PLAN, nodes=(block,)),
        "cancelled": 1.5,
        "state": "cancelled",
        "journal": snapshot(kept(completed=["p1.1", "p1.3"])),
    }
    log = [receipt(1.0, "p1.1"), receipt(2.0, "p1.3"), receipt(4.0, "p1.4")]
    assert judged(log=log, **change) == set()
    assert judged(log=[*log, receipt(5.0, "p1.2")], **change) == {REVENANT}


def test_a_decision_that_was_forgotten_is_seen():
    """A device was told of one number before the kill, and of another one after it."""
    log = [receipt(2.5, "p1.4", value=80), *LOG]
    journal = snapshot(kept(sent=["p1.4"], completed=["p1.1", "p1.2"]))
    assert DIFFERENT in judged(log=log, journal=journal)


def test_a_person_may_want_it_again():
    """With a verdict a call that must not be repeated is no violation."""
    log = [*LOG, receipt(3.5, "p1.2", "press")]
    journal = snapshot(kept("unknown", sent=["p1.2"], completed=["p1.1"]))
    assert UNASKED in judged(log=log, journal=journal)
    verdicts = [(3.2, "run_again")]
    assert UNASKED not in judged(log=log, journal=journal, verdicts=verdicts)
