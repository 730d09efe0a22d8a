"""Who asked for an execution: somebody outside, or another execution.

A run may ask the engine for another one, which may ask for a third. Two things must
not happen: that a script asks for itself without an end, and that somebody waits in
line behind the very one who waits for him.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from typing import Final

from ..errors import CyclicRequestError
from ..model.request import Mode
from .execution import Execution

MAX_DEPTH: Final = 16
"""Executions that may stand inside each other."""

_inside: ContextVar[str] = ContextVar("action_engine_execution", default="")
"""Id of the execution whose steps the current task runs, also through services."""


def enter(execution: Execution) -> None:
    """Note that the current task runs the steps of this execution."""
    _inside.set(execution.id)


def line_of(
    execution: Execution | None, running: Mapping[str, Execution]
) -> Iterator[Execution]:
    """Yield an execution, the one that asked for it, and so on, while they are open."""
    while execution is not None:
        yield execution
        execution = running.get(execution.parent or "")


def innermost(running: Mapping[str, Execution]) -> Execution | None:
    """Return the execution that the current task does a step of.

    What was started in a step and goes on beside the run inherits its context, so it
    is only taken for a part of the run while some step is being done.
    """
    execution = running.get(_inside.get())
    return execution if execution is not None and execution.pace.active else None


def check_lineage(
    execution: Execution, running: Mapping[str, Execution], rivals: Iterable[Execution]
) -> None:
    """Note where a new execution comes from; raise ``CyclicRequestError`` if in a circle.

    ``rivals`` are those that it has to wait for.
    """
    origin, request = execution.origin, execution.request
    own = frozenset() if origin is None else frozenset({origin})
    execution.sources = own
    parent = _find_parent(execution, running)
    if parent is None:
        return
    execution.parent = parent.id
    execution.depth = parent.depth + 1
    execution.sources = parent.sources | own
    if own & parent.sources or execution.depth > MAX_DEPTH:
        raise CyclicRequestError(name=execution.name, parent=parent.name)
    if request.wait and _in_circle(
        request.mode, rivals, set(line_of(parent, running)), running
    ):
        raise CyclicRequestError(name=execution.name, parent=parent.name)


def _find_parent(
    execution: Execution, running: Mapping[str, Execution]
) -> Execution | None:
    context = execution.request.context
    for one in (context.id, context.parent_id):
        if one is not None and (parent := running.get(one)) is not None:
            return parent
    # Many a service calls another one without handing its context on.
    return innermost(running)


def _in_circle(
    mode: Mode,
    rivals: Iterable[Execution],
    line: set[Execution],
    running: Mapping[str, Execution],
) -> bool:
    """Tell whether somebody in the line would wait for the end of himself."""
    if mode is Mode.RESTART:
        return not line.isdisjoint(rivals)
    if mode is not Mode.QUEUED:
        return False
    seen: set[Execution] = set()
    todo = list(rivals)
    while todo:
        one = todo.pop()
        if one in line:
            return True
        if one not in seen:
            seen.add(one)
            todo += one.predecessors
            todo += (
                each
                for each in running.values()
                if each.parent == one.id and each.request.wait
            )
    return False
