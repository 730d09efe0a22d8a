"""One home through many lives: start, submit, kill, read what is left, again."""

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
import contextlib
from http.client import HTTPException
from itertools import count
from pathlib import Path
from random import Random
import time
from typing import Any, Final

from .crash_house import CrashHouse
from .devices import POOL, DeviceProcess
from .growing import grow
from .journal_file import ENDED, read_journal
from .judging import DAMAGE, DIFFERENT, LATE, UNKNOWN, Crash, Judge, Tracked, Violation
from .report import Report
from tests.home.api import ApiError

SETTLE: Final = 60.0
"""Seconds from the start of Home Assistant within which all that was open is settled."""

PATIENCE: Final = 4.0
"""Seconds until a process that does not come to its point is killed from outside."""

POINTS: Final = (
    "at_any_time",
    "while_accepting",
    "before_the_intent",
    "after_the_intent",
    "in_the_call",
    "after_the_call",
    "before_the_result_is_kept",
    "after_the_result",
    "in_a_delay",
    "in_a_wait",
    "in_parallel_arms",
    "in_a_loop",
    "in_a_retry_backoff",
    "in_a_remedy",
    "in_a_catch",
    "in_a_finally",
    "in_a_rollback",
    "while_recovering",
    "after_a_cancel",
)

_COUNTDOWN: Final = {
    **dict.fromkeys(("in_a_wait", "in_a_retry_backoff", "in_a_remedy"), 3),
    **dict.fromkeys(("in_a_catch", "in_a_finally", "in_a_rollback"), 3),
    "while_recovering": 1,
}
"""Up to which time that it is reached a point may be the one; others: up to ten."""

_LATER: Final = frozenset(
    {"in_a_delay", "in_a_wait", "in_a_retry_backoff", "while_recovering"}
)
"""Points that last: the process dies somewhere within."""

FROM_OUTSIDE: Final = {"at_any_time": 2.5, "after_a_cancel": 0.02}
"""Points at which the driver kills, and within how many seconds."""

SETTLING: Final = 0.25
"""In so many of the lives everything ends that was open, before new work begins."""

HELD: Final = 0.3
"""So many of the plans that ended may be undone later."""

SAGA: Final = 2.5
"""Seconds within which the undo of a saga begins, if there is anything to undo."""

RESUMED: Final = "times that an execution was taken up again"
VERDICTS: Final = ("run_again", "treat_as_done", "give_up")
DEATHS: Final = (OSError, HTTPException)


