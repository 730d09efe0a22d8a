"""Asks the home, or a talk with a language model, into another mode."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import by_domain, either, failure, tool

_DATA: Final = {"entity_id": "${{mode_entity}}", "option": "${{target_state}}"}

TRANSITION_STATE: Final = NamedAction(
    name="transition_state",
    title="Change the mode",
    description="Asks for another mode, at the entity that holds that of the caller.",
    category="modes",
    fields={
        "target_state": Field(
            selector={"text": {}},
            required=True,
            name="Mode",
            description="The mode to go into",
            example="IDENTITY_DISCOVERY",
            aliases=("state", "mode", "estado"),
        )
    },
    impact=Risk.MEDIUM,
    rollback=Rollback(
        supported=Reversible.YES,
        why="the mode before is chosen again, unless somebody has changed it since",
    ),
    # Whoever asks has ``mode_entity`` in scope if his policy has one.
    sequence=(
        either(
            "mode_entity is not defined or not mode_entity",
            [failure("The policy of the caller has no mode")],
            [
                by_domain(
                    "mode_entity",
                    {
                        domain: [tool(f"{domain}.select_option", _DATA)]
                        for domain in ("select", "input_select")
                    },
                    [failure("The mode of the policy is no select")],
                )
            ],
        ),
    ),
)
