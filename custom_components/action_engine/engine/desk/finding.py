"""Finds the tools of the LLM APIs of this home by name.

A name is ``api_id/tool``, ``title/tool``, or a tool alone where one API has it. The APIs
of this integration are never found: a run must not ask the engine for runs this way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import probatio

from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.helpers import llm
from homeassistant.util import slugify

from ..errors import DOMAIN, ActionEngineError, InvalidActionError, ToolNotFoundError

ASSISTANT: Final = "conversation"
"""Which assistant tools are asked as; it sees what is exposed to that."""

_SHOWN: Final = 20
"""Names in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTool:
    """One tool of one API, as it is now."""

    api_id: str
    title: str
    """Of the API."""

    name: str
    tool: llm.Tool
    instance: llm.APIInstance

    @property
    def full_name(self) -> str:
        """Return the name that is found wherever there are more of its kind."""
        return f"{self.api_id}/{self.name}"

    @property
    def annotations(self) -> llm.ToolAnnotations:
        """Return what the tool says of itself."""
        return self.tool.annotations

    @property
    def parameters(self) -> probatio.Schema:
        """Return what its arguments have to look like."""
        return self.tool.parameters

    @property
    def description(self) -> str | None:
        """Return what it says that it does."""
        return self.tool.description


def asked_as(hass: HomeAssistant, context: Context) -> llm.LLMContext:
    """Return as whom tools are asked on behalf of a context."""
    return llm.LLMContext(
        platform=DOMAIN,
        context=context,
        language=hass.config.language,
        assistant=ASSISTANT,
        device_id=None,
    )


class Finder:
    """Knows nothing by itself: each look asks the APIs that are registered then."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Look into the APIs of this home."""
        self._hass = hass

    async def find(self, name: str, llm_context: llm.LLMContext) -> FoundTool:
        """Return the tool with a name.

        Raises ``ToolNotFoundError`` if there is none at this time, and
        ``InvalidActionError`` if there are several.
        """
        prefix, slash, rest = name.partition("/")
        apis = self._titled(prefix) if slash else []
        tools, silent = await self._tools(apis or self._apis(), llm_context)
        wanted = rest if apis else name
        found = [one for one in tools if one.name == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            candidates = ", ".join(one.full_name for one in found)
            raise InvalidActionError("tool", name, f"one of {candidates}")
        raise ToolNotFoundError(
            name=name,
            reason=_why(prefix if slash else None, apis, tools, silent)
            if apis or not slash
            else f"there is no API {prefix}; {_listed('there are', self._ids())}",
        )

    @callback
    def at_once(self, name: str) -> FoundTool | None:
        """Return the tool if that can be told without waiting, else None."""
        looking = self._hass.async_create_task(
            self._quietly(name), f"action_engine tool {name}", eager_start=True
        )
        # What is not known yet goes on being looked up: the next one finds it at once.
        return looking.result() if looking.done() else None

    async def _quietly(self, name: str) -> FoundTool | None:
        try:
            return await self.find(name, asked_as(self._hass, Context()))
        except ActionEngineError:
            return None

    def _apis(self) -> list[llm.API]:
        everyone = llm.async_get_apis(self._hass)
        return [one for one in everyone if not one.id.startswith(DOMAIN)]

    def _ids(self) -> list[str]:
        return [one.id for one in self._apis()]

    def _titled(self, name: str) -> list[llm.API]:
        """Return the API with an id, else those whose title it is."""
        apis = self._apis()
        by_id = [one for one in apis if one.id == name]
        slug = slugify(name)
        return by_id or [one for one in apis if slug and slugify(one.name) == slug]

    async def _tools(
        self, apis: Iterable[llm.API], llm_context: llm.LLMContext
    ) -> tuple[list[FoundTool], list[str]]:
        """Return the tools of some APIs, and why others did not tell theirs."""
        found: list[FoundTool] = []
        silent: list[str] = []
        for api in apis:
            try:
                instance = await api.async_get_api_instance(llm_context)
            except Exception as error:  # noqa: BLE001 - the code of any integration
                silent.append(f"{api.id} does not answer: {error}")
                continue
            first = {tool.name: tool for tool in reversed(instance.tools)}
            found += [
                FoundTool(
                    api_id=api.id,
                    title=api.name,
                    name=name,
                    tool=tool,
                    instance=instance,
                )
                for name, tool in first.items()
            ]
        return found, silent


def _why(
    prefix: str | None,
    apis: list[llm.API],
    tools: list[FoundTool],
    silent: list[str],
) -> str:
    if silent:
        return "; ".join(silent)
    if prefix is None:
        return "no API has a tool of that name"
    names = _listed("it has", [one.name for one in tools])
    return f"the API {apis[0].id} has no such tool; {names}"


def _listed(lead: str, names: list[str]) -> str:
    shown = ", ".join(sorted(names)[:_SHOWN]) or "none"
    more = ", …" if len(names) > _SHOWN else ""
    return f"{lead} {shown}{more}"
