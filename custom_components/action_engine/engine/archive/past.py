"""An execution of which only the record is left."""

from dataclasses import dataclass
from typing import Any

from ..model.state import ENDED, ExecutionState
from ..model.stored import StoredExecution
from ..model.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSummary:
    """The account that was written down at its end."""

    success: bool
    name: str
    state: ExecutionState
    error: dict[str, Any] | None
    account: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Return it as it was written down."""
        return self.account


@dataclass(frozen=True, slots=True, kw_only=True)
class PastExecution:
    """Answers for an execution as ``Execution`` does; nothing of it can change."""

    id: str
    name: str
    state: ExecutionState
    summary: PastSummary

    @property
    def is_ended(self) -> bool:
        """Nothing more happens by itself."""
        return self.state in ENDED


def account_for_journal(summary: Summary) -> dict[str, Any]:
    """Return an account as it is written down.

    The code of its error is in a column of its own: under that name it would be taken
    for one that opens a door, and hidden together with every word that is the same.
    """
    account = summary.as_dict()
    if (error := summary.error) is not None:
        account["error"] = {key: one for key, one in error.items() if key != "code"}
    return account


def account_of(stored: StoredExecution) -> dict[str, Any]:
    """Return the account that was written down at the end; empty if there is none."""
    account = dict(stored.result) if isinstance(stored.result, dict) else {}
    if isinstance(error := account.get("error"), dict):
        account["error"] = {"code": stored.error_code, **error}
    return account


def past(stored: StoredExecution) -> PastExecution:
    """Return a row of the journal as an execution."""
    account = account_of(stored)
    summary = PastSummary(
        success=bool(stored.success),
        name=stored.name,
        state=stored.state,
        error=account.get("error"),
        account={"execution_id": stored.id, "state": stored.state.value, **account},
    )
    return PastExecution(
        id=stored.id, name=stored.name, state=stored.state, summary=summary
    )
