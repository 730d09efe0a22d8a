"""Stops a script or the running actions of an automation."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import by_domain, either, failure, tool

_IT: Final = {"entity_id": "${{workflow}}"}
_TURN_OFF: Final = tool("automation.turn_off", {**_IT, "stop_actions": True})

STOP_WORKFLOW: Final = NamedAction(
    name="stop_workflow",
    title="Stop a workflow",
    description=(
        "Breaks off the runs of a script or of an automation. An automation stays"
        " switched on unless it is to be disabled."
    ),
    category="workflow",
    fields={
        "workflow": Field(
            selector={"entity": {"domain": ["script", "automation"]}},
            required=True,
            name="Workflow",
            description="The script or automation",
            example="automation.watering",
            aliases=("entity_id", "entity", "flujo", "script", "automation"),
        ),
        "disable": Field(
            selector={"boolean": {}},
            default=False,
            name="Disable",
            description="An automation is switched off as well; a script cannot be",
        ),
    },
    impact=Risk.MEDIUM,
    rollback=Rollback(
        supported=Reversible.PARTLY,
        why=(
            "an automation that was disabled is enabled again; a run that was broken"
            " off does not go on"
        ),
    ),
    sequence=(
        by_domain(
            "workflow",
            {
                "script": [
                    either(
                        "disable",
                        [failure("A script cannot be disabled")],
                        [tool("script.turn_off", _IT)],
                    )
                ],
                "automation": [
                    # There is no other way to end its runs. Between the two calls it
                    # hears of no trigger.
                    either(
                        "disable or is_state(workflow, 'off')",
                        [_TURN_OFF],
                        [_TURN_OFF, tool("automation.turn_on", _IT)],
                    )
                ],
            },
            [failure("Only a script or an automation is a workflow")],
        ),
    ),
)
