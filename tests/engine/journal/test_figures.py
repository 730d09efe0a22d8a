"""Figures of a period, counted in the journal, against counting by hand."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import fmean

import pytest

from homeassistant.util import ulid

from custom_components.action_engine.engine.model.approval import Answer, Approval
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.report import (
    MOST_ACTIONS,
    MOST_FAILURES,
    ReportWish,
)
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import NewExecution, Sight

DAY = timedelta(days=1)
START = datetime(2026, 11, 1, tzinfo=UTC)
STATES = ("success", "success", "success", "failed", "denied", "unknown", "rolled_back")


def add(journal, number, at, **more):
    """Write down one execution that has ended."""
    state = ExecutionState(more.pop("state", STATES[number % len(STATES)]))
    identity = ulid.ulid_at_time(at.timestamp())
    journal.accepted(
        NewExecution(
            id=identity,
            name=f"run {number}",
            created=at,
            policy=more.pop("policy", f"policy{number % 3}"),
            user_id=more.pop("user_id", f"user{number % 2}"),
            undo_of=more.pop("undo_of", None),
        )
    )
    began = None if state is ExecutionState.DENIED else at
    decided = {"verdict": {"decided_by": ("limits", "deny_list")[number % 2]}}
    journal.changed(
        identity,
        state=state,
        started=began,
        ended=at,
        duration=float(number % 20),
        error=f"reason {number}",
        result=decided,
    )
    if began is not None:
        journal.touched(identity, actions=[f"light.a{number % 13}"])
    return identity, state


@pytest.fixture
async def filled(journal):
    """Return what was written down: 140 executions in two days."""
    written = [add(journal, n, START + DAY * n / 70) for n in range(140)]
    await journal.durable()
    return written


def wish(days=(0, 2), **more):
    """Return a wish for some days."""
    since, until = (START + DAY * one for one in days)
    return ReportWish(since=since, until=until, **more)


async def test_states_are_counted(journal, filled):
    """All of them, and those of one policy."""
    found = await journal.figures(wish())
    assert found.states == Counter(state.value for _, state in filled)
    assert found.total == 140
    assert {sum(one.values()) for one in found.policies.values()} == {46, 47}
    assert found.success_rate == 75


async def test_the_period_is_exact(journal, filled):
    """From its first moment on, and without its last."""
    first = await journal.figures(wish((0, 1)))
    second = await journal.figures(wish((1, 2)))
    assert (first.total, second.total) == (70, 70)
    assert (await journal.figures(wish((3, 4)))).total == 0


async def test_durations(journal, filled):
    """Of those that began; the shares are those of a sorted list."""
    seconds = sorted(
        float(n % 20) for n in range(140) if STATES[n % len(STATES)] != "denied"
    )
    found = (await journal.figures(wish())).durations
    assert found.number == len(seconds) == 120
    assert found.mean == pytest.approx(fmean(seconds))
    assert found.median == seconds[60]
    assert found.p95 == seconds[114]
    assert found.longest == 19


async def test_actions(journal, filled):
    """The most frequent ones, with how often they failed."""
    found = (await journal.figures(wish())).actions
    assert len(found) == MOST_ACTIONS
    numbers = [one.executions for one in found]
    assert numbers == sorted(numbers, reverse=True)
    for one in found:
        turns = [n for n in range(140) if f"light.a{n % 13}" == one.action]
        began = [n for n in turns if STATES[n % len(STATES)] != "denied"]
        failed = [n for n in began if STATES[n % len(STATES)] == "failed"]
        assert (one.executions, one.failed) == (len(began), len(failed))


async def test_failures_and_denials(journal, filled):
    """The newest failures with their reason, and the rules that denied."""
    found = await journal.figures(wish())
    assert len(found.failures) == MOST_FAILURES
    names = [one.name for one in found.failures]
    bad = [n for n in range(139, -1, -1) if STATES[n % 7] in ("failed", "unknown")]
    assert names == [f"run {n}" for n in bad[:MOST_FAILURES]]
    assert found.failures[0].error == f"reason {bad[0]}"
    assert found.denials == {"limits": 10, "deny_list": 10}


async def test_undos(journal, filled):
    """Executions that undid others."""
    identity, _ = filled[0]
    add(journal, 1, START + DAY, undo_of=identity)
    assert (await journal.figures(wish())).undos == 1


async def test_who_sees_little_is_told_little(journal, filled):
    """His own, and those of the policies about which he is asked."""
    sight = Sight(user_id="user1", policies=frozenset({"policy0"}))
    found = await journal.figures(wish(sight=sight))
    seen = [n for n in range(140) if n % 2 == 1 or n % 3 == 0]
    assert found.total == len(seen)
    assert sum(one.executions for one in found.actions) <= len(seen)
    for one in found.failures:
        assert int(one.name.split()[1]) in seen
    nobody = await journal.figures(wish(sight=Sight(user_id="")))
    assert (nobody.total, nobody.durations, nobody.failures) == (0, None, ())


async def test_questions(journal, filled):
    """Those that were asked in the period, by their answer; one's own only."""
    identity, _ = filled[0]
    answers = (Answer.APPROVED, Answer.APPROVED, Answer.REJECTED, Answer.PENDING)
    for number, answer in enumerate(answers):
        asked = START + DAY * number
        question = Approval(
            id=f"q{number}",
            execution_id=identity,
            policy="policy0",
            asked=asked,
            expires=asked + DAY,
            digest="",
            risk=Risk.LOW,
            asker=f"user{number % 2}",
        )
        journal.approval_asked(question)
        if answer is not Answer.PENDING:
            journal.approval_changed(_answered(question, answer))
    found = await journal.figures(wish((0, 10)))
    assert found.approvals == {"approved": 2, "rejected": 1, "pending": 1}
    assert (await journal.figures(wish((0, 1)))).approvals == {"approved": 1}
    own = await journal.figures(wish((0, 10), sight=Sight(user_id="user0")))
    assert own.approvals == {"approved": 1, "rejected": 1}
    asked = Sight(user_id="", policies=frozenset({"policy0"}))
    assert sum((await journal.figures(wish((0, 10), sight=asked))).approvals.values())


def _answered(question, answer):
    """Return a question with its answer."""
    return replace(question, answer=answer, answered=question.asked)


async def test_with_encryption_it_is_the_same(open_journal):
    """What is sealed is opened where it has to be read."""
    journal = await open_journal(encrypt=True)
    for number in range(14):
        add(journal, number, START + timedelta(hours=number))
    found = await journal.figures(wish())
    assert found.total == 14
    assert sum(found.denials.values()) == 2
    assert "unknown" not in found.denials
    assert found.failures[0].error == "reason 12"
