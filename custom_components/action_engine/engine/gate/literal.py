"""Finds templates in what was handed in, before anything is compiled or rendered."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

_MARKS: Final = ("{{", "{%", "{#")
_LONGEST_KEY: Final = 40


def templates_in(value: Any, place: str = "") -> tuple[str, ...]:
    """Return the places of all texts that hold a template, ``0/data/message``.

    Keys are looked at like values, at any depth. Home Assistant renders whatever holds
    one of three marks, so these count wherever they stand, even where nothing would be
    rendered: to find out would mean to know every integration.
    """
    return tuple(dict.fromkeys(_places(value, place)))


def _places(value: Any, place: str) -> Iterator[str]:
    if isinstance(value, str):
        if is_template(value):
            yield place
        return
    # A template that somebody has read before.
    if hasattr(value, "template"):
        yield place
    for word, one in _inside(value):
        yield from _places(one, f"{place}/{word}" if place else word)


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
