"""From the data of the actions that look into the past to what the engine is asked."""

from datetime import UTC, datetime, timedelta

import pytest

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.engine import UndoRequest
from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.notes import Verdict
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import ExecutionFilter
from custom_components.action_engine.engine.model.undo import Conflict
from custom_components.action_engine.record_fields import (
    LONGEST_PAGE,
    PurgeRequest,
    parse_list,
    parse_purge,
    parse_resolve,
    parse_rollback,
)

CONTEXT = Context()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_nothing_given_is_a_page_of_everything():
    """What is not given does not matter."""
    assert parse_list({}) == parse_list({"states": None}) == ExecutionFilter()


def test_every_filter_arrives():
    """Times are UTC, states are members."""
    wanted = parse_list(
        {
            "states": ["failed", "unknown"],
            "action": "lock.lock",
            "entity_id": "lock.door",
            "origin": "script.goodnight",
            "user_id": "4f2a",
            "since": "2026-11-20T12:00:00+00:00",
            "until": NOON + timedelta(hours=1),
            "limit": "20",
            "before": "01K",
        }
    )
    assert wanted == ExecutionFilter(
        states=frozenset({ExecutionState.FAILED, ExecutionState.UNKNOWN}),
        action="lock.lock",
        entity_id="lock.door",
        origin="script.goodnight",
        user_id="4f2a",
        since=NOON,
        until=NOON + timedelta(hours=1),
        limit=20,
        before="01K",
    )


def test_one_state_needs_no_list():
    """As a person would write it."""
    assert parse_list({"states": "Failed"}).states == {ExecutionState.FAILED}


def test_the_longest_page_is_the_journals_own():
    """More would be cut off in silence."""
    assert parse_list({"limit": 500.0}).limit == LONGEST_PAGE == 500


@pytest.fixture
def new_york():
    """Let the home be there."""
    before = dt_util.get_default_time_zone()
    dt_util.set_default_time_zone(dt_util.get_time_zone("America/New_York"))
    yield
    dt_util.set_default_time_zone(before)


@pytest.mark.usefixtures("new_york")
def test_a_time_without_an_offset_is_the_clock_of_the_home():
    """As a form and a template hand it over."""
    given = parse_list({"since": "2026-11-20 07:00:00"}).since
    assert given == NOON
    assert given.tzinfo is UTC


@pytest.mark.parametrize("verdict", Verdict)
def test_a_decision_is_one_of_three(verdict):
    """By the word that the menu has for it."""
    data = {"execution_id": "01K", "decision": verdict.value}
    assert parse_resolve(data) == ("01K", verdict)


def test_an_undo_has_careful_defaults():
    """It leaves alone what somebody changed, and it is waited for."""
    request = parse_rollback({"execution_id": "last"}, CONTEXT, answers=False)
    assert request == UndoRequest(
        context=CONTEXT,
        execution_id="last",
        conflict=Conflict.SKIP,
        dry_run=False,
        wait=True,
    )


def test_everything_since_a_time():
    """By somebody, from somewhere."""
    data = {
        "since": "2026-11-20T12:00:00Z",
        "origin": "script.party",
        "user_id": "4f2a",
        "conflict": "force",
        "dry_run": "yes",
        "wait": False,
    }
    assert parse_rollback(data, CONTEXT, answers=True) == UndoRequest(
        context=CONTEXT,
        since=NOON,
        origin="script.party",
        user_id="4f2a",
        conflict=Conflict.FORCE,
        dry_run=True,
        wait=False,
    )


def test_a_dry_run_that_nobody_reads_is_a_misunderstanding():
    """It would do nothing and say nothing."""
    with pytest.raises(InvalidActionError) as refused:
        parse_rollback(
            {"execution_id": "last", "dry_run": True}, CONTEXT, answers=False
        )
    assert refused.value.place == "dry_run"
    assert refused.value.expected == "a caller who asks for the response"


def test_days_are_counted_from_now(freezer):
    """Zero days: everything that has ended."""
    freezer.move_to(NOON)
    assert parse_purge({"keep_days": 7, "keep_count": 0}) == PurgeRequest(
        before=NOON - timedelta(days=7), keep_count=0
    )
    assert parse_purge({"keep_days": 0}).before == NOON
    assert parse_purge({}) == PurgeRequest(before=None, keep_count=None)
    assert parse_purge({"before": NOON}).before == NOON
