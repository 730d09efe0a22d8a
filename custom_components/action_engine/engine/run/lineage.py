"""Who asked for an execution: somebody outside, or another execution.

A run may ask the engine for another one, which may ask for a third. Two things must
not happen: that a script asks for itself without an end, and that somebody waits in
line behind the very one who waits for him.
"""

from collections.abc import Mapping
from typing import Final

from ..errors import CyclicRequestError
from ..model.request import Mode
from .execution import Execution

MAX_DEPTH: Final = 16
"""Executions that may stand inside each other."""


def parent_of(
    execution: Execution, running: Mapping[str, Execution]
) -> Execution | None:
    """Return the execution whose run made this request, if it is still open."""
    context = execution.request.context
    for one in (context.id, context.parent_id):
        if one is not None and (parent := running.get(one)) is not None:
            return parent
    return None


def check_lineage(execution: Execution, running: Mapping[str, Execution]) -> None:
    """Note the ancestors of a new execution; raise ``CyclicRequestError`` if in a circle."""
    entity_id = execution.origin
    own = frozenset() if entity_id is None else frozenset({entity_id})
    execution.sources = own
    parent = parent_of(execution, running)
    if parent is None:
        return
    execution.depth = parent.depth + 1
    execution.sources = parent.sources | own
    if own & parent.sources or execution.depth > MAX_DEPTH:
        raise CyclicRequestError(name=execution.name, parent=parent.name)
    request = execution.request
    if request.mode in (Mode.QUEUED, Mode.RESTART) and _holds(
        parent, running, request.key
    ):
        raise CyclicRequestError(name=execution.name, parent=parent.name)


def _holds(
    execution: Execution, running: Mapping[str, Execution], key: str | None
) -> bool:
    """Tell whether an execution or one of its ancestors has the key."""
    one: Execution | None = execution
    while one is not None and key is not None:
        if one.request.key == key:
            return True
        one = parent_of(one, running)
    return False
