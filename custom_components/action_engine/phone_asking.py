"""Asks people on their phones, and takes the answers.

Everything that reaches the bus can be made up, so an answer counts only if three things
come together: it carries the secret of a notification that was sent, it was fired by the
app of the person whom that was sent to, and it came from outside. Nothing of this survives
a restart: then the buttons do nothing, and the question is answered in the panel.
"""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import Context, Event, EventOrigin, HomeAssistant, callback

from .const import APPROVALS_PAGE
from .engine.engine import Gatekeeper
from .engine.errors import ActionEngineError
from .engine.model.approval import Approval, Consent
from .engine.model.impact import Risk
from .nonces import Nonces
from .phone_words import question_of, title_of
from .phones import CLEAR, Notification, phones_by_person, send
from .policies import policy_name

EVENT_PRESSED: Final = "mobile_app_notification_action"
"""Fired by the app; Home Assistant's part of it has no name for this event."""

APPROVE: Final = "AE_APPROVE_"
REJECT: Final = "AE_REJECT_"
"""What the names of the buttons begin with; the secret follows."""


class Asking:
    """Lives as long as the entry is loaded."""

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry, gate: Gatekeeper
    ) -> None:
        """Ask nobody yet."""
        self._hass = hass
        self._entry = entry
        self._gate = gate
        self._nonces = Nonces()
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._unsubscribe = (
            gate.on_approval(self._told),
            hass.bus.async_listen(EVENT_PRESSED, self._pressed),
        )

    @callback
    def stop(self) -> None:
        """Ask nobody any more, and take no answers."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    @callback
    def _told(self, approval: Approval) -> None:
        if not approval.is_open:
            self._nonces.forget(approval.id)
            self._do(self._clear(approval))
        elif not approval.agreed:
            self._under_way[approval.id] = self._do(self._ask(approval))

    async def _ask(self, approval: Approval) -> None:
        for person, phones in (await self._reachable(approval)).items():
            await send(self._hass, phones, self._question(approval, person))

    async def _clear(self, approval: Approval) -> None:
        """Take the question back from everybody who may have been asked."""
        if (ask := self._under_way.pop(approval.id, None)) is not None:
            # Else what is still on its way would arrive after it was taken back.
            await asyncio.wait([ask])
            self._nonces.forget(approval.id)
        note = Notification(message=CLEAR, data={"tag": approval.id})
        for phones in (await self._reachable(approval)).values():
            await send(self._hass, phones, note)

    async def _reachable(self, approval: Approval) -> dict[str, list[str]]:
        """Return the phones of those who may answer a question."""
        return {
            person: phones
            for person, phones in phones_by_person(self._hass).items()
            if await self._gate.may_answer(person, approval)
        }

    def _question(self, approval: Approval, person: str) -> Notification:
        return Notification(
            title=title_of(approval, policy_name(self._gate, approval.policy)),
            message=question_of(self._hass, approval),
            data={**_LOOKS, "tag": approval.id, **self._buttons(approval, person)},
        )

    def _buttons(self, approval: Approval, person: str) -> dict[str, Any]:
        """Return the buttons; what is critical has none, whoever holds the phone."""
        if approval.risk is Risk.CRITICAL:
            return {}
        nonce = self._nonces.issue(approval.id, person)
        approve = {"title": "Approve", "authenticationRequired": True}
        reject = {"title": "Reject", "destructive": True}
        return {
            "actions": [
                {"action": f"{APPROVE}{nonce}", **approve},
                {"action": f"{REJECT}{nonce}", **reject},
            ]
        }

    @callback
    def _pressed(self, event: Event[Mapping[str, Any]]) -> None:
        person = event.context.user_id
        if event.origin is not EventOrigin.remote or person is None:
            return
        action = str(event.data.get("action"))
        for prefix in (APPROVE, REJECT):
            nonce = action.removeprefix(prefix)
            if nonce != action and (about := self._nonces.redeem(nonce, person)):
                self._do(self._answer(about, person, agrees=prefix is APPROVE))

    async def _answer(self, approval_id: str, person: str, *, agrees: bool) -> None:
        # That of the event is the event's; the gate hears whose answer it is.
        context = Context(user_id=person)
        try:
            if agrees:
                consent = Consent(approval_id=approval_id, context=context)
                await self._gate.approve(consent)
            else:
                await self._gate.reject(approval_id, context)
        except ActionEngineError as error:
            note = Notification(message=str(error), data={"tag": approval_id})
            phones = phones_by_person(self._hass).get(person, ())
            await send(self._hass, phones, note)

    def _do(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return self._entry.async_create_task(self._hass, work, "action_engine asking")


_LOOKS: Final = {
    "url": APPROVALS_PAGE,
    "clickAction": APPROVALS_PAGE,
    # At once, also while the phone sleeps.
    "ttl": 0,
    "priority": "high",
}
"""The link under two names: one of the two systems knows each."""
