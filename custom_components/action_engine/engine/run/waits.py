"""Steps that wait: for a time, for a template, for a trigger.

While it waits a run holds no worker, whatever it waits for.
"""

import asyncio
from collections.abc import Callable
import logging
from typing import Any

import voluptuous as vol

from homeassistant.core import CALLBACK_TYPE, Context, State, callback
from homeassistant.exceptions import TemplateError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import async_template
from homeassistant.helpers.event import async_track_template
from homeassistant.helpers.template import render_complex
from homeassistant.helpers.trigger import async_initialize_triggers

from ..errors import DOMAIN
from ..model.plan import DelayStep, WaitStep, WaitTemplateStep, WaitTriggerStep
from ..model.steps_log import StepRecord
from .frame import Frame
from .signals import Abort

_LOGGER = logging.getLogger(__name__)


def _seconds(value: Any, frame: Frame, what: str) -> float:
    try:
        period = cv.positive_time_period(render_complex(value, frame.names))
    except (TemplateError, vol.Invalid) as error:
        raise Abort(f"{what} cannot be rendered: {error}") from error
    return float(period.total_seconds())


async def delay(step: DelayStep, frame: Frame, record: StepRecord) -> None:
    """Wait for a time; no time at all is not a wait."""
    if seconds := _seconds(step.delay, frame, "delay"):
        frame.run.recorder.waiting(record)
        async with frame.run.pace.resting():
            await asyncio.sleep(seconds)


class _Wait:
    """One wait, and the variable ``wait`` that tells about it."""

    def __init__(self, step: WaitStep, frame: Frame, record: StepRecord) -> None:
        timeout = step.timeout
        self._seconds = None if timeout is None else _seconds(timeout, frame, "timeout")
        self._step = step
        self._frame = frame
        self._record = record
        self._done: asyncio.Future[None] = frame.run.hass.loop.create_future()
        self._ends = 0.0

    def define(self, **more: Any) -> None:
        """Define ``wait`` as it stands before anything has happened."""
        wait = {"remaining": self._seconds, "completed": False, **more}
        self._frame.variables.assign_parallel_protected("wait", wait)

    @property
    def _variable(self) -> dict[str, Any]:
        wait: dict[str, Any] = self._frame.variables["wait"]
        return wait

    @callback
    def complete(self, *, in_time: bool = True, **more: Any) -> None:
        """Note that it happened; ``in_time`` False leaves the remaining time as is."""
        wait = self._variable
        if in_time:
            left = self._ends - self._frame.run.time()
            wait["remaining"] = None if self._seconds is None else left
        wait["completed"] = True
        wait.update(more)
        if not self._done.done():
            self._done.set_result(None)

    def expired(self) -> bool:
        """Deal with a timeout of zero, which has passed before the wait began."""
        if self._seconds != 0:
            return False
        self._time_out()
        return True

    async def until_done(self, start: Callable[[], Any]) -> None:
        """Call ``start``, which returns how to stop listening, and wait."""
        frame = self._frame
        if self._seconds is not None:
            self._ends = frame.run.time() + self._seconds
        frame.run.recorder.waiting(self._record)
        stop = start()
        if asyncio.iscoroutine(stop):
            stop = await stop
        if stop is None:
            return
        try:
            async with frame.run.pace.resting():
                await asyncio.wait([self._done], timeout=self._left())
        finally:
            stop()
        if not self._done.done():
            self._time_out()

    def _left(self) -> float | None:
        if self._seconds is None:
            return None
        return max(self._ends - self._frame.run.time(), 0)

    def _time_out(self) -> None:
        self._variable["remaining"] = 0.0
        self._record.note = "timeout"
        if not self._step.continue_on_timeout:
            raise Abort("timeout reached") from TimeoutError("timeout reached")


async def wait_template(
    step: WaitTemplateStep, frame: Frame, record: StepRecord
) -> None:
    """Wait until the template is true; it may be so already."""
    hass = frame.run.hass
    wait = _Wait(step, frame, record)
    wait.define()
    if async_template(hass, step.template, frame.names, trace_result=False):
        wait.complete(in_time=False)
        return
    if wait.expired():
        return

    @callback
    def turned_true(_: str, __: State | None, ___: State | None) -> None:
        wait.complete()

    # The scopes themselves, not a copy: other branches may still assign variables.
    variables = frame.variables
    await wait.until_done(
        lambda: async_track_template(hass, step.template, turned_true, variables)
    )


async def wait_for_trigger(
    step: WaitTriggerStep, frame: Frame, record: StepRecord
) -> None:
    """Wait until one of the triggers fires; with none that can fire, go on at once."""
    wait = _Wait(step, frame, record)
    variables = dict(frame.names)
    wait.define(trigger=None)
    if wait.expired():
        return

    @callback
    def triggered(found: dict[str, Any], _: Context | None = None) -> None:
        wait.complete(trigger=found["trigger"])

    def log(level: int, message: str, **extra: Any) -> None:
        _LOGGER.log(level, "%s: %s", record.path, message, **extra)

    async def listen() -> CALLBACK_TYPE | None:
        return await async_initialize_triggers(
            frame.run.hass,
            step.triggers,
            triggered,
            DOMAIN,
            record.path,
            log,
            variables=variables,
        )

    await wait.until_done(listen)
