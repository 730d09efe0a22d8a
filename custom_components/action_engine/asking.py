"""Who asks something of this integration, by whichever way: one record for all of them."""

from dataclasses import dataclass

from homeassistant.core import Context, HomeAssistant, ServiceCall
from homeassistant.exceptions import UnknownUser

from .engine.engine import ActionEngine
from .engine.errors import ExecutionNotFoundError
from .engine.model.stored import Sight
from .rights import sight_of
from .runtime import loaded_engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Somebody who asks, and what of the past he sees."""

    hass: HomeAssistant
    engine: ActionEngine
    context: Context
    sight: Sight | None
    """None: everything."""

    async def check_seen(self, execution_id: str) -> None:
        """Raise for an execution that is none of his business, as if it were not there."""
        if self.sight is None:
            return
        if not await self.engine.record.is_seen(execution_id, self.sight):
            raise ExecutionNotFoundError(execution_id=execution_id)


async def asker_of(call: ServiceCall) -> Asker:
    """Return who has called an action.

    Automations and other calls without a user are of the owner's making, and see
    everything.
    """
    engine, context, sight = loaded_engine(call.hass), call.context, None
    if context.user_id is not None:
        user = await call.hass.auth.async_get_user(context.user_id)
        if user is None:
            raise UnknownUser(context=context)
        sight = sight_of(user, engine.gate.policies)
    return Asker(hass=call.hass, engine=engine, context=context, sight=sight)
