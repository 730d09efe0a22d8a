"""Puts a task on a to-do list."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import RawStep, computed, either, given, tool

_BEFORE: Final = "before"
_AFTER: Final = "after"
_ADDED: Final = "added"

_FRESH: Final = (
    f"{_AFTER}[list]['items'] | selectattr('uid', 'defined')"
    f" | rejectattr('uid', 'in', {_BEFORE}[list]['items']"
    " | selectattr('uid', 'defined') | map(attribute='uid') | list)"
    " | selectattr('summary', 'in', [title | string | trim,"
    " (title | string | trim) ~ ' (' ~ priority ~ ')'])"
    " | map(attribute='uid') | list"
)
"""Ids of what is on the list now, was not before, and is called as it should be."""

_THE_ONE: Final = f"({_FRESH}) if ({_FRESH}) | length == 1 else []"
"""With two of them nobody can tell which one is ours."""


def _items(response: str) -> RawStep:
    data = {"entity_id": "${{list}}", "status": ["needs_action", "completed"]}
    return tool("todo.get_items", data, response)


def _add(name: str) -> RawStep:
    """Return the step that adds a task; lists keep a date or a time, never both."""
    data = {
        "entity_id": "${{list}}",
        "item": name,
        "description": "${{description?}}",
    }
    return given(
        "due",
        [
            either(
                "due | string | length > 10",
                [tool("todo.add_item", data | {"due_datetime": "${{due}}"})],
                [tool("todo.add_item", data | {"due_date": "${{due}}"})],
            )
        ],
        [tool("todo.add_item", data)],
    )


_NAMED: Final = "${{title}}"
_RANKED: Final = "${{title}} (${{priority}})"

CREATE_TASK: Final = NamedAction(
    name="create_task",
    title="Create a task",
    description="Puts a task on a to-do list.",
    category="tasks",
    fields={
        "list": Field(
            selector={"entity": {"domain": "todo"}},
            required=True,
            name="List",
            description="The to-do list; the options may name one for all tasks",
            example="todo.household",
            aliases=("lista", "entity_id", "entity"),
        ),
        "title": Field(
            selector={"text": {}},
            required=True,
            name="Title",
            description="What has to be done, in some words",
            example="Look into the pump of the cellar",
            aliases=("titulo", "título", "item", "summary", "name"),
        ),
        "description": Field(
            selector={"text": {"multiline": True}},
            name="Description",
            description="More about it; not every list keeps one",
            aliases=("descripcion", "descripción", "details"),
        ),
        "due": Field(
            selector={"text": {}},
            name="Due",
            description="A date, or a date and a time",
            example="2026-12-01 18:00",
            aliases=("due_date", "due_datetime", "vencimiento", "fecha"),
        ),
        "priority": Field(
            selector={"select": {"options": ["low", "medium", "high", "urgent"]}},
            name="Priority",
            description="Stands behind the title, since lists know no priorities",
            example="high",
            aliases=("prioridad",),
            words={
                "baja": "low",
                "media": "medium",
                "normal": "medium",
                "alta": "high",
                "urgente": "urgent",
                "critical": "urgent",
                "critica": "urgent",
                "crítica": "urgent",
            },
        ),
    },
    impact=Risk.LOW,
    rollback=Rollback(
        supported=Reversible.YES,
        why="the task that was added is removed, and no other of the same name",
    ),
    inner=(_BEFORE, _AFTER, _ADDED),
    sequence=(
        {
            "sequence": [
                _items(_BEFORE),
                given("priority", [_add(_RANKED)], [_add(_NAMED)]),
                _items(_AFTER),
                computed(_ADDED, _THE_ONE),
            ],
            # If nobody can tell which one it was, the undo fails instead of removing what
            # somebody else has added.
            "rollback": [
                tool(
                    "todo.remove_item",
                    {"entity_id": "${{list}}", "item": f"${{{{{_ADDED}.0}}}}"},
                )
            ],
        },
    ),
)
