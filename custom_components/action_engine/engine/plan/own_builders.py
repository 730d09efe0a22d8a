"""From a validated block of the engine's own to its step record."""

from typing import Any

from homeassistant.helpers import config_validation as cv

from ..model.own_steps import GraphStep, NamedStep, Node, ToolStep
from ..model.plan import Step, TryStep
from ..model.reference import read_references, references_in
from .fixed_call import fix_call
from .parts import Parts, effort, rollback


def build_try(parts: Parts) -> Step:
    """Build the block that catches errors."""
    return TryStep(
        **parts.common,
        body=parts.inner["try"],
        catch=parts.inner.get("catch"),
        final=parts.inner.get("finally", ()),
        rollback=rollback(parts),
    )


def build_tool(parts: Parts) -> Step:
    """Build a literal call; one without references is prepared here and now."""
    config = parts.config
    data = read_references(config["data"])
    call = {"action": config["tool"], "data": data}
    known = next(references_in(data), None) is None
    return ToolStep(
        **parts.common,
        **effort(parts),
        config=call,
        data=data,
        fixed=fix_call(parts.hass, call) if known else None,
        response_variable=config.get("response_variable"),
        unwrap=config.get("unwrap"),
    )


def build_graph(parts: Parts) -> Step:
    """Build a graph, in which the needs of a node are positions."""
    config = parts.config
    ids: list[str] = config["ids"]
    nodes = tuple(
        Node(
            id=node_id,
            steps=parts.inner[f"graph/{index}"],
            needs=tuple(ids.index(one) for one in node["depends_on"]),
        )
        for index, (node_id, node) in enumerate(zip(ids, config["graph"], strict=True))
    )
    return GraphStep(
        **parts.common,
        nodes=nodes,
        max_parallel=config.get("max_parallel"),
        response_variable=config.get("response_variable"),
        rollback=rollback(parts),
    )


def build_named(parts: Parts) -> Step:
    """Build an action of the catalog around the steps that it stands for."""
    config = parts.config
    given: Any = read_references(config["data"])
    return NamedStep(
        **parts.common,
        steps=parts.inner["sequence"],
        rollback=rollback(parts),
        name=config["catalog"],
        given=given if config["literal"] else cv.template_complex(given),
        known=config["known"],
        impact=config["impact"],
        requires_approval=config["requires_approval"],
        response_variable=config.get("response_variable"),
    )
