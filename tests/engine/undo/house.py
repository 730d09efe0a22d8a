"""A house whose calls are written down, planned back and undone by the engine."""

import asyncio
from collections.abc import Iterable
from typing import Any

from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.components import demo
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.undo import (
    Conflict,
    Done,
    Snapshot,
    UndoPlan,
)
from custom_components.action_engine.engine.undo.compare import to_restore
from custom_components.action_engine.engine.undo.planning import plan_undo
from custom_components.action_engine.engine.undo.snapshot import take
from tests.engine.run.calls.home import Home


class House:
    """What a test acts on, and what was done to it."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Begin with nothing done."""
        self.hass = hass
        self.home = Home(hass)
        self.done: list[Done] = []

    async def furnish(self, monkeypatch, *domains: str) -> None:
        """Let Home Assistant's demo bring the devices of these domains."""
        platforms = [Platform(domain) for domain in domains]
        monkeypatch.setattr(
            demo, "COMPONENTS_WITH_CONFIG_ENTRY_DEMO_PLATFORM", platforms
        )
        entry = MockConfigEntry(domain="demo")
        entry.add_to_hass(self.hass)
        assert await async_setup_component(self.hass, "homeassistant", {})
        assert await self.hass.config_entries.async_setup(entry.entry_id)
        await self.hass.async_block_till_done()

    def look(self, entity_id: str) -> Snapshot:
        """Return what can be restored of an entity."""
        state = self.hass.states.get(entity_id)
        assert state is not None, entity_id
        return take(state)

    async def act(self, action: str, *entity_ids: str, **data: Any) -> None:
        """Make a call and write it down."""
        path = str(len(self.done))
        before = {one: self.look(one) for one in entity_ids}
        began = self.hass.loop.time()
        await self.by_hand(action, *entity_ids, **data)
        call = Done(
            path=path,
            action=action,
            data=data,
            entity_ids=entity_ids,
            before=before,
            after={one: self.look(one) for one in entity_ids},
            began=began,
            ended=self.hass.loop.time(),
        )
        self.done.append(call)

    async def by_hand(self, action: str, *entity_ids: str, **data: Any) -> None:
        """Make a call that nobody writes down."""
        domain, _, service = action.partition(".")
        target = {"entity_id": list(entity_ids)} if entity_ids else None
        await self.hass.services.async_call(
            domain, service, data, target=target, blocking=True
        )
        await self.hass.async_block_till_done()

    async def pass_time(self, seconds: float) -> None:
        """Let motors arrive; the clock of the test does not wait."""
        await asyncio.sleep(seconds)
        await self.hass.async_block_till_done()

    def plan(self, conflict: Conflict = Conflict.SKIP) -> UndoPlan:
        """Return what would undo all that was written down."""
        return plan_undo(self.done, self.hass.states.get, conflict=conflict)

    async def run(self, plan: UndoPlan) -> None:
        """Let the engine run the actions of a plan; each has to be seen to work."""
        result = await self.home.run(*plan.actions)
        assert result.error is None, repr(result.error)
        log = self.home.recorder.log
        failures = {one.path: one.error for one in log.records if one.error}
        assert not failures, failures
        assert not log.failed

    def missed(self, before: Iterable[Snapshot]) -> dict[str, Any]:
        """Return what is not back, by entity: what it should be and what it is."""
        missed = {}
        for one in before:
            here = self.look(one.entity_id)
            if names := to_restore(one, here):
                missed[one.entity_id] = (names, one, here)
        return missed
