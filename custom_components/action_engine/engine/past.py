"""An execution of which only the record is left."""

from dataclasses import dataclass
from typing import Any

from .model.state import ENDED, ExecutionState
from .model.stored import StoredExecution


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


def past(stored: StoredExecution) -> PastExecution:
    """Return a row of the journal as an execution."""
    account = stored.result if isinstance(stored.result, dict) else {}
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
