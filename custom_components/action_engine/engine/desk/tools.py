"""Calls the tools of LLM APIs: checked before, in a limited time, with a plain answer."""

import asyncio
from collections.abc import Container, Mapping
from copy import deepcopy
from typing import Any, Final

import orjson
import probatio

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import llm
from homeassistant.helpers.intent import is_blank_slot_value

from ..errors import (
    InvalidActionError,
    ToolAnswerError,
    ToolCallError,
    ToolNotFoundError,
    ToolUnreachableError,
)
from ..model.tool import ToolCall
from .finding import Finder, FoundTool, asked_as
from .kept_results import KeptResults, key_of
from .reach import is_unreached
from .tool_results import as_json, value_of, words_of

_MCP: Final = "mcp"
"""The integration whose tools answer in the forms of MCP."""


class Tools:
    """Every tool of every API that is registered, as one thing that can be called."""

    def __init__(self, hass: HomeAssistant, running: Container[str]) -> None:
        """Call the tools of this home; ``running`` has the ids of what runs now."""
        self._hass = hass
        self._running = running
        self._finder = Finder(hass)
        self._kept = KeptResults()

    def is_run(self, context: Context) -> bool:
        """Tell whether an execution acts that the gate has let in."""
        return context.id in self._running

    async def find(self, name: str, llm_context: llm.LLMContext) -> FoundTool:
        """See ``Finder.find``."""
        return await self._finder.find(name, llm_context)

    async def all_of(self, api: str, context: Context) -> list[FoundTool]:
        """Return the tools of an API, by id or title.

        Raises ``ToolNotFoundError`` if there is no such API, or it does not answer.
        """
        return await self._finder.all_of(api, asked_as(self._hass, context))

    async def locate(self, name: str, place: str) -> tuple[str, str, bool]:
        """Return API and tool of a name, and whether a second call does no harm.

        Raises ``InvalidActionError`` if there is no such tool now.
        """
        try:
            found = await self._finder.find(name, asked_as(self._hass, Context()))
        except ToolNotFoundError as error:
            raise InvalidActionError(place, name, _reason(error)) from error
        notes = found.annotations
        return found.api_id, found.name, notes.read_only or notes.idempotent

    async def call(self, wanted: ToolCall, context: Context) -> dict[str, Any]:
        """Return ``result``, ``raw``, ``api`` and ``tool``.

        Raises ``ToolNotFoundError`` for a tool that is not there, ``InvalidActionError``
        for arguments that are not for it, and ``ToolCallError`` with what went wrong:
        ``ToolUnreachableError`` if nobody answered in time, ``ToolAnswerError`` if the
        answer is too large or no plain data.
        """
        llm_context = asked_as(self._hass, context)
        found = await self._finder.find(wanted.name, llm_context)
        arguments = _checked(found, wanted.arguments)
        key = None
        if wanted.cache_seconds > 0 and found.annotations.read_only:
            key = key_of(found.api_id, found.name, arguments, context.user_id)
        written = key and self._kept.get(key, wanted.cache_seconds)
        if written is None:
            written = await _asked(found, arguments, wanted.timeout)
            if key is not None:
                self._kept.keep(key, written)
        raw = orjson.loads(written)
        return {
            "result": value_of(raw, mcp=found.tool.integration == _MCP),
            "raw": raw,
            "api": found.api_id,
            "tool": found.name,
        }


def _reason(error: ToolNotFoundError) -> str:
    facts = error.translation_placeholders or {}
    return f"an action, a named action or a tool; {facts.get('reason', error)}"


def _checked(found: FoundTool, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of the arguments if they are for the tool: it may change them."""
    given = deepcopy(dict(arguments))
    if isinstance(found.tool, llm.IntentTool):
        given = {k: v for k, v in given.items() if not is_blank_slot_value(v)}
    try:
        found.parameters(deepcopy(given))
    except probatio.Invalid as error:
        errors = getattr(error, "errors", [error])
        place = ".".join(map(str, ("arguments", *errors[0].path)))
        raise InvalidActionError(
            place,
            _shown(given, errors[0].path),
            f"what {found.full_name} takes ({errors[0].msg})",
        ) from error
    return given


def _shown(given: Any, path: list[Any]) -> str:
    for part in path:
        given = given.get(str(part)) if isinstance(given, Mapping) else None
    return "nothing" if given is None else repr(given)[:60]


async def _asked(found: FoundTool, arguments: dict[str, Any], seconds: float) -> bytes:
    """Return what a tool answers, as JSON."""
    given = llm.ToolInput(tool_name=found.name, tool_args=arguments)
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            result = await found.instance.async_call_tool(given)
    except TimeoutError as error:
        text = f"no answer within {seconds:g} s" if limit.expired() else _said(error)
        raise _failed(found, text, ToolUnreachableError) from error
    except Exception as error:
        # A tool is the code of any integration, and a client of anybody's server.
        kind = ToolUnreachableError if is_unreached(error) else ToolCallError
        raise _failed(found, _said(error), kind) from error
    try:
        written = as_json(result.data)
    except ValueError as error:
        raise _failed(found, str(error), ToolAnswerError) from error
    if result.error:
        raise _failed(found, words_of(orjson.loads(written)))
    return written


def _said(error: Exception) -> str:
    """Return what an error says; its type as well if it was not meant for people."""
    # Some end in a colon, after which the error behind them had nothing to say.
    said, kind = str(error).rstrip(": "), type(error).__name__
    if isinstance(error, (HomeAssistantError, TimeoutError)):
        return said or kind
    return f"{kind}: {said}" if said else kind


def _failed(
    found: FoundTool, text: str, kind: type[ToolCallError] = ToolCallError
) -> ToolCallError:
    return kind(tool=found.name, api=f"{found.title} ({found.api_id})", error=text)
