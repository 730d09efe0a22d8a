"""A tool of Assist, behind the gate."""

from typing import Any, Final, override

from homeassistant.helpers import llm

from ..engine.engine import ActionEngine
from ..engine.model.response import ANSWER, Wish
from ..engine.model.sender import Sender
from .engine_tool import EngineTool

_TOLD: Final = ("outcome", "execution_id", "reasons", "error", "advice")


class SupervisedTool(EngineTool):
    """Looks like the tool of Assist, and asks the gate before it is called."""

    def __init__(self, engine: ActionEngine, tool: llm.Tool) -> None:
        """Stand before this tool."""
        super().__init__(engine)
        self.name = tool.name
        self.title = tool.title
        self.description = tool.description
        self.parameters = tool.parameters
        self.annotations = tool.annotations
        self.integration = tool.integration or ""
        self._tool = tool

    @override
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return the tool's own result, or why there is none."""
        wish = Wish(
            place="tool",
            format="tool",
            name=f"{llm.LLM_API_ASSIST}/{self._tool.name}",
            parameters=args,
        )
        (record,) = await self.engine.desk.hatch.propose([wish], sender)
        if record["outcome"] == "executed":
            return llm.ToolResult(data=_result(record))
        told: dict[str, Any] = {key: record[key] for key in _TOLD if key in record}
        waits = record["outcome"] in ("held", "accepted")
        return llm.ToolResult(data=told, error=not waits)

    @override
    def checked(self, args: dict[str, Any]) -> dict[str, Any]:
        """Return them as they came: the tool is called with these, and checks them."""
        self.parameters(dict(args))
        return args


def _result(record: dict[str, Any]) -> dict[str, Any]:
    response = record.get("response")
    answer = response.get(ANSWER) if isinstance(response, dict) else None
    return answer if isinstance(answer, dict) else {"result": answer}
