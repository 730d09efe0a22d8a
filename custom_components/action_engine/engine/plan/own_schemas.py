"""Schemas of the blocks that only the engine has."""

from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

import voluptuous as vol

from homeassistant.helpers import config_validation as cv

from ..model.impact import Risk
from ..model.reference import read_references

MAX_NODES: Final = 100
"""Nodes of one graph; a run of more has a loop somewhere."""

_FRAME: Final = {
    vol.Optional("alias"): cv.string,
    vol.Remove("note"): str,
    vol.Optional("enabled"): vol.Any(cv.boolean, cv.template),
    vol.Optional("continue_on_error"): cv.boolean,
}


def _service(value: Any) -> str:
    if isinstance(value, str) and value.count(".") == 1:
        return cv.service(value)
    raise vol.Invalid("an action, a tool of a language model API, or a named action")


def _literal(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(k, str) for k in value):
        raise vol.Invalid("a mapping of names to values")
    try:
        read_references(value)
    except ValueError as error:
        raise vol.Invalid(str(error)) from error
    return value


def _node(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise vol.Invalid("an action, which is a mapping")
    return dict(_NODE(dict(value)))


def _ordered(block: dict[str, Any]) -> dict[str, Any]:
    nodes = block["graph"]
    ids = [node.get("id", str(index)) for index, node in enumerate(nodes)]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        raise vol.Invalid(f"ids that differ, {twice} is there twice", path=["graph"])
    for index, node in enumerate(nodes):
        if unknown := set(node["depends_on"]) - set(ids):
            text = f"the id of another step, not {min(unknown)}"
            raise vol.Invalid(text, path=["graph", index, "depends_on"])
    _refuse_circles(dict(zip(ids, (node["depends_on"] for node in nodes), strict=True)))
    return {**block, "ids": ids}


def _refuse_circles(needs: Mapping[str, list[str]]) -> None:
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = " → ".join(error.args[1])
        text = f"steps that do not wait for each other: {circle}"
        raise vol.Invalid(text, path=["graph"]) from None


def _risk(value: Any) -> Risk:
    words = {risk.word: risk for risk in Risk}
    if value in words:
        return words[value]
    raise vol.Invalid(f"one of {', '.join(words)}")


_NODE: Final = vol.Schema(
    {
        vol.Optional("id"): vol.All(vol.Coerce(str), vol.Length(min=1, max=64)),
        vol.Optional("depends_on", default=list): vol.All(
            cv.ensure_list, [vol.Coerce(str)]
        ),
    }
)

OWN_SCHEMAS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "try": vol.All(
        vol.Schema(
            {
                **_FRAME,
                vol.Required("try"): list,
                vol.Optional("catch"): list,
                vol.Optional("finally"): list,
            }
        ),
        cv.has_at_least_one_key("catch", "finally"),
    ),
    "graph": vol.All(
        vol.Schema(
            {
                **_FRAME,
                vol.Required("graph"): vol.All(
                    [_node], vol.Length(min=1, max=MAX_NODES)
                ),
                vol.Optional("max_parallel"): vol.All(
                    vol.Coerce(int), vol.Range(min=1, max=MAX_NODES)
                ),
                vol.Optional("response_variable"): cv.slug,
            }
        ),
        _ordered,
    ),
    "catalog": vol.Schema(
        {
            **_FRAME,
            vol.Required("catalog"): cv.slug,
            vol.Required("sequence"): list,
            vol.Optional("data", default=dict): _literal,
            vol.Optional("literal", default=False): cv.boolean,
            vol.Optional("known", default=dict): {cv.slug: object},
            vol.Optional("version"): str,
            vol.Optional("impact", default="low"): _risk,
            vol.Optional("requires_approval", default=False): cv.boolean,
            vol.Optional("response_variable"): cv.slug,
        }
    ),
    "tool": vol.Schema(
        {
            **_FRAME,
            vol.Required("tool"): _service,
            vol.Optional("data", default=dict): _literal,
            vol.Optional("response_variable"): cv.slug,
            vol.Optional("unwrap"): cv.slug,
        }
    ),
}
"""By the key that makes a step one of them. Sequences in them were taken out before.

A graph comes back with ``ids``, the names of its nodes in their order.
"""
