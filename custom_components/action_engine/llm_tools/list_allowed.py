"""The tool that says what may be asked for now."""

from typing import Any, override

from homeassistant.helpers import llm

from ..const import DOMAIN
from ..engine.model.sender import Sender
from .engine_tool import EngineTool


class ListAllowed(EngineTool):
    """Tells what the owner's policy lets a model ask for at this moment."""

    name = f"{DOMAIN}__list_allowed"
    title = "List what is allowed"
    description = (
        "Says what may be asked for now: actions with an example each, named actions "
        "with their fields, the mode of the home, calls left, whether a person is asked."
    )
    annotations = llm.ToolAnnotations(
        read_only=True, destructive=False, idempotent=True, open_world=False
    )
    repeatable = True

    @override
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return the menu."""
        menu = await self.engine.desk.hatch.menu(sender)
        return llm.ToolResult(data=menu.as_dict())
