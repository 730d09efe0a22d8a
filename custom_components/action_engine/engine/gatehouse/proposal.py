"""What a question is about, as a text that a person may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, override

import yaml

from ..model.pinned import Pinned
from .written import as_text

_OF_AUTOMATIONS: Final = frozenset({"this", "trigger"})
"""What an automation is given by whoever runs it; it means nothing elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The actions as YAML."""

    text: str
    hidden: bool
    """Something secret was left out, so that this is not what was asked for."""

    begun: bool
    """A part of it has been done already."""


class _Dumper(yaml.SafeDumper):
    @override
    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: nobody may hand in an alias."""
        return True


def actions_of(pinned: Pinned) -> list[Any]:
    """Return all that a request would do, by itself: its variables come first."""
    draft = pinned.draft
    given = {**draft.defaults, **draft.variables, **pinned.request.variables}
    if draft.entity_id is not None:
        given = {k: v for k, v in given.items() if k not in _OF_AUTOMATIONS}
    first = [{"variables": as_text(given)}] if given else []
    return [*first, *as_text(draft.actions)]


def as_yaml(actions: Mapping[str, Any] | list[Any]) -> str:
    """Return actions as a text that can be handed in again."""
    text: str = yaml.dump(
        actions, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=72
    )
    return text
