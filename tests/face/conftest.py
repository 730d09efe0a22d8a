"""A Home Assistant with the integration loaded, and services to act on."""

import asyncio
from dataclasses import dataclass, field

import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_fire_time_changed,
)

from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.const import DOMAIN
from tests.face.gate_house import GateHouse
from tests.face.guarded import GuardedHome
from tests.face.lives import crash, live_again

OPTIONS = {
    "execution": {"workers": 2, "max_queue": 2000, "timeout": 0},
    "retry": {"max_retries": 0},
    "verification": {"verify": False},
}


@pytest.fixture(autouse=True)
def _custom_integrations(request):
    """As for all tests, but after the recorder, which wants to be there before hass."""
    if "recorder_mock" in request.fixturenames:
        request.getfixturevalue("recorder_mock")
    if "hass" in request.fixturenames:
        request.getfixturevalue("enable_custom_integrations")


@pytest.fixture
def options():
    """Return what the owner has set: no second attempts, nothing to look at afterwards."""
    return OPTIONS


@pytest.fixture
async def entry(hass, options):
    """Return the loaded entry."""
    entry = MockConfigEntry(domain=DOMAIN, title="Action Engine", options=options)
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    return entry


@pytest.fixture
def engine(entry):
    """Return the engine of the loaded entry."""
    return entry.runtime_data.engine


@pytest.fixture
def keeper(entry):
    """Return who looks after the journal."""
    return entry.runtime_data.keeper


@dataclass
class Home:
    """Three services: one that works, one that fails, one that waits to be let go."""

    calls: list[ServiceCall] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    worked: asyncio.Event = field(default_factory=asyncio.Event)

    def register(self, hass: HomeAssistant) -> None:
        """Register ``home.work``, ``home.fail`` and ``home.wait``."""
        hass.services.async_register("home", "work", self.work)
        hass.services.async_register("home", "fail", self._fail)
        hass.services.async_register("home", "wait", self._wait)

    async def work(self, call: ServiceCall) -> None:
        """Do as ``home.work`` does."""
        self.calls.append(call)
        self.worked.set()

    async def _fail(self, call: ServiceCall) -> None:
        self.calls.append(call)
        raise HomeAssistantError("the cable is cut")

    async def _wait(self, call: ServiceCall) -> None:
        self.calls.append(call)
        self.entered.set()
        await self.gate.wait()


@pytest.fixture
def home(hass):
    """Return services to act on, and what they were called with."""
    home = Home()
    home.register(hass)
    return home


@pytest.fixture
def run(hass, entry, home):
    """Call ``action_engine.run``."""
    assert home.calls == []

    async def call(*actions, response=True, context=None, **data):
        if actions:
            data["actions"] = [{"action": f"home.{name}"} for name in actions]
        return await hass.services.async_call(
            entry.domain,
            "run",
            data,
            blocking=True,
            context=context,
            return_response=response,
        )

    return call


@pytest.fixture
def call(hass, entry):
    """Call one of the other actions."""

    async def call(service, *, response=True, context=None, **data):
        return await hass.services.async_call(
            entry.domain,
            service,
            data,
            blocking=True,
            context=context,
            return_response=response,
        )

    return call


@pytest.fixture
async def doubtful(hass, entry, run, home):
    """Return the id of an execution that a crash left in the middle of a call.

    ``home.wait`` went out with a message, nothing came back, and ``home.work`` was to
    follow. The entry is loaded again; nothing has been called since.
    """
    actions = [
        {"action": "home.wait", "data": {"message": "open", "pin": "4711"}},
        {"action": "home.work"},
    ]
    accepted = await run(actions=actions, wait=False, name="Doors")
    await home.entered.wait()
    await crash(hass, entry, home.gate.set)
    home.calls.clear()
    await live_again(hass, entry)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert home.calls == []
    return accepted["execution_id"]


@pytest.fixture
def house(hass, engine):
    """Return a home whose people are asked about all that its agent wants."""
    return GateHouse(hass, engine)


@pytest.fixture
async def guarded(hass, entry):
    """Return a home with people, and an agent that asks about everything."""
    home = GuardedHome(hass, entry)
    await home.idle()
    return home


@pytest.fixture
def engine_now(entry):
    """Return the engine of this life of the entry; another one after every restart."""
    return lambda: entry.runtime_data.engine


@pytest.fixture
async def plain_user(hass_read_only_user):
    """Return a user who is no administrator."""
    assert not hass_read_only_user.is_admin
    return hass_read_only_user


@pytest.fixture
def beat(hass, freezer):
    """Let the time pass after which entities may write again."""

    async def pass_time():
        freezer.tick(1)
        async_fire_time_changed(hass)
        await hass.async_block_till_done()

    return pass_time
