"""The pace of an execution: when it sits on a seat, when it rests, when it is halted."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, override

from .pace import Pace, Wrap
from .seats import Seats


def _nobody() -> None:
    """Stand in for whoever follows the run, before and after it."""


class SeatedPace(Pace):
    """Counts the active branches of one run; the run sits while there is any."""

    __slots__ = (
        "_active",
        "_backing_off",
        "_cancelled",
        "_joining",
        "_paused",
        "_priority",
        "_seated",
        "_seats",
        "on_change",
    )

    def __init__(self, seats: Seats, priority: int) -> None:
        """Begin without a seat."""
        super().__init__()
        self._seats = seats
        self._priority = priority
        self.on_change: Callable[[], None] = _nobody
        """Called when the run has become active, idle or retrying, or no longer is."""

        self._active = 0
        self._backing_off = 0
        self._seated = False
        self._joining: asyncio.Task[None] | None = None
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
    def paused(self) -> bool:
        """It was asked to pause, and no branch of it does anything any more."""
        return self._paused is not None and self._active == 0

    async def sit_down(self) -> None:
        """Take a seat for a run that begins; waits for its turn."""
        await self._join()

    def stand_up(self) -> None:
        """Give the seat back at the end of the run."""
        self._active = 0
        self.on_change = _nobody
        if self._joining is not None:
            self._joining.cancel()
        self._leave_seat()

    def cancel(self) -> None:
        """Let no further step begin."""
        self._cancelled = self.halted = True
        self._let_go()

    def pause(self) -> None:
        """Halt before the next step, until ``unpause``."""
        if self._paused is None:
            self._paused = asyncio.Event()
            self.halted = True

    def unpause(self) -> None:
        """Go on."""
        self.halted = self._cancelled
        self._let_go()

    def _let_go(self) -> None:
        paused, self._paused = self._paused, None
        if paused is not None:
            paused.set()

    @override
    async def checkpoint(self) -> None:
        if self._cancelled and not self.last_words:
            raise asyncio.CancelledError
        if self._paused is not None:
            async with self.resting():
                await self._unpaused()

    @override
    @asynccontextmanager
    async def resting(self) -> AsyncIterator[None]:
        self._leave()
        try:
            yield
        except BaseException:
            # Cancelled or failed while it waited: what is left to do needs no seat.
            self._active += 1
            raise
        await self._join()

    @override
    @asynccontextmanager
    async def backing_off(self) -> AsyncIterator[None]:
        self._backing_off += 1
        self.on_change()
        try:
            async with self.resting():
                yield
        finally:
            self._backing_off -= 1
            self.on_change()

    @override
    def split(self, branches: int) -> Wrap:
        """Count the branches instead of the one that splits into them."""
        left = branches
        self._active += max(branches - 1, 0)

        async def wrap(branch: Coroutine[Any, Any, None]) -> None:
            nonlocal left
            try:
                await branch
            finally:
                left -= 1
                # The last one hands its place back to the run that had split.
                if left:
                    self._leave()

        return wrap

    def _leave(self) -> None:
        self._active -= 1
        if self._active == 0:
            self._leave_seat()
            self.on_change()

    def _leave_seat(self) -> None:
        if self._seated:
            self._seated = False
            self._seats.give()

    async def _join(self) -> None:
        """Become active; several branches that wake at once share one seat."""
        await self._unpaused()
        while not self._seated:
            if self._joining is None and self._seats.try_take():
                self._seated = True
                break
            await self._queue_up()
            await self._unpaused()
        self._active += 1
        self.on_change()

    async def _unpaused(self) -> None:
        while self._paused is not None:
            self._leave_seat()
            await self._paused.wait()

    async def _queue_up(self) -> None:
        if self._joining is None:
            self._joining = asyncio.ensure_future(self._seats.take(self._priority))
            self._joining.add_done_callback(self._joined)
        await asyncio.shield(self._joining)

    def _joined(self, task: asyncio.Task[None]) -> None:
        self._joining = None
        if task.cancelled():
            return
        if self._cancelled:
            self._seats.give()
        else:
            self._seated = True
