"""Finds templates in what was handed in, before anything is compiled or rendered."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..model.reference import REFERENCE

_MARKS: Final = ("{{", "{%", "{#")
_LONGEST_KEY: Final = 40

_STRUCTURE: Final = frozenset(
    {
        *("sequence", "then", "else", "choose", "default", "parallel", "repeat"),
        *("try", "catch", "finally", "graph", "remedy", "fallback", "rollback"),
    }
)
"""Keys below which there are steps again. Below all others there is data, in which what
looks like a step is none, and would be rendered."""


def templates_in(value: Any, place: str = "") -> tuple[str, ...]:
    """Return the places of all texts that hold a template, ``0/data/message``.

    Keys are looked at like values, at any depth. Home Assistant renders whatever holds
    one of three marks, so these count wherever they stand, even where nothing would be
    rendered: to find out would mean to know every integration.
    """
    return tuple(dict.fromkeys(_places(value, place, are_steps=True)))


def _places(value: Any, place: str, *, are_steps: bool) -> Iterator[str]:
    """Yield the places; ``are_steps``: it is a step, or holds some, and is no data."""
    if isinstance(value, str):
        if is_template(value):
            yield place
        return
    # A template that somebody has read before.
    if hasattr(value, "template"):
        yield place
    for word, one in _inside(value):
        if are_steps and word == "data" and _is_literal(value):
            one = _without_references(one)  # noqa: PLW2901 - nothing else of it counts
        elif are_steps and word == "sequence" and _is_resolved(value):
            continue
        inside = are_steps and (word in _STRUCTURE or word.isdecimal())
        yield from _places(one, f"{place}/{word}" if place else word, are_steps=inside)


def _is_literal(value: Any) -> bool:
    """Tell whether something is a block whose data may refer to other values."""
    return isinstance(value, Mapping) and ("tool" in value or "catalog" in value)


def _is_resolved(value: Any) -> bool:
    """Tell whether something has the steps of a named action in it.

    Only the engine puts them there, from what the owner of the catalog wrote.
    """
    return isinstance(value, Mapping) and "catalog" in value


def _without_references(value: Any) -> Any:
    if isinstance(value, str):
        return REFERENCE.sub("", value)
    if isinstance(value, Mapping):
        return {key: _without_references(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_references(one) for one in value]
    return value


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            word = _word(key)
            yield word, key
            yield word, one
    elif isinstance(value, (list, tuple, set, frozenset)):
        for index, one in enumerate(value):
            yield str(index), one


def is_template(text: str) -> bool:
    """Tell whether Home Assistant would render a text."""
    return "{" in text and any(mark in text for mark in _MARKS)


def _word(key: Any) -> str:
    """Return a key as a part of a place; one that is no plain word may say anything."""
    word = str(key)
    plain = word.replace("_", "").isalnum() and word.isascii()
    return word if plain and len(word) <= _LONGEST_KEY else "?"
