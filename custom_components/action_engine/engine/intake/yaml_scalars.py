"""What an unquoted YAML scalar means: the same as in Home Assistant's own files.

Home Assistant reads YAML 1.1 as PyYAML does: ``on`` is true, ``010`` is eight,
``1:30`` is ninety and ``2026-01-01`` is a date. The patterns and the conversions are
PyYAML's, only the limits around them are ours.
"""

from collections.abc import Callable
import re
from typing import Any, Final

from yaml.constructor import SafeConstructor
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

MAX_NUMBER: Final = 64
"""Characters of a number or a date: Python cannot print much larger numbers again."""

_TAG: Final = "tag:yaml.org,2002:"
_PYYAML: Final = SafeConstructor()
_PATTERNS: Final[dict[str, tuple[tuple[str, re.Pattern[str]], ...]]] = {
    first: tuple(found) for first, found in Resolver.yaml_implicit_resolvers.items()
}
_CONVERSIONS: Final[dict[str, Callable[[ScalarNode], Any]]] = {
    f"{_TAG}null": _PYYAML.construct_yaml_null,
    f"{_TAG}bool": _PYYAML.construct_yaml_bool,
    f"{_TAG}int": _PYYAML.construct_yaml_int,
    f"{_TAG}float": _PYYAML.construct_yaml_float,
    f"{_TAG}timestamp": _PYYAML.construct_yaml_timestamp,
}
_REFUSED: Final = {
    f"{_TAG}merge": "every key written out, no merge key",
    f"{_TAG}value": "a text in quotes",
}


def plain_scalar(text: str) -> Any:
    """Return the value of an unquoted scalar.

    Raises ValueError with what is expected instead, if the text looks like a value
    but is none, or like one that no action needs.
    """
    for tag, pattern in _PATTERNS.get(text[:1], ()):
        if pattern.match(text):
            return _converted(tag, text)
    return text


def _converted(tag: str, text: str) -> Any:
    if (expected := _REFUSED.get(tag)) is not None:
        raise ValueError(expected)
    if len(text) > MAX_NUMBER:
        raise ValueError(f"a number of at most {MAX_NUMBER} characters")
    try:
        return _CONVERSIONS[tag](ScalarNode(tag, text))
    except ValueError as err:
        kind = tag.removeprefix(_TAG)
        raise ValueError(f"a valid {kind}, or a text in quotes") from err
