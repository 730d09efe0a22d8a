"""Runs a sequence through Home Assistant's own ``Script``."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

import voluptuous as vol

from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import config_validation as cv, script as native
from homeassistant.helpers.trace import script_execution_get, trace_clear
from homeassistant.helpers.typing import UNDEFINED

from .observation import UNSET, Ending, Result
from .observe import Job

_HALTS: Final[dict[type[Exception], Ending]] = {
    native._StopScript: Ending.STOPPED,  # noqa: SLF001 - there is no public way
    native._ConditionFail: Ending.CONDITION,  # noqa: SLF001 - there is no public way
    native._AbortScript: Ending.ABORTED,  # noqa: SLF001 - there is no public way
}

_SAYS: Final[dict[Ending, str]] = {
    Ending.FINISHED: "finished",
    Ending.STOPPED: "finished",
    Ending.CONDITION: "aborted",
    Ending.ABORTED: "aborted",
}
"""What the trace of a native run says, which knows less than ``Ending`` does."""


async def async_run_native(job: Job) -> Result:
    """Run a job natively; the run is refused if Home Assistant's validation refuses it."""
    hass = job.world.hass
    try:
        sequence = await native.async_validate_actions_config(
            hass, cv.SCRIPT_SCHEMA(job.actions)
        )
    except vol.Invalid, HomeAssistantError:
        return Result(ending=Ending.REFUSED)
    script = native.Script(hass, sequence, "Differential", "test")
    trace_clear()
    try:
        with _halts_of(script) as halts:
            ran = await script.async_run(dict(job.variables), job.context)
    except Exception as error:  # noqa: BLE001 - an error is what is observed
        assert script_execution_get() == "error"
        return Result(ending=Ending.ERROR, error=error)
    finally:
        await script.async_unload()
    assert ran is not None
    ending = _HALTS[type(halts[-1])] if halts else Ending.FINISHED
    assert script_execution_get() == _SAYS[ending]
    return Result(
        ending=ending,
        variables=dict(ran.variables),
        response=ran.service_response,
        conversation=UNSET
        if ran.conversation_response is UNDEFINED
        else ran.conversation_response,
    )


@contextmanager
def _halts_of(script: native.Script) -> Iterator[list[Exception]]:
    """Collect what ends steps of ``script`` itself, and is swallowed on its top level."""
    halts: list[Exception] = []
    run_step = native._ScriptRun._async_step  # noqa: SLF001 - there is no public way

    async def async_step(run: Any, **kwargs: Any) -> None:
        try:
            await run_step(run, **kwargs)
        except tuple(_HALTS) as halt:
            if run._script is script:  # noqa: SLF001 - there is no public way
                halts.append(halt)
            raise

    with patch.object(native._ScriptRun, "_async_step", async_step):  # noqa: SLF001 - as above
        yield halts
