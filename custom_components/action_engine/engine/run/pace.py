"""What a run asks of whoever is responsible for it: to go on, and for a worker.

``Pace`` itself is a run that nobody stops and that needs no worker; the executor
brings its own.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

type Wrap = Callable[[Coroutine[Any, Any, None]], Awaitable[None]]


class Pace:
    """The run's side of the bargain with the executor."""

    __slots__ = ("halted", "last_words", "silent")

    def __init__(self) -> None:
        """Begin as a run that may go on."""
        self.halted = False
        """``checkpoint`` has something to say; looked at before every step."""

        self.last_words = 0
        """How many ``finally`` blocks are going on, which a cancelled run may finish."""

        self.silent = False
        """The run is broken off to be taken up again, or by nobody: no last words."""

    async def checkpoint(self) -> None:
        """Return when the run may go on; raise ``CancelledError`` if it must not."""

    @asynccontextmanager
    async def resting(self) -> AsyncIterator[None]:
        """Wait for something inside this: a run that waits holds no worker."""
        yield

    @asynccontextmanager
    async def backing_off(self) -> AsyncIterator[None]:
        """Wait inside this before the next attempt of a call."""
        yield

    def abandon(self, error: Exception) -> None:
        """Break the run off at once: it ends with this error, whatever its arms do."""

    def split(self, branches: int) -> Wrap:  # noqa: ARG002 - for those who count
        """Return what each of so many parallel branches has to be wrapped in."""
        return lambda branch: branch
