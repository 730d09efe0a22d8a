"""Starts a script or the actions of an automation."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import by_domain, failure, given, tool

_IT: Final = {"entity_id": "${{workflow}}"}

START_WORKFLOW: Final = NamedAction(
    name="start_workflow",
    title="Start a workflow",
    description="Starts a script and does not wait for it, or runs the actions of an automation.",
    category="workflow",
    fields={
        "workflow": Field(
            selector={"entity": {"domain": ["script", "automation"]}},
            required=True,
            name="Workflow",
            description="The script or automation",
            example="script.goodnight",
            aliases=("entity_id", "entity", "flujo", "script", "automation"),
        ),
        "variables": Field(
            selector={"object": {}},
            name="Variables",
            description="Values for a script; an automation takes none",
            aliases=("parameters",),
        ),
        "skip_condition": Field(
            selector={"boolean": {}},
            default=False,
            name="Skip conditions",
            description="An automation starts whatever its conditions say",
        ),
    },
    impact=Risk.MEDIUM,
    rollback=Rollback(
        supported=Reversible.NO, why="what it did is not recorded with its start"
    ),
    sequence=(
        by_domain(
            "workflow",
            {
                "script": [
                    tool("script.turn_on", {**_IT, "variables": "${{variables?}}"})
                ],
                "automation": [
                    given(
                        "variables",
                        [failure("An automation takes no variables")],
                        [
                            tool(
                                "automation.trigger",
                                {**_IT, "skip_condition": "${{skip_condition}}"},
                            )
                        ],
                    )
                ],
            },
            [failure("Only a script or an automation is a workflow")],
        ),
    ),
)
