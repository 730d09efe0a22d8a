"""What is read of the gate's pages."""

from typing import Any, Final

from sqlalchemy import Connection, or_, select

from ..model.approval import Answer, Approval
from ..model.stored import Sight
from .columns import fit
from .gate_rows import approval_of, open_state
from .payload import Payloads
from .tables import APPROVALS, EXECUTIONS, GATE

ENOUGH: Final = 50
"""Runs of late that say how long one usually takes."""

_NO_ANSWERS: Final = (Answer.PENDING.value, Answer.REPLACED.value)
"""Nobody has said anything, or the next question is about the same."""


def durations(
    connection: Connection, _payloads: Payloads, name: str
) -> tuple[float, ...]:
    """Return how many seconds the last good runs of a name took, shortest first."""
    columns = EXECUTIONS.c
    statement = (
        select(columns.duration)
        .where((columns.name == name) & columns.success & columns.duration.is_not(None))
        .order_by(columns.id.desc())
        .limit(ENOUGH)
    )
    return tuple(sorted(connection.scalars(statement)))


def kept(connection: Connection, payloads: Payloads, kind: str) -> dict[str, Any]:
    """Return the states of a kind by their full keys."""
    statement = select(GATE).where(GATE.c.kind == fit(kind, 32)).order_by(GATE.c.key)
    rows = connection.execute(statement).mappings()
    return {row["name"]: open_state(payloads.vault, row) for row in rows}


def approvals(
    connection: Connection,
    payloads: Payloads,
    *,
    open_only: bool,
    execution_id: str | None,
    limit: int,
) -> tuple[Approval, ...]:
    """Return questions, the newest first."""
    columns = APPROVALS.c
    statement = select(APPROVALS).order_by(columns.asked.desc(), columns.id.desc())
    if open_only:
        statement = statement.where(columns.answer == Answer.PENDING.value)
    if execution_id is not None:
        statement = statement.where(columns.execution_id == execution_id)
    rows = connection.execute(statement.limit(max(1, limit))).mappings()
    return tuple(approval_of(row, payloads) for row in rows)


def answers(
    connection: Connection, payloads: Payloads, sight: Sight | None, limit: int
) -> tuple[Approval, ...]:
    """Return questions that were answered, those that were asked last first."""
    columns = APPROVALS.c
    statement = (
        select(APPROVALS)
        .where(columns.answer.not_in(_NO_ANSWERS))
        .order_by(columns.id.desc())
    )
    if sight is not None:
        policies = sorted(map(fit, sight.policies))
        statement = statement.where(
            or_(columns.asker == fit(sight.user_id), columns.policy.in_(policies))
        )
    rows = connection.execute(statement.limit(limit)).mappings()
    return tuple(approval_of(row, payloads) for row in rows)
