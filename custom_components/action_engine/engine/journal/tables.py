"""The tables as they are now; ``migrations`` leads an older journal here.

Times are whole microseconds since 1970: every database keeps them exactly, and hashes
are made of them. Names begin with ``action_engine_``, since the database may be shared
with others, the recorder among them.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
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

METADATA: Final = MetaData()

_TEXT: Final = Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
_BYTES: Final = LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")
_ID: Final = String(64)
_NAME: Final = String(255)


def _execution_id() -> Column[str]:
    target = ForeignKey("action_engine_executions.id", ondelete="CASCADE")
    return Column("execution_id", _ID, target, primary_key=True)


EXECUTIONS: Final = Table(
    "action_engine_executions",
    METADATA,
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
    Column("repeat_of", _ID),
    Index("ix_action_engine_executions_state", "state", "id"),
    Index("ix_action_engine_executions_origin", "origin", "id"),
    Index("ix_action_engine_executions_user_id", "user_id", "id"),
    Index("ix_action_engine_executions_policy", "policy", "id"),
    Index("ix_action_engine_executions_idempotency_key", "idempotency_key", "id"),
    Index("ix_action_engine_executions_undo_of", "undo_of"),
)

EVENTS: Final = Table(
    "action_engine_events",
    METADATA,
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

TOUCHED: Final = Table(
    "action_engine_touched",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("what", _NAME, primary_key=True),
    _execution_id(),
    Index("ix_action_engine_touched_execution_id", "execution_id"),
    sqlite_with_rowid=False,
)
"""Which entities and actions an execution had to do with, to find it by them."""

APPROVALS: Final = Table(
    "action_engine_approvals",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column(
        "execution_id",
        _ID,
        ForeignKey("action_engine_executions.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("policy", _NAME, nullable=False),
    Column("asked", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("digest", _NAME, nullable=False),
    Column("nonce_hash", LargeBinary(32)),
    Column("risk", String(16), nullable=False),
    Column("needed", Integer, nullable=False),
    Column("agreed", _TEXT, nullable=False),
    Column("answer", String(32), nullable=False),
    Column("answered", BigInteger),
    Column("answered_by", _NAME),
    Column("notes", _TEXT),
    Column("asker", _NAME),
    Column("name", _TEXT, nullable=False),
    Column("verdict", _TEXT, nullable=False),
    Column("claim", _TEXT, nullable=False),
    Index("ix_action_engine_approvals_execution_id", "execution_id"),
    Index("ix_action_engine_approvals_answer", "answer", "asked"),
)

GATE: Final = Table(
    "action_engine_gate",
    METADATA,
    Column("kind", String(32), primary_key=True),
    Column("key", _NAME, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("state", _BYTES, nullable=False),
    Column("until", BigInteger),
    Column("changed", BigInteger, nullable=False),
)
"""What the gate remembers: limits, circuits, grants, … Each state is sealed, for whoever
could write one would write himself a grant. ``name`` is the key in its full length."""

FACTS: Final = Table(
    "action_engine_facts",
    METADATA,
    Column("policy", String(128), primary_key=True),
    Column("key", String(128), primary_key=True),
    Column("value", _TEXT, nullable=False),
    Column("category", _NAME),
    Column("source", _NAME),
    Column("at", BigInteger, nullable=False),
    Index("ix_action_engine_facts_category", "category"),
)

SCHEMA_VERSION: Final = Table(
    "action_engine_schema_version",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied", BigInteger, nullable=False),
)
