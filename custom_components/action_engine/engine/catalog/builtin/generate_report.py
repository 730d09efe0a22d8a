"""Writes a report of what the engine has done."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import tool

_HANDED_ON: Final = ("kind", "hours", "days", "start", "end", "deliver")

GENERATE_REPORT: Final = NamedAction(
    name="generate_report",
    title="Write a report",
    description="Writes a report of what was done, from the journal.",
    category="reports",
    fields={
        "kind": Field(
            selector={
                "select": {"options": ["summary", "failures", "agents", "approvals"]}
            },
            default="summary",
            name="Kind",
            description="What it is about",
            aliases=("tipo", "report_type", "type"),
        ),
        "hours": Field(
            selector={"number": {"min": 1, "max": 8760, "mode": "box"}},
            name="Hours",
            description="How far it looks back",
            aliases=("horas",),
        ),
        "days": Field(
            selector={"number": {"min": 1, "max": 3650, "mode": "box"}},
            name="Days",
            description="How far it looks back",
            aliases=("dias", "días"),
        ),
        "start": Field(
            selector={"datetime": {}},
            name="Start",
            description="From when on",
            aliases=("inicio",),
        ),
        "end": Field(
            selector={"datetime": {}},
            name="End",
            description="Until when",
            aliases=("fin",),
        ),
        "deliver": Field(
            selector={"object": {}},
            name="Deliver",
            description="Where else it goes; the answer holds it in any case",
        ),
    },
    impact=Risk.LOW,
    rollback=Rollback(
        supported=Reversible.NO, why="a report stays, as a record of what was known"
    ),
    sequence=(
        tool(
            "action_engine.generate_report",
            {key: f"${{{{{key}?}}}}" for key in _HANDED_ON},
            "result",
        ),
        {
            "stop": "The report is written",
            "response_variable": "result",
        },
    ),
)
