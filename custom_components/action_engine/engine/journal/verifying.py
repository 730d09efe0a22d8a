"""Walks along all chains and names the first link that does not hold."""

from collections.abc import Iterator, Sequence
from itertools import groupby
import time
from typing import Final

from sqlalchemy import Connection, RowMapping, select

from ..model.journal import BrokenLink, ChainReport
from ..model.state import ENDED
from .chain import LINKED, Columns, close, genesis, link
from .tables import EVENTS, EXECUTIONS
from .vault import Vault

_SLICE: Final = 50
"""Executions that are read at a time."""


def verify(connection: Connection, vault: Vault) -> ChainReport:
    """Walk along the chains of all executions, the oldest first."""
    executions = events = unknown = 0
    broken = None
    for row, chain in _chains(connection):
        executions += 1
        events += len(chain)
        if row["key_id"] != vault.key_id:
            unknown += 1
            continue
        if (broken := check(vault.chain_key, row, chain)) is not None:
            break
    return ChainReport(
        ok=broken is None,
        executions=executions,
        events=events,
        unknown_key=unknown,
        first_broken=broken,
    )


def check(key: bytes, row: Columns, events: Sequence[Columns]) -> BrokenLink | None:
    """Return where the chain of one execution breaks; events in the order of ``seq``."""
    head, identity = genesis(key, row), row["id"]
    for expected, event in enumerate(events, 1):
        if (why := _why(key, head, expected, event)) is not None:
            return BrokenLink(execution_id=identity, seq=event["seq"], why=why)
        head = event["hash"]
    if row["state"] not in ENDED:
        return None
    if row["closing"] == close(key, head, len(events), row):
        return None
    why = "the outcome was changed, or events at the end are missing or were added"
    return BrokenLink(execution_id=identity, seq=None, why=why)


def _why(key: bytes, head: bytes, expected: int, event: Columns) -> str | None:
    if event["seq"] != expected:
        return f"event {expected} is missing"
    if event["previous"] != head:
        what = "the execution" if expected == 1 else "the event before it"
        return f"{what} was changed, or it stood elsewhere"
    if event["hash"] != link(key, head, [event[name] for name in LINKED]):
        return "the event was changed"
    return None


def _chains(
    connection: Connection,
) -> Iterator[tuple[RowMapping, list[RowMapping]]]:
    last = ""
    while rows := (
        connection.execute(
            select(EXECUTIONS)
            .where(EXECUTIONS.c.id > last)
            .order_by(EXECUTIONS.c.id)
            .limit(_SLICE)
        )
        .mappings()
        .all()
    ):
        first, last = rows[0]["id"], rows[-1]["id"]
        events = connection.execute(
            select(EVENTS)
            .where(EVENTS.c.execution_id.between(first, last))
            .order_by(EVENTS.c.execution_id, EVENTS.c.seq)
        ).mappings()
        by_id: dict[str, list[RowMapping]] = {
            execution_id: list(group)
            for execution_id, group in groupby(events, lambda one: one["execution_id"])
        }
        for row in rows:
            yield row, by_id.get(row["id"], [])
        time.sleep(0)  # else the event loop has to wait for the interpreter lock
