"""Keeps that a person has been introduced to what is there."""

from typing import Final

from ...model.impact import Risk
from ...model.named_action import NamedAction
from .remembering import BEFORE, TAKEN_BACK, remember

MARK_INTRODUCTION_COMPLETE: Final = NamedAction(
    name="mark_introduction_complete",
    title="Mark the introduction as complete",
    description="Keeps that the introduction is over.",
    category="memory",
    impact=Risk.LOW,
    rollback=TAKEN_BACK,
    inner=(BEFORE,),
    sequence=remember(
        {"key": "introduction_complete", "value": True, "category": "progress"},
    ),
)
