"""A language model in a home with people: what it calls, and what it is told."""

from typing import Any

from homeassistant.core import Context
from homeassistant.helpers import llm

from custom_components.action_engine.const import DOMAIN
from tests.face.gate_house import BOT, GateHouse

LAMP = {"action": "light.turn_on", "parameters": {"entity_id": "light.hall"}}
UNLOCK = {"action": "lock.unlock", "parameters": {"entity_id": "lock.front"}}


class Model:
    """Calls tools as a conversation agent does, in the name of somebody."""

    def __init__(
        self,
        house: GateHouse,
        as_: str | None = BOT,
        *,
        api_id: str | list[str] = DOMAIN,
        platform: str = "any_model",
    ) -> None:
        """Begin a turn of a conversation."""
        self._house = house
        self.api_id = api_id
        self.context = llm.LLMContext(
            platform=platform,
            context=Context(user_id=as_),
            language="en",
            assistant="conversation",
            device_id=None,
        )

    async def instance(self) -> llm.APIInstance:
        """Return the API as it is for this model now."""
        return await llm.async_get_api(self._house.hass, self.api_id, self.context)

    async def call(
        self, tool: str, *, call_id: str | None = None, **args: Any
    ) -> llm.ToolResult:
        """Call a tool by its name, or by its end."""
        instance = await self.instance()
        (name,) = [one.name for one in instance.tools if one.name.endswith(tool)]
        more = {} if call_id is None else {"id": call_id}
        given = llm.ToolInput(tool_name=name, tool_args=args, **more)
        return await instance.async_call_tool(given)

    async def propose(self, *actions: dict[str, Any]) -> dict[str, Any]:
        """Propose actions, and return the record of the first."""
        told = await self.call("propose_actions", actions=list(actions))
        records: Any = told.data["actions"]
        first: dict[str, Any] = records[0]
        return first

    async def look(self, execution_id: str) -> dict[str, Any]:
        """Look an execution up."""
        told = await self.call("get_execution", execution_id=execution_id)
        return dict(told.data)
