"""What is read of the facts."""

from sqlalchemy import Connection, func, select

from ..model.stored import Fact
from .columns import fit
from .payload import Payloads
from .preparing import fit_key
from .records import fact_of
from .tables import FACTS


def facts(
    connection: Connection,
    payloads: Payloads,
    policy: str,
    category: str | None,
    key: str | None,
) -> tuple[Fact, ...]:
    """Return the facts of a policy by key."""
    statement = select(FACTS).where(FACTS.c.policy == fit_key(policy))
    if category is not None:
        statement = statement.where(FACTS.c.category == fit(category))
    if key is not None:
        statement = statement.where(FACTS.c.key == fit_key(key))
    rows = connection.execute(statement.order_by(FACTS.c.key)).mappings()
    return tuple(fact_of(row, payloads) for row in rows)


def counts(connection: Connection, _payloads: Payloads) -> dict[str, int]:
    """Return how many facts there are by policy."""
    statement = select(FACTS.c.policy, func.count()).group_by(FACTS.c.policy)
    rows = connection.execute(statement.order_by(FACTS.c.policy)).tuples()
    return dict(rows.all())
