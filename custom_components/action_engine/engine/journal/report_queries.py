"""Figures of a period, counted by the database: no query returns more than it must."""

from collections import Counter, defaultdict
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select

from ..model.report import (
    MOST_ACTIONS,
    MOST_DENIALS,
    MOST_FAILURES,
    ActionCount,
    Durations,
    Figures,
    ReportWish,
)
from ..model.state import ExecutionState
from ..model.stored import RUN, ExecutionFilter
from .columns import fit, micros
from .payload import Payloads
from .preparing import ACTION
from .queries import conditions, listing
from .records import execution_of
from .tables import APPROVALS, EXECUTIONS, TOUCHED

_FAILED: Final = frozenset({ExecutionState.FAILED, ExecutionState.UNKNOWN})
_NOBODY_KNOWS: Final = "unknown"


def figures(connection: Connection, payloads: Payloads, wish: ReportWish) -> Figures:
    """Return what there is to say about a period."""
    wanted = ExecutionFilter(since=wish.since, until=wish.until, sight=wish.sight)
    where = tuple(conditions(wanted))
    policies = _policies(connection, where)
    states: Counter[str] = Counter()
    for counted in policies.values():
        states.update(counted)
    return Figures(
        states=dict(states),
        policies=policies,
        durations=_durations(connection, where),
        actions=_actions(connection, where),
        failures=tuple(
            execution_of(row, payloads, source=False)
            for row in _newest(connection, wanted, _FAILED, MOST_FAILURES)
        ),
        denials=_denials(connection, payloads, wanted),
        approvals=_approvals(connection, wish),
        undos=_undos(connection, where),
    )


type _Where = tuple[ColumnElement[bool], ...]


def _policies(connection: Connection, where: _Where) -> dict[str, dict[str, int]]:
    columns = EXECUTIONS.c
    statement = (
        select(columns.policy, columns.state, func.count())
        .where(*where)
        .group_by(columns.policy, columns.state)
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for policy, state, number in connection.execute(statement):
        found[policy or ""][state] = number
    return dict(found)


def _durations(connection: Connection, where: _Where) -> Durations | None:
    duration = EXECUTIONS.c.duration
    began = (EXECUTIONS.c.started.is_not(None), duration.is_not(None))
    number, mean, longest = connection.execute(
        select(func.count(), func.avg(duration), func.max(duration)).where(
            *where, *began
        )
    ).one()
    if not number:
        return None

    def at(share: float) -> float:
        ordered = select(duration).where(*where, *began).order_by(duration)
        place = min(int(number * share), number - 1)
        return float(connection.scalar(ordered.offset(place).limit(1)) or 0)

    return Durations(
        number=number,
        mean=float(mean),
        median=at(0.5),
        p95=at(0.95),
        longest=float(longest),
    )


def _actions(connection: Connection, where: _Where) -> tuple[ActionCount, ...]:
    number = func.count().label("number")
    bad = EXECUTIONS.c.state == ExecutionState.FAILED.value
    statement = (
        select(TOUCHED.c.what, number, func.sum(case((bad, 1), else_=0)))
        .join(EXECUTIONS, EXECUTIONS.c.id == TOUCHED.c.execution_id)
        # What brought its own actions is kept under its type, too.
        .where(TOUCHED.c.kind == ACTION, TOUCHED.c.what != RUN, *where)
        .group_by(TOUCHED.c.what)
        .order_by(number.desc(), TOUCHED.c.what)
        .limit(MOST_ACTIONS)
    )
    return tuple(
        ActionCount(action=what, executions=found, failed=int(failed))
        for what, found, failed in connection.execute(statement)
    )


def _newest(
    connection: Connection,
    wanted: ExecutionFilter,
    states: frozenset[ExecutionState],
    most: int,
) -> Any:
    names = [state.value for state in sorted(states)]
    statement: Select[Any] = listing(wanted).where(EXECUTIONS.c.state.in_(names))
    return connection.execute(statement.limit(most)).mappings()


def _denials(
    connection: Connection, payloads: Payloads, wanted: ExecutionFilter
) -> dict[str, int]:
    """Count the rules that denied; what decided stands only in the account of each."""
    denied = frozenset({ExecutionState.DENIED})
    rules: Counter[str] = Counter()
    for row in _newest(connection, wanted, denied, MOST_DENIALS):
        result = payloads.look(row["result"], f"{row['id']}/result")
        verdict = result.get("verdict") if isinstance(result, dict) else None
        rule = verdict.get("decided_by") if isinstance(verdict, dict) else None
        rules[str(rule or _NOBODY_KNOWS)] += 1
    return dict(rules.most_common())


def _approvals(connection: Connection, wish: ReportWish) -> dict[str, int]:
    columns = APPROVALS.c
    statement = (
        select(columns.answer, func.count())
        .where(columns.asked >= micros(wish.since), columns.asked < micros(wish.until))
        .group_by(columns.answer)
    )
    if (sight := wish.sight) is not None:
        statement = statement.where(
            or_(
                columns.asker == fit(sight.user_id),
                columns.policy.in_(sorted(map(fit, sight.policies))),
            )
        )
    return {row[0]: row[1] for row in connection.execute(statement)}


def _undos(connection: Connection, where: _Where) -> int:
    undoes = EXECUTIONS.c.undo_of.is_not(None)
    return connection.scalar(select(func.count()).where(*where, undoes)) or 0
