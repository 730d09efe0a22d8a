"""A policy is opened up step by step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from custom_components.action_engine.engine.model.policy import PolicyStatus
from custom_components.action_engine.engine.model.rollout import BEFORE, Rollout, Stage
from tests.engine.gate.cases import OPEN

START = date(2026, 11, 2)
FIRST = Stage(day=0, percentage=10, actions=("notify.*",))
SECOND = Stage(day=7, percentage=25, actions=("notify.*", "create_task"))
LAST = Stage(day=21, percentage=100)
PLAN = Rollout(start=START, stages=(FIRST, SECOND, LAST))
ROLLED = replace(OPEN, rollout=PLAN)


@pytest.mark.parametrize(
    ("days", "number", "stage"),
    [
        (-1, 0, BEFORE),
        (0, 1, FIRST),
        (6, 1, FIRST),
        (7, 2, SECOND),
        (20, 2, SECOND),
        (21, 3, LAST),
        (900, 3, LAST),
    ],
)
def test_a_stage_lasts_until_the_next_one(days, number, stage):
    """Before the first one nothing runs by itself."""
    today = START + timedelta(days=days)
    assert PLAN.number(today) == number
    assert PLAN.stage(today) == ROLLED.stage(today) == stage


def test_when_stages_begin():
    """Those that there are."""
    assert PLAN.begins(2) == date(2026, 11, 9)
    assert PLAN.begins(0) is None
    assert PLAN.begins(4) is None


@pytest.mark.parametrize(
    "stages",
    [(), (SECOND, FIRST), (FIRST, FIRST), (Stage(day=10**9, percentage=1),)],
)
def test_stages_follow_each_other(stages):
    """There is at least one, each begins after the one before, and within the calendar."""
    with pytest.raises(ValueError, match="stage"):
        Rollout(start=START, stages=stages)


@pytest.mark.parametrize(
    ("days", "status"),
    [
        (-1, PolicyStatus.SUPERVISED),
        (0, PolicyStatus.CANARY),
        (21, PolicyStatus.FULL_AUTO),
    ],
)
def test_the_status_is_that_of_the_day(days, status):
    """It is full only when the last stage is."""
    assert ROLLED.status_on(START + timedelta(days=days)) is status


def test_a_stage_opens_nothing_that_the_policy_holds():
    """Who asks each time, or is off, stays so."""
    last = START + timedelta(days=21)
    asks = replace(ROLLED, approval_required=True)
    assert asks.status_on(last) is PolicyStatus.SUPERVISED
    assert replace(ROLLED, enabled=False).status_on(last) is PolicyStatus.DISABLED


def test_without_stages_all_counts_at_once():
    """As it was before anybody thought of stages."""
    assert OPEN.status_on(START) is OPEN.status is PolicyStatus.FULL_AUTO
