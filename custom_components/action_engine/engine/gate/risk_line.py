"""One line of the risk table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.impact import Asked, Risk
from .patterns import matches_any

type Look = Callable[[Mapping[str, Any]], bool]
"""Is it so, by the data of the call? Has to stand data of any shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Calls that are equally bad, with the reason in words."""

    calls: tuple[str, ...]
    """Patterns. One line is about one domain, or about all of them."""

    risk: Risk
    why: str
    any_of: frozenset[str] = frozenset()
    """Counts only if one of the targets is of such a class."""

    only: frozenset[str] = frozenset()
    """Counts only if all targets are of such classes."""

    when: Look | None = None
    """Counts only if the data is so."""

    def is_about(self, name: str, asked: Asked) -> bool:
        """Tell whether the line speaks of what is asked for, called by that name."""
        classes = asked.device_classes
        if self.any_of and self.any_of.isdisjoint(classes):
            return False
        if self.only and not (classes and classes <= self.only):
            return False
        if not matches_any(self.calls, name):
            return False
        return self.when is None or self.when(asked.data)
