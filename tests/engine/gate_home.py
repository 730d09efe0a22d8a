"""A home with three people, an agent's account, a lock and a lamp, and an engine."""

from dataclasses import replace
from typing import Any

from homeassistant.core import Context, HomeAssistant, ServiceCall

from custom_components.action_engine.engine.engine import ActionEngine, Execution
from custom_components.action_engine.engine.model.approval import Approval, Consent
from custom_components.action_engine.engine.model.caller import Agent
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    Applies,
    Policy,
    SafetyMode,
)
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from tests.people import add_person

OWNER, ADULT, GUEST, BOT = "owner", "adult", "guest", "bot"

UNLOCK = {"action": "lock.unlock", "target": {"entity_id": "lock.front"}}
LAMP = {"action": "light.turn_on", "target": {"entity_id": "light.hall"}}

SUPERVISED = replace(
    AGENTS,
    applies=Applies(users=frozenset({BOT}), agents=True),
    enabled=True,
    approvers=frozenset({OWNER, ADULT}),
)
"""Asks a person about everything."""

FREE = replace(
    SUPERVISED,
    approval_required=False,
    canary_percentage=100,
    safety_mode=SafetyMode.PERMISSIVE,
    ask_first_use=False,
    auto_approval_threshold=0.0,
    max_per_hour=None,
    max_per_day=None,
)
"""Lets run what is not critical."""


class GateHome:
    """What a test does as somebody, and what has happened."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Furnish it."""
        self.hass = hass
        self.calls: list[tuple[str, str]] = []
        """Services that were called, with their first target."""

        self.engine: ActionEngine
        self._policies: tuple[Policy, ...] = (HOUSEHOLD, SUPERVISED)
        for person in (OWNER, ADULT, GUEST, BOT):
            add_person(hass, person, is_admin=person == OWNER)
        for entity_id, state in STATES.items():
            hass.states.async_set(entity_id, state)
        for action in SERVICES:
            hass.services.async_register(*action.split("."), self.called)

    async def open(self) -> None:
        """Begin a life of the engine."""
        self.engine = await ActionEngine.async_open(self.hass, EngineOptions())
        self.engine.gate.set_policies(self._policies)

    async def restart(self) -> None:
        """End the life of the engine, and begin the next one."""
        await self.engine.stop()
        await self.open()
        await self.engine.record.recover(self.engine.options)

    def judge_by(self, *policies: Policy) -> None:
        """Put other policies in force."""
        self._policies = policies
        self.engine.gate.set_policies(policies)

    async def ask(
        self, *actions: Any, as_: str | None = BOT, agent: bool = False, **more: Any
    ) -> Execution:
        """Ask for something as somebody, and wait for the end."""
        request = Request(
            source=Source(kind=SourceKind.ACTIONS, value=list(actions)),
            context=Context(user_id=as_),
            agent=Agent(assistant="conversation") if agent else None,
            **more,
        )
        execution = await self.engine.run(request)
        assert isinstance(execution, Execution)
        return execution

    async def ask_yaml(self, text: str) -> None:
        """Ask for something in the form of a text, as the agent."""
        source = Source(kind=SourceKind.YAML, value=text)
        await self.engine.run(Request(source=source, context=Context(user_id=BOT)))

    async def approve(
        self, approval: Approval, as_: str = OWNER, **more: Any
    ) -> Approval:
        """Say yes as somebody."""
        context = Context(user_id=as_)
        return await self.engine.gate.approve(
            Consent(approval_id=approval.id, context=context, **more)
        )

    async def reject(self, approval: Approval, as_: str = OWNER) -> Approval:
        """Say no as somebody."""
        context = Context(user_id=as_)
        return await self.engine.gate.reject(approval.id, context, "not now")

    @property
    def question(self) -> Approval:
        """The one question that is open."""
        (approval,) = self.engine.gate.pending()
        return approval

    async def idle(self) -> None:
        """Return when nothing is to come any more."""
        await self.hass.async_block_till_done(wait_background_tasks=True)

    async def state(self, execution: Execution) -> str:
        """Return what the journal says of an execution."""
        await self.engine.settled()
        account = await self.engine.record.get(execution.id)
        state: str = account["state"]
        return state

    async def called(self, call: ServiceCall) -> None:
        """Note that a service was called, and do as it says."""
        targets = call.data.get("entity_id", ["-"])
        first = targets if isinstance(targets, str) else targets[0]
        self.calls.append((f"{call.domain}.{call.service}", first))
        if (state := EFFECTS.get(call.service)) is not None:
            for entity_id in [targets] if isinstance(targets, str) else targets:
                self.hass.states.async_set(entity_id, state)


STATES = {
    "lock.front": "locked",
    "lock.back": "locked",
    "light.hall": "off",
    "light.attic": "off",
    "input_select.door": "lock.front",
}
SERVICES = (
    "lock.unlock",
    "lock.lock",
    "light.turn_on",
    "light.turn_off",
    "notify.phone",
)
EFFECTS = {"unlock": "unlocked", "lock": "locked", "turn_on": "on", "turn_off": "off"}
