"""What of that which happens somebody sees, looked at anew each time.

Rights may change while somebody watches: what he saw a minute ago he may not see now.
"""

from collections.abc import Callable, Mapping
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import callback

from .asking import Asker
from .engine.engine import ActionEngine, Execution
from .engine.errors import ExecutionNotFoundError
from .engine.model.approval import Approval
from .feed import Listener
from .rights import sight_of
from .seen_questions import seen_question, sees_question


def seen_executions(asker: Asker) -> list[Execution]:
    """Return the open and the recent executions that somebody sees, the newest last."""
    sight = asker.sight
    return [
        one
        for one in asker.engine.executions
        if sight is None or sight.covers(one.request.context.user_id, _policy_of(one))
    ]


def seen_moves(
    engine: ActionEngine, user: User, listener: Listener
) -> Callable[[], None]:
    """Call the listener with every move and every step that a user sees."""

    @callback
    def tell(event: Mapping[str, Any]) -> None:
        if user.is_admin or _sees_execution(engine, user, event["execution_id"]):
            listener(event)

    return engine.watch(tell)


def seen_approvals(
    engine: ActionEngine, user: User, listener: Listener
) -> Callable[[], None]:
    """Call the listener with every question that a user sees, and with its answer.

    Also, without saying more, when something allowed in advance was taken back.
    """

    @callback
    def tell(approval: Approval) -> None:
        if not user.is_active:
            return
        sight = sight_of(user, engine.gate.policies)
        if sees_question(sight, approval):
            listener({"kind": "approval"} | seen_question(sight, approval))

    @callback
    def tell_revoked() -> None:
        listener({"kind": "grant"})

    ends = engine.gate.on_approval(tell), engine.gate.on_revoked(tell_revoked)

    def end() -> None:
        for one in ends:
            one()

    return end


def _sees_execution(engine: ActionEngine, user: User, execution_id: str) -> bool:
    try:
        execution = engine.get(execution_id)
    except ExecutionNotFoundError:
        return False
    if not user.is_active:
        return False
    sight, asker = sight_of(user, engine.gate.policies), execution.request.context
    return sight is None or sight.covers(asker.user_id, _policy_of(execution))


def _policy_of(execution: Execution) -> str | None:
    """Return the policy under which an execution runs; known after a restart, too."""
    if execution.verdict is not None:
        return execution.verdict.policy
    pinned = execution.pinned
    return None if pinned is None or pinned.leave is None else pinned.leave.policy
