"""What can be asked over REST and WebSocket: one table for both.

Whoever asks is let in by ``admit``, as somebody who sees what he may, and no more often
than he may. What he gets is the answer of the function in the table.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.util.hass_dict import HassKey

from . import (
    approvals_api,
    desk_api,
    executions_api,
    figures_api,
    gate_api,
    settings_api,
    steering_api,
    try_api,
)
from .api_errors import TooManyRequestsError
from .asking import Asker
from .const import DOMAIN
from .rights import sight_of
from .runtime import loaded_engine
from .token_bucket import TokenBuckets

MOST_BYTES: Final = 64 * 1024
"""Of the data of one command."""

READS_A_MINUTE: Final = 300
WRITES_A_MINUTE: Final = 60
"""Of each user."""

type Ask = Callable[[Asker, Mapping[str, Any]], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be asked."""

    ask: Ask
    writes: bool = False
    """It does something, or costs as much."""


COMMANDS: Final[Mapping[str, Command]] = {
    "run": Command(executions_api.run, writes=True),
    "list_executions": Command(executions_api.list_executions),
    "get_execution": Command(executions_api.get_execution),
    "cancel": Command(executions_api.cancel, writes=True),
    "rollback": Command(executions_api.rollback, writes=True),
    "pause": Command(steering_api.pause, writes=True),
    "resume": Command(steering_api.resume, writes=True),
    "repeat": Command(steering_api.repeat, writes=True),
    "retry_from": Command(steering_api.retry_from, writes=True),
    "verify_journal": Command(steering_api.verify_journal, writes=True),
    "assess": Command(gate_api.assess, writes=True),
    "check": Command(try_api.check, writes=True),
    "approve": Command(gate_api.approve, writes=True),
    "reject": Command(gate_api.reject, writes=True),
    "list_approvals": Command(approvals_api.list_approvals),
    "list_answers": Command(approvals_api.list_answers),
    "get_proposal": Command(approvals_api.get_proposal),
    "list_grants": Command(gate_api.list_grants),
    "revoke_grant": Command(gate_api.revoke_grant, writes=True),
    "figures": Command(figures_api.figures),
    "settings": Command(settings_api.settings),
    "run_plan": Command(desk_api.run_plan, writes=True),
    "ask": Command(desk_api.ask, writes=True),
    "process_response": Command(desk_api.process_response, writes=True),
}


class Turns:
    """How often each user has asked of late; longer than an entry is loaded."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.reads = TokenBuckets(READS_A_MINUTE)
        self.writes = TokenBuckets(WRITES_A_MINUTE)


_TURNS: HassKey[Turns] = HassKey(f"{DOMAIN}_turns")


@callback
def admit(hass: HomeAssistant, user: User, *, writes: bool) -> Asker:
    """Return a user as somebody who may ask now.

    Raises ``TooManyRequestsError``, or ``ServiceValidationError`` while nothing is loaded.
    """
    turns = hass.data.setdefault(_TURNS, Turns())
    buckets = turns.writes if writes else turns.reads
    if seconds := buckets.take(user.id, monotonic()):
        raise TooManyRequestsError(seconds)
    engine = loaded_engine(hass)
    return Asker(
        hass=hass,
        engine=engine,
        context=Context(user_id=user.id),
        sight=sight_of(user, engine.gate.policies),
    )
