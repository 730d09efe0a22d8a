import re

import pytest

from custom_components.action_engine.engine.model import state
from custom_components.action_engine.engine.model.state import (
    ENDED,
    INITIAL,
    MOVES,
    OPEN,
    RUNNING,
    WAITING,
    ExecutionState,
    IllegalMoveError,
    check_move,
)

LEGAL = """
    start -> queued pending_approval denied
    pending_approval -> queued rejected expired cancelled
    queued -> executing paused cancelled failed expired unknown
    executing -> retrying paused success failed cancelled unknown pending_approval
    retrying -> executing paused failed cancelled unknown pending_approval
    paused -> queued cancelled failed pending_approval
    unknown -> queued success failed cancelled
    success -> rolling_back
    failed -> rolling_back
    rolling_back -> rolled_back failed
"""
"""All legal moves, written a second time: a change of the table has to be meant."""

_LINES = [line.split(" -> ") for line in LEGAL.strip().splitlines()]
PAIRS = {(a.strip(), b) for a, several in _LINES for b in several.split()}
ALL = [
    (previous, following)
    for previous in [None, *ExecutionState]
    for following in ExecutionState
]


@pytest.mark.parametrize(("previous", "following"), ALL)
def test_exactly_the_moves_of_the_table_are_legal(previous, following):
    """Every pair of states is either in the table or an error that names both ends."""
    if (previous or "start", following) in PAIRS:
        check_move(previous, following)
        return
    text = f"{previous or 'start'} -> {following} is not a legal move"
    with pytest.raises(IllegalMoveError, match=re.escape(text)) as caught:
        check_move(previous, following)
    assert (caught.value.previous, caught.value.following) == (previous, following)


def test_every_state_has_its_row():
    """A new state cannot be forgotten in the table."""
    assert set(MOVES) == set(ExecutionState)


def test_every_state_can_be_reached():
    """From the first states every other one can be come to."""
    reached, todo = set(INITIAL), list(INITIAL)
    while todo:
        new = MOVES[todo.pop()] - reached
        reached |= new
        todo += new
    assert reached == set(ExecutionState)


def test_whatever_is_open_can_still_end():
    """No open state is a trap."""
    for one in OPEN:
        assert MOVES[one], one


def test_the_groups_share_out_all_states():
    """A state is waiting, running or ended, and only one of these."""
    assert WAITING | RUNNING == OPEN
    assert not WAITING & RUNNING
    assert set(ExecutionState) == OPEN | ENDED
    assert not OPEN & ENDED
    assert {one for one in ENDED if not MOVES[one]} == {
        "cancelled",
        "denied",
        "rejected",
        "expired",
        "rolled_back",
    }


def test_the_picture_names_every_state():
    """The drawing at the top of the module shows each state of the table."""
    assert [one for one in ExecutionState if one not in state.__doc__] == []
