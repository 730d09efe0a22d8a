"""Steps that wait: for a time, for a template, for a trigger.

While it waits a run holds no worker, whatever it waits for.
"""

import asyncio
from collections.abc import Callable
import logging
from typing import Any, Self

import voluptuous as vol

from homeassistant.core import CALLBACK_TYPE, Context, State, callback
from homeassistant.exceptions import TemplateError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import async_template
from homeassistant.helpers.event import async_track_template
from homeassistant.helpers.template import render_complex
from homeassistant.helpers.trigger import async_initialize_triggers

from ..errors import DOMAIN
from ..model.notes import NoteKind
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
    seconds = step.seconds
    if seconds is None:
        seconds = await frame.decided(
            f"{record.path}/seconds", lambda: _seconds(step.delay, frame, "delay")
        )
    memory = frame.run.memory
    if not seconds or (memory and await memory.final(record.path)):
        return
    if memory is not None:
        seconds = memory.until(record.path, seconds)
    frame.run.recorder.waiting(record)
    async with frame.run.pace.resting():
        await asyncio.sleep(seconds)
    if memory is not None:
        memory.write(record.path, NoteKind.DECIDED, value=True)


class _Wait:
    """One wait, and the variable ``wait`` that tells about it."""

    def __init__(
        self, step: WaitStep, frame: Frame, record: StepRecord, seconds: float | None
    ) -> None:
        self._seconds = seconds
        self._step = step
        self._frame = frame
        self._record = record
        self._done: asyncio.Future[None] = frame.run.hass.loop.create_future()
        self._ends = 0.0

    @classmethod
    async def begin(cls, step: WaitStep, frame: Frame, record: StepRecord) -> Self:
        """Render the timeout, and be ready to wait."""
        seconds = step.seconds
        if seconds is None and step.timeout is not None:
            seconds = await frame.decided(
                f"{record.path}/timeout",
                lambda: _seconds(step.timeout, frame, "timeout"),
            )
        return cls(step, frame, record, seconds)

    async def is_over(self) -> bool:
        """Tell whether it ended in an earlier life of the run, and how."""
        memory = self._frame.run.memory
        note = memory and await memory.final(self._record.path)
        if not note:
            return False
        ended = note.value
        self._frame.variables.assign_parallel_protected("wait", ended["wait"])
        if ended["late"]:
            self._give_up()
        return True

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
        self._write_down()
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
            memory, left = frame.run.memory, self._seconds
            if memory is not None:
                left = memory.until(self._record.path, left)
            self._ends = frame.run.time() + left
        frame.run.recorder.waiting(self._record)
        stop = start()
        if asyncio.iscoroutine(stop):
            stop = await stop
        if stop is None:
            return
        loop = frame.run.hass.loop
        ended = loop.create_future()
        timer = None
        if self._seconds is not None:
            timer = loop.call_at(self._ends, ended.set_result, None)
        try:
            async with frame.run.pace.resting():
                await asyncio.wait(
                    [self._done, ended], return_when=asyncio.FIRST_COMPLETED
                )
                # Who comes at the very instant of the timeout is late, as natively.
                late = ended.done()
        finally:
            if timer is not None:
                timer.cancel()
            stop()
        if late:
            self._time_out()

    def _time_out(self) -> None:
        self._variable["remaining"] = 0.0
        self._write_down(late=True)
        self._give_up()

    def _write_down(self, *, late: bool = False) -> None:
        if (memory := self._frame.run.memory) is not None:
            ended = {"wait": dict(self._variable), "late": late}
            memory.write(self._record.path, NoteKind.DECIDED, ended)

    def _give_up(self) -> None:
        self._record.note = "timeout"
        if not self._step.continue_on_timeout:
            raise Abort("timeout reached") from TimeoutError("timeout reached")


async def wait_template(
    step: WaitTemplateStep, frame: Frame, record: StepRecord
) -> None:
    """Wait until the template is true; it may be so already."""
    hass = frame.run.hass
    wait = await _Wait.begin(step, frame, record)
    if await wait.is_over():
        return
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
    wait = await _Wait.begin(step, frame, record)
    if await wait.is_over():
        return
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
