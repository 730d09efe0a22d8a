"""Who may look into the past, and change what comes of it.

Home Assistant checks nothing when an action of an integration is called. Whoever is no
administrator gets to know only what he asked for himself. Automations and other calls
without a user are of the owner's making, and may do everything.
"""

from collections.abc import Iterable

from homeassistant.auth.models import User
from homeassistant.auth.permissions.const import POLICY_READ
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import Unauthorized, UnknownUser

from .engine.model.policy import Policy
from .engine.model.stored import Sight


async def limited_to(hass: HomeAssistant, context: Context) -> str | None:
    """Return the id of a user who may deal with his own executions only, else None.

    Raises ``UnknownUser`` for one that is not there any more.
    """
    if context.user_id is None:
        return None
    user = await hass.auth.async_get_user(context.user_id)
    if user is None:
        raise UnknownUser(context=context)
    return None if user.is_admin else user.id


def sight_of(user: User, policies: Iterable[Policy]) -> Sight | None:
    """Return what a user sees; None for administrators, who see everything.

    Others see what they have asked for, and what is asked for under policies about which
    they are asked.
    """
    if user.is_admin:
        return None
    asked = (one.id for one in policies if user.id in one.approvers)
    return Sight(user_id=user.id, policies=frozenset(asked))


async def require_admin(hass: HomeAssistant, context: Context) -> None:
    """Raise ``Unauthorized`` for a user who is no administrator."""
    if await limited_to(hass, context) is not None:
        raise _unauthorized(context)


async def require_own(hass: HomeAssistant, context: Context, owner: str | None) -> None:
    """Raise ``Unauthorized`` for a user who is neither ``owner`` nor administrator."""
    if await limited_to(hass, context) not in (None, owner):
        raise _unauthorized(context)


def _unauthorized(context: Context) -> Unauthorized:
    return Unauthorized(
        context=context, permission=POLICY_READ, perm_category="action_engine_history"
    )
