"""Circuits: what has failed too often is left alone for a while."""

import pytest

from custom_components.action_engine.engine.gate.circuits import ALL, Circuits, keys_of
from custom_components.action_engine.engine.gate.stored_times import StrangeStateError
from custom_components.action_engine.engine.model.circuit import (
    CircuitSettings,
    CircuitState,
)

KEYS = keys_of("light.turn_on", ["hue"])
ACTION = "action:light.turn_on"


@pytest.fixture
def board():
    """Return a board with all closed; three failures are too many."""
    return Circuits(CircuitSettings(threshold=3, cooldown=100))


def fail(board, now, times=1, keys=KEYS, **more):
    """Let calls through that fail."""
    for _ in range(times):
        board.failed(board.enter(keys, now), now, "no answer", **more)


def succeed(board, now, times=1, keys=KEYS):
    """Let calls through that succeed."""
    for _ in range(times):
        board.succeeded(board.enter(keys, now), now)


def again(board):
    """Return the board of the next life."""
    after = Circuits(board.settings)
    for key in board.known():
        after.load(key, board.export(key))
    return after


def state(board, now=0, key=ACTION):
    """Return how a circuit stands."""
    found = {circuit.key: circuit.state for circuit in board.list(now)}
    return found.get(key, CircuitState.CLOSED)


def test_what_a_call_has_to_do_with():
    """Its action, its integrations, and everything."""
    assert keys_of("Light.Turn_On", ["hue", "zha"]) == (
        "action:light.turn_on",
        "integration:hue",
        "integration:zha",
        "all",
    )


def test_failures_in_a_row_open_it(board):
    """Then nothing goes through until the cooldown is over."""
    fail(board, 0, 2)
    assert board.blocked(KEYS, 0) == {}
    fail(board, 0)

    assert board.blocked(KEYS, 10) == {ACTION: 90, "integration:hue": 90}
    assert board.enter(KEYS, 10) is None
    assert board.blocked(keys_of("switch.turn_on"), 10) == {}
    assert state(board) is CircuitState.OPEN


def test_a_success_in_between_closes_the_row(board):
    """And the circuit leaves the board: nothing is to be kept of it."""
    fail(board, 0, 2)
    leave = board.enter(KEYS, 0)

    assert set(board.succeeded(leave, 0)) == set(KEYS)
    assert board.export(ACTION) is None
    fail(board, 0, 2)
    assert board.blocked(KEYS, 0) == {}


def test_one_probe_goes_through(board):
    """Its success closes the circuit."""
    fail(board, 0, 3)
    probe = board.enter(KEYS, 100)

    assert board.enter(KEYS, 100) is None
    assert state(board, 100) is CircuitState.HALF_OPEN
    assert board.blocked(KEYS, 110) == {ACTION: 190, "integration:hue": 190}
    assert set(board.succeeded(probe, 120)) == {ACTION, "integration:hue", ALL}
    assert board.list(120) == ()


def test_a_probe_that_fails_opens_it_again(board):
    """For as long as the first time."""
    fail(board, 0, 3)
    fail(board, 150)

    assert board.blocked(KEYS, 151)[ACTION] == 99
    assert state(board, 151) is CircuitState.OPEN


def test_a_probe_that_never_answers_has_failed(board):
    """When the cooldown is over; what it says later decides nothing."""
    fail(board, 0, 3)
    probe = board.enter(KEYS, 100)

    assert state(board, 200) is CircuitState.OPEN
    assert board.blocked(KEYS, 200)[ACTION] == 100
    board.succeeded(probe, 250)
    assert board.enter(KEYS, 299) is None
    second = board.enter(KEYS, 300)
    board.succeeded(probe, 301)
    assert state(board, 301) is CircuitState.HALF_OPEN
    board.succeeded(second, 302)
    assert state(board, 302) is CircuitState.CLOSED


def test_a_probe_that_was_not_made_is_given_back(board):
    """The next call is the probe."""
    fail(board, 0, 3)
    leave = board.enter(KEYS, 100)

    assert set(board.called_off(leave, 110)) == {ACTION, "integration:hue"}
    assert board.blocked(KEYS, 110) == {}
    assert board.enter(KEYS, 110).probes == {ACTION: 110, "integration:hue": 110}


def test_calls_that_were_under_way_decide_nothing(board):
    """Neither do they close it, nor do they keep it open longer."""
    early = [board.enter(KEYS, 0) for _ in range(2)]
    fail(board, 0, 3)
    board.failed(early[0], 50, "late")
    board.succeeded(early[1], 60)

    assert board.blocked(KEYS, 60)[ACTION] == 40
    assert board.list(60)[0].error == "late"


