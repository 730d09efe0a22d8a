"""How large actions may be, in whatever shape they come."""

from collections.abc import Mapping, Set as AbstractSet
from itertools import chain
from typing import Any, Final

from ..errors import InvalidActionError
from .wording import joined

MAX_DEPTH: Final = 32
"""Lists and mappings inside each other."""

MAX_NODES: Final = 2_000
"""Lists, mappings, keys and scalars together, as a YAML parser counts them."""

_SCALARS: Final = frozenset({str, int, float, bool, type(None)})
# The concrete classes first: they are nearly always the answer, and quick to ask for.
_MAPPINGS: Final = (dict, Mapping)
_CONTAINERS: Final = (dict, list, tuple, AbstractSet, Mapping)

type _Link = tuple[_Link, object] | None
"""A path, from its end to the root: linked, since nearly all are thrown away."""


def check_caps(value: Any) -> None:
    """Raise ``InvalidActionError`` for data that is too deep or too large.

    Goes level by level, so that a container which holds itself is merely too deep.
    The place in the error begins at ``value``, and with ``actions`` if that is a list.
    """
    root: _Link = None if isinstance(value, Mapping) else (None, "actions")
    level = [(value, root)] if isinstance(value, _CONTAINERS) else []
    nodes, depth = 1, 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise InvalidActionError(
                _place(level[0][1]), "one more level", f"at most {MAX_DEPTH} levels"
            )
        for container, path in level:
            # A mapping counts twice: its keys and its values.
            nodes += len(container) << isinstance(container, _MAPPINGS)
            if nodes > MAX_NODES:
                raise InvalidActionError(
                    _place(path), "more", f"at most {MAX_NODES} keys and values"
                )
        level = list(chain.from_iterable(map(_inner, level)))


def _inner(entry: tuple[Any, _Link]) -> list[tuple[Any, _Link]]:
    container, path = entry
    mapping = isinstance(container, _MAPPINGS)
    pairs = container.items() if mapping else enumerate(container)
    return [
        (child, (path, key))
        for key, child in pairs
        if child.__class__ not in _SCALARS and isinstance(child, _CONTAINERS)
    ]


def _place(link: _Link) -> str:
    parts: list[object] = []
    while link is not None:
        link, part = link
        parts.append(part)
    return joined(*reversed(parts)) or "actions"
