"""Version 1: the tables as they were at first. Frozen, like every step."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects import mysql

_METADATA: Final = MetaData()

_TEXT: Final = Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
_BYTES: Final = LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")
_ID: Final = String(64)
_NAME: Final = String(255)


def _execution_id() -> Column[str]:
    target = ForeignKey("action_engine_executions.id", ondelete="CASCADE")
    return Column("execution_id", _ID, target, primary_key=True)


Table(
    "action_engine_executions",
    _METADATA,
    Column("id", _ID, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("type", _NAME, nullable=False),
    Column("parameters", _TEXT),
    Column("source", _TEXT),
    Column("source_sealed", _BYTES),
    Column("policy", _NAME),
    Column("confidence", Double),
    Column("reasoning", _TEXT),
    Column("prediction_id", _NAME),
    Column("llm_response_id", _NAME),
    Column("conversation_id", _NAME),
    Column("origin", _NAME),
    Column("user_id", _NAME),
    Column("parent_id", _NAME),
    Column("idempotency_key", _NAME),
    Column("priority", Integer, nullable=False),
    Column("interpreter_version", Integer, nullable=False),
    Column("plan_hash", _NAME),
    Column("undo_of", _ID),
    Column("state", String(32), nullable=False),
    Column("approval_status", String(32)),
    Column("resumable", Boolean, nullable=False),
    Column("started", BigInteger),
    Column("ended", BigInteger),
    Column("duration", Double),
    Column("success", Boolean),
    Column("verified", Boolean),
    Column("result", _TEXT),
    Column("error_code", _NAME),
    Column("error", _TEXT),
    Column("key_id", String(32), nullable=False),
    Column("closing", LargeBinary(32)),
    Index("ix_action_engine_executions_state", "state", "id"),
    Index("ix_action_engine_executions_origin", "origin", "id"),
    Index("ix_action_engine_executions_user_id", "user_id", "id"),
    Index("ix_action_engine_executions_policy", "policy", "id"),
)

Table(
    "action_engine_events",
    _METADATA,
    _execution_id(),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("path", _TEXT, nullable=False),
    Column("data", _TEXT, nullable=False),
    Column("sealed", _BYTES),
    Column("hash", LargeBinary(32), nullable=False),
    Column("previous", LargeBinary(32), nullable=False),
)

Table(
    "action_engine_touched",
    _METADATA,
    Column("kind", String(16), primary_key=True),
    Column("what", _NAME, primary_key=True),
    _execution_id(),
    Index("ix_action_engine_touched_execution_id", "execution_id"),
    sqlite_with_rowid=False,
)
Table(
    "action_engine_approvals",
    _METADATA,
    Column("id", _ID, primary_key=True),
    Column(
        "execution_id",
        _ID,
        ForeignKey("action_engine_executions.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("policy", _NAME),
    Column("hash", LargeBinary(32), nullable=False),
    Column("nonce_hash", LargeBinary(32), nullable=False),
    Column("asked", BigInteger, nullable=False),
    Column("expires", BigInteger),
    Column("answered", BigInteger),
    Column("answer", String(32)),
    Column("answered_by", _NAME),
    Column("notes", _TEXT),
    Index("ix_action_engine_approvals_execution_id", "execution_id"),
    Index("ix_action_engine_approvals_answer", "answer", "expires"),
)

Table(
    "action_engine_limits",
    _METADATA,
    Column("key", _NAME, primary_key=True),
    Column("state", _TEXT, nullable=False),
    Column("changed", BigInteger, nullable=False),
)

Table(
    "action_engine_circuits",
    _METADATA,
    Column("key", _NAME, primary_key=True),
    Column("state", _TEXT, nullable=False),
    Column("changed", BigInteger, nullable=False),
)

Table(
    "action_engine_facts",
    _METADATA,
    Column("policy", String(128), primary_key=True),
    Column("key", String(128), primary_key=True),
    Column("value", _TEXT, nullable=False),
    Column("category", _NAME),
    Column("source", _NAME),
    Column("at", BigInteger, nullable=False),
    Index("ix_action_engine_facts_category", "category"),
)

Table(
    "action_engine_schema_version",
    _METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied", BigInteger, nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Make all tables."""
    _METADATA.create_all(connection, checkfirst=False)
