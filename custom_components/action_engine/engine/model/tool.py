"""Tools of language models, as things that a run can call."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

CALL_TOOL: Final = "action_engine.call_tool"
"""The action by which a tool is called."""

TIMEOUT: Final = 60.0
"""Seconds that a tool may take, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """What somebody wants of a tool."""

    tool: str
    """Its name, or with ``api/`` before it."""

    api: str | None = None
    """Id of an API, or its title in small letters with underscores."""

    arguments: Mapping[str, Any] = field(default_factory=dict)
    timeout: float = TIMEOUT
    cache_seconds: float = 0.0
    """How old an answer may be that was given before; 0: ask the tool."""

    @property
    def name(self) -> str:
        """Return the whole name, as it is looked for."""
        return self.tool if self.api is None else f"{self.api}/{self.tool}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolTraits:
    """What the gate knows of a tool that is asked for."""

    name: str
    """``api_id/tool``; as it was written if there is no such tool."""

    also: tuple[str, ...] = ()
    """Other names that lead to it. They come from titles, which anybody may choose, so
    they count against a call and never for it."""

    known: bool = True
    read_only: bool = False
    destructive: bool = True
    open_world: bool = True
    opened: bool = False
    """What it comes to is in the list by itself."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self) | {"also": list(self.also)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ToolTraits:
        """Return what ``as_dict`` gave; raises KeyError or TypeError for anything else."""
        return cls(**{**data, "also": tuple(data["also"])})