def test_a_mistake_of_the_caller_is_no_failure(board):
    """A service that is not there says nothing about a device."""
    fail(board, 0, 9, counts=False)

    assert board.list(0) == ()


def test_a_circuit_that_lets_nothing_through_uses_up_no_probe(board):
    """A call goes through all of its circuits or through none."""
    fail(board, 0, 3, keys=("action:a.a",))
    fail(board, 50, 3, keys=("integration:hue",))
    assert board.enter(("action:a.a", "integration:hue"), 110) is None

    assert board.enter(("action:a.a",), 110).probes == {"action:a.a": 110}


def test_everything_stops_if_most_of_it_fails(board):
    """Of at least twenty within five minutes; a success of the probe begins anew."""
    for number in range(10):
        fail(board, number, keys=keys_of(f"test.a{number}"))
    succeed(board, 10, 9, keys=keys_of("test.b"))
    assert board.blocked([ALL], 10) == {}
    fail(board, 10, keys=keys_of("test.c"))

    assert board.blocked(keys_of("test.d"), 11) == {ALL: 99}
    succeed(board, 110, keys=keys_of("test.d"))
    fail(board, 110, 2, keys=keys_of("test.d"))
    assert board.blocked([ALL], 110) == {}


def test_half_of_it_failing_is_not_most_of_it(board):
    """Nor is what was more than five minutes ago."""
    fail(board, 0, 10, keys=(ALL,))
    succeed(board, 1, 10, keys=(ALL,))
    assert board.blocked([ALL], 1) == {}

    fail(board, 301, 9, keys=(ALL,))
    assert board.blocked([ALL], 301) == {}


def test_only_the_latest_outcomes_are_looked_at(board):
    """In a busy home the first of them make room."""
    succeed(board, 0, 500, keys=(ALL,))
    fail(board, 0, 101, keys=(ALL,))

    assert board.blocked([ALL], 0) == {ALL: 100}


def test_a_person_closes_a_circuit(board):
    """One, or all of them."""
    fail(board, 0, 3)

    assert board.reset(ACTION) == (ACTION,)
    assert board.reset(ACTION) == ()
    assert set(board.blocked(KEYS, 0)) == {"integration:hue"}
    assert set(board.reset()) == {"integration:hue", ALL}
    assert board.known() == ()


def test_a_probe_of_before_a_reset_is_no_probe(board):
    """Its success does not wipe out what has failed since."""
    fail(board, 0, 20, keys=(ALL,))
    probe = board.enter([ALL], 100)
    board.reset()
    fail(board, 101, 19, keys=(ALL,))
    board.succeeded(probe, 102)
    fail(board, 102, keys=(ALL,))

    assert board.blocked([ALL], 102) == {ALL: 100}


@pytest.mark.parametrize("shift", [0, -5000])
def test_an_open_circuit_outlives_a_restart(board, shift):
    """So does what is known of a probe, and a clock set back opens nothing sooner."""
    fail(board, 0, 3)
    board = again(board)
    assert board.blocked(KEYS, shift)[ACTION] == 100

    board.enter(KEYS, 100 + shift)
    board = again(board)
    assert state(board, 150 + shift) is CircuitState.HALF_OPEN
    assert board.blocked(KEYS, 250 + shift)


def test_the_share_of_failures_outlives_a_restart(board):
    """Also if the last call was a success, after which no circuit counts anything."""
    fail(board, 0, 19, keys=(ALL,))
    succeed(board, 0, keys=(ALL,))
    board.reset(ACTION)
    board = again(board)
    fail(board, 1, keys=(ALL,))

    assert board.blocked([ALL], 1) == {ALL: 100}


@pytest.mark.parametrize(
    "change",
    [
        {"state": "ajar"},
        {"state": []},
        {"state": "closed"},
        {"opened": None},
        {"opened": "now"},
        {"failures": None},
        {"error": 3},
        {"outcomes": 7},
        {"outcomes": [["x", True]]},
        {"outcomes": [[1]]},
    ],
)
def test_what_is_no_circuit_is_not_taken_in(board, change):
    """A journal that was tampered with closes nothing."""
    state = {
        "state": "open",
        "failures": 3,
        "opened": 5.0,
        "probing": False,
        "error": None,
    }
    board.load(ALL, state)

    with pytest.raises(StrangeStateError):
        board.load(ALL, {**state, **change})
