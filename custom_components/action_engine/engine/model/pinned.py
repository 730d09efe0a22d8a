"""What is kept of a request so that it can go on, or be made again, in another life.

The actions are pinned: editing a script later does not change a run that resumes.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from homeassistant.core import Context

from .caller import Agent
from .claim import NO_CLAIM, Claim
from .draft import Draft
from .leave import Leave
from .request import Mode, OnFailure, Priority, Request, Source, SourceKind
from .retry import RetryPolicy
from .settings import RunSettings
from .stored import StoredExecution

_OPTIONS: Final = (
    "name",
    "key",
    "wait",
    "observe",
    "on_failure_raise",
    "verify",
    "within",
    "skip_if_already",
    "ignore_missing",
    "timeout",
    "idempotency_key",
)
"""Fields of a request that are kept as they are."""

_BY_ENTITY: Final = frozenset({SourceKind.SCRIPT, SourceKind.AUTOMATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """A request, the draft that was read from it, and how it was to be run."""

    draft: Draft
    request: Request
    settings: RunSettings
    undoes: tuple[str, ...] = ()
    """The executions that it undoes; their first one has a column of its own."""
    leave: Leave | None = None
    """Under which it runs, watched; None for whoever may do as he likes."""


def pin(pinned: Pinned) -> dict[str, Any]:
    """Return it as data that the journal can keep."""
    draft, request = pinned.draft, pinned.request
    return {
        "draft": {
            "actions": draft.actions,
            "variables": dict(draft.variables),
            "defaults": dict(draft.defaults),
            "name": draft.name,
            "entity_id": draft.entity_id,
        },
        "request": {
            **{name: getattr(request, name) for name in _OPTIONS},
            "kind": request.source.kind.value,
            "variables": dict(request.variables),
            "priority": request.priority.value,
            "mode": request.mode.value,
            "retry": dict(request.retry),
            "on_failure": request.on_failure.value,
        },
        "settings": asdict(pinned.settings),
        "undoes": list(pinned.undoes),
        "agent": None if request.agent is None else asdict(request.agent),
        "claim": {} if request.claim is NO_CLAIM else asdict(request.claim),
        "leave": None if pinned.leave is None else pinned.leave.as_dict(),
    }


def unpin(data: Mapping[str, Any], context: Context) -> Pinned:
    """Return what ``pin`` kept, on behalf of ``context``.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else.
    """
    draft = Draft(**data["draft"])
    given = data["request"]
    kind = SourceKind(given["kind"])
    request = Request(
        source=_source(kind, draft),
        context=context,
        variables=given["variables"],
        priority=Priority(given["priority"]),
        mode=Mode(given["mode"]),
        retry=given["retry"],
        on_failure=OnFailure(given["on_failure"]),
        agent=None if (agent := data.get("agent")) is None else Agent(**agent),
        claim=Claim(**data.get("claim", {})),
        **{name: given[name] for name in _OPTIONS},
    )
    settings = dict(data["settings"])
    settings["retry"] = RetryPolicy(**settings["retry"])
    leave = data.get("leave")
    return Pinned(
        draft=draft,
        request=request,
        settings=RunSettings(**settings),
        undoes=tuple(data.get("undoes", ())),
        leave=None if leave is None else Leave.from_dict(leave),
    )


def undoes_of(stored: StoredExecution) -> tuple[str, ...]:
    """Return the executions that one undoes, of which ``source`` has been read."""
    source = stored.source if isinstance(stored.source, Mapping) else {}
    first = () if stored.undo_of is None else (stored.undo_of,)
    return tuple(source.get("undoes", ())) or first


def _source(kind: SourceKind, draft: Draft) -> Source:
    """Return the source for doing it again: a script as it is by then, else the data."""
    if kind in _BY_ENTITY:
        return Source(kind=kind, value=draft.entity_id)
    body = {"sequence": draft.actions, "variables": dict(draft.variables)}
    return Source(kind=SourceKind.ACTIONS, value=body)
