"""Hash chains: nobody can change, drop, add or reorder a row without being noticed.

Each execution has a chain of its own, since executions are removed one by one. It
begins with the columns that never change (``genesis``), goes through the events
(``link``), and when the execution has ended a last link closes it over the outcome
(``close``). Without the key, which is not in the database, no link can be made.
"""

from collections.abc import Sequence
import hashlib
from typing import Any, Final, Protocol

import orjson

FIXED: Final = (
    *("id", "name", "created", "type", "parameters", "source", "policy"),
    *("confidence", "reasoning", "prediction_id", "llm_response_id"),
    *("conversation_id", "origin", "user_id", "parent_id", "idempotency_key"),
    *("priority", "interpreter_version", "plan_hash", "undo_of", "repeat_of"),
)
"""Columns of an execution that are written once."""

OUTCOME: Final = (
    *("state", "approval_status", "resumable", "started", "ended", "duration"),
    *("success", "verified", "result", "error_code", "error"),
)
"""Columns of an execution that are settled when it ends."""


LINKED: Final = ("execution_id", "seq", "at", "kind", "path", "data")
"""Columns of an event that its hash is made of."""


class Columns(Protocol):
    """A row: a dict, or what the database gave."""

    def __getitem__(self, name: str, /) -> Any:
        """Return the value of a column."""


def genesis(key: bytes, row: Columns) -> bytes:
    """Return where the chain of an execution begins."""
    return _digest(key, b"genesis", _present(row, FIXED))


def link(key: bytes, previous: bytes, event: Sequence[Any]) -> bytes:
    """Return the hash of one event, of which ``LINKED`` is given as it is stored."""
    return _digest(key, previous, event)


def close(key: bytes, head: bytes, seq: int, row: Columns) -> bytes:
    """Return the last link: the outcome, and how many events there are."""
    return _digest(key, head, [seq, _present(row, OUTCOME)])


def _present(row: Columns, columns: tuple[str, ...]) -> dict[str, Any]:
    # A column that a later version adds is empty in older rows and changes no hash.
    return {name: row[name] for name in columns if row[name] is not None}


def _digest(key: bytes, previous: bytes, content: Any) -> bytes:
    text = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(previous + text, key=key, digest_size=32).digest()