class Home:
    """One campaign."""

    def __init__(self, folder: Path, seed: int, *, each: int) -> None:
        """Submit ``each`` new plans in every life."""
        self.report = Report()
        self._folder = folder
        self._random = Random(seed)  # noqa: S311 - the same home for the same seed
        self._seed = seed
        self._each = each
        self._tracked: list[Tracked] = []
        self._crashes: list[Crash] = []
        self._undos: dict[str, str | None] = {}
        self._free = list(POOL)
        self._numbers = count(1)

    def run(self, points: list[str]) -> Report:
        """Live and die once for each point, then see all to its end, and judge."""
        with (
            DeviceProcess(self._folder) as devices,
            CrashHouse(self._folder / "home", devices.socket) as house,
        ):
            self._devices, self._house = devices, house
            # The first time takes a while, and what Home Assistant stores late is lost
            # with a kill.
            house.begin()
            self._submit_all()
            self._settle()
            house.stop()
            for point in points:
                self._live(point)
            self._last_life()
        return self.report

    def _live(self, point: str) -> None:
        wish = self._wish(point)
        early = point == "while_recovering"
        self._house.wish(wish if early else None)
        with contextlib.suppress(*DEATHS, RuntimeError):
            self._start()
            if not early:
                self._fill(point, wish)
        reached = self._await_death(point)
        self._house.kill()
        journal = read_journal(self._house.folder)
        self._crashes.append(
            Crash(point=point, reached=reached, until=time.time(), journal=journal)
        )
        self.report.kills[point] += 1
        self.report.reached[point] += reached
        self.report.hit[point] += sum(
            one.is_open for one in journal.executions.values()
        )

    def _wish(self, point: str) -> dict[str, Any] | None:
        if point in FROM_OUTSIDE:
            return None
        countdown = self._random.randint(1, _COUNTDOWN.get(point, 10))
        after = self._random.uniform(0, 0.25) if point in _LATER else 0.0
        return {"point": point, "countdown": countdown, "after": after}

    def _start(self) -> None:
        began = time.monotonic()
        self._house.start()
        self.report.starts.append(time.monotonic() - began)

    def _fill(self, point: str, wish: dict[str, Any] | None) -> None:
        """Give the new life something to do, and arm it."""
        self._await_recovery()
        if self._random.random() < SETTLING:
            self._settle()
        self._look()
        self._decide(0.7)
        undoing = point == "in_a_rollback"
        if undoing:
            self._submit_all()
        if wish is not None:
            self._house.tell("crash_home.arm", **wish)
        self._undo_some(3 if undoing else 1)
        if not undoing:
            self._submit_all()
        if point == "after_a_cancel":
            self._cancel_some()

    def _await_death(self, point: str) -> bool:
        patience = PATIENCE
        if point in FROM_OUTSIDE:
            patience = FROM_OUTSIDE[point] * self._random.random()
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self._house.is_dead:
                return True
            time.sleep(0.005)
        return point in FROM_OUTSIDE

    def _last_life(self) -> None:
        """See everything to its end, and judge."""
        self._house.wish(None)
        self._start()
        self._await_recovery()
        self._submit_unheard()
        self._settle()
        while self._decide(1.0):
            self._settle()
        chains = self._house.ask("verify_journal")
        self._house.stop()
        log = self._devices.log()
        judge = Judge(self._tracked, self._crashes, read_journal(self._house.folder))
        judge.judge(log)
        if not chains["ok"]:
            judge.blame(DAMAGE, str(chains))
        report = self.report
        report.violations += judge.violations
        report.notes += judge.notes
        report.totals += Counter(
            {
                "commands that reached a device": len(log),
                "executions accepted": len(self._tracked),
                "undos accepted beside those of sagas": len(self._undos),
                "cancelled": sum(one.cancelled is not None for one in self._tracked),
            }
        )
        report.ends.update(str(one.state) for one in self._tracked)

    # What the driver asks for.

    def _submit_all(self) -> None:
        """Submit new plans, and those again of which nobody heard whether they were."""
        grown = [self._grow() for _ in range(self._each)]
        self._tracked += grown
        self._await_off([device for one in grown for device in one.plan.devices])
        self._submit_unheard()

    def _submit_unheard(self) -> None:
        unheard = [one for one in self._tracked if one.execution_id is None]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(self._submit, unheard))

    def _submit(self, tracked: Tracked) -> None:
        with contextlib.suppress(OSError, HTTPException):
            answer = self._house.ask("run", **tracked.plan.request)
            tracked.execution_id = answer["execution_id"]
            tracked.answered = time.time()

    def _await_off(self, devices: list[str]) -> None:
        """Wait until Home Assistant knows that devices were reset.

        Else it would write down how the last one left them, for an undo.
        """
        deadline = time.monotonic() + PATIENCE
        with contextlib.suppress(*DEATHS):
            while devices and time.monotonic() < deadline:
                devices = [one for one in devices if self._house.is_on(one)]

    def _grow(self) -> Tracked:
        wanted = min(self._random.randint(0, 3), len(self._free))
        devices = tuple(self._free.pop() for _ in range(wanted))
        self._devices.reset(devices)
        name = f"p{next(self._numbers)}"
        return Tracked(plan=grow(Random(f"{self._seed}/{name}"), name, devices))  # noqa: S311 - as above

    def _undo_some(self, number: int) -> None:
        """Have executions undone whose plugs nobody else has got since."""
        done = [
            one
            for one in self._tracked
            if one.holds and one.state in ("success", "failed") and not one.undone
        ]
        for tracked in self._random.sample(done, min(number, len(done))):
            tracked.undone = tracked.unsure = True
            answer = self._house.ask(
                "rollback", execution_id=tracked.execution_id, wait=False
            )
            tracked.unsure, tracked.state = False, None
            if "execution_id" in answer:
                self._undos[answer["execution_id"]] = None

    def _cancel_some(self) -> None:
        some = [
            one
            for one in self._tracked
            if one.state is None and one.execution_id is not None and not one.undone
        ]
        for tracked in self._random.sample(some, min(3, len(some))):
            # It may have ended meanwhile, and is not to be cancelled any more.
            with contextlib.suppress(ApiError):
                self._house.tell("cancel", execution_id=tracked.execution_id)
                tracked.cancelled = time.time()

    def _decide(self, share: float) -> int:
        """Decide about unknown executions, as a person would; return about how many."""
        number = 0
        for tracked in self._tracked:
            if tracked.state != "unknown" or self._random.random() > share:
                continue
            number += 1
            verdict = self._random.choice(VERDICTS)
            tracked.verdicts.append((time.time(), verdict))
            tracked.state = None
            self._house.ask(
                "resolve", execution_id=tracked.execution_id, decision=verdict
            )
        self.report.totals["verdicts about unknown ones"] += number
        return number

    # What the driver looks at.

    def _await_recovery(self) -> None:
        """Wait until something has become of all that was open; note how long it took."""
        journal = self._crashes[-1].journal if self._crashes else None
        found = journal.executions.values() if journal is not None else ()
        open_ones = [one.id for one in found if one.is_open]
        left = open_ones
        deadline = time.monotonic() + SETTLE
        while time.monotonic() < deadline:
            status = self._status(open_ones)
            states, live = status["states"], set(status["live"])
            left = [i for i in open_ones if i not in live and states[i] not in ENDED]
            if not left and status["started"]:
                self.report.recoveries.append(time.time() - status["started"])
                self.report.totals[RESUMED] += status["resumed"]
                return
            time.sleep(0.05)
        self._blame(LATE, f"nothing had become of {left}")

    def _status(self, ids: Iterable[str] = ()) -> dict[str, Any]:
        return self._house.ask("crash_home.status", ids=list(ids))

    def _settle(self) -> None:
        """Wait until all has ended that is open, or until it had its time."""
        while left := self._look():
            if time.time() - self._status()["started"] > SETTLE:
                names = [f"{one.plan.name} {one.execution_id}" for one in left]
                self._blame(LATE, f"{names} {self._crashes[-1].point}")
                return
            time.sleep(0.1)
        self.report.settled.append(time.time() - self._status()["started"])

    def _look(self) -> list[Tracked]:
        """Ask how all are that had not ended; return those that still have not."""
        waiting = [one for one in self._tracked if one.execution_id and not one.state]
        ids = [one.execution_id for one in waiting if one.execution_id is not None]
        undos = [one for one, state in self._undos.items() if state is None]
        states = self._status(ids + undos)["states"]
        for run in undos:
            self._undos[run] = states[run] if states[run] in ENDED else None
            if states[run] not in (None, "success") and states[run] in ENDED:
                self._blame(DIFFERENT, f"the undo {run} is {states[run]}")
        found = self._devices.states()
        left = []
        for tracked in waiting:
            state = states[tracked.execution_id]
            if (
                state not in ENDED
                or (tracked.undone and self._is_undoing())
                or (state == "failed" and self._may_be_undone(tracked))
            ):
                left.append(tracked)
            else:
                self._note_end(tracked, state, found)
        return left

    def _may_be_undone(self, tracked: Tracked) -> bool:
        """Tell whether a saga has failed just now; what is not undone soon never is."""
        if tracked.plan.saga and tracked.failed is None:
            tracked.failed = time.time()
        return tracked.failed is not None and time.time() - tracked.failed < SAGA

    def _is_undoing(self) -> bool:
        return None in self._undos.values()

    def _note_end(
        self, tracked: Tracked, state: str, found: dict[str, dict[str, Any]]
    ) -> None:
        tracked.state = state
        if state == "unknown":
            self._judge_unknown(tracked)
            return
        tracked.found = _states_of(tracked, found)
        plan = tracked.plan
        keeps = not (tracked.undone or plan.saga or tracked.verdicts)
        tracked.holds = keeps and self._random.random() < HELD
        if not tracked.holds:
            self._free = [*plan.devices, *self._free]

    def _judge_unknown(self, tracked: Tracked) -> None:
        """Make sure that there is a call of which only a person can say what it did."""
        journal = self._crashes[-1].journal
        kept = journal.executions.get(tracked.execution_id or "")
        flying = kept.in_flight if kept is not None else set()
        if not any(tracked.plan.must_not_repeat(key) for key in flying):
            text = f"{tracked.plan.name} {tracked.execution_id}, in flight: {flying}"
            self._blame(UNKNOWN, text)

    def _blame(self, promise: str, evidence: str) -> None:
        self.report.violations.append(Violation(promise=promise, evidence=evidence))


def _states_of(
    tracked: Tracked, states: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    return {one: states[one] for one in tracked.plan.devices if one in states}
