"""Figures day by day, counted by the database in one statement."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, case, func, select

from ..model.daily import Day
from ..model.state import ExecutionState
from ..model.stored import ExecutionFilter, Sight
from .columns import micros
from .payload import Payloads
from .queries import conditions
from .tables import EXECUTIONS


def daily(
    connection: Connection,
    _payloads: Payloads,
    begins: Sequence[datetime],
    sight: Sight | None,
) -> tuple[Day, ...]:
    """Return a line for each day; ``begins`` are their first moments, in order.

    The last day has not ended. A day has the date that its first moment has.
    """
    columns = EXECUTIONS.c
    later = [(columns.created < micros(one), n) for n, one in enumerate(begins[1:])]
    last = len(begins) - 1
    day = case(*later, else_=last) if later else func.abs(last)
    good = columns.state == ExecutionState.SUCCESS.value
    statement = (
        select(
            day.label("day"),
            columns.state,
            func.count(),
            func.avg(
                case((and_(good, columns.duration.is_not(None)), columns.duration))
            ),
        )
        .where(*conditions(ExecutionFilter(since=begins[0], sight=sight)))
        .group_by("day", columns.state)
    )
    states: dict[int, dict[str, int]] = defaultdict(dict)
    seconds: dict[int, float] = {}
    for number, state, found, mean in connection.execute(statement):
        states[number][state] = found
        if mean is not None:
            seconds[number] = float(mean)
    return tuple(
        Day(day=one.date(), states=states[n], seconds=seconds.get(n))
        for n, one in enumerate(begins)
    )
