"""How a request comes through the gate: what an execution begins with."""

from dataclasses import dataclass
from typing import Final

from .caller import Caller
from .leave import Leave
from .state import ExecutionState
from .verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The first state of an execution, and on whose behalf it is in it."""

    state: ExecutionState = ExecutionState.QUEUED
    verdict: Verdict | None = None
    caller: Caller | None = None
    leave: Leave | None = None
    """Under which it runs, watched; None if it may do what its caller may."""


OWN: Final = Entry()
"""For what the engine does by itself: the undo of a saga was agreed to with it."""
