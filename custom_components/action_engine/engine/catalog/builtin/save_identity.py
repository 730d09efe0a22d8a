"""Keeps one of the roles in which a person sees himself."""

from typing import Final

from ...model.impact import Risk
from ...model.named_action import Field, NamedAction
from .remembering import BEFORE, TAKEN_BACK, remember

SAVE_IDENTITY: Final = NamedAction(
    name="save_identity",
    title="Save an identity",
    description="Keeps a role of the user; several stand side by side.",
    category="memory",
    fields={
        "identity": Field(
            selector={"text": {}},
            required=True,
            name="Identity",
            description="What it is called",
            example="Creative Visionary",
            aliases=("name", "identidad"),
        ),
        "category": Field(
            selector={"text": {}},
            name="Category",
            description="What it belongs to",
            example="PASSIONS",
            aliases=("categoria", "categoría"),
        ),
        "description": Field(
            selector={"text": {"multiline": True}},
            name="Description",
            description="More about it",
            aliases=("descripcion", "descripción"),
        ),
    },
    impact=Risk.LOW,
    rollback=TAKEN_BACK,
    inner=(BEFORE,),
    sequence=remember(
        {
            "key": "identity/${{identity}}",
            "value": {
                "identity": "${{identity}}",
                "category": "${{category?}}",
                "description": "${{description?}}",
            },
            "category": "identity",
        },
    ),
)
