"""Turns what the event loop handed over into rows: redacted, sealed, as text.

Runs in the writer's thread and touches no database, except that of an execution from
before the last start the secrets have to be looked up once.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from math import isfinite
from typing import Any, Final

from ..model.stored import FORGETTING, ExecutionFacts
from .codec import encode
from .columns import clean, fit, micros
from .gate_rows import answered_row, asked_row, kept_row
from .ops import (
    Accept,
    Answered,
    Append,
    Ask,
    Change,
    ForgetFact,
    Gap,
    Keep,
    Later,
    PutFact,
    Row,
    Touch,
)
from .payload import Payloads
from .prepared import (
    ChangedRow,
    EventRow,
    FactRow,
    ForgottenFacts,
    NewRow,
    Prepared,
    TouchedRows,
)

ENTITY: Final = "entity"
ACTION: Final = "action"
GAP: Final = "gap"
"""The kind of an event that stands for rows that could not be kept."""

MAX_KIND: Final = 32

_PAYLOADS: Final = frozenset({"name", "parameters", "source", "reasoning"})
_FACTS: Final = tuple(
    field.name for field in fields(ExecutionFacts) if field.name not in _PAYLOADS
)

_FLOATS: Final = frozenset({"confidence", "duration"})

type Recall = Callable[[str], frozenset[str] | None]
"""Returns the secrets that an open execution from before the last start knows."""

type Tell = Callable[[Callable[[], None]], object]
"""Has something called in the event loop."""


class Preparer:
    """Knows the secrets of the executions that are open."""

    def __init__(
        self, payloads: Payloads, key_id: str, recall: Recall, tell: Tell
    ) -> None:
        """Prepare rows for chains that are made with the key ``key_id``."""
        self._payloads = payloads
        self._key_id = key_id
        self._recall = recall
        self._tell = tell
        self._known: dict[str, frozenset[str]] = {}

    def prepare(self, row: Row) -> Iterable[Prepared]:
        """Return the rows that come of it."""
        return _HOW[type(row)](self, row)

    def accept(self, row: Accept) -> Iterable[Prepared]:
        """Prepare the row of a new execution."""
        new, payloads = row.execution, self._payloads
        columns = {name: _column(getattr(new, name), name) for name in _FACTS}
        identity = new.id
        plain = encode(row.source())[0] if callable(row.source) else row.source
        source, redacted = payloads.pack(plain, f"{identity}/source")
        known = redacted.found
        parameters, redacted = payloads.pack(
            row.parameters, f"{identity}/parameters", known
        )
        known |= redacted.found
        self._known[identity] = known
        reasoning = new.reasoning and payloads.text(
            clean(new.reasoning), f"{identity}/reasoning", known
        )
        columns |= {
            "name": clean(payloads.clean(new.name, known)),
            "parameters": parameters.text,
            "source": source.text,
            "source_sealed": source.sealed,
            "reasoning": reasoning,
            "state": new.state.value,
            "approval_status": _column(new.approval_status),
            "resumable": bool(new.resumable),
            "key_id": self._key_id,
        }
        yield NewRow(identity, columns)
        yield TouchedRows(identity, ACTION, (fit(new.type),))

    def change(self, row: Change) -> Iterable[Prepared]:
        """Prepare the columns of an execution that changed."""
        identity, payloads = row.execution_id, self._payloads
        known = self._secrets(identity)
        changed = dict(row.columns)
        columns: dict[str, Any] = {}
        if "result" in changed:
            # An account is a copy of its own: it need not be copied on the event loop.
            result: Any = changed.pop("result")
            plain, _ = encode(result() if callable(result) else result)
            packed, _ = payloads.pack(plain, f"{identity}/result", known)
            columns["result"] = packed.text
        if (error := changed.pop("error", None)) is not None:
            text = clean(str(error))
            columns["error"] = payloads.text(text, f"{identity}/error", known)
        columns |= {name: _column(value, name) for name, value in changed.items()}
        if columns.get("state") in FORGETTING:
            columns["source_sealed"] = None
            self._known.pop(identity, None)
        yield ChangedRow(identity, columns)

    def append(self, row: Append) -> Iterable[Prepared]:
        """Prepare an event."""
        yield self._event(row, row.plain)

    def later(self, row: Later) -> Iterable[Prepared]:
        """Prepare an event whose value is made here; bars resuming if it is lost."""
        plain, lost = encode(row.make())
        yield self._event(row, plain)
        if lost is not None:
            # Together with its row: after a crash nobody is left to be told.
            yield ChangedRow(row.execution_id, {"resumable": False})
            with suppress(RuntimeError):
                self._tell(row.lost)

    def touch(self, row: Touch) -> Iterable[Prepared]:
        """Prepare what an execution is found by."""
        yield TouchedRows(row.execution_id, row.kind, tuple(map(fit, row.what)))

    def gap(self, row: Gap) -> Iterable[Prepared]:
        """Prepare the note that something is missing."""
        plain, _ = encode("rows could not be kept here")
        yield from self.append(Append(row.execution_id, row.at, GAP, "", plain))
        yield ChangedRow(row.execution_id, {"resumable": False})

    def put_fact(self, row: PutFact) -> Iterable[Prepared]:
        """Prepare a fact; what is secret in it is never kept."""
        policy, key = fit_key(row.policy), fit_key(row.key)
        plain = self._payloads.named(row.key, row.plain)
        packed, _ = self._payloads.pack(plain, fact_identity(policy, key))
        yield FactRow(
            {
                "policy": policy,
                "key": key,
                "value": packed.text,
                "category": self._name(row.category),
                "source": self._name(row.source),
                "at": row.at,
            }
        )

    def forget_fact(self, row: ForgetFact) -> Iterable[Prepared]:
        """Prepare the removal of facts."""
        key = None if row.key is None else fit_key(row.key)
        yield ForgottenFacts(fit_key(row.policy), key, _column(row.category))

    def keep(self, row: Keep) -> Iterable[Prepared]:
        """Prepare a state of the gate."""
        yield kept_row(self._payloads.vault, row)

    def ask(self, row: Ask) -> Iterable[Prepared]:
        """Prepare a question."""
        known = self._secrets(row.approval.execution_id)
        yield asked_row(self._payloads, row, known)

    def answered(self, row: Answered) -> Iterable[Prepared]:
        """Prepare what became of a question."""
        known = self._secrets(row.approval.execution_id)
        yield answered_row(self._payloads, row, known)

    def _name(self, text: str | None) -> str | None:
        return None if text is None else fit(self._payloads.clean(text))

    def _event(self, row: Append | Later, plain: Any) -> EventRow:
        identity = row.execution_id
        known = self._secrets(identity)
        kind, path = clean(row.kind)[:MAX_KIND], clean(row.path)
        place = event_identity(identity, row.at, kind, path)
        packed, redacted = self._payloads.pack(plain, place, known)
        if redacted.found:
            self._known[identity] = known | redacted.found
        return EventRow(identity, row.at, kind, path, packed.text, packed.sealed)

    def _secrets(self, execution_id: str) -> frozenset[str]:
        if (known := self._known.get(execution_id)) is None:
            if (known := self._recall(execution_id)) is None:
                return frozenset()
            self._known[execution_id] = known
        return known


def event_identity(execution_id: str, at: int, kind: str, path: str) -> str:
    """Return what an event is sealed for."""
    return f"{execution_id}/{at}/{kind}/{path}"


def fact_identity(policy: str, key: str) -> str:
    """Return what a fact is sealed for."""
    return f"fact/{policy}/{key}"


def fit_key(text: str) -> str:
    """Return a text short enough for half of a key."""
    return fit(text, longest=128)


def _column(value: Any, name: str = "") -> Any:
    """Return a value as the column will give it back, for a hash is made of it."""
    match value:
        case None | bool():
            return value
        case datetime():
            return micros(value)
        case str():
            return fit(str(value))
        case int() if name not in _FLOATS:
            return int(value)
        case _:
            return float(value) if isfinite(value) else None


_HOW: Final[Mapping[type, Callable[[Preparer, Any], Iterable[Prepared]]]] = {
    Accept: Preparer.accept,
    Change: Preparer.change,
    Append: Preparer.append,
    Later: Preparer.later,
    Touch: Preparer.touch,
    Gap: Preparer.gap,
    PutFact: Preparer.put_fact,
    ForgetFact: Preparer.forget_fact,
    Keep: Preparer.keep,
    Ask: Preparer.ask,
    Answered: Preparer.answered,
}
