"""A decision plan: tool calls, and how they hang together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Strategy(StrEnum):
    """How the calls of a plan hang together."""

    SINGLE = "single"
    PARALLEL = "parallel"
    SEQUENTIAL = "sequential"
    HYBRID = "hybrid"
    AUTO = "auto"
    """Whichever of the others the calls come to."""


class ErrorCategory(StrEnum):
    """What sort of thing went wrong with a plan."""

    CONFIGURATION = "configuration"
    """A tool, an API or an action that is not there, or not set up."""

    NETWORK = "network"
    """Somebody could not be reached, or did not answer in time."""

    TOOL = "tool"
    """A tool was reached, and failed."""

    STRATEGY = "strategy"
    """The plan itself: circles, unknown names, calls that do not fit the strategy."""

    FORMAT = "format"
    """Something came back, or came in, in a shape that nobody can use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """One call of a plan."""

    id: str
    """The only one of its name in the plan."""

    tool: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    index: int = 0
    """Position among the calls as they were handed in."""

    step: int
    needs: tuple[str, ...] = ()
    """Ids of the calls that have to be done before."""

    purpose: str | None = None
    variable: str
    """Takes the result."""

    keys: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the engine for this step, as ``retry``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPlan:
    """A plan that was read and found to be in order."""

    query: str
    strategy: Strategy
    calls: tuple[ToolCall, ...]
    max_parallel: int | None = None
