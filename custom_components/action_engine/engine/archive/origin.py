"""What an execution comes from, if from another one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ..model.notes import Note
from ..run.execution import Execution


def _nobody(_: Execution) -> None:
    """Hear that an execution was accepted, and do nothing about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where it comes from, and who wants to hear that it was accepted."""

    undoes: tuple[str, ...] = ()
    """The executions that it undoes, the newest first."""

    repeat_of: str | None = None
    saga: bool = False
    """It undoes what has failed, as was agreed to when that was let through."""

    notes: tuple[Note, ...] = ()
    """What it begins with, so that it need not be done again."""

    accepted: Callable[[Execution], None] = _nobody


NOWHERE: Final = Origin()
