"""Who may look into the past, and change what comes of it.

Home Assistant checks nothing when an action of an integration is called. Whoever is no
administrator gets to know only what he asked for himself. Automations and other calls
without a user are of the owner's making, and may do everything.
"""

from homeassistant.auth.permissions.const import POLICY_READ
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import Unauthorized, UnknownUser


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
