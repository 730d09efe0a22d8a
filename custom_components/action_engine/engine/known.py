"""The executions of this life: open ones, and those that have ended of late."""

from collections import deque
from collections.abc import Mapping
from typing import Final

from .errors import ExecutionNotFoundError
from .model.caller import Caller
from .model.request import Request
from .model.state import ExecutionState
from .run.execution import Execution

HISTORY: Final = 50
"""Ended executions that stay readable."""


class Known:
    """Finds executions by what is known of them."""

    def __init__(self, running: Mapping[str, Execution]) -> None:
        """Know nobody but ``running``: those that have not ended, by id."""
        self._running = running
        self._recent: deque[Execution] = deque(maxlen=HISTORY)

    def remember(self, execution: Execution) -> None:
        """Keep one that does nothing any more for a while."""
        self._recent.append(execution)

    def forget(self, execution_id: str) -> None:
        """Drop one that waited for a person; it goes on as another object."""
        for one in [one for one in self._recent if one.id == execution_id]:
            self._recent.remove(one)

    def find(self, execution_id: str) -> Execution | None:
        """Return the one with an id."""
        if (execution := self._running.get(execution_id)) is not None:
            return execution
        found = (one for one in reversed(self._recent) if one.id == execution_id)
        return next(found, None)

    def running(self, execution_id: str) -> Execution:
        """Return one that has not ended, or raise ``ExecutionNotFoundError``."""
        if (execution := self._running.get(execution_id)) is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return execution

    def twin(self, request: Request) -> Execution | None:
        """Return the one that a request with an idempotency key is about, if any."""
        identity = request.identity
        known = () if identity is None else reversed(self.all())
        return next((one for one in known if one.request.identity == identity), None)

    def caller_of(self, execution_id: str) -> Caller | None:
        """Return on whose behalf a running one runs; that counts for what it asks for.

        What undoes an execution by itself acts for whoever had asked for that.
        """
        execution = self._running.get(execution_id)
        if execution is None or execution.caller is not None:
            return None if execution is None else execution.caller
        undone = self.find(execution.undo_of or "")
        return None if undone is None else undone.caller

    def all(self) -> list[Execution]:
        """Return all of them, the newest last."""
        everyone = [*self._recent, *self._running.values()]
        return sorted(everyone, key=lambda execution: execution.ticks["created"])


def is_apart(execution: Execution, previous: ExecutionState | None) -> bool:
    """Tell whether it does not run at this move: it never did, or has ended before."""
    state = ExecutionState
    if previous is None:
        return execution.has_left
    # What undoes it is counted by itself.
    apart = {state.ROLLING_BACK, state.PENDING_APPROVAL}
    return previous in apart or execution.state is state.ROLLING_BACK
