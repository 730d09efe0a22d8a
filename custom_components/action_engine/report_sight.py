"""What of the past a report may tell, and who may have it put somewhere."""

from homeassistant.exceptions import Unauthorized

from .asking import Asker
from .engine.errors import ExecutionNotFoundError
from .engine.model.stored import Sight
from .rights import require_admin

_NOBODY = ""


def report_sight(asker: Asker) -> Sight | None:
    """Return what somebody sees; None: everything.

    A run that is not trusted sees what was asked for under its own policy, whoever's
    account it uses: what the owner may read, a language model may not tell others.
    """
    policy = _untrusted_policy(asker)
    if policy is None:
        return asker.sight
    if asker.sight is None or policy in asker.sight.policies:
        return Sight(user_id=_NOBODY, policies=frozenset({policy}))
    return Sight(user_id=asker.sight.user_id)


async def require_leave_to_deliver(asker: Asker) -> None:
    """Raise ``Unauthorized`` for whoever may not put a report somewhere.

    A run that is not trusted takes the answer, and delivers it by a step of its own, so
    that the gate can look at it.
    """
    if _untrusted_policy(asker) is not None:
        raise Unauthorized(context=asker.context)
    await require_admin(asker.hass, asker.context)


def _untrusted_policy(asker: Asker) -> str | None:
    """Return the policy of the run that asks, None if it is trusted or no run at all."""
    try:
        execution = asker.engine.get(asker.context.id)
    except ExecutionNotFoundError:
        return None
    leave = None if execution.pinned is None else execution.pinned.leave
    if leave is None:
        return None
    trusted = {policy.id for policy in asker.engine.gate.policies if policy.trusted}
    return None if leave.policy in trusted else leave.policy
