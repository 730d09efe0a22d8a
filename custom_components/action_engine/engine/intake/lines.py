"""Where in a text stands what an error speaks of."""

import re
from typing import Any, Final

import yaml

from ..errors import ActionParseError
from .yaml_text import load_yaml

_SAID: Final = re.compile(r"line (\d+), column (\d+)")
_BODIES: Final = ("actions", "action", "sequence")
_LOADER: Final[type[yaml.CSafeLoader | yaml.SafeLoader]] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)

type Spot = tuple[int, int]
"""Line and column, both counted from one, as editors do."""


class Lines:
    """Finds places (``1/choose/0/sequence/0: data.level``) in the text they are of."""

    def __init__(self, text: str) -> None:
        """Read a text; one that is no YAML has only the places that name their line."""
        self._root: yaml.Node | None = None
        try:
            load_yaml(text)  # Nothing too deep or too large gets past it.
        except ActionParseError:
            return
        self._root = yaml.compose(text, Loader=_LOADER)

    def spot(self, place: str) -> Spot | None:
        """Return the last part of a place that is in the text; None if there is none."""
        if (said := _SAID.search(place)) is not None:
            return int(said[1]), int(said[2])
        if self._root is None:
            return None
        steps, _, inner = place.partition(": ")
        parts = [one for one in steps.split("/") if one]
        parts += [one for one in inner.split(".") if one]
        mark = self._walk(self._root, parts)
        return mark.line + 1, mark.column + 1

    def _walk(self, node: yaml.Node, parts: list[str]) -> Any:
        mark: Any = node.start_mark
        if parts and parts[0].isdecimal():
            node = _body(node)
        for part in parts:
            if isinstance(node, yaml.SequenceNode):
                if not part.isdecimal() or int(part) >= len(node.value):
                    continue  # It is named once more than it was written.
                node = node.value[int(part)]
                mark = node.start_mark
            elif isinstance(node, yaml.MappingNode):
                found = next((one for one in node.value if one[0].value == part), None)
                if found is None:
                    continue  # A single action that stands for a list of one.
                mark, node = found[0].start_mark, found[1]
        return mark


def _body(node: yaml.Node) -> yaml.Node:
    """Return the actions of a script or an automation: the others are theirs alone."""
    if isinstance(node, yaml.SequenceNode) and len(node.value) == 1:
        # One automation, as automations.yaml holds it.
        inner = _body(node.value[0])
        return inner if isinstance(inner, yaml.SequenceNode) else node
    if not isinstance(node, yaml.MappingNode):
        return node
    held = _children(node)
    for name in _BODIES:
        if isinstance(held.get(name), (yaml.SequenceNode, yaml.MappingNode)):
            return held[name]
    if len(held) == 1:
        # One script, as scripts.yaml holds it.
        (only,) = held.values()
        return _body(only) if _has_body(only) else node
    return node


def _children(node: yaml.MappingNode) -> dict[Any, yaml.Node]:
    return {key.value: value for key, value in node.value}


def _has_body(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode) and "sequence" in _children(node)
