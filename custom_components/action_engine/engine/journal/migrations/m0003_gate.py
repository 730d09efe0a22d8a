"""Version 3: what the gate has to remember. Frozen, like every step.

Until now nothing was ever written into the tables that are dropped here.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects import mysql

_METADATA: Final = MetaData()

_TEXT: Final = Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
_BYTES: Final = LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")
_ID: Final = String(64)
_NAME: Final = String(255)

_DROPPED: Final = ("approvals", "limits", "circuits")

# Only named, so that it can be pointed at.
Table("action_engine_executions", _METADATA, Column("id", _ID, primary_key=True))

_APPROVALS: Final = Table(
    "action_engine_approvals",
    _METADATA,
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

_GATE: Final = Table(
    "action_engine_gate",
    _METADATA,
    Column("kind", String(32), primary_key=True),
    Column("key", _NAME, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("state", _BYTES, nullable=False),
    Column("until", BigInteger),
    Column("changed", BigInteger, nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Make approvals anew, and one table in place of one for each kind of state."""
    for name in _DROPPED:
        connection.execute(text(f"DROP TABLE action_engine_{name}"))
    _METADATA.create_all(connection, tables=[_APPROVALS, _GATE], checkfirst=False)
