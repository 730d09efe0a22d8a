"""Keeps something about the person that a language model talks to."""

from typing import Final

from ...model.impact import Risk
from ...model.named_action import Field, NamedAction
from .remembering import BEFORE, TAKEN_BACK, remember

SAVE_USER_INFO: Final = NamedAction(
    name="save_user_info",
    title="Save user information",
    description="Keeps something about the user, under a key.",
    category="memory",
    fields={
        "key": Field(
            selector={"text": {}},
            required=True,
            name="Key",
            description="Under which it is found again",
            example="goals",
            aliases=("clave",),
        ),
        "value": Field(
            selector={"object": {}},
            required=True,
            name="Value",
            description="What is kept",
            example="Wants to improve the work-life balance",
            aliases=("valor",),
        ),
    },
    impact=Risk.LOW,
    rollback=TAKEN_BACK,
    inner=(BEFORE,),
    sequence=remember(
        {"key": "${{key}}", "value": "${{value}}", "category": "user_info"},
    ),
)
