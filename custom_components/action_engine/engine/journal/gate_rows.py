"""Rows of what the gate has to remember: how they are made, and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
import json
from math import isfinite
from typing import Any, Final

from sqlalchemy import RowMapping

from ..model.approval import Answer, Approval
from ..model.impact import Risk
from .columns import clean, fit, micros, moment
from .decoding import NotReadableError, decode
from .json_text import from_text, to_text
from .ops import Answered, Ask, Keep
from .payload import Payloads
from .vault import NotOpenedError, Vault

UNTIL: Final = "until"
"""A state that has this number counts for nothing from that time on."""

_ROW: Final = 600
"""What any row takes while it waits, its texts not counted."""

_LONGEST_KIND: Final = 32
_LAST: Final = 2**62
"""Microseconds: beyond it no database takes a number, and nobody will ask."""


@dataclass(slots=True)
class KeptRow:
    """A row of ``gate`` in place of the one with its key; none to remove that."""

    kind: str
    key: str
    columns: dict[str, Any] | None

    @property
    def weight(self) -> int:
        """About how many bytes of memory it takes while it waits."""
        return _ROW + (len(self.columns["state"]) if self.columns else 0)


@dataclass(slots=True)
class ApprovalRow:
    """A row of ``approvals``, new or changed."""

    id: str
    execution_id: str
    columns: dict[str, Any]
    is_new: bool

    @property
    def weight(self) -> int:
        """About how many bytes of memory it takes while it waits."""
        texts = (one for one in self.columns.values() if isinstance(one, str))
        return _ROW + sum(map(len, texts))


def kept_row(vault: Vault, row: Keep) -> KeptRow:
    """Return the row of a state; ``until`` in it says how long it counts."""
    kind, key = fit(row.kind, _LONGEST_KIND), fit(row.key)
    if row.plain is None:
        return KeptRow(kind, key, None)
    columns = {
        "kind": kind,
        "key": key,
        "name": clean(row.key),
        "state": seal_state(vault, kind, key, row.plain),
        "until": _until(row.plain),
        "changed": row.at,
    }
    return KeptRow(kind, key, columns)


def seal_state(vault: Vault, kind: str, key: str, plain: Any) -> bytes:
    """Return what stands in the row for a state."""
    return vault.seal(to_text(plain).encode(), _place(kind, key))


def open_state(vault: Vault, row: RowMapping) -> Any:
    """Return a state as it was handed in, None if it cannot be read any more.

    Nor can one that was written by somebody else, or for another key.
    """
    if fit(row["name"]) != row["key"]:
        return None
    try:
        opened = vault.unseal(row["state"], _place(row["kind"], row["key"]))
        return decode(from_text(opened.decode()))
    except NotOpenedError, NotReadableError, ValueError:
        return None


def asked_row(
    payloads: Payloads, row: Ask, known: frozenset[str] = frozenset()
) -> ApprovalRow:
    """Return the row of a new question; ``known`` are secrets of its execution."""
    approval = row.approval
    identity = _identity(approval.id)
    verdict, _ = payloads.pack(row.verdict, f"{identity}/verdict", known)
    claim, _ = payloads.pack(row.claim, f"{identity}/claim", known)
    columns = {
        "id": approval.id,
        "execution_id": approval.execution_id,
        "policy": fit(approval.policy),
        "asked": micros(approval.asked),
        "digest": fit(approval.digest),
        "risk": approval.risk.word,
        "asker": approval.asker and fit(approval.asker),
        "name": clean(payloads.clean(approval.name, known)),
        "verdict": verdict.text,
        "claim": claim.text,
        **_changing(payloads, approval, known),
    }
    return ApprovalRow(approval.id, approval.execution_id, columns, is_new=True)


def answered_row(
    payloads: Payloads, row: Answered, known: frozenset[str] = frozenset()
) -> ApprovalRow:
    """Return what has changed of a question."""
    approval = row.approval
    columns = _changing(payloads, approval, known)
    return ApprovalRow(approval.id, approval.execution_id, columns, is_new=False)


def approval_of(row: RowMapping, payloads: Payloads) -> Approval:
    """Return a question. What does not read as it was written is taken for the worse."""
    identity = _identity(row["id"])
    return Approval(
        id=row["id"],
        execution_id=row["execution_id"],
        policy=row["policy"],
        asked=moment(row["asked"]),
        expires=moment(row["expires"]),
        digest=row["digest"],
        risk=_risk(row["risk"]),
        needed=row["needed"],
        agreed=_agreed(row["agreed"]),
        answer=_answer(row["answer"]),
        answered=None if row["answered"] is None else moment(row["answered"]),
        answered_by=row["answered_by"],
        notes=payloads.uncover(row["notes"], f"{identity}/notes"),
        asker=row["asker"],
        name=row["name"],
        verdict=_mapping(payloads.look(row["verdict"], f"{identity}/verdict")),
        claim=_mapping(payloads.look(row["claim"], f"{identity}/claim")),
    )


def _changing(
    payloads: Payloads, approval: Approval, known: frozenset[str]
) -> dict[str, Any]:
    place = f"{_identity(approval.id)}/notes"
    return {
        "expires": micros(approval.expires),
        "needed": approval.needed,
        "agreed": json.dumps(approval.agreed),
        "answer": approval.answer.value,
        "answered": approval.answered and micros(approval.answered),
        "answered_by": approval.answered_by and fit(approval.answered_by),
        "notes": approval.notes and payloads.text(clean(approval.notes), place, known),
    }


def _until(plain: Any) -> int | None:
    until = plain.get(UNTIL) if isinstance(plain, Mapping) else None
    if not isinstance(until, int | float) or not isfinite(until):
        return None
    return max(-_LAST, min(int(until * 1_000_000), _LAST))


def _place(kind: str, key: str) -> str:
    return f"gate/{kind}/{key}"


def _identity(approval_id: str) -> str:
    return f"approval/{approval_id}"


def _risk(word: str) -> Risk:
    return next((risk for risk in Risk if risk.word == word), Risk.CRITICAL)


def _answer(word: str) -> Answer:
    return Answer(word) if word in set(Answer) else Answer.EXPIRED


def _agreed(text: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, json.loads(text)))
    except TypeError, ValueError:
        return ()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
