"""Rows of the database as the records of ``model.stored``."""

from typing import Final

from sqlalchemy import RowMapping

from ..model.state import ExecutionState
from ..model.stored import Fact, StoredEvent, StoredExecution
from .columns import moment
from .payload import Payloads
from .preparing import event_identity, fact_identity

_TIMES: Final = ("created", "started", "ended")
_AS_THEY_ARE: Final = (
    *("id", "name", "type", "policy", "confidence", "prediction_id"),
    *("llm_response_id", "conversation_id", "origin", "user_id", "parent_id"),
    *("idempotency_key", "priority", "interpreter_version", "plan_hash", "undo_of"),
    *("repeat_of", "approval_status", "resumable", "duration", "success"),
    *("verified", "error_code"),
)


def execution_of(
    row: RowMapping, payloads: Payloads, *, source: bool
) -> StoredExecution:
    """Return an execution; what was asked for only if ``source`` is wanted."""
    identity = row["id"]
    values = {name: row[name] for name in _AS_THEY_ARE}
    values |= {name: row[name] and moment(row[name]) for name in _TIMES}
    if source:
        place = f"{identity}/source"
        exact, is_exact = payloads.exact(row["source"], row["source_sealed"], place)
        values["source"] = exact if is_exact else payloads.look(row["source"], place)
        values["source_exact"] = is_exact
    return StoredExecution(
        **values,
        state=ExecutionState(row["state"]),
        parameters=payloads.look(row["parameters"], f"{identity}/parameters"),
        result=payloads.look(row["result"], f"{identity}/result"),
        reasoning=payloads.uncover(row["reasoning"], f"{identity}/reasoning"),
        error=payloads.uncover(row["error"], f"{identity}/error"),
    )


def event_of(row: RowMapping, payloads: Payloads) -> StoredEvent:
    """Return an event with everything that is still known of its value."""
    place = event_identity(row["execution_id"], row["at"], row["kind"], row["path"])
    exact, is_exact = payloads.exact(row["data"], row["sealed"], place)
    return StoredEvent(
        execution_id=row["execution_id"],
        seq=row["seq"],
        at=moment(row["at"]),
        kind=row["kind"],
        path=row["path"],
        data=payloads.look(row["data"], place),
        exact=exact,
        is_exact=is_exact,
    )


def fact_of(row: RowMapping, payloads: Payloads) -> Fact:
    """Return a fact; a value that cannot be read any more is None."""
    place = fact_identity(row["policy"], row["key"])
    exact, is_exact = payloads.exact(row["value"], None, place)
    return Fact(
        policy=row["policy"],
        key=row["key"],
        value=exact if is_exact else payloads.look(row["value"], place),
        category=row["category"],
        source=row["source"],
        at=moment(row["at"]),
    )
