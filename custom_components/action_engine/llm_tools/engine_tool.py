"""What the tools of this integration have in common: checked, done once, in words."""

from abc import abstractmethod
from dataclasses import replace
import logging
from typing import Any, ClassVar, Final, override

import voluptuous as vol

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import llm

from ..const import DOMAIN
from ..engine.engine import ActionEngine
from ..engine.errors import ActionEngineError
from ..engine.model.sender import Sender
from .asking import sender_of
from .same_calls import same_calls

_LOGGER = logging.getLogger(__name__)

_TWICE: Final = (
    "The same was asked for a moment ago. It was done once; this is the answer to that."
)


class EngineTool(llm.Tool):
    """A tool of which every answer is a ``ToolResult``, errors included."""

    integration = DOMAIN
    repeatable: ClassVar[bool] = False
    """Asked twice, it is answered twice: it only looks."""

    def __init__(self, engine: ActionEngine) -> None:
        """Serve with this engine."""
        self.engine = engine

    @abstractmethod
    async def answer(self, args: dict[str, Any], sender: Sender) -> llm.ToolResult:
        """Return the answer for valid arguments."""

    @override
    async def async_call(
        self,
        hass: HomeAssistant,
        tool_input: llm.ToolInput,
        llm_context: llm.LLMContext,
    ) -> llm.ToolResult:
        """Check the arguments, and answer; never raises but when it is cancelled."""
        sender = sender_of(llm_context, tool_input)
        if self.repeatable:
            return await self._answered(tool_input, sender)
        result, again = await self.engine.desk.hatch.twins.once(
            same_calls(self.name, tool_input, llm_context),
            lambda: self._answered(tool_input, sender),
        )
        return _once_more(result) if again else result

    def checked(self, args: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments in the shape that ``answer`` takes; raise if invalid."""
        valid: dict[str, Any] = self.parameters(args)
        return valid

    async def _answered(
        self, tool_input: llm.ToolInput, sender: Sender
    ) -> llm.ToolResult:
        try:
            args = self.checked(tool_input.tool_args)
        except vol.Invalid as error:
            return _of_invalid(error)
        try:
            return await self.answer(args, sender)
        except HomeAssistantError as error:
            return failed(error)
        except Exception:
            # Anything else would break off the conversation.
            _LOGGER.exception("The tool %s failed", self.name)
            return failed(HomeAssistantError("It failed unexpectedly; see the log"))


def failed(error: HomeAssistantError) -> llm.ToolResult:
    """Return an error as an answer."""
    code = error.code if isinstance(error, ActionEngineError) else "unexpected"
    return llm.ToolResult(
        data={"outcome": "rejected", "code": code, "error": str(error)}, error=True
    )


def _of_invalid(error: vol.Invalid) -> llm.ToolResult:
    errors = error.errors if isinstance(error, vol.MultipleInvalid) else [error]
    first = errors[0]
    return llm.ToolResult(
        data={
            "outcome": "rejected",
            "code": "invalid_arguments",
            "error": str(first.msg),
            "at": "/".join(map(str, first.path)),
        },
        error=True,
    )


def _once_more(result: llm.ToolResult) -> llm.ToolResult:
    return replace(result, data={**result.data, "duplicate": _TWICE})
