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
    elif isinstance(value, Mapping):
        for key, one in value.items():
            below = _below(place, _word(key))
            yield from _places(key, below)
            yield from _places(one, below)
    elif isinstance(value, (list, tuple)):
        for index, one in enumerate(value):
            yield from _places(one, _below(place, str(index)))
    elif isinstance(value, (set, frozenset)):
        for one in value:
            yield from _places(one, place)
    # A template that somebody else has already read.
    elif hasattr(value, "template"):
        yield place


def is_template(text: str) -> bool:
    """Tell whether Home Assistant would render a text."""
    return "{" in text and any(mark in text for mark in _MARKS)


def _below(place: str, word: str) -> str:
    return f"{place}/{word}" if place else word


def _word(key: Any) -> str:
    """Return a key as a part of a place; one that is no plain word may say anything."""
    word = str(key)
    plain = word.replace("_", "").isalnum() and word.isascii()
    return word if plain and len(word) <= _LONGEST_KEY else "?"
