"""From a step that names an action of the catalog to the block that does it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.copying import copied
from ..model.named_action import NamedAction
from .binding import Binder
from .parameters import validate

_KEPT: Final = frozenset(
    {
        "alias",
        "continue_on_error",
        "depends_on",
        "enabled",
        "expect",
        "fallback",
        "id",
        "note",
        "response_variable",
        "retry",
        "rollback",
    }
)
"""What the author of a step says about it stays with the block."""

_IDLE: Final = frozenset({"data", "metadata"})
"""``metadata`` is what the editor of the frontend writes and nobody reads."""


def expand(
    action: NamedAction,
    step: Mapping[str, Any],
    place: str,
    exists: Callable[[str], bool],
) -> dict[str, Any]:
    """Return the block for a step that names the action and has ``data``.

    ``place`` names the step in errors, ``exists`` tells whether there is a service by
    its name. Raises ``InvalidActionError`` for an action that
    is switched off, for wrong parameters, and for a key that means nothing here.
    """
    if not action.active:
        expected = "an action that is switched on"
        raise InvalidActionError(place, action.name, expected)
    for key in step:
        if key not in _KEPT | _IDLE:
            expected = "no such key at an action of the catalog"
            raise InvalidActionError(f"{place}: {key}", "it", expected)
    given = step.get("data")
    params = validate(action, {} if given is None else given, f"{place}: data")
    # Else a variable of the caller would be taken for a parameter that is not given.
    missing = {name for name in action.fields if name not in params}
    binder = Binder(params, missing, f"{place}: data", exists)
    return {
        "catalog": action.name,
        "data": params,
        "known": dict.fromkeys(sorted(missing | {*action.inner})),
        "version": action.version,
        "impact": action.impact.word,
        "requires_approval": action.requires_approval,
        "sequence": binder.bound(list(action.sequence)),
        **{key: copied(one) for key, one in step.items() if key in _KEPT},
    }
