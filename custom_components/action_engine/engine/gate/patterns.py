"""Patterns of actions: ``light.*``, ``*.turn_off``, ``lock.unlock``.

Only the asterisk means anything, case does not count, and nothing is tried twice, so
no pattern and no name can make a match slow.
"""

from functools import lru_cache

_KEPT = 1024


def matches(pattern: str, name: str) -> bool:
    """Tell whether a pattern covers the whole of a name."""
    return _covers(_pieces(pattern), name.lower())


@lru_cache(maxsize=_KEPT)
def matches_any(patterns: tuple[str, ...], name: str) -> bool:
    """Tell whether one of the patterns covers the name."""
    return any(matches(pattern, name) for pattern in patterns)


@lru_cache(maxsize=_KEPT)
def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.lower().split("*"))


def _covers(pieces: tuple[str, ...], name: str) -> bool:
    first, *rest = pieces
    if not rest:
        return name == first
    *middle, last = rest
    if len(name) < len(first) + len(last):
        return False
    if not name.startswith(first) or not name.endswith(last):
        return False
    at, end = len(first), len(name) - len(last)
    # The leftmost place for each piece leaves the most room for those after it.
    for piece in middle:
        found = name.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True
