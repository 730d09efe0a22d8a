"""What a wish carries has to be plain data that means the same everywhere."""

from collections.abc import Mapping
import datetime as dt
import math
import re
from typing import Any, Final

from ...errors import InvalidActionError
from ..caps import check_caps
from ..wording import in_words, joined

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def check_whole(value: Any) -> None:
    """Raise ``InvalidActionError`` for what is too deep or large, or no plain data.

    Names have to be texts, numbers finite, texts made of whole characters.
    """
    check_caps(value)
    _check(value)


def _check(value: Any, *path: object) -> None:
    match value:
        case Mapping():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise _invalid(path, f"the name {in_words(key)}", "names as text")
                _check_leaf(key, path)
                _check(inner, *path, key)
        case list() | tuple():
            for index, inner in enumerate(value):
                _check(inner, *path, index)
        case _:
            _check_leaf(value, path)


def _check_leaf(value: Any, path: tuple[object, ...]) -> None:
    match value:
        case str():
            if _SURROGATE.search(value) is not None:
                raise _invalid(path, "half a character", "a text of whole characters")
        case float():
            if not math.isfinite(value):
                raise _invalid(path, in_words(value), "a finite number")
        case None | bool() | int() | dt.date() | dt.time():
            return
        case _:
            raise _invalid(path, in_words(value), "text, numbers, lists and mappings")


def _invalid(path: tuple[object, ...], came: str, expected: str) -> InvalidActionError:
    return InvalidActionError(joined(*path) or "parameters", came, expected)
