"""The action that calls a tool of an LLM API.

call_tool   one tool, with its answer    runs of this engine; administrators, by hand

A run went through the gate, where the tool was judged. Whoever else calls it goes past
the gate, which nobody but an administrator may do, and no automation in his name.
"""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.exceptions import Unauthorized

from .engine.engine import ActionEngine
from .rights import require_admin
from .runtime import loaded_engine
from .tool_fields import parse_call_tool

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


async def _call_tool(call: ServiceCall) -> ServiceResponse:
    engine = loaded_engine(call.hass)
    await _require_gate(engine, call)
    answer = await engine.desk.tools.call(parse_call_tool(call.data), call.context)
    return answer if call.return_response else None


async def _require_gate(engine: ActionEngine, call: ServiceCall) -> None:
    if engine.desk.tools.is_run(call.context):
        return
    if not engine.gate.by_hand(call.context):
        raise Unauthorized(
            context=call.context,
            permission=POLICY_CONTROL,
            perm_category="action_engine_tools",
        )
    await require_admin(call.hass, call.context)


TOOL_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "call_tool": (_call_tool, SupportsResponse.OPTIONAL),
}
