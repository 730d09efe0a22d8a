"""On whose behalf a language model calls a tool."""

from dataclasses import replace
from typing import Any

from homeassistant.core import Context
from homeassistant.helpers import llm
from homeassistant.helpers.chat_session import current_session

from ..engine.model.caller import Agent
from ..engine.model.claim import Claim
from ..engine.model.sender import Sender


def sender_of(
    llm_context: llm.LLMContext, tool_input: llm.ToolInput | None = None
) -> Sender:
    """Return who asks: always a model, in the name of whoever speaks to it.

    Voice satellites and automations have no user. Such a model is judged as itself.
    """
    return Sender(
        context=llm_context.context or Context(),
        agent=Agent(
            assistant=llm_context.assistant,
            platform=llm_context.platform,
            device_id=llm_context.device_id,
        ),
        claim=Claim(
            conversation_id=conversation_id(),
            llm_response_id=None if tool_input is None else tool_input.id,
        ),
    )


def claiming(sender: Sender, args: dict[str, Any]) -> Sender:
    """Return a sender with what the model says of its wish in these arguments."""
    claim = replace(
        sender.claim,
        confidence=args.get("confidence"),
        reasoning=args.get("reasoning"),
    )
    return replace(sender, claim=claim)


def conversation_id() -> str | None:
    """Return the conversation in which a tool is called, None outside of one."""
    session = current_session.get()
    return None if session is None else session.conversation_id
