"""Which calls of a tool are the same one."""

from typing import Any, Final

import orjson

from homeassistant.helpers import llm

from ..engine.model.same_call import SameCall
from .asking import conversation_id

REPEATED: Final = 5.0
"""Seconds in which the same, said twice in one turn, counts once."""

RESENT: Final = 600.0
"""Seconds in which a call with the same id counts once."""

_CONTEXT_EACH: Final = frozenset({"mcp_server"})
"""Integrations that give each call a context of its own: nobody knows what a turn is."""


def same_calls(
    tool: str, tool_input: llm.ToolInput, llm_context: llm.LLMContext
) -> tuple[SameCall, ...]:
    """Return by what a call is known: by what it says, and by its id.

    The id alone does not do: some models begin to count anew with every answer.
    """
    said = (*_turn(llm_context), tool, _canonical(tool_input.tool_args))
    return (
        SameCall(key=said, seconds=REPEATED),
        SameCall(key=(*said, tool_input.id), seconds=RESENT),
    )


def _turn(llm_context: llm.LLMContext) -> tuple[str | None, ...]:
    context = llm_context.context
    who = (llm_context.platform, llm_context.assistant, llm_context.device_id)
    user_id = None if context is None else context.user_id
    if context is None or llm_context.platform in _CONTEXT_EACH:
        return (*who, user_id, conversation_id())
    return (*who, user_id, conversation_id(), context.id)


def _canonical(args: dict[str, Any]) -> bytes:
    option = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS
    return orjson.dumps(args, option=option, default=repr)
