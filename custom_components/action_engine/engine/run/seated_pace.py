"""The pace of an execution: when it sits on a seat, when it rests, when it is halted.

A run sits while more of its branches are active than wait for other executions:

    active   branches that do something, also those that wait inside a call
    lent     waits for other executions that are going on inside calls of this run
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, override

from .pace import Pace, Wrap, in_last_words
from .seats import Seats, Turn
from .signals import Undecided


def _nobody() -> None:
    """Stand in for whoever follows the run, before and after it."""


class SeatedPace(Pace):
    """Counts the branches of one run, and takes and gives its seat accordingly."""

    __slots__ = (
        "_active",
        "_backing_off",
        "_cancelled",
        "_lent",
        "_paused",
        "_priority",
        "_queued",
        "_resting",
        "_seated",
        "_seats",
        "_turn",
        "abandoned",
        "on_abandon",
        "on_change",
    )

    def __init__(self, seats: Seats, priority: int) -> None:
        """Begin without a seat."""
        super().__init__()
        self._seats = seats
        self._priority = priority
        self.on_change: Callable[[], None] = _nobody
        """Called when the run has become active, idle or retrying, or no longer is."""

        self.on_abandon: Callable[[], None] = _nobody
        self.abandoned: Undecided | None = None
        """Why the run was broken off by itself."""

        self._active = 0
        self._lent = 0
        self._resting = 0
        self._backing_off = 0
        self._seated = False
        self._turn: Turn | None = None
        self._queued = 0
        self._paused: asyncio.Event | None = None
        self._cancelled = False

    @property
    def retrying(self) -> bool:
        """Some branch waits before another attempt."""
        return self._backing_off > 0

    @property
    def active(self) -> bool:
        """Some branch is doing something."""
        return self._active > 0

    @property
    def at_rest(self) -> bool:
        """Some branch waits for something that needs no worker."""
        return self._resting > 0

    @property
    def paused(self) -> bool:
        """It was asked to pause, and no branch of it does anything any more."""
        return self._paused is not None and self._active == 0

    async def sit_down(self) -> None:
        """Take a seat for a run that begins; waits for its turn."""
        await self._join()

    def stand_up(self) -> None:
        """Give the seat back at the end of the run, for good."""
        self.on_change = self.on_abandon = _nobody
        self.cancel()
        self._active = 0
        self._settle()

    def cancel(self) -> None:
        """Let no further step begin, and wait for no seat: what is left is urgent."""
        self._cancelled = self.halted = True
        self._let_go()
        turn, self._turn = self._turn, None
        if turn is not None and self._seats.collect(turn):
            self._seats.give()

    @override
    def abandon(self, error: Undecided) -> None:
        if self.abandoned is None:
            self.abandoned = error
            self.silent = True
            self.cancel()
            self.on_abandon()

    def pause(self) -> None:
        """Halt before the next step, until ``unpause``."""
        if self._paused is None and not self._cancelled:
            self._paused = asyncio.Event()
            self.halted = True

    def unpause(self) -> None:
        """Go on."""
        # ``halted`` is left to the next checkpoint, which may find other reasons.
        self._let_go()

    def _let_go(self) -> None:
        paused, self._paused = self._paused, None
        if paused is not None:
            paused.set()

    @override
    async def checkpoint(self) -> None:
        self._halt_if_cancelled()
        if self._paused is not None or not self._seated:
            self._leave()
            await self._join()
        self.halted = self._cancelled or self._paused is not None

    @override
    @asynccontextmanager
    async def resting(self) -> AsyncIterator[None]:
        self._resting += 1
        self._leave()
        try:
            yield
        finally:
            self._resting -= 1
            await self._join()

    @override
    @asynccontextmanager
    async def backing_off(self) -> AsyncIterator[None]:
        # A service may have made an error of its own of the cancellation.
        self._halt_if_cancelled()
        self._backing_off += 1
        self.on_change()
        async with self.resting():
            try:
                yield
            finally:
                self._backing_off -= 1
        self._halt_if_cancelled()

    @asynccontextmanager
    async def lending(self) -> AsyncIterator[None]:
        """Wait for another execution inside this, in a call that this run makes.

        Whoever waits may be a task of its own, and outlive this run.
        """
        self._lent += 1
        self._settle()
        try:
            yield
        finally:
            self._lent -= 1
            try:
                while self._lacks_seat() and not self._is_leaving():
                    await self._take_seat()
            finally:
                self._settle()
                # The attempt timed out before there was a seat: the next step asks again.
                self.halted = self.halted or self._lacks_seat()

    @override
    def split(self, branches: int) -> Wrap:
        """Count the branches instead of the one that splits into them."""
        left = branches
        self._active += max(branches - 1, 0)

        def ended(_: object) -> None:
            nonlocal left
            left -= 1
            # The last one hands its place back to the run that had split.
            if left:
                self._leave()

        def wrap(branch: Coroutine[Any, Any, None]) -> Awaitable[None]:
            # A coroutine that is cancelled before it began would not even run its
            # ``finally``; a task always ends.
            task = asyncio.ensure_future(branch)
            task.add_done_callback(ended)
            return task

        return wrap

    def _halt_if_cancelled(self) -> None:
        if self._cancelled and not in_last_words():
            raise asyncio.CancelledError

    def _leave(self) -> None:
        self._active -= 1
        self._settle()
        if self._active == 0:
            self.on_change()

    def _settle(self) -> None:
        """Give back a seat that is not needed."""
        if self._seated and self._active <= self._lent:
            self._seated = False
            self._seats.give()

    def _lacks_seat(self) -> bool:
        return self._active > self._lent and not self._seated

    async def _join(self) -> None:
        """Become active, on a seat, when the run is not paused."""
        try:
            while not self._is_leaving():
                if self._paused is not None:
                    self._settle()
                    await self._paused.wait()
                elif self._seated or self._active < self._lent:
                    break
                else:
                    await self._take_seat()
        finally:
            self._active += 1
            self._settle()
        self.on_change()

    async def _take_seat(self) -> None:
        """Sit down; branches that wait at the same time share one turn."""
        if self._turn is None:
            if self._seats.try_take():
                self._seated = True
                return
            self._turn, self._queued = self._seats.ask(self._priority), 0
        turn = self._turn
        self._queued += 1
        try:
            await asyncio.wait([turn])
        finally:
            if turn is self._turn:
                self._queued -= 1
                if turn.done() or not self._queued:
                    self._turn = None
                    self._seated = self._seats.collect(turn)

    def _is_leaving(self) -> bool:
        """Tell whether the run, or this branch of it, is being cancelled."""
        if self._cancelled:
            return True
        task = asyncio.current_task()
        return task is not None and task.cancelling() > 0
