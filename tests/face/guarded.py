"""A loaded entry in a home with people, an agent's account, and phones."""

from collections import defaultdict
from typing import Any

from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.core import Context, EventOrigin, HomeAssistant, ServiceCall
from homeassistant.helpers import issue_registry as ir

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.phone_asking import EVENT_PRESSED
from tests.engine.gate_home import SUPERVISED, GateHome


class GuardedHome(GateHome):
    """What a test does as somebody, and what phones were sent."""

    def __init__(self, hass: HomeAssistant, entry: MockConfigEntry) -> None:
        """Furnish it, and let an agent in that asks a person about everything."""
        super().__init__(hass)
        self.entry = entry
        self.engine = entry.runtime_data.engine
        self.sent: dict[str, list[dict[str, Any]]] = defaultdict(list)
        """What each phone was sent, by the name of the phone."""

        self.judge_by(HOUSEHOLD, SUPERVISED)

    def add_phone(self, name: str, person: str) -> None:
        """Give somebody a phone with the app."""
        data = {"device_name": name, "user_id": person}
        MockConfigEntry(domain="mobile_app", data=data).add_to_hass(self.hass)

        async def push(call: ServiceCall) -> None:
            self.sent[name].append(dict(call.data))

        self.hass.services.async_register("notify", f"mobile_app_{name}", push)

    def buttons(self, name: str) -> dict[str, str]:
        """Return what the buttons of the last notification on a phone would fire."""
        actions = self.sent[name][-1]["data"].get("actions", [])
        return {one["title"]: one["action"] for one in actions}

    async def press(
        self,
        action: str,
        context: Context,
        origin: EventOrigin = EventOrigin.remote,
    ) -> None:
        """Fire what an app fires when a button is pressed."""
        self.hass.bus.async_fire(EVENT_PRESSED, {"action": action}, origin, context)
        await self.idle()

    def issues(self) -> dict[str, ir.IssueEntry]:
        """Return the issues of the engine by id."""
        known = ir.async_get(self.hass).issues
        return {
            issue: one for (domain, issue), one in known.items() if domain == DOMAIN
        }
