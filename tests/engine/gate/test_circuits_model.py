"""One circuit against a simple account of all that ever happened to it."""

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from custom_components.action_engine.engine.gate.circuits import ALL, Circuits
from custom_components.action_engine.engine.gate.error_rate import MOST
from custom_components.action_engine.engine.model.circuit import (
    Circuit,
    CircuitSettings,
    CircuitState,
)

THRESHOLD, COOLDOWN = 3, 100
SETTINGS = CircuitSettings(threshold=THRESHOLD, cooldown=COOLDOWN)


class Account:
    """Says of one circuit in plain words what may happen, knowing every end."""

    def __init__(self, opens):
        """Begin closed; ``opens`` says whether the ends so far are too bad."""
        self.opens = opens
        self.ends = []
        self.shut_at = None
        self.probe = None

    def look(self, now):
        """Give a probe up that was not heard of for the cooldown."""
        if self.probe is not None and now - self.probe[1] >= COOLDOWN:
            self.shut_at, self.probe = self.probe[1] + COOLDOWN, None

    def lets_through(self, now):
        """Tell whether a call goes through."""
        self.look(now)
        if self.shut_at is None:
            return True
        return self.probe is None and now - self.shut_at >= COOLDOWN

    def enter(self, call, now):
        """Let a call through."""
        if self.shut_at is not None:
            self.probe = (call, now)

    def end(self, call, now, outcome):
        """Hear of the end of a call: "good", "bad" or "nothing"."""
        self.look(now)
        is_probe = self.probe is not None and self.probe[0] is call
        if outcome == "nothing":
            self.probe = None if is_probe else self.probe
            return
        if is_probe and outcome == "good":
            self.ends, self.shut_at, self.probe = [], None, None
        self.ends.append((now, outcome))
        if is_probe and outcome == "bad":
            self.shut_at, self.probe = now, None
        elif self.shut_at is None and outcome == "bad" and self.opens(self.ends, now):
            self.shut_at = now

    def reset(self):
        """Hear of a person who closes it."""
        self.ends, self.shut_at, self.probe = [], None, None

    @property
    def word(self):
        """How it stands; after a given back probe it is open and half open alike."""
        return "closed" if self.shut_at is None else "not closed"


def in_a_row(ends, now):
    """Tell whether the last ends were all bad."""
    last = [outcome for _, outcome in ends[-THRESHOLD:]]
    return last == ["bad"] * THRESHOLD


def by_rate(ends, now):
    """Tell whether there were enough ends of late, and most of them were bad."""
    late = [outcome for at, outcome in ends if now - at < 300][-MOST:]
    return len(late) >= 20 and late.count("bad") * 2 > len(late)


class CircuitsMachine(RuleBasedStateMachine):
    """Calls go out and end in any order, people reset, Home Assistant restarts."""

    key, opens = "action:light.turn_on", staticmethod(in_a_row)

    def __init__(self):
        """Begin with nothing under way."""
        super().__init__()
        self.board = Circuits(SETTINGS)
        self.account = Account(self.opens)
        self.now = 1_000
        self.under_way = []

    @rule(seconds=st.sampled_from([1, 7, 50, 99, 100, 101, 300]))
    def wait(self, seconds):
        """Let time pass."""
        self.now += seconds

    @rule(number=st.sampled_from([1, 2, 3]))
    def enter(self, number):
        """Try to make calls."""
        for _ in range(number):
            leave = self.board.enter([self.key], self.now)
            assert (leave is not None) is self.account.lets_through(self.now)
            if leave is not None:
                self.account.enter(leave, self.now)
                self.under_way.append(leave)

    @rule(number=st.sampled_from([THRESHOLD, 20]), bad=st.sampled_from([3, 10, 20]))
    def work(self, number, bad):
        """Make calls one after the other, the first of which fail."""
        for turn in range(number):
            if not self.account.lets_through(self.now):
                return
            self.enter(1)
            self.finish(self.under_way.pop(), "bad" if turn < bad else "good")

    @precondition(lambda self: self.under_way)
    @rule(
        data=st.data(),
        outcome=st.sampled_from(["good", "bad", "bad", "nothing"]),
        all_of_them=st.booleans(),
    )
    def end(self, data, outcome, all_of_them):
        """Let one of the calls end, or all of them alike."""
        if all_of_them:
            ending, self.under_way = self.under_way, []
        else:
            which = data.draw(st.integers(0, len(self.under_way) - 1))
            ending = [self.under_way.pop(which)]
        for leave in ending:
            self.finish(leave, outcome)

    def finish(self, leave, outcome):
        """Let a call end."""
        if outcome == "good":
            self.board.succeeded(leave, self.now)
        else:
            self.board.failed(leave, self.now, "no", counts=outcome == "bad")
        self.account.end(leave, self.now, outcome)

    @rule(reset=st.booleans())
    def interrupt(self, reset):
        """Let a person close the circuit, or begin a new life with what was kept.

        What was under way says what it says after a reset, and nothing after a restart.
        """
        if reset:
            self.board.reset(self.key)
            self.account.reset()
            return
        after = Circuits(SETTINGS)
        for key in self.board.known():
            after.load(key, self.board.export(key))
        self.board, self.under_way = after, []

    @invariant()
    def stands_as_it_should(self):
        """Both say the same of it, without changing anything."""
        self.account.look(self.now)
        circuits = {one.key: one for one in self.board.list(self.now)}
        circuit = circuits.get(self.key, Circuit(key=self.key))
        is_closed = circuit.state is CircuitState.CLOSED
        assert ("closed" if is_closed else "not closed") == self.account.word
        assert circuit.probing is (self.account.probe is not None)
        blocked = self.board.blocked([self.key], self.now)
        assert (not blocked) is self.account.lets_through(self.now)


class RateMachine(CircuitsMachine):
    """The same for the circuit of everything."""

    key, opens = ALL, staticmethod(by_rate)


for machine in (CircuitsMachine, RateMachine):
    machine.TestCase.settings = settings(
        max_examples=300, stateful_step_count=40, deadline=None
    )

TestInARow = CircuitsMachine.TestCase
TestByRate = RateMachine.TestCase
