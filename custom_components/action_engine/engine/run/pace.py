"""What a run asks of whoever is responsible for it: to go on, and for a worker.

``Pace`` itself is a run that nobody stops and that needs no worker; the executor
brings its own.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any, Final

from .signals import Undecided

type Wrap = Callable[[Coroutine[Any, Any, None]], Awaitable[None]]

_IN_LAST_WORDS: Final = ContextVar("action_engine_last_words", default=False)


@contextmanager
def last_words() -> Iterator[None]:
    """Run the ``finally`` of a block inside this: a cancelled run may finish it.

    It holds for the task that enters it and for all that this one starts meanwhile, not
    for other arms of the run.
    """
    token = _IN_LAST_WORDS.set(True)
    try:
        yield
    finally:
        _IN_LAST_WORDS.reset(token)


def in_last_words() -> bool:
    """Tell whether the present task is inside ``last_words``."""
    return _IN_LAST_WORDS.get()


class Pace:
    """The run's side of the bargain with the executor."""

    __slots__ = ("halted", "silent")

    def __init__(self) -> None:
        """Begin as a run that may go on."""
        self.halted = False
        """``checkpoint`` has something to say; looked at before every step."""

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

    def abandon(self, error: Undecided) -> None:
        """Break the run off at once: it ends with this error, whatever its arms do."""

    def split(self, branches: int) -> Wrap:  # noqa: ARG002 - for those who count
        """Return what each of so many parallel branches has to be wrapped in."""
        return lambda branch: branch
