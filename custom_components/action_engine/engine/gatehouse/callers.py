"""Finds out who asks: a person, an automation, a script, or a language model."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from homeassistant.components.automation import EVENT_AUTOMATION_TRIGGERED
from homeassistant.components.script import EVENT_SCRIPT_STARTED
from homeassistant.const import ATTR_ENTITY_ID
from homeassistant.core import Context, Event, HomeAssistant, callback, split_entity_id
from homeassistant.helpers import device_registry as dr, entity_registry as er

from ..errors import RequestDeniedError
from ..model.caller import SYSTEM, Agent, Caller, CallerKind
from ..model.pinned import Pinned
from ..model.request import Request

REMEMBERED: Final = 2_000
"""Runs of automations and scripts of which it is known which context they have."""

_BY_DOMAIN: Final = {
    "automation": CallerKind.AUTOMATION,
    "script": CallerKind.SCRIPT,
}


class Callers:
    """Knows which automation or script a context belongs to."""

    def __init__(
        self, hass: HomeAssistant, inherited: Callable[[str], Caller | None]
    ) -> None:
        """``inherited`` returns on whose behalf the execution with an id runs.

        What a run asks for, it asks for on behalf of whoever had asked for the run: a
        language model must not become somebody else by asking twice.
        """
        self._hass = hass
        self._inherited = inherited
        self._runs: OrderedDict[str, str] = OrderedDict()
        listen = hass.bus.async_listen
        self._unsubscribe = (
            listen(EVENT_AUTOMATION_TRIGGERED, self._began),
            listen(EVENT_SCRIPT_STARTED, self._began),
        )

    async def identify(self, request: Request) -> Caller:
        """Return who asks."""
        return (await self.behind(request.context, request.agent))[0]

    async def behind(
        self, context: Context, agent: Agent | None = None
    ) -> tuple[Caller, bool]:
        """Return who makes a call, and whether a run of the engine makes it for him.

        ``agent`` is the language model that speaks, where that is known.
        """
        parent = self._inherited(context.id)
        if parent is not None and (parent.is_agent or agent is None):
            return parent, True
        if parent is not None:
            # A model that a run asks is no more trusted than any other.
            caller = replace(parent, kind=CallerKind.AGENT, agent=agent)
            return await refreshed(self._hass, caller), True
        caller = self._of_context(context)
        if agent is not None:
            caller = replace(caller, kind=CallerKind.AGENT, agent=agent)
        return await refreshed(self._hass, caller), False

    def automated(self, context: Context) -> bool:
        """Tell whether an automation, a script or an execution acts, and no person."""
        return (
            context.user_id is None
            or context.parent_id is not None
            or context.id in self._runs
            or self._inherited(context.id) is not None
        )

    @callback
    def close(self) -> None:
        """Listen no more."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    @callback
    def _began(self, event: Event[Any]) -> None:
        # A script within a script has the same context: whoever began counts.
        self._runs.setdefault(event.context.id, event.data[ATTR_ENTITY_ID])
        if len(self._runs) > REMEMBERED:
            self._runs.popitem(last=False)

    def _of_context(self, context: Context) -> Caller:
        entity_id = self._runs.get(context.id)
        if entity_id is None:
            if context.user_id is None:
                return SYSTEM
            return Caller(kind=CallerKind.PERSON, user_id=context.user_id)
        kind = _BY_DOMAIN.get(split_entity_id(entity_id)[0], CallerKind.SYSTEM)
        if context.user_id is not None:
            kind = CallerKind.PERSON
        return Caller(
            kind=kind,
            user_id=context.user_id,
            entity_id=entity_id,
            labels=labels_of(self._hass, entity_id),
        )


async def refreshed(hass: HomeAssistant, caller: Caller) -> Caller:
    """Return a caller as he stands today: he may have been removed, or demoted."""
    if caller.user_id is None:
        return caller
    user = await hass.auth.async_get_user(caller.user_id)
    return replace(
        caller,
        is_admin=user is not None and user.is_admin,
        is_active=user is not None and user.is_active,
    )


def labels_of(hass: HomeAssistant, entity_id: str) -> frozenset[str]:
    """Return the labels of an entity and of its device."""
    entry = er.async_get(hass).async_get(entity_id)
    if entry is None:
        return frozenset()
    device = entry.device_id and dr.async_get(hass).async_get(entry.device_id)
    return frozenset(entry.labels | (device.labels if device else set()))


async def as_of_today(hass: HomeAssistant, pinned: Pinned) -> Pinned:
    """Return a request with its caller as he stands today.

    Raises ``RequestDeniedError`` if his account was removed or switched off since: what
    runs in a name has to have somebody behind it.
    """
    if (user_id := pinned.request.context.user_id) is not None:
        user = await hass.auth.async_get_user(user_id)
        if user is None or not user.is_active:
            raise RequestDeniedError(
                name=pinned.request.name or "The run",
                execution_id="",
                reason="the user who asked was removed or switched off",
            )
    if (leave := pinned.leave) is None:
        return pinned
    caller = await refreshed(hass, leave.caller)
    return replace(pinned, leave=replace(leave, caller=caller))
