"""The steps that scripts do not have, beside ``TryStep``: tool, graph, named action."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .impact import Risk
from .plan import CallStep, SequenceStep, Step, Steps


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ToolStep(CallStep):
    """A call that is taken literally: its data is never rendered.

    ``config`` has the call as others read it; ``data`` has the references.
    """

    data: Mapping[str, Any]
    """With ``Reference`` and ``Joined`` in the places of what is not known yet."""

    unwrap: str | None = None
    """The one part of the response that the variable takes, None for the whole."""

    @property
    def domain(self) -> str:
        """Return the domain of the service."""
        name: str = self.config["action"]
        return name.partition(".")[0]

    @property
    def service(self) -> str:
        """Return the service."""
        name: str = self.config["action"]
        return name.partition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """One step of a graph."""

    id: str
    steps: Steps
    """Just one, compiled as a sequence."""

    needs: tuple[int, ...] = ()
    """Positions of the nodes that have to be done before."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GraphStep(Step):
    """Steps of which each begins as soon as those that it needs are done."""

    nodes: tuple[Node, ...]
    max_parallel: int | None = None
    response_variable: str | None = None
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NamedStep(SequenceStep):
    """An action of the catalog, with the steps it stands for."""

    name: str
    given: Any
    """Its parameters, by name; may hold templates."""

    impact: Risk = Risk.LOW
    """How bad its author says it would be if it was wrong."""

    requires_approval: bool = False
    response_variable: str | None = None
    known: Mapping[str, Any] = field(default_factory=dict)
    """Variables that the catalog adds to the parameters."""
