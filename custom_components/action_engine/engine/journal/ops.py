"""What the event loop hands to the writer, in the order in which it happened.

Named tuples, since one is made for every step of every run: a frozen dataclass would
take three times as long. Values in them are encoded already and belong to nobody else,
or are still to be made of what nobody changes.
"""

import asyncio
from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection

from ..model.approval import Approval
from ..model.stored import ExecutionChange, NewExecution


class Accept(NamedTuple):
    """An execution was accepted."""

    execution: NewExecution
    parameters: Any
    source: Any


class Change(NamedTuple):
    """Columns of an execution changed."""

    execution_id: str
    columns: ExecutionChange


class Append(NamedTuple):
    """Something happened in an execution; ``at`` in microseconds."""

    execution_id: str
    at: int
    kind: str
    path: str
    plain: Any


class Later(NamedTuple):
    """The same, with a value that the writer's thread makes and encodes."""

    execution_id: str
    at: int
    kind: str
    path: str
    make: Callable[[], Any]
    lost: Callable[[], None]
    """To be called in the loop if the value cannot be kept as it is."""


class Touch(NamedTuple):
    """An execution has to do with these from now on."""

    execution_id: str
    kind: str
    what: tuple[str, ...]


class Gap(NamedTuple):
    """Rows of an execution could not be kept: it cannot be resumed any more."""

    execution_id: str
    at: int


class PutFact(NamedTuple):
    """A fact was learnt, or learnt anew."""

    policy: str
    key: str
    plain: Any
    category: str | None
    source: str | None
    at: int


class ForgetFact(NamedTuple):
    """Facts are to be forgotten; without key and category all of the policy."""

    policy: str
    key: str | None
    category: str | None


class Keep(NamedTuple):
    """The gate has to remember a state in place of the one of before; None: no more."""

    kind: str
    key: str
    plain: Any
    at: int


class Ask(NamedTuple):
    """A person is asked; ``verdict`` and ``claim`` are those of the approval, encoded."""

    approval: Approval
    verdict: Any
    claim: Any


class Answered(NamedTuple):
    """Something became of a question."""

    approval: Approval


type GateRow = Keep | Ask | Answered
type Row = (
    Accept | Change | Append | Later | Touch | Gap | PutFact | ForgetFact | GateRow
)
"""What becomes rows."""


class Barrier(NamedTuple):
    """Somebody waits until all before it is on disk, or cannot be."""

    waiter: asyncio.Future[bool]


class Task(NamedTuple):
    """Something else to do with the writer's connection, outside of a transaction."""

    work: Callable[[Connection], Any]
    waiter: asyncio.Future[Any]


class Inspect(NamedTuple):
    """A read met a damaged page: the file has to be looked at."""


class Stop(NamedTuple):
    """Nothing comes after it."""


type Op = Row | Barrier | Task | Inspect | Stop
