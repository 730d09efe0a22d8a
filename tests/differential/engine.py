"""Runs a sequence through the engine's plan and interpreter, with nothing added."""

from collections.abc import Callable

from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.typing import UNDEFINED

from .observation import UNSET, Ending, Result
from .observe import Job
from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.notes import NoteKind
from custom_components.action_engine.engine.model.settings import RunSettings
from custom_components.action_engine.engine.plan.compile import async_compile
from custom_components.action_engine.engine.run.interpreter import async_interpret
from custom_components.action_engine.engine.run.memory import Memory
from custom_components.action_engine.engine.run.service_facts import ServiceFacts


async def async_run_engine(job: Job) -> Result:
    """Run a job through the engine; refused if the plan cannot be made."""
    return await _async_run(job, None)


async def async_run_engine_noting(job: Job) -> Result:
    """Do the same while everything that a later life would need is written down."""
    return await _async_run(job, Memory(_Notebook()))


class _Notebook:
    """Takes every note, and is always up to date."""

    def write(self, key: str, kind: NoteKind, value: object) -> None:
        """Forget it."""

    def write_later(self, key: str, kind: NoteKind, make: Callable[[], object]) -> None:
        """Forget it."""

    async def settled(self) -> None:
        """Return at once."""


async def _async_run(job: Job, memory: Memory | None) -> Result:
    hass = job.world.hass
    try:
        plan = await async_compile(hass, Draft(actions=cv.ensure_list(job.actions)))
    except InvalidActionError:
        return Result(ending=Ending.REFUSED)
    facts = ServiceFacts(hass)
    try:
        ran = await async_interpret(
            hass,
            plan,
            variables=job.variables,
            context=job.context,
            settings=RunSettings.native(),
            facts=facts,
            memory=memory,
        )
    finally:
        facts.close()
        plan.unload()
    ending = Ending(ran.ending)
    if ending is Ending.ERROR:
        return Result(ending=ending, error=ran.error)
    return Result(
        ending=ending,
        variables=ran.variables,
        response=ran.response,
        conversation=UNSET
        if ran.conversation_response is UNDEFINED
        else ran.conversation_response,
    )
