"""What the call of a tool would do, as far as that is known to this home right now.

Tools of Assist act on entities: intents are resolved as Home Assistant would, scripts are
opened like any other. Of other tools their own annotations are all that there is.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er, llm
from homeassistant.util import slugify

from ..desk.finding import ASSISTANT, Finder, FoundTool, asked_as
from ..errors import ActionEngineError
from ..model.impact import Asked
from ..model.tool import CALL_TOOL, ToolCall, ToolTraits
from .intents import Meant, meant_by

type Resolve = Callable[[Asked, Meant, str], Asked]
"""Returns a call that a tool makes; the text is the tool's name."""

_SCRIPT: Final = "script__"


class ToolWeigher:
    """Looks up the tools that are asked for; calls none."""

    def __init__(self, hass: HomeAssistant, resolve: Resolve) -> None:
        """``resolve`` finds out what a single call is meant for."""
        self._hass = hass
        self._resolve = resolve
        self._finder = Finder(hass)

    async def ready(self, asked: Asked) -> None:
        """Have Home Assistant load what it knows of a tool, so it is there at once."""
        if asked.action == CALL_TOOL and (wanted := _wanted(asked)) is not None:
            try:
                await self._finder.find(wanted.name, asked_as(self._hass, Context()))
            except ActionEngineError:
                return  # Looked up again, and then judged as one that nobody knows.

    @callback
    def unfolded(self, asked: Asked) -> tuple[Asked, ...]:
        """Return a call with what is known of its tool, and then what that leads to."""
        if asked.action != CALL_TOOL:
            return (asked,)
        if (wanted := _wanted(asked)) is None:
            return (replace(asked, closed=True),)
        if (found := self._finder.at_once(wanted.name)) is None:
            unknown = ToolTraits(name=wanted.name, known=False)
            return (replace(asked, tool=unknown, closed=True),)
        traits = _traits(found)
        reads = traits.read_only and not traits.open_world
        asked = replace(asked, tool=traits, reversible=traits.read_only)
        if found.api_id != llm.LLM_API_ASSIST or reads:
            return (asked,)
        if (calls := self._calls(found, wanted.arguments)) is None:
            # It acts on entities, and nobody can tell on which.
            return (replace(asked, closed=True, everything=True),)
        opened = replace(asked, tool=replace(traits, opened=True))
        # A run takes back its own calls; what a tool has done is not recorded with it.
        inside = (
            replace(
                self._resolve(asked, one, traits.name),
                by_tool=True,
                templated=asked.templated,
                reversible=False,
            )
            for one in calls
        )
        return (opened, *inside)

    def _calls(
        self, found: FoundTool, arguments: Mapping[str, Any]
    ) -> tuple[Meant, ...] | None:
        tool = found.tool
        if isinstance(tool, llm.IntentTool):
            return meant_by(self._hass, tool.intent_type, arguments, ASSISTANT)
        if isinstance(tool, llm.ActionTool) and tool.name.startswith(_SCRIPT):
            return self._script(tool.name.removeprefix(_SCRIPT), arguments)
        return None

    def _script(
        self, name: str, arguments: Mapping[str, Any]
    ) -> tuple[Meant, ...] | None:
        entity_id = f"script.{name}"
        if self._hass.states.get(entity_id) is None or _has_gaps(arguments):
            return None
        entry = er.async_get(self._hass).async_get(entity_id)
        if entry is None or entry.unique_id == name:
            call = Meant(domain="script", service=name, data=arguments)
        else:
            # Somebody gave the entity another name, its own service kept the old one.
            call = Meant(
                domain="script",
                service="turn_on",
                entity_ids=(entity_id,),
                data={"variables": dict(arguments)},
            )
        return (call,)


def _wanted(asked: Asked) -> ToolCall | None:
    """Return what a call asks for; None if that cannot be told from its data."""
    api, tool = asked.data.get("api"), asked.data.get("tool")
    arguments = asked.data.get("arguments")
    arguments = {} if arguments is None else arguments
    if (
        not isinstance(tool, str)
        or not isinstance(arguments, Mapping)
        or not (api is None or isinstance(api, str))
    ):
        return None
    # The service strips its texts, too.
    api = None if api is None else api.strip()
    return ToolCall(tool=tool.strip(), api=api, arguments=arguments)


def _traits(found: FoundTool) -> ToolTraits:
    said = found.annotations
    titled = f"{slugify(found.title)}/{found.name}"
    return ToolTraits(
        name=found.full_name,
        also=(titled,) if titled != found.full_name else (),
        read_only=said.read_only,
        destructive=said.destructive,
        open_world=said.open_world,
    )


def _has_gaps(value: Any) -> bool:
    """Tell whether something in it is filled in only when the run has come there."""
    if isinstance(value, str):
        return "${{" in value
    if isinstance(value, Mapping):
        return any(map(_has_gaps, value.values()))
    return isinstance(value, (list, tuple)) and any(map(_has_gaps, value))
