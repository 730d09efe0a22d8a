"""Whatever arrives, and whatever the clock and the power do: limits hold exactly.

The account here knows the true time, which nobody else does. It counts what ran; what
was taken and did not reach the disk before the power went never ran, for a run begins
only when that is on disk.
"""

from collections import Counter

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from custom_components.action_engine.engine.gate.windows import Limit, Use, Windows

LIMITS = (
    Limit(key="minute", most=3, seconds=60, text="At most 3"),
    Limit(key="hour", most=7, seconds=3600, text="At most 7"),
    Limit(key="lamp", most=2, seconds=600, text="At most 2"),
)
LONGEST = max(limit.seconds for limit in LIMITS)
REQUESTS = st.dictionaries(st.sampled_from(LIMITS), st.integers(0, 4), max_size=3)
PAUSES = st.sampled_from([0, 1, 7, 30, 59, 60, 61, 599, 600, 1800, 3599, 3600, 3601])


class WindowsMachine(RuleBasedStateMachine):
    """Requests arrive, time passes, clocks are set back, the power goes."""

    def __init__(self):
        """Begin on a day on which the clock is right."""
        super().__init__()
        self.windows = Windows()
        self.true = 0
        self.off = 1_000_000
        self.disk = {}
        self.pending = {}
        self.waiting = []
        self.ran = []
        self.looked = 0
        self.stepped = False
        self.blurred = []
        self.dark_since = None

    @property
    def now(self):
        """What the clock says."""
        return self.true + self.off

    @rule(seconds=PAUSES)
    def wait(self, seconds):
        """Let time pass."""
        self.true += seconds

    @rule(request=REQUESTS)
    def ask(self, request):
        """Ask for something: it is let in if there is room, and only then."""
        uses = [Use(limit, number) for limit, number in request.items()]
        refused = self.windows.room(uses, self.now)
        taken = self.windows.take(uses, self.now)
        self.look()
        assert (taken is None) is bool(refused)
        if taken is None:
            assert any(self.may_be_full(use) for use in uses)
            return
        if taken.numbers:
            self.waiting.append((self.true, taken, Counter(taken.numbers)))
        for key in taken.numbers:
            self.disk_later(key)

    @rule(limit=st.sampled_from(LIMITS))
    def fill(self, limit):
        """Ask for as much of one limit as there is."""
        for _ in range(limit.most):
            self.ask({limit: 1})

    def disk_later(self, key):
        """Hand a key to the journal; see ``write``."""
        self.pending[key] = self.windows.export(key)

    @rule()
    def write(self):
        """Let everything reach the disk: what has waited for that runs now."""
        self.disk |= self.pending
        self.pending = {}
        self.ran += [(at, numbers) for at, _, numbers in self.waiting]
        self.waiting = []

    @rule()
    def withdraw(self):
        """Call the last one off that has not begun: it counts no more."""
        if self.waiting:
            _, taken, _ = self.waiting.pop()
            self.windows.refund(taken)
            for key in taken.numbers:
                self.disk_later(key)

    @rule(seconds=st.sampled_from([1, 60, 601, 3600, 10**6]))
    def set_back(self, seconds):
        """Set the clock back. Nobody knows how long ago the last look was, then."""
        self.off -= seconds
        self.stepped = True
        self.darken(self.looked)

    @rule(lost=st.booleans())
    def restart(self, lost):
        """Begin a new life, in order or after the power went."""
        if not lost:
            self.write()
        self.waiting, self.pending = [], {}
        self.windows = Windows()
        for key, state in self.disk.items():
            if state is not None:
                self.windows.load(key, state)
        if self.stepped:
            # How far the steady clock was ahead is known from the last entry only.
            self.darken(max((at for at, _ in self.ran), default=0))

    def darken(self, since):
        """From the last look to the next one nobody knows how much time passes."""
        self.dark_since = min(
            since, self.true if self.dark_since is None else self.dark_since
        )

    def look(self):
        """Look at the clock: what was dark may have been no time at all."""
        if self.dark_since is not None:
            self.blurred.append((self.true, self.true - self.dark_since))
            self.dark_since = None
        self.looked = self.true

    def may_be_full(self, use):
        """Tell whether what was taken, as old as it may look, leaves no room."""
        entries = [*self.ran, *((at, numbers) for at, _, numbers in self.waiting)]
        used = 0
        for at, numbers in entries:
            slack = sum(blur for when, blur in self.blurred if when >= at)
            if self.true - at < use.limit.seconds + slack:
                used += numbers[use.limit.key]
        return used + use.number > use.limit.most

    @invariant()
    def no_window_is_exceeded(self):
        """In true time, and wherever the window begins."""
        entries = [*self.ran, *((at, numbers) for at, _, numbers in self.waiting)]
        for limit in LIMITS:
            for start, _ in entries:
                inside = sum(
                    numbers[limit.key]
                    for at, numbers in entries
                    if 0 <= at - start < limit.seconds
                )
                assert inside <= limit.most


WindowsMachine.TestCase.settings = settings(
    max_examples=150, stateful_step_count=60, deadline=None
)
TestWindows = WindowsMachine.TestCase
