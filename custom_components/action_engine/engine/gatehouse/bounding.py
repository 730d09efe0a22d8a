"""Data of any size, cut to what people can look at."""

from collections.abc import Mapping
from typing import Any, Final

DEEPEST: Final = 4
MOST_MEMBERS: Final = 20
"""Of one mapping or list; what is beyond them is told by their number."""

LONGEST: Final = 300
"""Characters of one text."""

MORE: Final = "…"


def bounded(value: Any, depth: int = DEEPEST) -> Any:
    """Return plain data of limited size, marked where something was left out."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST else f"{value[:LONGEST]}{MORE}"
    if not isinstance(value, Mapping | list):
        return value
    if not depth:
        return MORE
    left = len(value) - MOST_MEMBERS
    if isinstance(value, list):
        items = [bounded(one, depth - 1) for one in value[:MOST_MEMBERS]]
        return [*items, f"{MORE} +{left}"] if left > 0 else items
    pairs = list(value.items())[:MOST_MEMBERS]
    shown = {bounded(key, 1): bounded(one, depth - 1) for key, one in pairs}
    return shown | {MORE: f"+{left}"} if left > 0 else shown
