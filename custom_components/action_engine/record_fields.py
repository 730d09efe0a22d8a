"""From the data of the actions that look into the past to what the engine is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from .engine.engine import UndoRequest
from .engine.errors import InvalidActionError
from .engine.model.asked_by import AskedBy
from .engine.model.notes import Verdict
from .engine.model.state import ExecutionState
from .engine.model.stored import ExecutionFilter
from .engine.model.undo import Conflict
from .request_fields import given_fields, the_id
from .request_values import Reader, moment, one_of, several, text, whole, yes_or_no

LAST: Final = "last"

LONGEST_PAGE: Final = 500
_LONGEST_KEPT: Final = 36_500
"""Days; Python's calendar ends somewhere."""

_LIST: Final[Mapping[str, Reader[Any]]] = {
    "states": several(one_of(ExecutionState)),
    "action": text,
    "entity_id": text,
    "origin": text,
    "user_id": text,
    "policy": text,
    "since": moment,
    "until": moment,
    "limit": whole(1, LONGEST_PAGE),
    "before": text,
}
_SEARCH: Final[Mapping[str, Reader[Any]]] = {
    **_LIST,
    "asked_by": one_of(AskedBy),
    "name": text,
}
"""What people look for, beside what programs do."""

_ROLLBACK: Final[Mapping[str, Reader[Any]]] = {
    "execution_id": text,
    "since": moment,
    "origin": text,
    "user_id": text,
    "conflict": one_of(Conflict),
    "dry_run": yes_or_no,
    "wait": yes_or_no,
}
_PURGE: Final[Mapping[str, Reader[Any]]] = {
    "keep_days": whole(0, _LONGEST_KEPT),
    "keep_count": whole(0, 10**9),
    "before": moment,
}

LIST_FIELDS: Final = tuple(_LIST)
ROLLBACK_FIELDS: Final = tuple(_ROLLBACK)
PURGE_FIELDS: Final = tuple(_PURGE)
RESOLVE_FIELDS: Final = ("execution_id", "decision")


def parse_list(data: Mapping[str, Any]) -> ExecutionFilter:
    """Return which executions the data of ``list_executions`` asks for."""
    return _filter(_read(data, _LIST))


def parse_search(data: Mapping[str, Any]) -> ExecutionFilter:
    """Return the same for the API, which knows more of them."""
    return _filter(_read(data, _SEARCH))


def _filter(values: Mapping[str, Any]) -> ExecutionFilter:
    wanted = ExecutionFilter(**values)
    if wanted.since and wanted.until and wanted.until <= wanted.since:
        raise InvalidActionError(
            "until", wanted.until.isoformat(), "a time after that in since"
        )
    return wanted


def parse_resolve(data: Mapping[str, Any]) -> tuple[str, Verdict]:
    """Return the id of an execution, and what was decided about it."""
    given = given_fields(data, RESOLVE_FIELDS)
    execution_id = the_id(given)
    return execution_id, one_of(Verdict)(given.get("decision"), "decision")


def parse_rollback(
    data: Mapping[str, Any], context: Context, *, answers: bool
) -> UndoRequest:
    """Return what the data of ``rollback`` asks for.

    ``answers``: the caller has asked for a response.
    """
    values = _read(data, _ROLLBACK)
    request = UndoRequest(context=context, **values)
    _refuse_contradictions(request, values)
    if request.dry_run and not answers:
        raise InvalidActionError(
            "dry_run", "true without a response", "a caller who asks for the response"
        )
    return request


def _refuse_contradictions(request: UndoRequest, given: Mapping[str, Any]) -> None:
    if request.execution_id is None and request.since is None:
        expected = "the id of an execution, last, or a time in since"
        raise InvalidActionError("execution_id", "nothing", expected)
    if request.execution_id is not None and request.since is not None:
        raise InvalidActionError(
            "since", "a time beside execution_id", "one of the two"
        )
    if request.execution_id in (None, LAST):
        return
    for field in ("origin", "user_id"):
        if field in given:
            came = f"{given[field]} beside the id of one execution"
            raise InvalidActionError(field, came, "last or a time in since")


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeRequest:
    """What is to be removed from the journal; nothing at all: what the options say."""

    before: datetime | None
    keep_count: int | None


def parse_purge(data: Mapping[str, Any]) -> PurgeRequest:
    """Return what the data of ``purge`` asks to remove."""
    values = _read(data, _PURGE)
    before = values.get("before")
    if (days := values.get("keep_days")) is not None:
        if before is not None:
            raise InvalidActionError(
                "before", "a time beside keep_days", "one of the two"
            )
        before = dt_util.utcnow() - timedelta(days=days)
    return PurgeRequest(before=before, keep_count=values.get("keep_count"))


def _read(
    data: Mapping[str, Any], readers: Mapping[str, Reader[Any]]
) -> dict[str, Any]:
    given = given_fields(data, readers)
    return {key: read(given[key], key) for key, read in readers.items() if key in given}
