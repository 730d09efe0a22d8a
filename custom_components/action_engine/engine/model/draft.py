"""What intake hands to plan: actions that are plain data, and not yet validated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Actions read from a request, still as raw as their author wrote them."""

    actions: list[Any]
    """The actions, templates not rendered; checked for size, not for meaning."""

    variables: Mapping[str, Any] = field(default_factory=dict)
    """Raw top-level ``variables:`` of a script or automation body, in their order."""

    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Values that count where the request brings none: field defaults of a script,
    ``this`` and an empty ``trigger`` of an automation."""

    name: str | None = None
    """The alias of the body or the name of the entity, if it has one."""

    entity_id: str | None = None
    """The script or automation that the actions were read from."""
