"""The tool that says what became of something that was asked for."""

from typing import Any, override

import voluptuous as vol

from homeassistant.helpers import llm

from ..const import DOMAIN
from ..engine.model.sender import Sender
from .engine_tool import EngineTool


class GetExecution(EngineTool):
    """Looks up an execution of the model's own."""

    name = f"{DOMAIN}__get_execution"
    title = "Look up an execution"
    description = (
        "Says what became of something that you have asked for: whether a person still "
        "has to answer, what was done, and its result."
    )
    parameters = vol.Schema(
        {
            vol.Required("execution_id", description="As you were told it"): vol.All(
                str, vol.Length(min=1, max=100)
            )
        }
    )
    annotations = llm.ToolAnnotations(
        read_only=True, destructive=False, idempotent=True, open_world=False
    )
    repeatable = True

    @override
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return how it stands."""
        told = await self.engine.desk.hatch.look(args["execution_id"], sender)
        return llm.ToolResult(data=told)
