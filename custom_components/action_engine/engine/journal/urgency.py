"""What is to be written at once, and what may wait some milliseconds for others."""

from typing import Final

from ..model.notes import NoteKind
from .ops import Append, Change, Later, Op, Touch

_PATIENT: Final = frozenset({Append, Later, Change, Touch})
"""What may wait a moment for others, so that they share a commit."""


def is_urgent(op: Op) -> bool:
    """Tell whether something is to be written at once, and not with what comes next.

    A choice that hung on chance, or on a state, should be on disk before what follows
    from it: else a crash in between has it made anew, and perhaps otherwise.
    """
    if type(op) is Append:
        return op.kind == NoteKind.DECIDED
    return type(op) not in _PATIENT
