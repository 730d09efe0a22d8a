"""Who stood behind an execution, as conditions on its row."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sqlalchemy import ColumnElement, or_

from ..model.asked_by import AskedBy
from ..model.stored import ExecutionFilter
from .columns import fit
from .tables import EXECUTIONS

type _Conditions = Callable[[ExecutionFilter], Iterator[ColumnElement[bool]]]


def asked_by(wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    """Yield what is true of that which was asked for by whom the filter names."""
    if wanted.asked_by is not None:
        yield from _CONDITIONS[wanted.asked_by](wanted)


def _automation(_wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    yield EXECUTIONS.c.origin.startswith("automation.", autoescape=True)


def _script(_wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    yield EXECUTIONS.c.origin.startswith("script.", autoescape=True)


def _agent(wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    yield EXECUTIONS.c.policy.in_(sorted(map(fit, wanted.agents)))


def _user(wanted: ExecutionFilter) -> Iterator[ColumnElement[bool]]:
    columns = EXECUTIONS.c
    yield columns.user_id.is_not(None)
    yield columns.origin.is_(None)
    agents = sorted(map(fit, wanted.agents))
    yield or_(columns.policy.is_(None), columns.policy.not_in(agents))


_CONDITIONS: Final[Mapping[AskedBy, _Conditions]] = {
    AskedBy.AUTOMATION: _automation,
    AskedBy.SCRIPT: _script,
    AskedBy.AGENT: _agent,
    AskedBy.USER: _user,
}
