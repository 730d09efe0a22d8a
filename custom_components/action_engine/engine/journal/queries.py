"""What is asked of the journal. Ids are ULIDs: their order is the order of time."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, or_, select

from homeassistant.util.ulid import ulid_at_time

from ..model.state import OPEN
from ..model.stored import (
    ExecutionFilter,
    OpenExecution,
    Page,
    StoredEvent,
    StoredExecution,
)
from .columns import fit
from .payload import Payloads
from .preparing import ACTION, ENTITY
from .records import event_of, execution_of
from .tables import EVENTS, EXECUTIONS, TOUCHED

MAX_LIMIT: Final = 500
"""Executions on one page at most."""

_TIME_PART: Final = 10
"""Characters of a ULID that say when it was made."""


def get(
    connection: Connection, payloads: Payloads, execution_id: str
) -> StoredExecution | None:
    """Return one execution with what was asked for."""
    statement = select(EXECUTIONS).where(EXECUTIONS.c.id == execution_id)
    row = connection.execute(statement).mappings().first()
    return None if row is None else execution_of(row, payloads, source=True)


def shown_source(connection: Connection, payloads: Payloads, execution_id: str) -> Any:
    """Return what was asked for as it may be seen; None if it cannot be read."""
    statement = select(EXECUTIONS.c.source).where(EXECUTIONS.c.id == execution_id)
    return payloads.look(connection.scalar(statement), f"{execution_id}/source")


def find_by_key(
    connection: Connection, payloads: Payloads, key: str, since: datetime
) -> StoredExecution | None:
    """Return the newest execution with an idempotency key."""
    statement = (
        select(EXECUTIONS)
        .where(EXECUTIONS.c.idempotency_key == fit(key))
        .where(EXECUTIONS.c.id >= _bound(since))
        .order_by(EXECUTIONS.c.id.desc())
        .limit(1)
    )
    row = connection.execute(statement).mappings().first()
    return None if row is None else execution_of(row, payloads, source=True)


def events(
    connection: Connection, payloads: Payloads, execution_id: str
) -> tuple[StoredEvent, ...]:
    """Return the events of one execution in their order."""
    statement = (
        select(EVENTS)
        .where(EVENTS.c.execution_id == execution_id)
        .order_by(EVENTS.c.seq)
    )
    rows = connection.execute(statement).mappings()
    return tuple(event_of(row, payloads) for row in rows)


def open_executions(
    connection: Connection, payloads: Payloads
) -> tuple[OpenExecution, ...]:
    """Return what has not ended, with its events, in the order of acceptance."""
    is_open = EXECUTIONS.c.state.in_([state.value for state in OPEN])
    rows = connection.execute(
        select(EXECUTIONS).where(is_open).order_by(EXECUTIONS.c.id)
    )
    executions = [execution_of(row, payloads, source=True) for row in rows.mappings()]
    statement = (
        select(EVENTS)
        .join(EXECUTIONS, EVENTS.c.execution_id == EXECUTIONS.c.id)
        .where(is_open)
        .order_by(EVENTS.c.execution_id, EVENTS.c.seq)
    )
    by_id = dict(_by_execution(connection.execute(statement).mappings(), payloads))
    return tuple(
        OpenExecution(execution=one, events=by_id.get(one.id, ())) for one in executions
    )


def list_page(
    connection: Connection, payloads: Payloads, wanted: ExecutionFilter
) -> Page:
    """Return the newest executions that are wanted, from the cursor on."""
    limit = max(1, min(wanted.limit, MAX_LIMIT))
    # One more than shown, to know whether there is another page.
    statement = listing(wanted).limit(limit + 1)
    rows = connection.execute(statement).mappings().all()
    items = tuple(execution_of(row, payloads, source=False) for row in rows[:limit])
    return Page(items=items, next=items[-1].id if len(rows) > limit else None)


def listing(wanted: ExecutionFilter) -> Select[Any]:
    """Return the statement for the executions that are wanted, the newest first."""
    columns = [
        column for column in EXECUTIONS.columns if column.name not in _NOT_LISTED
    ]
    statement: Select[Any] = select(*columns)
    identity: ColumnElement[str] = EXECUTIONS.c.id
    for kind, what in ((ACTION, wanted.action), (ENTITY, wanted.entity_id)):
        if what is not None:
            # The index of this table has the ids in order: the last one asked leads,
            # and fewer executions have to do with an entity than with an action.
            touched = TOUCHED.alias(kind)
            statement = statement.join(touched, touched.c.execution_id == identity)
            statement = statement.where(
                touched.c.kind == kind, touched.c.what == fit(what)
            )
            identity = touched.c.execution_id
    statement = statement.where(*_equal(wanted), *_between(wanted, identity))
    return statement.order_by(identity.desc())


def conditions(wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    """Yield what is true of the executions that are wanted, but for what they touched."""
    yield from _equal(wanted)
    yield from _between(wanted, EXECUTIONS.c.id)


def counts(connection: Connection) -> tuple[int, int, int]:
    """Return how many executions, open executions and events there are."""
    is_open = EXECUTIONS.c.state.in_([state.value for state in OPEN])
    number = select(func.count())
    return (
        connection.scalar(number.select_from(EXECUTIONS)) or 0,
        connection.scalar(number.select_from(EXECUTIONS).where(is_open)) or 0,
        connection.scalar(number.select_from(EVENTS)) or 0,
    )


def _equal(wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    columns = EXECUTIONS.c
    if wanted.states:
        yield columns.state.in_(sorted(state.value for state in wanted.states))
    for column, value in (
        (columns.origin, wanted.origin),
        (columns.user_id, wanted.user_id),
        (columns.policy, wanted.policy),
        (columns.undo_of, wanted.undo_of),
        (columns.repeat_of, wanted.repeat_of),
    ):
        if value is not None:
            yield column == fit(value)
    if (sight := wanted.sight) is not None:
        yield or_(
            columns.user_id == fit(sight.user_id),
            columns.policy.in_(sorted(map(fit, sight.policies))),
        )


def _between(
    wanted: ExecutionFilter, identity: ColumnElement[str]
) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield identity >= _bound(wanted.since)
    if wanted.until is not None:
        yield identity < _bound(wanted.until)
    if wanted.before is not None:
        yield identity < wanted.before


def _bound(moment: datetime) -> str:
    """Return what the ids from this time on are not less than."""
    return ulid_at_time(max(moment.timestamp(), 0))[:_TIME_PART]


def _by_execution(
    rows: Iterable[RowMapping], payloads: Payloads
) -> Iterator[tuple[str, tuple[StoredEvent, ...]]]:
    for execution_id, group in groupby(rows, lambda row: row["execution_id"]):
        yield execution_id, tuple(event_of(row, payloads) for row in group)


_NOT_LISTED: Final = frozenset({"source", "source_sealed"})
