"""Plain data as text, and back."""

import base64
from collections.abc import Iterable
from math import isfinite
from typing import Any, Final

import orjson

from .codec import tagged

_SMALLEST: Final = -(2**63)
_LARGEST: Final = 2**64 - 1


def to_text(plain: Any) -> str:
    """Return JSON; what JSON cannot hold is tagged first, as ``codec`` explains."""
    try:
        text = orjson.dumps(plain)
    except TypeError:
        return orjson.dumps(_escaped(plain)).decode()
    if b"null" in text and _has_odd_float((plain,)):
        # Not only None becomes null, so do the floats that JSON has no form for.
        text = orjson.dumps(_escaped(plain))
    return text.decode()


def from_text(text: str) -> Any:
    """Return the plain data; raises ``ValueError`` if it is not JSON."""
    return orjson.loads(text)


def _has_odd_float(values: Iterable[Any]) -> bool:
    for one in values:
        kind = type(one)
        if kind is dict:
            if _has_odd_float(one.values()):
                return True
        elif kind is list:
            if _has_odd_float(one):
                return True
        elif kind is float and not isfinite(one):
            return True
    return False


def _escaped(plain: Any) -> Any:
    match plain:
        case None | bool():
            return plain
        case dict():
            return _mapping(plain)
        case list():
            return [_escaped(one) for one in plain]
        case str():
            return plain if _is_clean(plain) else tagged("str", _bytes(plain))
        case int():
            fits = _SMALLEST <= plain <= _LARGEST
            return plain if fits else tagged("int", str(plain))
        case _:
            return plain if isfinite(plain) else tagged("float", str(plain))


def _mapping(plain: dict[str, Any]) -> dict[str, Any]:
    if all(map(_is_clean, plain)):
        return {key: _escaped(one) for key, one in plain.items()}
    return tagged(
        "dict", [[_escaped(key), _escaped(one)] for key, one in plain.items()]
    )


def _is_clean(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _bytes(text: str) -> str:
    return base64.b64encode(text.encode("utf-8", "surrogatepass")).decode()
