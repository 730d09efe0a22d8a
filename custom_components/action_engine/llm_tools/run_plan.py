"""The tool with which a model has several calls run as one plan."""

from typing import Any, Final, override

import voluptuous as vol

from homeassistant.helpers import llm, selector

from ..const import DOMAIN
from ..engine.model.sender import Sender
from .asking import claiming
from .engine_tool import EngineTool

_MOST: Final = 50

_NAME: Final = vol.All(str, vol.Length(min=1, max=200))
_STRATEGIES: Final = ("single", "parallel", "sequential", "hybrid", "auto")
_CONFIDENCE: Final = vol.All(vol.Coerce(float), vol.Range(min=0, max=1))

_CALL: Final = vol.Schema(
    {
        vol.Required(
            "tool_name", description="An action, a named action, or api_id/tool"
        ): _NAME,
        vol.Optional(
            "parameters",
            description='By name; "${{name}}" takes the result of another call',
        ): selector.ObjectSelector(),
        vol.Optional("step", description="Calls with one number belong together"): int,
        vol.Optional(
            "dependency",
            description="The result variables that have to be there before",
        ): [_NAME],
        vol.Optional("purpose", description="What it is for"): vol.All(
            str, vol.Length(max=500)
        ),
        vol.Optional(
            "result_variable", description="The name under which others find its result"
        ): _NAME,
    }
)


class RunPlan(EngineTool):
    """Asks for a decision plan, which is judged and run as one."""

    name = f"{DOMAIN}__run_plan"
    title = "Run a plan"
    description = (
        "Asks for several calls that depend on each other, as one plan. It is judged as "
        "a whole before anything runs. For actions that do not depend on each other "
        "propose them one by one instead."
    )
    parameters = vol.Schema(
        {
            vol.Required("tool_calls", description="What is to be called"): vol.All(
                [_CALL], vol.Length(min=1, max=_MOST)
            ),
            vol.Optional("query", description="What was asked for, in words"): vol.All(
                str, vol.Length(max=500)
            ),
            vol.Optional("strategy", description="How they go together"): vol.In(
                _STRATEGIES
            ),
            vol.Optional("max_parallel", description="How many at once"): vol.All(
                int, vol.Range(min=1, max=20)
            ),
            vol.Optional(
                "confidence", description="How sure you are that it is wanted, 0 to 1"
            ): _CONFIDENCE,
            vol.Optional(
                "reasoning", description="Why, in one sentence that a person will read"
            ): vol.All(str, vol.Length(max=1000)),
        }
    )
    annotations = llm.ToolAnnotations()

    @override
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return what became of the plan."""
        plan = {key: one for key, one in args.items() if key not in _CLAIMS}
        asked = claiming(sender, args)
        told = await self.engine.desk.hatch.run_plan(plan, asked)
        bad = told.get("outcome") in ("denied", "failed", "rejected")
        return llm.ToolResult(data=told, error=bad)


_CLAIMS: Final = frozenset({"confidence", "reasoning"})
