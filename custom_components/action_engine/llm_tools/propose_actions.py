"""The tool with which a model asks for actions."""

from typing import Any, Final, override

import voluptuous as vol

from homeassistant.helpers import llm, selector

from ..const import DOMAIN
from ..engine.model.claim import Claim
from ..engine.model.response import Wish
from ..engine.model.sender import Sender
from .engine_tool import EngineTool

_MOST: Final = 20
_CONFIDENCE: Final = vol.All(vol.Coerce(float), vol.Range(min=0, max=1))

_ACTION: Final = vol.Schema(
    {
        vol.Required(
            "action",
            description="Such as light.turn_on, or the name of a named action",
        ): vol.All(str, vol.Length(min=1, max=200)),
        vol.Optional(
            "parameters",
            description="By name, entity_id among them; values are taken literally",
        ): selector.ObjectSelector(),
        vol.Optional(
            "confidence", description="How sure you are that it is wanted, 0 to 1"
        ): _CONFIDENCE,
        vol.Optional(
            "reasoning", description="Why, in one sentence that a person will read"
        ): vol.All(str, vol.Length(max=1000)),
    }
)


class ProposeActions(EngineTool):
    """Asks for actions, of which each is judged by itself."""

    name = f"{DOMAIN}__propose_actions"
    title = "Propose actions"
    description = (
        "Asks for one or more actions in this home, done one after the other. Each is "
        "judged by itself: executed, held (a person is being asked), denied, or failed. "
        "Never say that something was done unless its outcome is executed."
    )
    parameters = vol.Schema(
        {
            vol.Required("actions", description="In the order in which to do them"): (
                vol.All([_ACTION], vol.Length(min=1, max=_MOST))
            )
        }
    )
    annotations = llm.ToolAnnotations()

    @override
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return one record for each action."""
        wishes = [_wish(index, one) for index, one in enumerate(args["actions"])]
        records = await self.engine.desk.hatch.propose(wishes, sender)
        good = ("executed", "held", "accepted")
        data: dict[str, Any] = {"actions": records}
        return llm.ToolResult(
            data=data,
            error=not any(one["outcome"] in good for one in records),
        )


def _wish(index: int, asked: dict[str, Any]) -> Wish:
    return Wish(
        place=f"actions/{index}",
        format="tool",
        name=asked["action"].strip(),
        parameters=asked.get("parameters") or {},
        claim=Claim(
            confidence=asked.get("confidence"), reasoning=asked.get("reasoning")
        ),
    )
