"""A loaded entry, the people of a home, and an agent that has to ask them."""

from datetime import timedelta
from typing import Any

from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
from homeassistant.core import Context, HomeAssistant, ServiceCall

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.model.approval import Approval
from custom_components.action_engine.engine.model.policy import HOUSEHOLD, Policy
from tests.engine.gate_home import ADULT, BOT, GUEST, LAMP, OWNER, SUPERVISED, UNLOCK
from tests.people import add_person

__all__ = ["ADULT", "BOT", "GUEST", "LAMP", "OWNER", "UNLOCK", "GateHouse"]

PEOPLE = (OWNER, ADULT, GUEST, BOT)
"""An administrator, two who are none, and the account of the agent, which is none either.
The owner and the adult are asked about what the agent wants."""


class GateHouse:
    """What somebody does, by calling actions, and what has happened."""

    def __init__(self, hass: HomeAssistant, engine: ActionEngine) -> None:
        """Let everybody move in."""
        self.hass = hass
        self.engine = engine
        self.calls: list[tuple[str, str]] = []
        """Services that were called, with their target."""

        for person in PEOPLE:
            add_person(hass, person, is_admin=person == OWNER)
        hass.states.async_set("light.hall", "off")
        hass.states.async_set("lock.front", "locked")
        for action in ("light.turn_on", "light.turn_off", "lock.unlock"):
            hass.services.async_register(*action.split("."), self._act)
        self.judge_by(HOUSEHOLD, SUPERVISED)

    def judge_by(self, *policies: Policy) -> None:
        """Put policies in force."""
        self.engine.gate.set_policies(policies)

    async def call(
        self, service: str, as_: str | None, *, response: bool = True, **data: Any
    ) -> Any:
        """Call an action of the engine as somebody."""
        return await self.hass.services.async_call(
            DOMAIN,
            service,
            data,
            blocking=True,
            context=Context(user_id=as_),
            return_response=response,
        )

    async def ask(self, *actions: Any, as_: str = BOT, **data: Any) -> dict[str, Any]:
        """Have something run as somebody, who reads the answer."""
        answer: dict[str, Any] = await self.call(
            "run", as_, actions=list(actions), **data
        )
        return answer

    def question(self) -> Approval:
        """Return the one question that is open."""
        (approval,) = self.engine.gate.pending()
        return approval

    async def idle(self) -> None:
        """Return when nothing is to come any more."""
        await self.hass.async_block_till_done(wait_background_tasks=True)

    async def token(self, person: str) -> str:
        """Return a token with which a program acts for somebody."""
        user = await self.hass.auth.async_get_user(person)
        assert user is not None
        refresh = await self.hass.auth.async_create_refresh_token(
            user,
            client_name=f"{person} {len(user.refresh_tokens)}",
            token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN,
            access_token_expiration=timedelta(days=1),
        )
        return self.hass.auth.async_create_access_token(refresh)

    async def _act(self, call: ServiceCall) -> None:
        target = call.data["entity_id"]
        first = target if isinstance(target, str) else target[0]
        self.calls.append((f"{call.domain}.{call.service}", first))
        states = {"turn_on": "on", "turn_off": "off", "unlock": "unlocked"}
        self.hass.states.async_set(first, states[call.service])
