"""From a step that names an action of the catalog to the block that does it."""

from collections.abc import Mapping, Set as AbstractSet
import re
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.copying import copied
from ..model.named_action import NamedAction
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

_WHOLE: Final = re.compile(r"\$\{\{([a-z_]+)(\??)\}\}")
_SERVICE: Final = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+")


def expand(action: NamedAction, step: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Return the block for a step that names the action and has ``data``.

    ``place`` names the step in errors. Raises ``InvalidActionError`` for an action that
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
    binder = _Binder(params, missing, f"{place}: data")
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


class _Binder:
    """Copies raw steps, and puts in what has to be known before they run."""

    def __init__(
        self, params: Mapping[str, Any], missing: AbstractSet[str], place: str
    ) -> None:
        self._params = params
        self._missing = missing
        self._place = place

    def bound(self, raw: Any) -> Any:
        """Return a copy without references to what is not given and may be missing."""
        if isinstance(raw, (list, tuple)):
            return [self.bound(one) for one in raw if not self._is_left_out(one)]
        if not isinstance(raw, Mapping):
            return raw
        if isinstance(name := raw.get("tool"), str) and (found := _WHOLE.match(name)):
            return self._call(raw, found[1])
        return {
            key: self.bound(one)
            for key, one in raw.items()
            if not self._is_left_out(one)
        }

    def _is_left_out(self, value: Any) -> bool:
        found = _WHOLE.fullmatch(value) if isinstance(value, str) else None
        return found is not None and bool(found[2]) and found[1] in self._missing

    def _call(self, raw: Mapping[str, Any], name: str) -> dict[str, Any]:
        """Return a call of a service that a parameter names.

        The gate has to see what is called before it runs, so it is a plain name.
        """
        if (service := self._params.get(name)) is None:
            text = f"It would need {name}, which is not given"
            return {"stop": text, "error": True}
        if not isinstance(service, str) or not _SERVICE.fullmatch(service):
            expected = "the name of a service, not a template"
            raise InvalidActionError(f"{self._place}/{name}", service, expected)
        rest = {key: one for key, one in raw.items() if key != "tool"}
        return {"tool": service, **self.bound(rest)}
