"""Device log and journal against what the engine promises."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import Any, Final

from .devices import Receipt
from .journal_file import Kept, Snapshot
from .plans import Plan, Walk
from .shapes import Arms, Gap, Once, Order, Row, Series, Shape, steps_of

type Receipts = Mapping[tuple[str, str], list[Receipt]]
"""By execution and key, oldest first."""

SLACK: Final = 0.005
"""Seconds by which two clocks and a rounding may differ."""

OFF: Final = {"on": False, "level": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash:
    """One kill."""

    point: str
    reached: bool
    """The process died where it was to die; else it was killed a while later."""

    until: float
    """When the next life began: whatever was received before belongs to older ones."""

    journal: Snapshot


@dataclass(slots=True, kw_only=True)
class Tracked:
    """One plan, and what the driver knows of its execution."""

    plan: Plan
    execution_id: str | None = None
    """As it was answered to the caller; None: he never heard."""

    answered: float = inf
    verdicts: list[tuple[float, str]] = field(default_factory=list)
    failed: float | None = None
    """When a saga was first seen to have failed."""

    cancelled: float | None = None
    """When the caller was told that it is."""

    undone: bool = False
    unsure: bool = False
    """An undo was asked for, and never answered."""

    holds: bool = False
    """It has ended and still has its plugs for itself."""

    state: str | None = None
    """As it was answered at the end."""

    found: dict[str, dict[str, Any]] = field(default_factory=dict)
    """How its devices were then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A promise that was not kept."""

    promise: str
    evidence: str


LOST: Final = "accepted executions lost"
REPEATED: Final = "completed steps repeated"
UNASKED: Final = "non-idempotent calls repeated without a verdict"
TWICE: Final = "requests executed twice"
REVENANT: Final = "calls by executions that had ended"
UNKNOWN: Final = "unknown without a call that must not be repeated"
EARLY: Final = "non-idempotent calls before their intent was on disk"
DIFFERENT: Final = "ends that differ from an uninterrupted run"
DISORDER: Final = "steps out of order, delays cut short"
DAMAGE: Final = "damaged journals, broken chains"
LATE: Final = "executions not settled within 60 s of the start"
PROMISES: Final = (
    *(REPEATED, UNASKED, LOST, TWICE, REVENANT, LATE, UNKNOWN, EARLY),
    *(DIFFERENT, DISORDER, DAMAGE),
)


class Judge:
    """Looks at one campaign, after its end."""

    def __init__(
        self, tracked: list[Tracked], crashes: list[Crash], last: Snapshot
    ) -> None:
        """``last`` is the journal after the last life."""
        self.violations: list[Violation] = []
        self.notes = Counter[str]()
        """What is allowed, and worth knowing."""

        self._tracked = tracked
        self._crashes = crashes
        self._last = last
        self._by_run: dict[str, Tracked] = {}

    def judge(self, log: list[Receipt]) -> None:
        """Look at everything."""
        self._find_runs()
        received: defaultdict[tuple[str, str], list[Receipt]] = defaultdict(list)
        for receipt in log:
            received[receipt.run or "", receipt.key].append(receipt)
        self._look_for_doubles(received)
        steps = {one.plan.name: _once_by_key(one.plan, log) for one in self._tracked}
        for (run, key), receipts in received.items():
            self._judge_repeats(run, key, receipts, steps)
        self._judge_journals(received, steps)
        for tracked in self._tracked:
            self._judge_end(tracked, log)

    def blame(self, promise: str, evidence: str) -> None:
        """Note a violation."""
        self.violations.append(Violation(promise=promise, evidence=evidence))

    def _find_runs(self) -> None:
        for tracked in self._tracked:
            name = tracked.plan.name
            kept = self._last.of_key(name)
            if len(kept) > 1:
                self.blame(TWICE, f"{name}: {[one.id for one in kept]}")
            if tracked.execution_id is None:
                tracked.execution_id = kept[0].id if kept else None
            if tracked.execution_id is not None:
                self._by_run[tracked.execution_id] = tracked
                self._look_for(tracked.execution_id, tracked.answered)

    def _look_for(self, run: str, answered: float) -> None:
        """Make sure that an execution is in all journals since its id was answered."""
        if run not in self._last.executions:
            self.blame(LOST, f"{run} in the end")
        for crash in self._crashes:
            if answered < crash.until and run not in crash.journal.executions:
                self.blame(LOST, f"{run} at the kill {crash.point}")

    def _look_for_doubles(self, received: Receipts) -> None:
        runs: defaultdict[str, set[str]] = defaultdict(set)
        for (run, _), receipts in received.items():
            for receipt in receipts:
                if receipt.mark is not None:
                    runs[receipt.mark].add(run)
        for mark, several in runs.items():
            kept = several & self._last.executions.keys()
            if len(kept) > 1:
                self.blame(TWICE, f"{mark} was sent by {sorted(kept)}")
            if several - kept:
                # Nobody had heard its id; whoever asks again gets another one.
                self.notes["calls by executions that were not on disk yet"] += 1

    def _judge_repeats(
        self,
        run: str,
        key: str,
        receipts: list[Receipt],
        steps: Mapping[str, Mapping[str, Once]],
    ) -> None:
        tracked = self._by_run.get(run)
        known = steps.get(tracked.plan.name, {}) if tracked is not None else {}
        step = known.get(key) or Once(key=key)
        for first, second in pairwise(receipts):
            between = list(self._between(first.at, second.at))
            for crash in between:
                kept = crash.journal.executions.get(run)
                self._judge_repeat(kept, key, crash, first, second)
            decided = _decided(tracked, first.at, second.at)
            if not step.idempotent and "run_again" not in decided:
                self.blame(UNASKED, f"{run} {key} at {first.at:.3f}, {second.at:.3f}")
            elif first.done and not (between or decided):
                self.blame(REPEATED, f"{run} {key} twice in one life")
            elif first.done:
                self.notes["idempotent calls in flight made again"] += 1
        values = {repr(receipt.value) for receipt in receipts}
        if len(values) > 1:
            self._judge_decisions(run, key, receipts)

    def _judge_repeat(
        self,
        kept: Kept | None,
        key: str,
        crash: Crash,
        first: Receipt,
        second: Receipt,
    ) -> None:
        if kept is None:
            return
        times = f"{first.at:.3f}, {second.at:.3f}, kill {crash.point}"
        if key in kept.completed:
            self.blame(REPEATED, f"{kept.id} {key}: {times}")

    def _judge_decisions(self, run: str, key: str, receipts: list[Receipt]) -> None:
        """Tell a decision that was forgotten from one that had not been written yet."""
        for first, second in pairwise(receipts):
            for crash in self._between(first.at, second.at):
                kept = crash.journal.executions.get(run)
                if kept is not None and key in kept.in_flight:
                    self.blame(DIFFERENT, f"{run} {key}: {first.value}, {second.value}")
                    return
        self.notes["decisions made again that were not on disk"] += 1

    def _judge_journals(
        self, received: Receipts, steps: Mapping[str, Mapping[str, Once]]
    ) -> None:
        for crash in self._crashes:
            if crash.journal.damage:
                self.blame(DAMAGE, f"{crash.point}: {crash.journal.damage}")
            for (run, key), receipts in received.items():
                kept = crash.journal.executions.get(run)
                if kept is None:
                    continue
                before = [one for one in receipts if one.at < crash.until]
                after = len(receipts) - len(before)
                tracked = self._by_run.get(run)
                if after and not kept.is_open and kept.state != "unknown":
                    self.blame(REVENANT, f"{run} {key}, it was {kept.state}")
                if before and kept.is_open and key not in kept.sent:
                    self._judge_overtaking(run, key, tracked, steps)

    def _judge_overtaking(
        self,
        run: str,
        key: str,
        tracked: Tracked | None,
        steps: Mapping[str, Mapping[str, Once]],
    ) -> None:
        known = steps.get(tracked.plan.name, {}) if tracked is not None else {}
        step = known.get(key)
        if step is not None and not step.idempotent:
            self.blame(EARLY, f"{run} {key}")
        self.notes["idempotent calls ahead of the journal"] += 1

    def _judge_end(self, tracked: Tracked, log: list[Receipt]) -> None:
        plan, run = tracked.plan, tracked.execution_id
        mine = [one for one in log if one.run == run]
        if tracked.cancelled is not None:
            self._judge_cancelled(tracked, tracked.cancelled, mine)
        if tracked.verdicts or tracked.cancelled or run is None:
            return
        walk = walk_of(plan, mine)
        row, outcome = plan.walk(walk)
        expected = {step.key: step for step in steps_of(row)}
        stray = {one.key for one in self._on_disk(mine)} - expected.keys()
        if stray:
            self.blame(DIFFERENT, f"{plan.name}: stray {sorted(stray)}")
        if outcome is None:
            self.blame(DIFFERENT, f"{plan.name} ({tracked.state}): it stopped too soon")
            return
        self._judge_state(tracked, outcome, row, walk)
        for problem in _compare(row, mine):
            self.blame(DIFFERENT, f"{plan.name}: {problem}")
        for problem in self._out_of_order(row, mine):
            self.blame(DISORDER, f"{plan.name}: {problem}")
        self._judge_devices(tracked, walk)
        if plan.saga or (tracked.undone and not tracked.unsure):
            self._judge_undo(tracked, row, mine, log)

    def _judge_cancelled(
        self, tracked: Tracked, told: float, mine: list[Receipt]
    ) -> None:
        plan = tracked.plan
        name = f"{plan.name} {tracked.execution_id}"
        # A call in its end may have been one that only a person can decide about.
        if tracked.state != "cancelled" and not tracked.verdicts:
            self.blame(REVENANT, f"{name} was cancelled, and is {tracked.state}")
        life = next((one.until for one in self._crashes if told < one.until), inf)
        after = [
            one.key for one in mine if one.at >= life and not plan.is_last_word(one.key)
        ]
        if after:
            self.blame(REVENANT, f"{name} was cancelled, and called {after}")

    def _judge_state(
        self, tracked: Tracked, outcome: str, row: Row, walk: Walk
    ) -> None:
        wanted = {outcome}
        if tracked.plan.saga and _leaves_something(row, walk):
            wanted = {"rolled_back"}
        elif tracked.undone:
            wanted = {outcome, "rolled_back"}
        if tracked.state not in wanted:
            name, run = tracked.plan.name, tracked.execution_id
            text = f"{name} {run}: {tracked.state} instead of {wanted}"
            self.blame(DIFFERENT, text)

    def _judge_devices(self, tracked: Tracked, walk: Walk) -> None:
        if tracked.undone or tracked.plan.saga:
            return
        for device in tracked.plan.devices:
            wanted = walk.devices.get(device, OFF)
            found = tracked.found.get(device, OFF)
            if wanted != found:
                text = f"{tracked.plan.name}: {device} is {found} instead of {wanted}"
                self.blame(DIFFERENT, text)

    def _judge_undo(
        self,
        tracked: Tracked,
        row: Row,
        mine: list[Receipt],
        log: list[Receipt],
    ) -> None:
        """Look whether all is as before, unless nobody can know how it was before."""
        name = tracked.plan.name
        received = Counter(one.key for one in log if one.done)
        for step in steps_of(row):
            if step.undo is not None and not received[step.undo]:
                self.blame(DIFFERENT, f"{name}: {step.key} was not undone")
        counts = Counter(one.key for one in mine if one.device is not None)
        if any(count > 1 for count in counts.values()):
            self.notes["undos of calls made twice, not compared"] += 1
            return
        kept = self._last.executions.keys()
        if any(
            one.device in tracked.plan.devices and one.run not in kept for one in log
        ):
            # It was asked for twice, and the first time died before it was on disk: its
            # calls are what the second one found.
            self.notes["undos after calls that were not on disk, not compared"] += 1
            return
        rings = {one.device for one in mine if one.command == "ring"}
        for device in tracked.plan.devices:
            found = tracked.found.get(device, OFF)
            if device not in rings and found["on"] != OFF["on"]:
                self.blame(DIFFERENT, f"{name}: {device} is {found} after its undo")

    def _on_disk(self, receipts: list[Receipt]) -> list[Receipt]:
        """Return the commands of which something was on disk when their life ended.

        The others were ahead of the journal, which is counted by itself: what followed
        from a choice that was not on disk may not be what follows from it today.
        """
        return [one for one in receipts if self._was_on_disk(one)]

    def _was_on_disk(self, one: Receipt) -> bool:
        crash = next((c for c in self._crashes if one.at < c.until), None)
        kept = None if crash is None else crash.journal.executions.get(one.run)
        if crash is None:
            return True
        # Of what had ended, single steps are not read any more.
        return kept is not None and (not kept.sent or one.key in kept.sent)

    def _out_of_order(self, row: Row, receipts: list[Receipt]) -> set[str]:
        """Look at every life by itself, then at what counted in the end.

        What had not been written down when a life ended was done anew in a later one.
        """
        lives: defaultdict[float, list[Receipt]] = defaultdict(list)
        for one in receipts:
            ends = (crash.until for crash in self._crashes if one.at < crash.until)
            lives[next(ends, inf)].append(one)
        last: dict[str, list[Receipt]] = {}
        for end in sorted(lives):
            for one in self._on_disk(lives[end]):
                if last.get(one.key, [one])[0] not in lives[end]:
                    del last[one.key]
                last.setdefault(one.key, []).append(one)
        wrong = set(_wrong(row, [one for some in last.values() for one in some]))
        for some in lives.values():
            wrong.update(_wrong(row, some))
        return wrong

    def _between(self, first: float, second: float) -> Iterator[Crash]:
        return (one for one in self._crashes if first < one.until <= second)


def _decided(tracked: Tracked | None, first: float, second: float) -> list[str]:
    """Return what a person decided between two times.

    A run that waits for that is broken off as a whole, other arms of it too.
    """
    verdicts = [] if tracked is None else tracked.verdicts
    return [verdict for at, verdict in verdicts if first < at < second]


def walk_of(plan: Plan, receipts: list[Receipt]) -> Walk:
    """Return a walk along a plan that knows what its devices know."""
    return Walk(
        name=plan.name,
        answers={one.key: one.answer for one in receipts if one.command == "draw"},
        told={one.key: one.value for one in receipts if one.command == "tell"},
    )


def _once_by_key(plan: Plan, log: list[Receipt]) -> dict[str, Once]:
    mine = [one for one in log if (one.mark or "").startswith(f"{plan.name}.")]
    row, _ = plan.walk(walk_of(plan, mine))
    return {step.key: step for step in steps_of(row)}


def _compare(row: Row, receipts: list[Receipt]) -> Iterator[str]:
    """Say what devices should have seen otherwise."""
    done = Counter(one.key for one in receipts if one.done)
    refused = Counter(one.key for one in receipts if not one.done)
    told = {one.key: one.value for one in receipts}
    for shape in _leaves(row):
        match shape:
            case Series():
                seen = [key for key in shape.keys if done[key]]
                if seen != shape.keys[: len(seen)]:
                    yield f"only {seen} of {shape.keys}"
            case Once(key=key):
                least, most = shape.refused
                if bool(done[key]) is not shape.done:
                    yield f"{key} was done {done[key]} times"
                elif not least <= refused[key] <= most:
                    yield f"{key} was refused {refused[key]} times"
                elif shape.value is not None and told[key] != shape.value:
                    yield f"{key} was told {told[key]} instead of {shape.value}"


def _leaves(shape: Shape) -> Iterator[Once | Series]:
    match shape:
        case Once() | Series():
            yield shape
        case Row(items):
            for item in items:
                yield from _leaves(item)
        case Arms(rows):
            for row in rows:
                yield from _leaves(row)
        case Gap():
            return


def _wrong(row: Row, receipts: list[Receipt]) -> list[str]:
    times: dict[str, tuple[float, float]] = {}
    for one in receipts:
        first, _ = times.get(one.key, (one.at, one.at))
        times[one.key] = first, one.at - SLACK
    order = Order(times)
    order.span(row)
    return order.wrong


def _leaves_something(row: Row, walk: Walk) -> bool:
    """Tell whether there is anything to undo."""
    if any(step.undo is not None and step.done for step in steps_of(row)):
        return True
    switched = {step.key.partition(":")[0] for step in steps_of(row) if ":" in step.key}
    return any(walk.devices[device]["on"] for device in switched)
