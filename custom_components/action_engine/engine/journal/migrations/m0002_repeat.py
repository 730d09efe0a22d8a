"""Version 2: what repeats what, and quick look-ups by idempotency key and by undo."""

from typing import Final

from sqlalchemy import Connection, text

_STATEMENTS: Final = (
    "ALTER TABLE action_engine_executions ADD COLUMN repeat_of VARCHAR(64)",
    """CREATE INDEX ix_action_engine_executions_idempotency_key
    ON action_engine_executions (idempotency_key, id)""",
    """CREATE INDEX ix_action_engine_executions_undo_of
    ON action_engine_executions (undo_of)""",
)


def upgrade(connection: Connection) -> None:
    """Add the column and the indexes."""
    for statement in _STATEMENTS:
        connection.execute(text(statement))
