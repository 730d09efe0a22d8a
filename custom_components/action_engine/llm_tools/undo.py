"""The tool that takes back something that was asked for."""

from typing import Any, override

import voluptuous as vol

from homeassistant.helpers import llm

from ..const import DOMAIN
from ..engine.model.sender import Sender
from .asking import claiming
from .engine_tool import EngineTool


class Undo(EngineTool):
    """Has an execution of the model's own undone, if the gate lets that through."""

    name = f"{DOMAIN}__undo"
    title = "Undo an execution"
    description = (
        "Sets back what an execution that you have asked for has changed. It is judged "
        "like any other action: a person may be asked. What somebody has changed since "
        "is left alone."
    )
    parameters = vol.Schema(
        {
            vol.Required("execution_id", description="As you were told it"): vol.All(
                str, vol.Length(min=1, max=100)
            ),
            vol.Optional(
                "confidence", description="How sure you are that it is wanted, 0 to 1"
            ): vol.All(vol.Coerce(float), vol.Range(min=0, max=1)),
            vol.Optional(
                "reasoning", description="Why, in one sentence that a person will read"
            ): vol.All(str, vol.Length(max=1000)),
        }
    )
    annotations = llm.ToolAnnotations(idempotent=True, open_world=False)

    @override
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return what became of the undo."""
        hatch = self.engine.desk.hatch
        told = await hatch.undo(args["execution_id"], claiming(sender, args))
        bad = told.get("outcome") in ("denied", "failed", "rejected")
        return llm.ToolResult(data=told, error=bad)
